package org.thun.shared;

/** Amounts in Thai words, as vouchers and receipts write them (BR-45): {@code หนึ่งร้อยเอ็ดบาทห้าสิบสตางค์}. */
public final class ThaiBahtText {

    private static final String[] DIGITS = {"ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"};
    private static final String[] PLACES = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};
    private static final long MILLION = 1_000_000;

    private ThaiBahtText() {}

    /** @throws IllegalArgumentException if the amount is negative: nobody writes a voucher over a debt */
    public static String of(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("no words for a negative amount: " + amount);
        }
        long baht = amount.satang() / 100;
        long satang = amount.satang() % 100;
        StringBuilder words = new StringBuilder();
        if (baht > 0 || satang == 0) {
            words.append(words(baht)).append("บาท");
        }
        return words.append(satang == 0 ? "ถ้วน" : words(satang) + "สตางค์").toString();
    }

    private static String words(long number) {
        if (number == 0) {
            return DIGITS[0];
        }
        StringBuilder words = new StringBuilder();
        if (number >= MILLION) {
            words.append(words(number / MILLION)).append("ล้าน");
        }
        long rest = number % MILLION;
        for (int place = PLACES.length - 1; place >= 0; place--) {
            int digit = (int) (rest / power(place) % 10);
            words.append(word(digit, place, number > digit));
        }
        return words.toString();
    }

    /** A one at the end of a longer number is เอ็ด, ten is สิบ without one, twenty is ยี่สิบ. */
    private static String word(int digit, int place, boolean longer) {
        if (digit == 0) {
            return "";
        }
        if (place == 0) {
            return digit == 1 && longer ? "เอ็ด" : DIGITS[digit];
        }
        if (place == 1 && digit <= 2) {
            return (digit == 1 ? "" : "ยี่") + PLACES[1];
        }
        return DIGITS[digit] + PLACES[place];
    }

    private static long power(int place) {
        long power = 1;
        for (int i = 0; i < place; i++) {
            power *= 10;
        }
        return power;
    }
}
