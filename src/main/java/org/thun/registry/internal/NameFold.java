package org.thun.registry.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.thun.shared.ThaiDigits;

/**
 * Names as they are compared: what is written differently and read alike becomes the same. Rules are few and plain, so that
 * people can foretell them; they are listed in docs/duplicates.md. Folded names are for comparing only, never shown.
 */
final class NameFold {

    /** Ranks and degrees cut short with full stops: น.ส., ด.ช., พ.ต.ท., ดร., and what stands before a Latin name. */
    private static final Pattern CUT_TITLE =
            Pattern.compile("^(?:(?:[ก-ฮ]{1,3}\\.\\s?)+|(?:mr|mrs|ms|miss|dr)(?:\\.\\s?|\\s))");

    private static final Pattern TITLE = Pattern.compile("^(?:ว่าที่|นางสาว|นาย|นาง|เด็กชาย|เด็กหญิง|คุณ"
            + "|พระมหา|พระครู|พระอาจารย์|พระ|แม่ชี|สามเณร|ดาบตำรวจ|(?:สิบ|จ่าสิบ|ร้อย|พัน|พลตำรวจ|ร้อยตำรวจ|พันตำรวจ)(?:ตรี|โท|เอก))\\s?");

    /** What can begin a Thai syllable or a Latin word; what is left of a name after its title must. */
    private static final Pattern NAME = Pattern.compile("^[ก-ฮเแโใไa-z].+", Pattern.DOTALL);

    /** A consonant that is written and not read: the one before thanthakhat, with a vowel on it or without. */
    private static final Pattern SILENT = Pattern.compile("[ก-ฮ][ิุ]?์");

    private static final Pattern REPEATED = Pattern.compile("(\\D)\\1+");

    /** Letters and what they are folded into, position by position. */
    private static final String WRITTEN = "ฃขฅฆฉฌญฎฏฐฑฒถธณศษผภฝฤลฬหัิึุใ";
    private static final String READ = "คคคคชชยดตทททททนสสพพฟรรรฮะีืูไ";

    private NameFold() {}

    /** A first name without its title. */
    static String first(String name) {
        return fold(withoutTitle(name));
    }

    /** A name in plain letters without the titles and ranks before it. */
    static String withoutTitle(String name) {
        String rest = plain(name);
        while (true) {
            String shorter = TITLE.matcher(CUT_TITLE.matcher(rest).replaceFirst("")).replaceFirst("");
            if (shorter.equals(rest) || !NAME.matcher(shorter).matches()) {
                return rest;
            }
            rest = shorter;
        }
    }

    /** A surname, or the name of an organisation. */
    static String fold(String name) {
        if (name == null) {
            return "";
        }
        String read = SILENT.matcher(plain(name)).replaceAll("").replace("ศรี", "สี").replace("รร", "ะ").replace("\u0E4D\u0E32", "ะม");
        StringBuilder folded = new StringBuilder(read.length());
        for (char letter : read.toCharArray()) {
            int at = WRITTEN.indexOf(letter);
            char sound = at < 0 ? letter : READ.charAt(at);
            if (Character.isLetterOrDigit(sound) || isVowel(sound)) {
                folded.append(sound);
            }
        }
        return REPEATED.matcher(folded).replaceAll("$1");
    }

    /** Consonants and digits of a folded name: what most slips leave alone. */
    static String skeleton(String folded) {
        return folded.replaceAll("[ะ-ฺเ-ๅ]", "");
    }

    /** How alike two folded names are, from 0 to 1; nothing alike when they differ in a number. */
    static double likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        if (!one.replaceAll("\\D", "").equals(other.replaceAll("\\D", ""))) {
            return 0;
        }
        int longer = Math.max(one.length(), other.length());
        return longer == 0 ? 0 : 1 - (double) distance(one, other) / longer;
    }

    private static String plain(String name) {
        // The compatibility form takes sara am apart; it is put together again as it sounds.
        return Normalizer.normalize(ThaiDigits.toWestern(name), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    }

    private static boolean isVowel(char letter) {
        return letter >= 'ะ' && letter <= 'ู' || letter >= 'เ' && letter <= 'ๅ';
    }

    /** Letters added, left out, exchanged or swapped with their neighbour (optimal string alignment). */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchange = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + exchange);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[other.length()];
    }
}
