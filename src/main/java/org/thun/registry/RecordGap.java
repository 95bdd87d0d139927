package org.thun.registry;

import java.util.List;
import org.thun.programmes.IndicatorSource.Register;

/** What a record does not say though it would help: to find it again, to tell people apart, to break figures down. */
public enum RecordGap {
    /** No district. */
    DISTRICT,
    /** Of a person: no sex. */
    SEX,
    /** Of a person: no year of birth. */
    BIRTH_YEAR;

    /** What can be missing in a register. */
    public static List<RecordGap> of(Register register) {
        return switch (register) {
            case PERSON, COURSE_COMPLETION -> List.of(values());
            case ORGANISATION -> List.of(DISTRICT);
            case KNOWLEDGE, CAMPAIGN_ISSUE -> List.of();
        };
    }
}
