package org.thun.indicators.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.indicators.EnteredMeasurements;
import org.thun.indicators.MeasuredEntry;
import org.thun.indicators.MeasuredEntry.EntrySlice;
import org.thun.indicators.MeasuredEntry.State;
import org.thun.indicators.Place;
import org.thun.indicators.internal.ValueMapper.SliceRow;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.Indicator;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
class ValueDesk implements EnteredMeasurements {

    private static final int LONGEST_REASON = 1000;

    private final ValueMapper entries;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ValueDesk(ValueMapper entries, Programmes programmes, AuditTrail audit, BusinessClock clock) {
        this.entries = entries;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome<String> enter(Grant grant, NewEntry entry, Actor actor) {
        ProgrammeDefinition definition = definition(grant);
        Indicator indicator = definition.indicator(entry.indicatorId()).filter(Indicator::isEntered).orElse(null);
        if (indicator == null) {
            return Outcome.refused(Problem.of("indicators.problem.unknown"));
        }
        Role role = actor.roleFor(Action.CREATE, ObjectKind.MEASUREMENT, at(grant, entry.place())).orElse(null);
        if (role == null) {
            return Outcome.refused(Problem.at("place", "indicators.entry.problem.notAllowed"));
        }
        List<Problem> problems = EntryRules.problems(grant, definition, indicator, entry, clock.today());
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        List<EntryRow> others = entries.lock(grant.id(), indicator.id());
        Problem conflict = conflict(entry, others);
        if (conflict != null) {
            return Outcome.refused(conflict);
        }
        String id = Ids.next();
        entries.insert(new EntryRow(id, grant.id(), indicator.id(), entry.purpose(), entry.place().kind(),
                entry.place().code(), entry.from(), entry.to(), entry.amount(), entry.of(), entry.note().strip(),
                State.ENTERED, entry.corrects(), actor.accountId(), actor.name().th(), clock.dateTime(), null, null, null,
                null, null, null, null, null, null, null));
        entry.slices().forEach(slice ->
                entries.insertSlice(new SliceRow(id, slice.list(), slice.code(), slice.amount(), slice.of())));
        audit.record(actor.as(role), AuditEvent
                .transition(grant.id(), "indicator.enterValue", MeasuredEntry.OBJECT_TYPE, id, null, State.ENTERED)
                .with(entry));
        return Outcome.done(id);
    }

    /** Another entry of the same days, or a correction of something that cannot be corrected; {@code null} if there is none. */
    private static Problem conflict(NewEntry entry, List<EntryRow> others) {
        if (entry.corrects() != null) {
            EntryRow old = others.stream().filter(row -> row.id().equals(entry.corrects())).findFirst().orElse(null);
            if (old == null || !old.state().holds() || old.purpose() != entry.purpose()
                    || !old.place().equals(entry.place())) {
                return Problem.of("indicators.entry.problem.notCorrectable");
            }
        }
        return others.stream()
                .filter(row -> row.state().open() || row.state().holds())
                .filter(row -> !row.id().equals(entry.corrects()))
                .anyMatch(row -> EntryRules.overlap(row, entry.purpose(), entry.place(), entry.from(), entry.to()))
                ? Problem.at("to", "indicators.entry.problem.twice")
                : null;
    }

    @Override
    @Transactional
    public Outcome<Void> check(Grant grant, String entryId, boolean pass, String reason, Actor actor) {
        EntryRow row = locked(grant, entryId, State.ENTERED);
        if (row == null) {
            return Outcome.refused(Problem.of("indicators.entry.problem.decided"));
        }
        Role role = actor.roleFor(Action.CHECK, ObjectKind.MEASUREMENT, grant.scope()).orElse(null);
        if (role == null) {
            return Outcome.refused(Problem.of("indicators.entry.problem.notChecker"));
        }
        if (actor.accountId().equals(row.enteredBy()) || !mayCheck(grant, row.place(), actor)) {
            return Outcome.refused(Problem.of("indicators.entry.problem.ownPlace").under("SD5"));
        }
        if (!pass) {
            return giveBack(grant, row, reason, actor.as(role));
        }
        entries.check(entryId, actor.accountId(), actor.name().th(), clock.dateTime());
        audit.record(actor.as(role), AuditEvent.transition(grant.id(), "indicator.checkValue", MeasuredEntry.OBJECT_TYPE,
                entryId, State.ENTERED, State.CHECKED));
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome<Void> approve(Grant grant, String entryId, boolean approve, String reason, Actor actor) {
        EntryRow row = locked(grant, entryId, State.CHECKED);
        if (row == null) {
            return Outcome.refused(Problem.of("indicators.entry.problem.decided"));
        }
        Role role = actor.roleFor(Action.APPROVE, ObjectKind.MEASUREMENT, grant.scope()).orElse(null);
        if (role == null) {
            return Outcome.refused(Problem.of("indicators.entry.problem.notApprover"));
        }
        if (actor.accountId().equals(row.enteredBy()) || actor.accountId().equals(row.checkedBy())) {
            return Outcome.refused(Problem.of("indicators.entry.problem.own").under("SD1"));
        }
        if (!approve) {
            return giveBack(grant, row, reason, actor.as(role));
        }
        boolean twice = entries.of(grant.id(), row.indicatorId()).stream()
                .filter(other -> other.state().holds() && !other.id().equals(row.correctsId()))
                .anyMatch(other -> EntryRules.overlap(other, row.purpose(), row.place(), row.fromOn(), row.toOn()));
        if (twice) {
            return Outcome.refused(Problem.of("indicators.entry.problem.twice"));
        }
        LocalDateTime now = clock.dateTime();
        if (row.correctsId() != null) {
            entries.replace(row.correctsId(), now);
            audit.record(actor.as(role), AuditEvent.transition(grant.id(), "indicator.replaceValue",
                    MeasuredEntry.OBJECT_TYPE, row.correctsId(), State.APPROVED, State.CORRECTED).with(Map.of("by", entryId)));
        }
        entries.approve(entryId, actor.accountId(), actor.name().th(), now);
        audit.record(actor.as(role), AuditEvent.transition(grant.id(), "indicator.approveValue", MeasuredEntry.OBJECT_TYPE,
                entryId, State.CHECKED, State.APPROVED));
        return Outcome.done();
    }

    private Outcome<Void> giveBack(Grant grant, EntryRow row, String reason, Actor actor) {
        String words = reason == null ? "" : reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            return Outcome.refused(words.isEmpty()
                    ? Problem.at("reason", "indicators.entry.problem.reason")
                    : Problem.at("reason", "indicators.problem.tooLong", LONGEST_REASON));
        }
        entries.giveBack(row.id(), words, actor.name().th());
        audit.record(actor, AuditEvent.transition(grant.id(), "indicator.returnValue", MeasuredEntry.OBJECT_TYPE, row.id(),
                row.state(), State.RETURNED).because(words));
        return Outcome.done();
    }

    @Override
    @Transactional(readOnly = true)
    public List<MeasuredEntry> of(Grant grant, String indicatorId, Actor actor) {
        return withSlices(entries.of(grant.id(), indicatorId).stream()
                .filter(row -> row.approvedAt() != null || worksOn(grant, row.place(), actor))
                .toList());
    }

    @Override
    @Transactional(readOnly = true)
    public List<MeasuredEntry> waiting(Grant grant, Actor actor) {
        Predicate<EntryRow> his = row -> !actor.accountId().equals(row.enteredBy())
                && (row.state() == State.ENTERED
                        ? mayCheck(grant, row.place(), actor)
                        : mayApprove(grant, actor) && !actor.accountId().equals(row.checkedBy()));
        return withSlices(entries.open(grant.id()).stream().filter(his).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public List<MeasuredEntry> behind(Grant grant, String indicatorId, LocalDate asOf, LocalDateTime knownAt) {
        ProgrammeDefinition definition = definition(grant);
        return definition.indicator(indicatorId)
                .filter(Indicator::isEntered)
                .map(indicator -> withSlices(EntrySums.used(indicator, held(grant.id(), indicatorId, knownAt), asOf,
                        period(grant, definition, asOf))))
                .orElse(List.of());
    }

    @Override
    @Transactional
    public void freeze(Grant grant, LocalDate asOf, LocalDateTime knownAt, String snapshotId) {
        ProgrammeDefinition definition = definition(grant);
        for (Indicator indicator : definition.indicators().stream().filter(Indicator::isEntered).toList()) {
            EntrySums.used(indicator, held(grant.id(), indicator.id(), knownAt), asOf, period(grant, definition, asOf))
                    .forEach(row -> entries.freeze(row.id(), snapshotId));
        }
    }

    @Override
    public List<Place> placesOf(Grant grant, Actor actor) {
        List<Place> places = new ArrayList<>();
        if (actor.may(Action.CREATE, ObjectKind.MEASUREMENT, grant.scope())) {
            places.add(Place.WHOLE);
        }
        definition(grant).centres().stream()
                .map(CentreDefinition::code)
                .filter(code -> actor.may(Action.CREATE, ObjectKind.MEASUREMENT, grant.scope().atCentre(code)))
                .map(Place::centre)
                .forEach(places::add);
        return places;
    }

    @Override
    public boolean mayCheck(Grant grant, Place place, Actor actor) {
        return actor.may(Action.CHECK, ObjectKind.MEASUREMENT, grant.scope())
                && !actor.may(Action.CREATE, ObjectKind.MEASUREMENT, at(grant, place));
    }

    @Override
    public boolean mayApprove(Grant grant, Actor actor) {
        return actor.may(Action.APPROVE, ObjectKind.MEASUREMENT, grant.scope());
    }

    private boolean worksOn(Grant grant, Place place, Actor actor) {
        return actor.may(Action.CREATE, ObjectKind.MEASUREMENT, at(grant, place))
                || actor.may(Action.CHECK, ObjectKind.MEASUREMENT, grant.scope()) || mayApprove(grant, actor);
    }

    private EntryRow locked(Grant grant, String entryId, State state) {
        EntryRow known = entries.find(entryId).filter(row -> row.grantId().equals(grant.id())).orElse(null);
        return known == null
                ? null
                : entries.lock(grant.id(), known.indicatorId()).stream()
                        .filter(row -> row.id().equals(entryId) && row.state() == state)
                        .findFirst()
                        .orElse(null);
    }

    private List<EntryRow> held(String grantId, String indicatorId, LocalDateTime knownAt) {
        List<EntryRow> all = knownAt == null ? entries.held(grantId) : entries.heldAt(grantId, knownAt);
        return all.stream().filter(row -> row.indicatorId().equals(indicatorId)).toList();
    }

    private List<MeasuredEntry> withSlices(Collection<EntryRow> rows) {
        Map<String, List<EntrySlice>> slices = rows.isEmpty()
                ? Map.of()
                : entries.slices(rows.stream().map(EntryRow::id).toList()).stream().collect(Collectors.groupingBy(
                        SliceRow::entryId, Collectors.mapping(row -> new EntrySlice(row.listName(), row.itemCode(),
                                EntryRow.plain(row.amount()), EntryRow.plain(row.ofAmount())), Collectors.toList())));
        return rows.stream().map(row -> row.with(slices.getOrDefault(row.id(), List.of()))).toList();
    }

    /** The reporting period of a day, or {@code null} outside all. */
    static DateRange period(Grant grant, ProgrammeDefinition definition, LocalDate day) {
        return new GrantCalendar(definition, grant.months().start(), grant.durationMonths()).periods().stream()
                .map(period -> period.days())
                .filter(days -> days.contains(day))
                .findFirst()
                .orElse(null);
    }

    private static Scope at(Grant grant, Place place) {
        return place.isWhole() ? grant.scope() : grant.scope().atCentre(place.code());
    }

    private ProgrammeDefinition definition(Grant grant) {
        return Objects.requireNonNull(programmes.version(grant.programmeKey(), grant.programmeVersion()));
    }
}
