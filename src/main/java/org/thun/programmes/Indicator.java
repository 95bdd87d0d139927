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
 * @param cumulation how the values of several days or periods become one
 * @param direction whether more or less of it is better
 * @param levels what the steps of a ladder are called, from the first; empty where they have numbers only
 * @param denominatorSource which records stand below the line of a percentage of records, or {@code null}
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
        List<PhasePoint> phases,
        Cumulation cumulation,
        Direction direction,
        List<LocalizedText> levels,
        IndicatorSource denominatorSource) {

    public Indicator {
        alsoBy = List.copyOf(alsoBy);
        phases = List.copyOf(phases);
        levels = List.copyOf(levels);
    }

    /** One that is cumulated as its kind usually is, of which more is better. */
    public Indicator(
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
        this(id, title, kind, unit, baseline, baselineSetting, target, targetSetting, targetIncrease, steps, denominator,
                evidence, alsoBy, source, phases, kind.usualCumulation(), Direction.HIGHER, List.of(), null);
    }

    /** Whether its value is a number of records of a register, each of which can be shown. */
    public boolean countsRecords() {
        return source.register() != null && !kind.isRatio();
    }

    /** Whether its value is one number of records in percent of another. */
    public boolean sharesRecords() {
        return source.register() != null && kind.isRatio();
    }

    /** Whether its values are entered by people and approved by others. */
    public boolean isEntered() {
        return source.register() == null && source.accepted() == null;
    }

    /** Whether the value grows from the baseline by what is counted or added up; others stand beside their baseline. */
    public boolean growsFromBaseline() {
        return kind.addsUp() && cumulation == Cumulation.CUMULATIVE;
    }

    /** Whether people stand behind the numbers, so that very small ones could point at somebody (BR-39). */
    public boolean tellsOfPeople() {
        return source.register() == IndicatorSource.Register.PERSON
                || source.register() == IndicatorSource.Register.COURSE_COMPLETION
                || isEntered() && (kind.isRatio() || unit.equals("person") || unit.equals("household"));
    }

    public boolean lowerIsBetter() {
        return direction == Direction.LOWER;
    }

    /** What a step of the ladder is called, or {@code null} if it has a number only. */
    public LocalizedText level(BigDecimal step) {
        int no = step == null ? 0 : step.intValue();
        return no >= 1 && no <= levels.size() ? levels.get(no - 1) : null;
    }

    /** How an indicator is counted. */
    public enum IndicatorKind {
        /** Baseline plus distinct verified records up to a date (BR-17). */
        UNIQUE_COUNT,
        /** Things that happen, without a question of identity. */
        COUNT,
        /** A share of a denominator, in percent. */
        PERCENTAGE,
        /** A sum divided by the number of those it is of. */
        AVERAGE,
        /** Steps reached on a ladder of milestones: a quality that is stated, never added up or averaged. */
        MILESTONE_LADDER,
        /** A point on a scale of 0 to 100. */
        INDEX,
        /** An amount of money, in baht. */
        MONEY,
        /** Value of gifts in kind, in baht; shown apart from money. */
        MONEY_IN_KIND;

        /** Whether there is something below the line: a numerator and a denominator instead of one number. */
        public boolean isRatio() {
            return this == PERCENTAGE || this == AVERAGE;
        }

        /** Whether the values of areas and periods add up to that of the whole. */
        public boolean addsUp() {
            return this == UNIQUE_COUNT || this == COUNT || this == MONEY || this == MONEY_IN_KIND;
        }

        /** How the values of several days become one where a definition is silent. */
        public Cumulation usualCumulation() {
            return this == MILESTONE_LADDER || this == INDEX ? Cumulation.LATEST : Cumulation.CUMULATIVE;
        }
    }

    /** How the values of several days or periods become one. */
    public enum Cumulation {
        /** Everything up to the day, added up; of shares the sums above and below the line. */
        CUMULATIVE,
        /** What belongs to the reporting period in which the day lies, and nothing of earlier ones. */
        PER_PERIOD,
        /** The latest value of each area. */
        LATEST
    }

    /** Which way is better. */
    public enum Direction {
        HIGHER,
        LOWER
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
