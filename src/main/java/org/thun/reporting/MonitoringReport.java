package org.thun.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.thun.shared.LocalizedText;

/**
 * Everything an indicator monitoring report says, as values: the same record fills the PDF, the workbook and the page, in
 * either language, and is what a frozen copy was made from. It is built from verified records only (BR-17, BR-50).
 *
 * @param edition for whom it is cut; the indicators are those of the whole grant in every edition
 * @param parts what the edition's area has added, by indicator id; empty in the national edition
 * @param programme title of the programme
 * @param grant title of the grant
 * @param grantNumber number of the agreement, as people quote it
 * @param grantee who carries out the work
 * @param funder who pays for it
 * @param startsOn first day of the grant
 * @param endsOn last day of the grant; the pace needed is computed up to it
 * @param asOf the day whose figures these are, that day included
 * @param generatedAt when the figures were collected, Bangkok time
 * @param period the reporting period in which that day lies, or {@code null} outside all periods
 * @param definitionVersion version of the programme definition the targets come from
 * @param synthetic whether people and amounts are made up; printed on every page
 * @param scale where the status words begin (BR-24)
 * @param indicators one line each, in the order of the definition; any number
 * @param breakdowns the same figures by area, may be empty
 * @param verification how the figures were verified, or {@code null} if there is nothing to say
 * @param notes what else the reader must know; may be empty
 * @param restated figures of accepted periods that later records have changed (BR-15); may be empty
 */
public record MonitoringReport(
        Edition edition,
        Map<String, Part> parts,
        LocalizedText programme,
        LocalizedText grant,
        String grantNumber,
        LocalizedText grantee,
        LocalizedText funder,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate asOf,
        LocalDateTime generatedAt,
        Period period,
        String definitionVersion,
        boolean synthetic,
        StatusScale scale,
        List<Indicator> indicators,
        List<Breakdown> breakdowns,
        LocalizedText verification,
        List<LocalizedText> notes,
        List<Restatement> restated) {

    public MonitoringReport {
        // Copies frozen before there were editions are of the whole grant.
        edition = edition == null ? Edition.NATIONAL : edition;
        parts = parts == null ? Map.of() : Map.copyOf(parts);
        indicators = List.copyOf(indicators);
        breakdowns = List.copyOf(breakdowns);
        notes = List.copyOf(notes);
        restated = restated == null ? List.of() : List.copyOf(restated);
    }

    /** How an indicator stands against its phased target (BR-24). */
    public enum Status {
        GREEN,
        AMBER,
        RED,
        /** Nothing has been reported, which is not the same as zero. */
        NO_DATA,
        /** There is a value but nothing to compare it with. */
        NOT_APPLICABLE
    }

    /**
     * A reporting period.
     *
     * @param no number from 1
     * @param from first day
     * @param to last day
     */
    public record Period(int no, LocalDate from, LocalDate to) {}

    /**
     * The percentages of the phased target from which an indicator is green and amber; below amber it is red.
     *
     * @param greenFrom for example 90
     * @param amberFrom for example 70
     */
    public record StatusScale(BigDecimal greenFrom, BigDecimal amberFrom) {}

    /**
     * One indicator on the report's day.
     *
     * @param id short id used in tables and charts ({@code IND3})
     * @param baseline value before the grant, or {@code null} where nobody has set it yet
     * @param target value promised for its end, or {@code null} where nobody has set it yet
     * @param phasedTarget value planned for the report's day, or {@code null} without baseline or target
     * @param actual value reached, or {@code null} if nothing has been verified yet: printed as missing, never as 0
     * @param movement how the current period has changed it, or {@code null} outside all periods or without data
     * @param duplicates what duplicates were taken out of it, or {@code null} if nobody has looked
     * @param code short code under which the chain behind the figure is shown, or {@code null}
     * @param people whether it counts people, whose small figures are protected
     * @param status as judged by the programme's scale
     * @param evidence what stands behind the figure, or {@code null}
     * @param note footnote of this figure, or {@code null}
     * @param lower whether less is better: shares of the target are then the target in percent of the value
     * @param noSum whether it does not grow by adding: a share, an average, a step, a score; it has no pace and its areas
     *     have no sum
     * @param made what the value is made of, in words ("45 of 50", "step 3 of 5"), or {@code null} if it is what it is
     */
    public record Indicator(
            String id,
            LocalizedText title,
            LocalizedText unit,
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal phasedTarget,
            BigDecimal actual,
            Movement movement,
            Duplicates duplicates,
            String code,
            boolean people,
            Status status,
            LocalizedText evidence,
            LocalizedText note,
            boolean lower,
            boolean noSum,
            LocalizedText made) {

        /** One that is counted up, of which more is better. */
        public Indicator(
                String id,
                LocalizedText title,
                LocalizedText unit,
                BigDecimal baseline,
                BigDecimal target,
                BigDecimal phasedTarget,
                BigDecimal actual,
                Movement movement,
                Duplicates duplicates,
                String code,
                boolean people,
                Status status,
                LocalizedText evidence,
                LocalizedText note) {
            this(id, title, unit, baseline, target, phasedTarget, actual, movement, duplicates, code, people, status,
                    evidence, note, false, false, null);
        }

        public Indicator {
            boolean judged = status == Status.GREEN || status == Status.AMBER || status == Status.RED;
            if (actual == null && judged) {
                throw new IllegalArgumentException(id + " has no value but the status " + status);
            }
        }

        /** Whether something was reported but there is nothing to divide by: neither a value nor missing. */
        public boolean notComputable() {
            return actual == null && status == Status.NOT_APPLICABLE;
        }

        /** The value as a share of the final target, or {@code null} without value or with a target of zero. */
        public BigDecimal percentOfTarget() {
            return lower ? percent(target, actual) : percent(actual, target);
        }

        /** The value as a share of the phased target: what the status is judged by. */
        public BigDecimal percentOfPhasedTarget() {
            return lower ? percent(phasedTarget, actual) : percent(actual, phasedTarget);
        }

        /** How much of the way from baseline to target is done, or {@code null} if the target equals the baseline. */
        public BigDecimal percentOfIncrement() {
            return percent(fromBaseline(actual), fromBaseline(target));
        }

        /** How much of the way from baseline to target was planned to be done by now. */
        public BigDecimal plannedPercentOfIncrement() {
            return percent(fromBaseline(phasedTarget), fromBaseline(target));
        }

        /** Whether the final target is met; targets below the baseline are met from above. */
        public boolean isMet() {
            if (actual == null || target == null) {
                return false;
            }
            boolean downwards = lower || baseline != null && target.compareTo(baseline) < 0;
            return downwards ? actual.compareTo(target) <= 0 : actual.compareTo(target) >= 0;
        }

        private Indicator withoutFewDuplicates(int smallCount) {
            return people && duplicates != null && duplicates.tellOfFew(smallCount)
                    ? new Indicator(id, title, unit, baseline, target, phasedTarget, actual, movement, null, code, people,
                            status, evidence, note, lower, noSum, made)
                    : this;
        }

        private BigDecimal fromBaseline(BigDecimal value) {
            return value == null || baseline == null ? null : value.subtract(baseline);
        }

        /** Cut, not rounded, at four decimals: a share must never read as if it had passed a limit it has not. */
        private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
            return part == null || whole == null || whole.signum() == 0
                    ? null
                    : part.movePointRight(2).divide(whole, 4, RoundingMode.DOWN);
        }
    }

    /**
     * How a period has changed a count.
     *
     * @param opening records that counted when the period began
     * @param added records that count now and did not then, or {@code null} if only the sum is known
     * @param removed records that counted then and do not now, or {@code null} if only the sum is known
     * @param closing records that count now
     */
    public record Movement(BigDecimal opening, BigDecimal added, BigDecimal removed, BigDecimal closing) {

        /** What the period has added on balance. */
        public BigDecimal net() {
            return closing.subtract(opening);
        }
    }

    /**
     * Duplicates behind a count (BR-19).
     *
     * @param gross records before duplicates are taken out
     * @param suspected records that may be duplicates and are still counted
     * @param confirmed records taken out as duplicates
     * @param shared records of an area that count for the nation elsewhere (BR-20), or {@code null} of the nation, and in
     *     copies frozen before areas told them
     */
    public record Duplicates(BigDecimal gross, BigDecimal suspected, BigDecimal confirmed, BigDecimal shared) {

        /** Those of the nation. */
        public Duplicates(BigDecimal gross, BigDecimal suspected, BigDecimal confirmed) {
            this(gross, suspected, confirmed, null);
        }

        /** What counts. */
        public BigDecimal net() {
            return gross.subtract(confirmed);
        }

        boolean tellOfFew(int smallCount) {
            return SmallCounts.small(suspected, smallCount) || SmallCounts.small(confirmed, smallCount)
                    || SmallCounts.small(shared, smallCount);
        }
    }

    /**
     * What one area has added to an indicator.
     *
     * @param counted records of the area that count, or its value; {@code null} if hidden or if there is nothing to divide by
     * @param movement how the current period has changed it, or {@code null}
     * @param duplicates duplicates taken out of it, or {@code null}
     * @param code short code of the figure, or {@code null}
     * @param hidden whether the figure is not shown to this reader
     * @param changesHidden whether movement and duplicates are not shown to this reader
     * @param people the smallest number of people the figure tells of, or {@code null} if it is that number itself
     */
    public record Part(BigDecimal counted, Movement movement, Duplicates duplicates, String code, boolean hidden,
            boolean changesHidden, BigDecimal people) {

        /** A figure this reader must not see. */
        static final Part HIDDEN = new Part(null, null, null, null, true, true);

        /** A number of records. */
        public Part(BigDecimal counted, Movement movement, Duplicates duplicates, String code, boolean hidden,
                boolean changesHidden) {
            this(counted, movement, duplicates, code, hidden, changesHidden, null);
        }

        /** The same with its changes hidden if one of them is small. */
        Part withoutSmallChanges(int smallCount) {
            boolean small = movement != null && Stream.of(movement.net(), zeroIfUnknown(movement.added()),
                            zeroIfUnknown(movement.removed())).anyMatch(change -> SmallCounts.small(change, smallCount))
                    || duplicates != null && duplicates.tellOfFew(smallCount);
            return small ? new Part(counted, null, null, code, false, true, people) : this;
        }

        private static BigDecimal zeroIfUnknown(BigDecimal value) {
            return value == null ? BigDecimal.ZERO : value;
        }
    }

    /**
     * Figures by area: regions, provinces or centres.
     *
     * @param title what is broken down
     * @param areaHeading heading of the area column
     * @param indicatorIds columns, in order
     * @param areas rows, in order
     * @param reconciliation closing rows that lead from the sum of the areas to the figure of the whole (BR-20)
     * @param note what the reader must know to read the table, or {@code null}
     * @param hiddenBelow some figures are hidden because one is smaller than this, or {@code null} if all are shown
     */
    public record Breakdown(
            LocalizedText title,
            LocalizedText areaHeading,
            List<String> indicatorIds,
            List<Area> areas,
            List<Area> reconciliation,
            LocalizedText note,
            Integer hiddenBelow) {

        public Breakdown {
            indicatorIds = List.copyOf(indicatorIds);
            areas = List.copyOf(areas);
            reconciliation = List.copyOf(reconciliation);
        }

        /** The same table without those figures; unchanged if there are none to hide. */
        Breakdown hiding(Function<Area, Set<String>> hidden, int smallCount) {
            List<Area> shown = areas.stream().map(area -> area.hiding(hidden.apply(area))).toList();
            return shown.equals(areas)
                    ? this
                    : new Breakdown(title, areaHeading, indicatorIds, shown, reconciliation, note, smallCount);
        }
    }

    /**
     * One row of a breakdown.
     *
     * @param name what the row stands for
     * @param code key of the area's edition, or {@code null} for rows that are no area
     * @param values by indicator id; an id that is not there is printed as missing
     * @param codes short codes of the figures, by indicator id; may be empty
     * @param hidden ids whose figures this reader must not see
     */
    public record Area(
            LocalizedText name, String code, Map<String, BigDecimal> values, Map<String, String> codes, Set<String> hidden) {

        public Area {
            values = Map.copyOf(values);
            codes = codes == null ? Map.of() : Map.copyOf(codes);
            hidden = hidden == null ? Set.of() : Set.copyOf(hidden);
        }

        /** A row that is no area: a sum or a step of the reconciliation. */
        public Area(LocalizedText name, Map<String, BigDecimal> values) {
            this(name, null, values, Map.of(), Set.of());
        }

        /** The row of an area with what it has added. */
        public static Area of(LocalizedText name, String code, Map<String, Part> parts) {
            Map<String, BigDecimal> values = new HashMap<>();
            Map<String, String> codes = new HashMap<>();
            Set<String> hidden = new HashSet<>();
            parts.forEach((id, part) -> {
                if (part.hidden()) {
                    hidden.add(id);
                } else if (part.counted() != null) {
                    values.put(id, part.counted());
                    if (part.code() != null) {
                        codes.put(id, part.code());
                    }
                }
            });
            return new Area(name, code, values, codes, hidden);
        }

        private Area hiding(Set<String> ids) {
            Map<String, BigDecimal> shown = new HashMap<>(values);
            Map<String, String> shownCodes = new HashMap<>(codes);
            shown.keySet().removeAll(ids);
            shownCodes.keySet().removeAll(ids);
            return new Area(name, code, shown, shownCodes, ids);
        }
    }

    /** The same report for one area: its own part, and the whole grant beside it. */
    MonitoringReport cut(Edition area, Map<String, Part> added, List<Breakdown> tables) {
        return cut(area, added, indicators, tables);
    }

    private MonitoringReport cut(
            Edition area, Map<String, Part> added, List<Indicator> measured, List<Breakdown> tables) {
        return new MonitoringReport(area, added, programme, grant, grantNumber, grantee, funder, startsOn, endsOn, asOf,
                generatedAt, period, definitionVersion, synthetic, scale, measured, tables, verification, notes,
                restated.stream().filter(each -> each.national() || each.editionKey().equals(area.key())).toList());
    }

    /**
     * The same report for readers of sums: other breakdowns, restatements of the whole grant only, and no duplicates that
     * tell of few people.
     */
    MonitoringReport forReadersOfSums(List<Breakdown> tables, int smallCount) {
        return cut(edition, parts, indicators.stream().map(each -> each.withoutFewDuplicates(smallCount)).toList(), tables);
    }

    /** Months from the day after the report's day to the end of the grant, a begun month counted as one; 0 after it. */
    public long monthsLeft() {
        if (!asOf.isBefore(endsOn)) {
            return 0;
        }
        LocalDate from = asOf.plusDays(1);
        long whole = ChronoUnit.MONTHS.between(from, endsOn.plusDays(1));
        return from.plusMonths(whole).isAfter(endsOn) ? whole : whole + 1;
    }

    /**
     * How many more are needed in each month that is left, rounded up: less would not be enough. {@code null} without a
     * value or target, of what is not counted up, when the target is met and when no month is left.
     */
    public BigDecimal neededPerMonth(Indicator indicator) {
        if (indicator.actual() == null || indicator.target() == null || indicator.noSum() || indicator.isMet()
                || monthsLeft() == 0) {
            return null;
        }
        return indicator.target().subtract(indicator.actual()).abs()
                .divide(BigDecimal.valueOf(monthsLeft()), 0, RoundingMode.CEILING);
    }

    /** How many indicators have that status. */
    public long count(Status status) {
        return indicators.stream().filter(indicator -> indicator.status() == status).count();
    }
}
