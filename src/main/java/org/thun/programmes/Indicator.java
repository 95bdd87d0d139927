package org.thun.programmes;

import java.math.BigDecimal;
import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * What a programme measures.
 *
 * @param id stable id ({@code IND1})
 * @param title what is counted
 * @param kind how it is counted
 * @param unit code in the list {@link ProgrammeDefinition#UNITS}
 * @param baseline value before the programme; {@code null} unless {@code baselineSetting} is {@code FIXED}
 * @param baselineSetting whether the baseline is fixed or set elsewhere
 * @param target value to reach, baseline included; {@code null} unless {@code targetSetting} is {@code FIXED}
 * @param targetSetting whether the target is fixed, an increase over the baseline, or set elsewhere
 * @param targetIncrease points over the baseline; only where {@code targetSetting} is {@code INCREASE}, else {@code null}
 * @param steps steps of a milestone ladder, or {@code null}
 * @param denominator of what a percentage is a share, or {@code null}
 * @param evidence what proves one count, or {@code null}
 * @param alsoBy what it is broken down by beside province, centre and region: names of code lists, or {@code district}
 * @param source which records count
 * @param phases phases of its own; empty where those of the programme hold
 */
public record Indicator(
        String id,
        LocalizedText title,
        IndicatorKind kind,
        String unit,
        BigDecimal baseline,
        ValueSetting baselineSetting,
        BigDecimal target,
        ValueSetting targetSetting,
        BigDecimal targetIncrease,
        Integer steps,
        LocalizedText denominator,
        LocalizedText evidence,
        List<String> alsoBy,
        IndicatorSource source,
        List<PhasePoint> phases) {

    public Indicator {
        alsoBy = List.copyOf(alsoBy);
        phases = List.copyOf(phases);
    }

    /** How an indicator is counted. */
    public enum IndicatorKind {
        /** Baseline plus distinct verified records up to a date (BR-17). */
        UNIQUE_COUNT,
        /** Things that happen, without a question of identity. */
        COUNT,
        /** A share of a denominator, in percent. */
        PERCENTAGE,
        /** Steps reached on a ladder of milestones. */
        MILESTONE_LADDER,
        /** A point on a scale of 0 to 100. */
        INDEX,
        /** Value of gifts in kind, in baht. */
        MONEY_IN_KIND
    }

    /** Where a baseline or a target comes from. */
    public enum ValueSetting {
        /** The definition states it. */
        FIXED,
        /** Each grant states its own. */
        PER_GRANT,
        /** Each area has its own. */
        PER_AREA,
        /** The target is the baseline plus a stated increase. */
        INCREASE,
        /** Nobody has set it yet. */
        UNDECIDED
    }
}
