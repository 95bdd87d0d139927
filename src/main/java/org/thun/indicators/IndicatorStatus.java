package org.thun.indicators;

/** How an indicator stands against its phased target (BR-24). */
public enum IndicatorStatus {
    /** At or above the upper limit of the programme (90 % by default). */
    GREEN("good"),
    /** Between the limits. */
    AMBER("warn"),
    /** Below the lower limit (70 % by default). */
    RED("bad"),
    /** Nothing has been reported: grey, and not the same as zero. */
    NO_DATA("neutral"),
    /** There is nothing to compare with: no target or a target of zero on that day. */
    NOT_APPLICABLE("neutral");

    private final String tone;

    IndicatorStatus(String tone) {
        this.tone = tone;
    }

    /** The colour that goes with the word: {@code good}, {@code warn}, {@code bad} or {@code neutral}. */
    public String tone() {
        return tone;
    }
}
