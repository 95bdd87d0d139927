package org.thun.programmes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.thun.programmes.ReportingPolicy.PeriodUnit;
import org.thun.programmes.ReportingPolicy.ReportingPeriod;
import org.thun.shared.DateRange;
import org.thun.shared.GrantMonths;
import org.thun.shared.ThaiDates;

/**
 * A definition laid over the calendar of one grant. Pure: the same definition, start and length give the same answers.
 *
 * @param definition the definition version the grant runs on
 * @param start first day of grant month 1
 * @param months length of the grant in months
 */
public record GrantCalendar(ProgrammeDefinition definition, LocalDate start, int months) {

    private static final int PERCENT_SCALE = 10;
    private static final int TARGET_SCALE = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public GrantCalendar {
        if (months < 1) {
            throw new IllegalArgumentException("a grant has at least one month, not " + months);
        }
    }

    /**
     * The calendar of a grant of the length the programme fixes.
     *
     * @throws IllegalArgumentException if the programme leaves the length to the grant
     */
    public static GrantCalendar of(ProgrammeDefinition definition, LocalDate start) {
        if (!definition.duration().fixed()) {
            throw new IllegalArgumentException(definition.key() + " does not fix the length of a grant");
        }
        return new GrantCalendar(definition, start, definition.duration().maxMonths());
    }

    /** The days of the grant, first to last. */
    public DateRange days() {
        return grantMonths().months(1, months);
    }

    public LocalDate end() {
        return days().to();
    }

    /** The days of grant month {@code n} (BR-41). */
    public DateRange month(int n) {
        return grantMonths().month(n);
    }

    /**
     * The reporting periods. The last one ends with the grant: a shorter grant cuts it, an extended one lengthens it
     * where the periods are listed, and adds periods where they follow one another.
     */
    public List<GrantPeriod> periods() {
        List<GrantPeriod> result = new ArrayList<>();
        if (definition.reporting().unit() == PeriodUnit.WEEK) {
            int length = definition.reporting().every();
            for (LocalDate from = start; !from.isAfter(end()); from = from.plusWeeks(length)) {
                LocalDate to = earlier(from.plusWeeks(length).minusDays(1), end());
                result.add(period(result.size() + 1, new DateRange(from, to)));
            }
        } else {
            for (ReportingPeriod period : monthPeriods()) {
                result.add(period(period.no(), grantMonths().months(period.firstMonth(), period.lastMonth())));
            }
        }
        return List.copyOf(result);
    }

    /** The days on which people are reminded of the report of a period, rising (BR-13). */
    public List<LocalDate> reminderDays(GrantPeriod period) {
        return definition.reporting().reminderDays().stream().map(period.dueOn()::plusDays).toList();
    }

    /**
     * What an indicator of fixed baseline and target should have reached at the end of a day: the baseline on the day
     * before the grant starts, the phase's share of the way on the last day of each phase month, in a straight line by
     * days between them, the target from the last phase on. Rounded half up to four decimals, trailing zeros removed.
     *
     * @throws IllegalArgumentException if the indicator states no baseline or no target
     */
    public BigDecimal phasedTarget(Indicator indicator, LocalDate at) {
        if (indicator.baseline() == null || indicator.target() == null) {
            throw new IllegalArgumentException(indicator.id() + " states no baseline or no target");
        }
        return phasedTarget(definition.phasesOf(indicator), indicator.baseline(), indicator.target(), at);
    }

    /** As {@link #phasedTarget(Indicator, LocalDate)} for a baseline and a target that an agreement states. */
    public BigDecimal phasedTarget(List<PhasePoint> phases, BigDecimal baseline, BigDecimal target, LocalDate at) {
        BigDecimal way = target.subtract(baseline).multiply(percentOfWay(phases, at));
        BigDecimal value = baseline.add(way.divide(HUNDRED, TARGET_SCALE, RoundingMode.HALF_UP)).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private BigDecimal percentOfWay(List<PhasePoint> phases, LocalDate at) {
        LocalDate fromDay = start.minusDays(1);
        BigDecimal fromPercent = BigDecimal.ZERO;
        if (!at.isAfter(fromDay)) {
            return BigDecimal.ZERO;
        }
        List<PhasePoint> points = phases.isEmpty() ? List.of(new PhasePoint(months, HUNDRED)) : phases;
        for (PhasePoint point : points) {
            LocalDate toDay = month(point.month()).to();
            if (!at.isAfter(toDay)) {
                BigDecimal passed = BigDecimal.valueOf(ChronoUnit.DAYS.between(fromDay, at));
                BigDecimal length = BigDecimal.valueOf(ChronoUnit.DAYS.between(fromDay, toDay));
                return fromPercent.add(point.percent()
                        .subtract(fromPercent)
                        .multiply(passed)
                        .divide(length, PERCENT_SCALE, RoundingMode.HALF_UP));
            }
            fromDay = toDay;
            fromPercent = point.percent();
        }
        return HUNDRED;
    }

    /**
     * Everything the schedule plans, in the order of the activities. Each mark is one occurrence. A bar or a continuous
     * activity gives one occurrence per reporting period it touches, so that each is delivered and reported in a short
     * process. Marks beyond the end of the grant are left out.
     */
    public List<PlannedOccurrence> occurrences() {
        return definition.activities().stream().flatMap(activity -> occurrences(activity.code()).stream()).toList();
    }

    /** The occurrences of one activity, by its text code; empty where the schedule has no row for it. */
    public List<PlannedOccurrence> occurrences(String activityCode) {
        ScheduleRow row = definition.scheduleOf(activityCode).orElse(null);
        if (row == null) {
            return List.of();
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int mark : row.marks()) {
            if (mark <= months) {
                stretches.add(new Stretch(mark, mark, true, false));
            }
        }
        for (ScheduleRow.Bar bar : row.bars()) {
            addByPeriod(stretches, bar.from(), bar.lastMonth(months), bar.openEnd());
        }
        if (row.continuous()) {
            addByPeriod(stretches, 1, months, false);
        }
        stretches.sort((a, b) -> Integer.compare(a.first(), b.first()));
        List<PlannedOccurrence> result = new ArrayList<>();
        for (Stretch s : stretches) {
            result.add(new PlannedOccurrence(activityCode, result.size() + 1, s.first(), s.last(),
                    grantMonths().months(s.first(), s.last()), periodOf(s.first()), s.mark(), s.endAssumed()));
        }
        return List.copyOf(result);
    }

    private record Stretch(int first, int last, boolean mark, boolean endAssumed) {}

    private void addByPeriod(List<Stretch> stretches, int from, int to, boolean openEnd) {
        for (ReportingPeriod period : monthPeriods()) {
            int first = Math.max(from, period.firstMonth());
            int last = Math.min(to, period.lastMonth());
            if (first <= last) {
                stretches.add(new Stretch(first, last, false, openEnd));
            }
        }
    }

    /** The Thai fiscal years the grant touches, with its days in each (BR-42). */
    public List<FiscalYearColumn> fiscalYears() {
        List<FiscalYearColumn> result = new ArrayList<>();
        LocalDate from = start;
        while (!from.isAfter(end())) {
            LocalDate yearEnd = LocalDate.of(from.getMonthValue() >= 10 ? from.getYear() + 1 : from.getYear(), 9, 30);
            LocalDate to = earlier(yearEnd, end());
            result.add(new FiscalYearColumn(ThaiDates.fiscalYear(from), new DateRange(from, to)));
            from = to.plusDays(1);
        }
        return List.copyOf(result);
    }

    private List<ReportingPeriod> monthPeriods() {
        ReportingPolicy reporting = definition.reporting();
        List<ReportingPeriod> result = new ArrayList<>();
        if (reporting.every() == null) {
            for (ReportingPeriod period : reporting.periods()) {
                if (period.firstMonth() <= months) {
                    int last = period.no() == reporting.periods().size() ? months : Math.min(period.lastMonth(), months);
                    result.add(new ReportingPeriod(period.no(), period.firstMonth(), last));
                }
            }
            return result;
        }
        int length = reporting.monthsPerPeriod();
        for (int first = 1; first <= months; first += length) {
            result.add(new ReportingPeriod(result.size() + 1, first, Math.min(first + length - 1, months)));
        }
        return result;
    }

    /** The number of the reporting period in which a grant month lies. */
    public int periodOf(int month) {
        return monthPeriods().stream()
                .filter(period -> period.containsMonth(month))
                .findFirst()
                .orElseThrow()
                .no();
    }

    private GrantPeriod period(int no, DateRange days) {
        return new GrantPeriod(no, days, days.to().plusDays(definition.reporting().dueDaysAfterPeriod()));
    }

    private GrantMonths grantMonths() {
        return new GrantMonths(start);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
