package org.thun.amendments;

import java.math.BigDecimal;

/** The decision table {@code amendment-class}: how weighty a change is. Implemented by the room's process package. */
public interface ClassTable {

    /** The class of one change. */
    AmendmentClass of(Weighed change);

    /**
     * What the table weighs.
     *
     * @param kind kind of the change
     * @param percent shift into the most affected cost head, of that head; {@code null} for other kinds
     * @param noticeUpToPercent the programme's first limit, or {@code null}
     * @param minorUpToPercent the programme's second limit, or {@code null}
     * @param sensitive whether remuneration rises or new equipment is bought
     */
    record Weighed(
            AmendmentKind kind,
            BigDecimal percent,
            BigDecimal noticeUpToPercent,
            BigDecimal minorUpToPercent,
            boolean sensitive) {}
}
