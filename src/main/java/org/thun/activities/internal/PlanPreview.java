package org.thun.activities.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityPlans.Hand;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.activities.PlanEffect;
import org.thun.activities.PlanEffect.Company;
import org.thun.activities.PlanEffect.Crowd;
import org.thun.activities.PlanEffect.Due;
import org.thun.activities.PlanEffect.Fed;
import org.thun.activities.RoundGap;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.programmes.Activity;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.GrantPeriod;
import org.thun.programmes.Indicator;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/** Works out what a wished change of months would mean. Changes nothing. */
@Component
class PlanPreview {

    private final ActivityMapper activities;
    private final Grants grants;
    private final Programmes programmes;

    PlanPreview(ActivityMapper activities, Grants grants, Programmes programmes) {
        this.activities = activities;
        this.grants = grants;
        this.programmes = programmes;
    }

    PlanEffect effect(Occurrence occurrence, List<Occurrence> all, int firstMonth, int lastMonth) {
        Grant grant = grants.get(occurrence.grantId());
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        Activity activity = definition.activity(occurrence.activityCode()).orElseThrow();
        GrantCalendar calendar = new GrantCalendar(definition, grant.effectiveFrom(), grant.durationMonths());
        DateRange days = grant.months().months(firstMonth, lastMonth);
        List<Occurrence> others = all.stream()
                .filter(other -> !other.id().equals(occurrence.id()) && other.state() != OccurrenceState.CANCELLED)
                .toList();
        List<Company> company = company(others, firstMonth, lastMonth, grant);
        return new PlanEffect(occurrence, firstMonth, lastMonth, days,
                due(occurrence.days().from(), calendar, grant).orElseThrow(),
                due(days.from(), calendar, grant).orElse(null),
                grant.months().month(firstMonth).to(),
                fed(activity, definition, occurrence.lastMonth(), lastMonth),
                gaps(activity, occurrence, others, firstMonth),
                company,
                crowded(occurrence, others, firstMonth, lastMonth, grant, definition),
                problems(occurrence, firstMonth, lastMonth, days, grant));
    }

    /** The distances between the rounds of an activity as they are planned now. */
    static List<RoundGap> gaps(Activity activity, List<Occurrence> occurrences) {
        return Rounds.gaps(activity, rounds(occurrences.stream()
                .filter(occurrence -> occurrence.state() != OccurrenceState.CANCELLED)
                .toList()));
    }

    /** The same with one more round in that month, which has no number yet. */
    static List<RoundGap> gapsWith(Activity activity, List<Occurrence> occurrences, int month) {
        List<Rounds.Round> rounds = new ArrayList<>(rounds(occurrences.stream()
                .filter(occurrence -> occurrence.state() != OccurrenceState.CANCELLED)
                .toList()));
        rounds.add(new Rounds.Round(occurrences.stream().mapToInt(Occurrence::no).max().orElse(0) + 1, month));
        return Rounds.gaps(activity, rounds);
    }

    private static List<Rounds.Round> rounds(List<Occurrence> occurrences) {
        return occurrences.stream()
                .filter(Occurrence::mark)
                .map(occurrence -> new Rounds.Round(occurrence.no(), occurrence.firstMonth()))
                .toList();
    }

    private static List<RoundGap> gaps(Activity activity, Occurrence moved, List<Occurrence> others, int month) {
        if (!moved.mark()) {
            return List.of();
        }
        List<Rounds.Round> rounds = new ArrayList<>(rounds(others.stream()
                .filter(other -> other.activityCode().equals(moved.activityCode()))
                .toList()));
        rounds.add(new Rounds.Round(moved.no(), month));
        return Rounds.gaps(activity, rounds);
    }

    private Optional<Due> due(LocalDate day, GrantCalendar calendar, Grant grant) {
        return calendar.periods().stream()
                .filter(period -> period.days().contains(day))
                .findFirst()
                .map(period -> due(period, grant));
    }

    private Due due(GrantPeriod period, Grant grant) {
        return new Due(period.no(), period.dueOn(), grants.tranches(grant.id()).stream()
                .filter(tranche -> tranche.afterPeriod() != null && tranche.afterPeriod() == period.no())
                .toList());
    }

    private static List<Fed> fed(Activity activity, ProgrammeDefinition definition, int lastMonthNow, int lastMonth) {
        return activity.indicators().stream()
                .map(id -> definition.indicator(id).orElseThrow())
                .map(indicator -> new Fed(indicator,
                        activity.targets().stream()
                                .filter(target -> indicator.id().equals(target.indicator()))
                                .toList(),
                        missed(definition, indicator, lastMonthNow, lastMonth)))
                .toList();
    }

    /** Phases the occurrence could contribute to where it stands now, and no longer could. */
    private static List<PhasePoint> missed(
            ProgrammeDefinition definition, Indicator indicator, int lastMonthNow, int lastMonth) {
        return definition.phasesOf(indicator).stream()
                .filter(phase -> lastMonthNow <= phase.month() && phase.month() < lastMonth)
                .toList();
    }

    private static List<Company> company(List<Occurrence> others, int first, int last, Grant grant) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(month -> new Company(month, events(others, month, grant).map(Occurrence::label).toList()))
                .filter(entry -> !entry.labels().isEmpty())
                .toList();
    }

    /** What is held, as against what goes on all the time, in a month: by its planned days, else by the schedule. */
    private static Stream<Occurrence> events(List<Occurrence> others, int month, Grant grant) {
        return others.stream().filter(Occurrence::mark).filter(other -> {
            if (other.plannedDays() == null) {
                return other.firstMonth() <= month && month <= other.lastMonth();
            }
            return grant.months().monthOf(other.plannedDays().from()) <= month
                    && month <= grant.months().monthOf(other.plannedDays().to());
        });
    }

    private List<Crowd> crowded(
            Occurrence occurrence,
            List<Occurrence> others,
            int first,
            int last,
            Grant grant,
            ProgrammeDefinition definition) {
        Map<String, ActivityMapper.HandsRow> hands = activities.hands(grant.id()).stream()
                .collect(Collectors.toMap(ActivityMapper.HandsRow::occurrenceId, Function.identity()));
        Map<String, LocalizedText> mine = people(hands.get(occurrence.id()), definition);
        List<Crowd> crowded = new ArrayList<>();
        for (int month = first; month <= last; month++) {
            List<Occurrence> held = events(others, month, grant).toList();
            for (Map.Entry<String, LocalizedText> person : mine.entrySet()) {
                List<String> labels = held.stream()
                        .filter(other -> people(hands.get(other.id()), definition).containsKey(person.getKey()))
                        .map(Occurrence::label)
                        .toList();
                if (!labels.isEmpty()) {
                    crowded.add(new Crowd(month, person.getValue(), labels));
                }
            }
        }
        return crowded;
    }

    /** Who works at each occurrence of a grant, as far as it is planned. */
    Map<String, List<Hand>> hands(Grant grant) {
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        return activities.hands(grant.id()).stream().collect(Collectors.toMap(ActivityMapper.HandsRow::occurrenceId,
                row -> people(row, definition).entrySet().stream()
                        .map(person -> new Hand(person.getKey(), person.getValue()))
                        .toList()));
    }

    /** The person who planned an occurrence and the centres that take part, by a key of their own. */
    private static Map<String, LocalizedText> people(ActivityMapper.HandsRow hands, ProgrammeDefinition definition) {
        Map<String, LocalizedText> people = new LinkedHashMap<>();
        if (hands == null) {
            return people;
        }
        people.put("person " + hands.authorId(), new LocalizedText(hands.authorName(), null));
        if (hands.centreCodes() != null) {
            Arrays.stream(hands.centreCodes().split(",")).forEach(code -> people.put("centre " + code,
                    definition.centre(code).map(CentreDefinition::name).orElseGet(() -> new LocalizedText(code, null))));
        }
        return people;
    }

    private List<Problem> problems(Occurrence occurrence, int first, int last, DateRange days, Grant grant) {
        List<Problem> problems = new ArrayList<>();
        if (!occurrence.movable()) {
            problems.add(Problem.of("activities.problem.change.settled", occurrence.state()));
        }
        if (first == occurrence.firstMonth() && last == occurrence.lastMonth()) {
            problems.add(Problem.at("from", "activities.problem.change.same"));
        }
        if (last > grant.durationMonths()) {
            problems.add(Problem.at("to", "activities.problem.change.outside", grant.durationMonths()).under("BR-11"));
        }
        LocalDate locked = activities.lockedThrough(grant.id());
        if (locked != null && !days.to().isAfter(locked)) {
            problems.add(Problem.at("to", "activities.problem.change.locked", locked).under("BR-16"));
        }
        return problems;
    }
}
