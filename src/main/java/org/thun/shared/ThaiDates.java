package org.thun.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people in Thailand write and read them (BR-40, BR-42). Stored dates are ISO; the Buddhist era (C.E. + 543) is
 * presentation only and lives in this class alone.
 */
public final class ThaiDates {

    /** Between the two eras: no grant is written in 2400 C.E. nor was any in 2400 B.E. (1857). */
    private static final int FIRST_BUDDHIST_YEAR = 2400;

    private static final int ERA_OFFSET = 543;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern WORDED = Pattern.compile("(\\d{1,2})\\s+(\\S+)\\s+(\\d{4})");
    private static final List<String> MONTHS = List.of("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม",
            "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม");
    private static final List<String> SHORT_MONTHS = List.of("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.",
            "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.");
    private static final List<String> ENGLISH_MONTHS = List.of("January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December");

    private ThaiDates() {}

    /**
     * Reads {@code 2016-05-01}, {@code 1/5/2559}, {@code 1 พ.ค. 2559} and the like, in either era and either digits.
     *
     * @throws IllegalArgumentException if the text is not a day that exists
     */
    public static LocalDate parse(String text) {
        String plain = ThaiDigits.toWestern(text.strip());
        try {
            Matcher iso = ISO.matcher(plain);
            if (iso.matches()) {
                return date(number(iso, 1), number(iso, 2), number(iso, 3));
            }
            Matcher slashed = SLASHED.matcher(plain);
            if (slashed.matches()) {
                return date(number(slashed, 3), number(slashed, 2), number(slashed, 1));
            }
            Matcher worded = WORDED.matcher(plain);
            if (worded.matches()) {
                return date(number(worded, 3), month(worded.group(2)), number(worded, 1));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day that exists: " + text, e);
        }
        throw new IllegalArgumentException("not a date: " + text);
    }

    /** {@code 1 พ.ค. 2559} or {@code 1 May 2016}. */
    public static String formatShort(LocalDate date, Locale locale) {
        return english(locale)
                ? date.getDayOfMonth() + " " + ENGLISH_MONTHS.get(date.getMonthValue() - 1).substring(0, 3) + " "
                        + date.getYear()
                : date.getDayOfMonth() + " " + SHORT_MONTHS.get(date.getMonthValue() - 1) + " " + buddhistYear(date);
    }

    /** {@code 1 พฤษภาคม 2559} or {@code 1 May 2016}. */
    public static String formatLong(LocalDate date, Locale locale) {
        return english(locale)
                ? date.getDayOfMonth() + " " + ENGLISH_MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear()
                : date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + buddhistYear(date);
    }

    /** {@code พ.ค. 2559} or {@code May 2016}: the head of a calendar-month column. */
    public static String formatMonth(LocalDate date, Locale locale) {
        return english(locale)
                ? ENGLISH_MONTHS.get(date.getMonthValue() - 1).substring(0, 3) + " " + date.getYear()
                : SHORT_MONTHS.get(date.getMonthValue() - 1) + " " + buddhistYear(date);
    }

    /** The short date with hours and minutes: {@code 1 พ.ค. 2559 09:05}. */
    public static String formatDateTime(LocalDateTime at, Locale locale) {
        return formatShort(at.toLocalDate(), locale)
                + String.format(Locale.ROOT, " %02d:%02d", at.getHour(), at.getMinute());
    }

    public static int buddhistYear(LocalDate date) {
        return date.getYear() + ERA_OFFSET;
    }

    /** The Thai fiscal year of a day in the Buddhist era: 1 October to 30 September, named by its end (BR-42). */
    public static int fiscalYear(LocalDate date) {
        return buddhistYear(date) + (date.getMonthValue() >= 10 ? 1 : 0);
    }

    /** The number of the fiscal year of a day as people write it: {@code 2559} or {@code 2016}. */
    public static String formatFiscalYear(LocalDate date, Locale locale) {
        return Integer.toString(english(locale) ? fiscalYear(date) - ERA_OFFSET : fiscalYear(date));
    }

    private static LocalDate date(int year, int month, int day) {
        return LocalDate.of(year >= FIRST_BUDDHIST_YEAR ? year - ERA_OFFSET : year, month, day);
    }

    private static int month(String name) {
        for (List<String> names : List.of(MONTHS, SHORT_MONTHS, ENGLISH_MONTHS)) {
            for (int i = 0; i < names.size(); i++) {
                String known = names.get(i);
                if (known.equalsIgnoreCase(name)
                        || known.replace(".", "").equals(name.replace(".", ""))
                        || names == ENGLISH_MONTHS && known.substring(0, 3).equalsIgnoreCase(name)) {
                    return i + 1;
                }
            }
        }
        throw new IllegalArgumentException("not a month: " + name);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static boolean english(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
