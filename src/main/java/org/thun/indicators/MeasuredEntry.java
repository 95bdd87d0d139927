package org.thun.indicators;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.shared.DateRange;

/**
 * A value of an indicator that somebody has entered.
 *
 * @param id id of the entry
 * @param grantId the grant
 * @param indicatorId the indicator
 * @param purpose whether it is a result or the baseline of its place
 * @param place the whole grant or one centre
 * @param days what it is of; one day for values that hold on a day
 * @param amount the value; above the line of a share
 * @param of below the line, or {@code null} where there is no line
 * @param note what proves it
 * @param slices the same by codes of lists; may be empty
 * @param state where it stands
 * @param corrects the entry it takes the place of, or {@code null}
 * @param entered who entered it, when
 * @param checked who checked it, when, or {@code null}
 * @param approved who approved it, when, or {@code null}
 * @param returned why it was returned, or {@code null}
 * @param replacedAt from when on another entry holds in its place, or {@code null}
 * @param frozen whether it stands in a frozen report
 */
public record MeasuredEntry(
        String id,
        String grantId,
        String indicatorId,
        Purpose purpose,
        Place place,
        DateRange days,
        BigDecimal amount,
        BigDecimal of,
        String note,
        List<EntrySlice> slices,
        State state,
        String corrects,
        Signed entered,
        Signed checked,
        Signed approved,
        String returned,
        LocalDateTime replacedAt,
        boolean frozen) {

    /** Kind of the object in documents and audit. */
    public static final String OBJECT_TYPE = "indicator_entry";

    public MeasuredEntry {
        slices = List.copyOf(slices);
    }

    /** What an entry is for. */
    public enum Purpose {
        RESULT,
        /** The value before the work began, where each area has its own. */
        BASELINE
    }

    /** Where an entry stands (rules, indicator measurement). */
    public enum State {
        ENTERED("neutral"),
        CHECKED("neutral"),
        APPROVED("good"),
        /** Approved, and part of a frozen report. */
        FROZEN("good"),
        /** Sent back by who checked or approved; another entry has to be made. */
        RETURNED("bad"),
        /** Another entry holds in its place; kept as it was. */
        CORRECTED("neutral");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        /** The colour that goes with the word. */
        public String tone() {
            return tone;
        }

        /** Whether it waits for somebody. */
        public boolean open() {
            return this == ENTERED || this == CHECKED;
        }

        /** Whether it holds. */
        public boolean holds() {
            return this == APPROVED || this == FROZEN;
        }
    }

    /** Who did something, when (Bangkok time). */
    public record Signed(String name, LocalDateTime at) {}

    /**
     * A part of the value.
     *
     * @param list name of the code list
     * @param code code in it
     * @param amount the part; above the line of a share
     * @param of below the line, or {@code null}
     */
    public record EntrySlice(String list, String code, BigDecimal amount, BigDecimal of) {}
}
