package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.indicators.EnteredMeasurements.NewEntry;
import org.thun.indicators.MeasuredEntry.EntrySlice;
import org.thun.indicators.MeasuredEntry.Purpose;
import org.thun.indicators.Place;
import org.thun.programmes.CodeItem;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.Cumulation;
import org.thun.programmes.Indicator.IndicatorKind;
import org.thun.programmes.Indicator.ValueSetting;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.shared.Problem;

/** What is wrong with a value that somebody enters. */
final class EntryRules {

    private static final int LONGEST_NOTE = 2000;
    private static final int DECIMALS = 4;
    private static final int SATANG = 2;

    /** The largest value that can be kept: 16 digits before the point. */
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(16);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Grant grant;
    private final ProgrammeDefinition definition;
    private final Indicator indicator;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();

    private EntryRules(Grant grant, ProgrammeDefinition definition, Indicator indicator, LocalDate today) {
        this.grant = grant;
        this.definition = definition;
        this.indicator = indicator;
        this.today = today;
    }

    static List<Problem> problems(Grant grant, ProgrammeDefinition definition, Indicator indicator, NewEntry entry,
            LocalDate today) {
        EntryRules rules = new EntryRules(grant, definition, indicator, today);
        if (grant.effectiveFrom() == null || grant.state() == GrantState.CLOSED) {
            return List.of(Problem.of("indicators.entry.problem.notRunning"));
        }
        if (entry.purpose() == Purpose.BASELINE && indicator.baselineSetting() != ValueSetting.PER_AREA) {
            return List.of(Problem.at("purpose", "indicators.entry.problem.noBaseline"));
        }
        rules.place(entry.place());
        rules.days(entry);
        rules.amounts(entry);
        rules.slices(entry);
        rules.note(entry.note());
        return rules.problems;
    }

    /** Whether two entries would count the same days of the same place twice. */
    static boolean overlap(EntryRow one, Purpose purpose, Place place, LocalDate from, LocalDate to) {
        return one.purpose() == purpose && one.place().equals(place)
                && !one.fromOn().isAfter(to) && !from.isAfter(one.toOn());
    }

    /** Whether the values of an indicator hold on a day instead of adding up over days. */
    static boolean ofADay(Indicator indicator, Purpose purpose) {
        return purpose == Purpose.BASELINE || indicator.cumulation() == Cumulation.LATEST;
    }

    private void place(Place place) {
        boolean known = place.isWhole()
                || place.kind() == Place.Kind.CENTRE && definition.centre(place.code()).isPresent();
        if (!known) {
            problems.add(Problem.at("place", "indicators.entry.problem.place"));
        }
    }

    private void days(NewEntry entry) {
        LocalDate from = entry.from();
        LocalDate to = entry.to();
        if (from == null || to == null || to.isAfter(today) || from.isAfter(to)) {
            problems.add(Problem.at("to", "indicators.entry.problem.days", today));
        } else if (entry.purpose() == Purpose.RESULT && from.isBefore(grant.effectiveFrom())) {
            problems.add(Problem.at("from", "indicators.entry.problem.before", grant.effectiveFrom()));
        } else if (ofADay(indicator, entry.purpose())) {
            if (!from.equals(to)) {
                problems.add(Problem.at("from", "indicators.entry.problem.oneDay"));
            }
        } else if (new GrantCalendar(definition, grant.months().start(), grant.durationMonths()).periods().stream()
                .noneMatch(period -> period.days().contains(from) && period.days().contains(to))) {
            problems.add(Problem.at("to", "indicators.entry.problem.onePeriod"));
        }
    }

    private void amounts(NewEntry entry) {
        number(entry.amount(), "amount", decimals());
        if (!indicator.kind().isRatio()) {
            if (entry.of() != null) {
                problems.add(Problem.at("of", "indicators.entry.problem.noLine"));
            }
        } else {
            number(entry.of(), "of", 0);
        }
        BigDecimal most = indicator.kind() == IndicatorKind.INDEX ? HUNDRED
                : indicator.kind() == IndicatorKind.MILESTONE_LADDER ? BigDecimal.valueOf(indicator.steps())
                : null;
        if (most != null && entry.amount() != null && entry.amount().compareTo(most) > 0) {
            problems.add(Problem.at("amount", "indicators.entry.problem.most", most));
        }
    }

    private int decimals() {
        return switch (indicator.kind()) {
            case UNIQUE_COUNT, COUNT, PERCENTAGE, MILESTONE_LADDER -> 0;
            case MONEY, MONEY_IN_KIND -> SATANG;
            case AVERAGE, INDEX -> DECIMALS;
        };
    }

    private void number(BigDecimal value, String field, int decimals) {
        if (value == null || value.signum() < 0 || value.compareTo(LIMIT) >= 0) {
            problems.add(Problem.at(field, "indicators.problem.number"));
        } else if (value.stripTrailingZeros().scale() > decimals) {
            problems.add(Problem.at(field, decimals == 0 ? "indicators.entry.problem.whole"
                    : "indicators.entry.problem.decimals", decimals));
        }
    }

    /** Parts of a list never come to more than the value; what is left is "not stated". */
    private void slices(NewEntry entry) {
        Map<String, BigDecimal> above = new HashMap<>();
        Map<String, BigDecimal> below = new HashMap<>();
        int before = problems.size();
        for (EntrySlice slice : entry.slices()) {
            boolean known = Slicer.enteredLists(definition, indicator).contains(slice.list())
                    && definition.list(slice.list()).stream().map(CodeItem::code).anyMatch(slice.code()::equals);
            if (!known) {
                problems.add(Problem.at("slices", "indicators.entry.problem.slice"));
            } else {
                number(slice.amount(), "slices", decimals());
                if (indicator.kind().isRatio()) {
                    number(slice.of(), "slices", 0);
                }
            }
        }
        if (problems.size() > before || entry.amount() == null) {
            return;
        }
        entry.slices().forEach(slice -> {
            above.merge(slice.list(), slice.amount(), BigDecimal::add);
            below.merge(slice.list(), slice.of() == null ? BigDecimal.ZERO : slice.of(), BigDecimal::add);
        });
        boolean over = above.values().stream().anyMatch(sum -> sum.compareTo(entry.amount()) > 0)
                || entry.of() != null && below.values().stream().anyMatch(sum -> sum.compareTo(entry.of()) > 0);
        if (over) {
            problems.add(Problem.at("slices", "indicators.entry.problem.sliceSum"));
        }
    }

    private void note(String note) {
        if (note == null || note.isBlank()) {
            problems.add(Problem.at("note", "indicators.entry.problem.note"));
        } else if (note.strip().length() > LONGEST_NOTE) {
            problems.add(Problem.at("note", "indicators.problem.tooLong", LONGEST_NOTE));
        }
    }
}
