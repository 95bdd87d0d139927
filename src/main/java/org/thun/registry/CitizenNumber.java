package org.thun.registry;

import java.util.Optional;
import org.thun.shared.ThaiDigits;

/**
 * The 13-digit number of a person in the Thai civil register, nationals and others with a number of that register alike.
 * It is held in memory only while a record is entered; what is kept is a keyed hash and the last four digits (BR-19).
 *
 * @param digits thirteen Western digits that pass the check
 */
public record CitizenNumber(String digits) {

    private static final int LENGTH = 13;
    private static final int SHOWN = 4;

    public CitizenNumber {
        if (!digits.matches("[0-9]{13}") || !checks(digits)) {
            throw new IllegalArgumentException("not a citizen number");
        }
    }

    /** Reads a number as people write it, in either script, with hyphens and blanks; empty if it cannot be one. */
    public static Optional<CitizenNumber> read(String text) {
        String plain = ThaiDigits.toWestern(text).replaceAll("[\\s\\p{Z}\\p{Pd}]", "");
        return plain.matches("[0-9]{13}") && checks(plain) ? Optional.of(new CitizenNumber(plain)) : Optional.empty();
    }

    /** The last four digits: enough for a person of the centre to recognise a slip, too few to know the number. */
    public String ending() {
        return digits.substring(LENGTH - SHOWN);
    }

    /** A number of which only the last four digits are known, as people read it: {@code •-••••-••••9-01-2}. */
    public static String masked(String ending) {
        return "•-••••-••••" + ending.charAt(0) + "-" + ending.substring(1, 3) + "-" + ending.substring(3);
    }

    /** So that it never reaches a log. */
    @Override
    public String toString() {
        return masked(ending());
    }

    /** The last digit makes the sum of the others, weighted 13 to 2, complete modulo 11. */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (LENGTH - i) * (digits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 10 == digits.charAt(LENGTH - 1) - '0';
    }
}
