package org.thun.registry.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordState;
import org.thun.registry.Registers;
import org.thun.registry.internal.RecordMapper.RoleRow;
import org.thun.registry.internal.RecordMapper.VersionRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/** Entry, correction and submission by the people of a centre. Called inside the door's transaction. */
@Component
class Entry {

    private static final Set<RecordState> EDITABLE = Set.of(RecordState.DRAFT, RecordState.SUBMITTED,
            RecordState.VERIFIED, RecordState.REJECTED);

    /** Rows of one statement. */
    static final int CHUNK = 200;

    private final RecordMapper records;
    private final StandingBook standings;
    private final RecordVersions versions;
    private final Identities identities;
    private final NameBook names;
    private final SuspectFinder finder;
    private final Sameness sameness;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Entry(RecordMapper records, StandingBook standings, RecordVersions versions, Identities identities, NameBook names,
            SuspectFinder finder, Sameness sameness, Grants grants,
            Programmes programmes, AuditTrail audit, BusinessClock clock) {
        this.records = records;
        this.standings = standings;
        this.versions = versions;
        this.identities = identities;
        this.names = names;
        this.finder = finder;
        this.sameness = sameness;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
    }

    /** A row that may be written, and in which role it is. */
    private record Ready(RecordRow row, RecordFacts facts, Role role) {}

    /**
     * A correction that may be made.
     *
     * @param before the record as it is
     * @param after as it will be
     * @param facts what it will say
     * @param role in which it is corrected
     */
    record Correction(RecordRow before, RecordRow after, RecordFacts facts, Role role) {}

    /** Enters rows, each for itself; results in their order. */
    List<Outcome<String>> enter(List<RecordFacts> rows, boolean submit, Actor actor) {
        Cases cases = new Cases(grants, programmes);
        Map<String, String> authors = authorsOf(rows);
        Set<String> seen = new HashSet<>();
        Map<String, Ready> ready = new LinkedHashMap<>();
        List<Outcome<String>> outcomes = new ArrayList<>(rows.size());
        for (RecordFacts raw : rows) {
            RecordFacts facts = clean(raw);
            String author = authors.get(facts.id());
            if (author != null || !seen.add(facts.id())) {
                outcomes.add(author == null || author.equals(actor.accountId())
                        ? Outcome.done(facts.id())
                        : Outcome.refused(Problem.of("registry.problem.unknown")));
                continue;
            }
            Outcome<Ready> outcome = ready(facts, submit, cases, actor);
            if (outcome.isDone()) {
                ready.put(facts.id(), outcome.orElseThrow());
            }
            outcomes.add(outcome.map(entry -> entry.row().id()));
        }
        write(new ArrayList<>(ready.values()), actor);
        if (submit) {
            finder.lookFor(ready.keySet());
        }
        return outcomes;
    }

    /** Replaces what a locked record says. */
    Outcome<Void> correct(RecordRow before, RecordFacts raw, int version, boolean submit, Actor actor) {
        return correction(before, raw, version, submit, new Cases(grants, programmes), actor).map(correction -> {
            correct(List.of(correction), actor);
            if (correction.after().state() == RecordState.SUBMITTED) {
                finder.lookAgainFor(List.of(before.id()));
            }
            return null;
        });
    }

    /** The correction of a locked record, or why it may not be made. */
    Outcome<Correction> correction(RecordRow before, RecordFacts raw, int version, boolean submit, Cases cases,
            Actor actor) {
        RecordFacts facts = clean(raw);
        Grant grant = cases.of(before.grantId());
        Role role = actor.roleFor(Action.EDIT, ObjectKind.REGISTRY_RECORD, Access.scope(before)).orElse(null);
        if (role == null || !EDITABLE.contains(before.state()) || before.nameless()) {
            return Outcome.refused(Problem.of("registry.problem.notEditable"));
        }
        if (!cases.isOpen(before)) {
            return Outcome.refused(Problem.of("registry.problem.grant.over"));
        }
        if (before.versionNo() != version) {
            VersionRow latest = records.versions(before.id()).get(0);
            return Outcome.refused(
                    Problem.of("registry.problem.changed", latest.savedByName(), latest.savedAt()));
        }
        if (!facts.register().equals(before.registerCode())
                || !facts.grantId().equals(before.grantId())
                || !facts.centreCode().equals(before.centreCode())) {
            return Outcome.refused(Problem.of("registry.problem.moved"));
        }
        List<Problem> problems = problems(facts, grant, cases.definition(grant));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        // Only a draft may stay one: what has been handed in once is handed in again with its correction.
        RecordState state = submit || before.state() != RecordState.DRAFT ? RecordState.SUBMITTED : RecordState.DRAFT;
        RecordRow after = row(facts, grant, before.provinceCode(), state, version + 1, actor, clock.dateTime(),
                Optional.ofNullable(before.firstSubmittedOn()));
        return Outcome.done(new Correction(before, after, facts, role));
    }

    /** Makes corrections, in a handful of statements for many. Records alike are not looked for. */
    void correct(List<Correction> corrections, Actor actor) {
        for (List<Correction> chunk : chunks(corrections)) {
            List<RecordFacts> facts = chunk.stream().map(Correction::facts).toList();
            chunk.forEach(correction -> records.correct(correction.after()));
            records.deleteRoles(facts.stream().map(RecordFacts::id).toList());
            writeRoles(facts);
            identities.replace(facts);
            names.renew(chunk.stream().map(Correction::after).toList());
            records.insertVersions(chunk.stream()
                    .map(each -> versions.row(each.after(), each.facts(), actor.accountId(), actor.name().th()))
                    .toList());
            stopCounting(chunk.stream().map(Correction::before).toList());
        }
        corrections.stream().collect(Collectors.groupingBy(Correction::role)).forEach((role, made) ->
                audit.record(actor.as(role), made.stream().map(Entry::event).toList()));
    }

    private static AuditEvent event(Correction made) {
        String id = made.before().id();
        return AuditEvent
                .transition(id, "registry.correct", Registers.OBJECT_TYPE, id, made.before().state(), made.after().state())
                .with(made.facts());
    }

    Outcome<Void> submit(RecordRow draft, Actor actor) {
        Role role = actor.roleFor(Action.SUBMIT, ObjectKind.REGISTRY_RECORD, Access.scope(draft)).orElse(null);
        if (role == null || draft.state() != RecordState.DRAFT) {
            return Outcome.refused(Problem.of("registry.problem.notDraft"));
        }
        records.submit(draft.id(), clock.dateTime(), clock.today());
        finder.lookAgainFor(List.of(draft.id()));
        audit.record(actor.as(role), AuditEvent.transition(draft.id(), "registry.submit", Registers.OBJECT_TYPE, draft.id(),
                RecordState.DRAFT, RecordState.SUBMITTED));
        return Outcome.done();
    }

    /** From today on the record counts no more; what it counted before stays counted as of those days. */
    void stopCounting(RecordRow row) {
        stopCounting(List.of(row));
    }

    private void stopCounting(List<RecordRow> rows) {
        List<String> counting = rows.stream()
                .filter(row -> row.state() == RecordState.VERIFIED)
                .map(RecordRow::id)
                .toList();
        if (!counting.isEmpty()) {
            standings.stop(counting, clock.today());
            sameness.settle(counting, clock.today());
        }
    }

    private Map<String, String> authorsOf(List<RecordFacts> rows) {
        return chunks(rows.stream().map(RecordFacts::id).distinct().toList()).stream()
                .map(records::lock)
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(RecordRow::id, RecordRow::authorId));
    }

    private Outcome<Ready> ready(RecordFacts facts, boolean submit, Cases cases, Actor actor) {
        Grant grant = cases.running(facts.grantId()).orElse(null);
        if (grant == null) {
            return Outcome.refused(Problem.at("grantId", "registry.problem.grant.notRunning"));
        }
        ProgrammeDefinition definition = cases.definition(grant);
        CentreDefinition centre = definition.centre(facts.centreCode()).orElse(null);
        Scope scope = grant.scope().atCentre(facts.centreCode());
        Role role = centre == null
                ? null
                : actor.roleFor(submit ? Action.SUBMIT : Action.CREATE, ObjectKind.REGISTRY_RECORD, scope)
                        .or(() -> actor.roleFor(Action.CREATE, ObjectKind.REGISTRY_RECORD, scope))
                        .orElse(null);
        if (role == null) {
            return Outcome.refused(Problem.at("centreCode", "registry.problem.centre"));
        }
        List<Problem> problems = problems(facts, grant, definition);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        RecordState state = submit ? RecordState.SUBMITTED : RecordState.DRAFT;
        return Outcome.done(new Ready(
                row(facts, grant, centre.provinceCode(), state, 1, actor, clock.dateTime(), Optional.empty()), facts,
                role));
    }

    /** All that is wrong with a record. */
    List<Problem> problems(RecordFacts facts, Grant grant, ProgrammeDefinition definition) {
        List<Problem> problems = new ArrayList<>(RecordRules.problems(facts, grant, definition, clock.today()));
        problems.addAll(identities.problems(facts));
        return problems;
    }

    private void write(List<Ready> entries, Actor actor) {
        for (List<Ready> chunk : chunks(entries)) {
            records.insert(chunk.stream().map(Ready::row).toList());
            records.insertVersions(chunk.stream()
                    .map(entry -> versions.row(entry.row(), entry.facts(), actor.accountId(), actor.name().th()))
                    .toList());
            writeRoles(chunk.stream().map(Ready::facts).toList());
            identities.keep(chunk.stream().map(Ready::facts).toList());
            names.keep(chunk.stream().map(Ready::row).toList());
        }
        for (Ready entry : entries) {
            audit.record(actor.as(entry.role()), AuditEvent
                    .transition(entry.row().id(), "registry.enter", Registers.OBJECT_TYPE, entry.row().id(), null,
                            entry.row().state())
                    .with(entry.facts()));
        }
    }

    private void writeRoles(List<RecordFacts> facts) {
        List<RoleRow> roles = facts.stream()
                .flatMap(each -> each.roles().stream()
                        .map(held -> new RoleRow(each.id(), held.role(), held.detail())))
                .toList();
        if (!roles.isEmpty()) {
            records.insertRoles(roles);
        }
    }

    RecordRow row(RecordFacts f, Grant grant, String provinceCode, RecordState state, int version, Actor actor,
            LocalDateTime now, Optional<LocalDate> firstSubmitted) {
        LocalDate first = state == RecordState.DRAFT ? null : firstSubmitted.orElse(now.toLocalDate());
        return new RecordRow(f.id(), null, f.register(), grant.programmeKey(), grant.organisationId(), grant.id(),
                f.centreCode(), provinceCode, f.name(), f.surname(), f.nameEn(), ThaiText.sortKey(f.fullName()),
                f.district(), f.subdistrict(), f.categoryCode(), f.channelCode(), f.link(), f.sexCode(), f.birthYear(),
                f.roundNo(), f.datedOn(), f.source(), f.ground(), f.consentedOn(), f.purposeTold(), f.note(), state,
                version, actor.accountId(), actor.name().th(), now, first, state == RecordState.DRAFT ? null : now, null,
                null, null, null, null);
    }

    static RecordFacts clean(RecordFacts f) {
        return new RecordFacts(f.id(), f.register(), f.grantId(), f.centreCode(), ThaiText.clean(f.name()),
                ThaiText.clean(f.surname()), ThaiText.clean(f.nameEn()), ThaiText.clean(f.district()),
                ThaiText.clean(f.subdistrict()), f.categoryCode(), f.channelCode(), ThaiText.clean(f.link()),
                f.sexCode(), f.birthYear(), f.roles(), f.roundNo(), f.datedOn(), ThaiText.clean(f.source()), f.ground(),
                f.consentedOn(), f.purposeTold(), ThaiText.clean(f.note()), ThaiText.clean(f.citizenNumber()));
    }

    static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }
}
