package org.thun.activities.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.activities.RoundPlanning;
import org.thun.activities.internal.ActivityMapper.OccurrenceRow;
import org.thun.activities.internal.RoundMapper.ChoiceRow;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.programmes.Activity;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.ScheduleRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/** Adds rounds, and settles how many there are. Everything is checked before the first row is written. */
@Service
class RoundDesk implements RoundPlanning {

    private final RoundMapper choices;
    private final ActivityMapper activities;
    private final ActivityBook book;
    private final PlanChangeMapper changes;
    private final PlanChangeDesk plan;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    RoundDesk(
            RoundMapper choices,
            ActivityMapper activities,
            ActivityBook book,
            PlanChangeMapper changes,
            PlanChangeDesk plan,
            Grants grants,
            Programmes programmes,
            AuditTrail audit,
            BusinessClock clock) {
        this.choices = choices;
        this.activities = activities;
        this.book = book;
        this.changes = changes;
        this.plan = plan;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RoundConflict> conflicts(String grantId) {
        Grant grant = grants.get(grantId);
        if (grant.effectiveFrom() == null) {
            return List.of();
        }
        Map<String, Choice> chosen = new HashMap<>();
        choices.ofGrant(grantId).forEach(row -> chosen.put(row.activityCode(),
                new Choice(row.source(), row.rounds(), row.reason(), row.accountName(), row.chosenAt())));
        ProgrammeDefinition definition = definition(grant);
        int months = book.agreedMonths(grantId);
        List<RoundConflict> conflicts = new ArrayList<>();
        for (Activity activity : definition.activities()) {
            ScheduleRow row = definition.scheduleOf(activity.code()).orElse(null);
            if (activity.rounds() == null || row == null || row.marks().isEmpty()) {
                continue;
            }
            int marked = (int) row.marks().stream().filter(month -> month <= months).count();
            if (marked != activity.rounds()) {
                conflicts.add(new RoundConflict(activity.code(), activity.title(), activity.rounds(), marked,
                        row.conflicts(), chosen.get(activity.code())));
            }
        }
        return conflicts;
    }

    @Override
    public boolean mayChoose(Grant grant, Actor actor) {
        return grant.state() == GrantState.EFFECTIVE && actor.holds(Role.PO, grant.scope());
    }

    @Override
    @Transactional
    public Outcome<Void> choose(String grantId, String activityCode, ChooseRounds choice, Actor actor) {
        Grant grant = grants.get(grantId);
        if (!mayChoose(grant, actor)) {
            return Outcome.refused(Problem.of("activities.problem.rounds.notYours"));
        }
        List<OccurrenceRow> rounds = changes.lockAll(grantId).stream()
                .filter(row -> row.activityCode().equals(activityCode) && row.marked())
                .filter(row -> row.state() != OccurrenceState.CANCELLED)
                .toList();
        RoundConflict conflict = conflicts(grantId).stream()
                .filter(found -> found.activityCode().equals(activityCode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no two numbers of rounds of " + activityCode));
        int wanted = choice.source() == Source.TEXT ? conflict.inText() : conflict.inSchedule();
        List<OccurrenceRow> surplus = wanted < rounds.size() ? rounds.subList(wanted, rounds.size()) : List.of();
        List<Problem> problems = problems(grant, conflict, choice, Math.max(0, wanted - rounds.size()), surplus);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        choices.insert(new ChoiceRow(grantId, activityCode, choice.source(), wanted, choice.reason(),
                actor.accountId(), actor.name().th(), clock.dateTime()));
        audit.record(actor, AuditEvent.of(grantId, "activity.chooseRounds", "activity", activityCode)
                .because(choice.reason())
                .with(choice));
        for (int month : choice.months().stream().sorted().toList()) {
            plan.lay(grantId, activityCode, month, month, "activity.addRound", choice.reason(), actor);
        }
        surplus.forEach(row -> plan.cancel(row.id(), choice.reason(), List.of(), actor));
        return Outcome.done();
    }

    private List<Problem> problems(
            Grant grant, RoundConflict conflict, ChooseRounds choice, int missing, List<OccurrenceRow> surplus) {
        List<Problem> problems = new ArrayList<>();
        conflict.chosen().ifPresent(
                made -> problems.add(Problem.of("activities.problem.rounds.chosen", made.byName(), made.at())));
        if (choice.reason() == null || choice.reason().isBlank()) {
            problems.add(Problem.at("reason", "activities.problem.rounds.reason"));
        }
        if (choice.months().size() != missing || choice.months().stream().distinct().count() != missing) {
            problems.add(Problem.at("months", "activities.problem.rounds.months", missing));
        }
        choice.months().forEach(month -> month(problems, "months", grant, month));
        surplus.stream()
                .filter(row -> row.state().settled() || row.state() == OccurrenceState.REPORTED
                        || row.state() == OccurrenceState.DONE)
                .forEach(row -> problems.add(Problem.at("source", "activities.problem.rounds.held",
                        row.activityCode() + " (" + row.occurrenceNo() + ")")));
        return problems;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRepeat(String occurrenceId, Actor actor) {
        return activities.find(occurrenceId)
                .filter(row -> row.marked() && row.state() != OccurrenceState.CANCELLED)
                .flatMap(row -> grants.find(row.grantId(), actor)
                        .filter(grant -> !definition(grant).isInstituteFee(row.activityCode())))
                .filter(grant -> grant.state() == GrantState.EFFECTIVE)
                .filter(grant -> actor.may(Action.CREATE, ObjectKind.ACTIVITY_PLAN, grant.scope())
                        || actor.may(Action.SUBMIT, ObjectKind.ACTIVITY_PLAN, grant.scope()))
                .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public RepeatEffect repeatEffect(String occurrenceId, int month) {
        OccurrenceRow row = row(occurrenceId);
        Grant grant = grants.get(row.grantId());
        Activity activity = definition(grant).activity(row.activityCode()).orElseThrow();
        List<Occurrence> same = book.ofGrant(grant.id()).stream()
                .filter(occurrence -> occurrence.activityCode().equals(activity.code()))
                .toList();
        boolean inside = month >= 1 && month <= grant.durationMonths();
        GrantCalendar calendar = new GrantCalendar(definition(grant), grant.effectiveFrom(), grant.durationMonths());
        return new RepeatEffect(month, inside ? calendar.periodOf(month) : null, free(row),
                PlanPreview.gapsWith(activity, same, month));
    }

    @Override
    @Transactional
    public Outcome<String> repeat(String occurrenceId, RepeatRound round, Actor actor) {
        if (!mayRepeat(occurrenceId, actor)) {
            return Outcome.refused(Problem.of("activities.problem.repeat.notNow"));
        }
        OccurrenceRow row = activities.lock(occurrenceId).orElseThrow();
        Grant grant = grants.get(row.grantId());
        List<Problem> problems = new ArrayList<>();
        if (round.month() == null) {
            problems.add(Problem.at("month", "activities.problem.required"));
        } else {
            month(problems, "month", grant, round.month());
        }
        if (round.reason() == null || round.reason().isBlank()) {
            problems.add(Problem.at("reason", "activities.problem.repeat.reason"));
        }
        if (round.cost() == null || round.cost().isNegative()) {
            problems.add(Problem.at("cost", "activities.problem.repeat.cost"));
        } else {
            Money free = free(row);
            if (round.cost().compareTo(free) > 0) {
                problems.add(Problem.at("cost", "activities.problem.overBudget", round.cost(), free,
                        round.cost().minus(free)).under("BR-01"));
            }
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        return Outcome.done(plan.lay(grant.id(), row.activityCode(), round.month(), round.month(), "activity.addRound",
                round.reason(), actor));
    }

    /** A month in which something can still be held: inside the grant, not over, not in closed accounts. */
    private void month(List<Problem> problems, String field, Grant grant, int month) {
        if (month < 1 || month > grant.durationMonths()) {
            problems.add(Problem.at(field, "activities.problem.change.outside", grant.durationMonths()).under("BR-11"));
            return;
        }
        LocalDate last = grant.months().month(month).to();
        LocalDate locked = activities.lockedThrough(grant.id());
        if (locked != null && !last.isAfter(locked)) {
            problems.add(Problem.at(field, "activities.problem.change.locked", locked).under("BR-16"));
        } else if (last.isBefore(clock.today())) {
            problems.add(Problem.at(field, "activities.problem.repeat.past", month));
        }
    }

    /** What is left of the budget of the activity, with all its occurrences. */
    private Money free(OccurrenceRow row) {
        return book.budget(row.grantId(), row.activityCode(), null).free();
    }

    private OccurrenceRow row(String occurrenceId) {
        return activities.find(occurrenceId)
                .orElseThrow(() -> new IllegalArgumentException("no activity occurrence " + occurrenceId));
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }
}
