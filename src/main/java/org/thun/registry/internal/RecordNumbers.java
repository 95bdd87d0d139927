package org.thun.registry.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.ThaiDigits;

/** Numbers of records as people write them: {@code PER-1024}. */
final class RecordNumbers {

    private static final Pattern NUMBER = Pattern.compile("(?:[A-Z]{3}-)?(\\d{1,18})");

    private RecordNumbers() {}

    static String write(Register register, long recordNo) {
        return switch (register) {
            case ORGANISATION -> "ORG-";
            case PERSON -> "PER-";
            case KNOWLEDGE -> "KNO-";
            case CAMPAIGN_ISSUE -> "CAM-";
            case COURSE_COMPLETION -> "COU-";
        } + recordNo;
    }

    /** What somebody types into a search box, if it is a number, in Thai or Western digits, with or without letters. */
    static Optional<Long> read(String text) {
        Matcher number = NUMBER.matcher(ThaiDigits.toWestern(text.strip()).toUpperCase(Locale.ROOT));
        return number.matches() ? Optional.of(Long.valueOf(number.group(1))) : Optional.empty();
    }
}
