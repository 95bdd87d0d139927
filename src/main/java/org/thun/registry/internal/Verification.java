package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.programmes.Programmes;
import org.thun.registry.RecordState;
import org.thun.registry.Registers;
import org.thun.registry.internal.MergeMapper.MergeRow;
import org.thun.registry.internal.RecordMapper.RoleRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/** Verification by somebody of another house (SD5), rejection and withdrawal. Called inside the door's transaction. */
@Component
class Verification {

    private static final Set<RecordState> JUDGED = Set.of(RecordState.SUBMITTED, RecordState.VERIFIED);
    private static final int LONGEST_REASON = 1000;

    private final RecordMapper records;
    private final StandingBook standings;
    private final BatchMapper batches;
    private final Entry entry;
    private final Identities identities;
    private final NameBook names;
    private final SuspectMapper suspects;
    private final SuspectFinder finder;
    private final MergeMapper merges;
    private final Sameness sameness;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Verification(RecordMapper records, StandingBook standings, BatchMapper batches, Entry entry, Identities identities, NameBook names,
            SuspectMapper suspects, SuspectFinder finder, MergeMapper merges, Sameness sameness, Grants grants,
            Programmes programmes, AuditTrail audit, BusinessClock clock) {
        this.records = records;
        this.standings = standings;
        this.batches = batches;
        this.entry = entry;
        this.identities = identities;
        this.names = names;
        this.suspects = suspects;
        this.finder = finder;
        this.merges = merges;
        this.sameness = sameness;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Verifies or confirms records, each for itself; results in the order of the ids. */
    List<Outcome<Void>> verify(List<String> ids, Actor actor) {
        return judge(ids, actor, suspects::certain, (rows, by, cases) -> {
            confirm(rows, by.name().th(), clock.today(), cases);
            for (RecordRow row : rows) {
                String command = row.state() == RecordState.VERIFIED ? "registry.confirm" : "registry.verify";
                audit.record(by, AuditEvent.transition(row.id(), command, Registers.OBJECT_TYPE, row.id(), row.state(),
                        RecordState.VERIFIED));
            }
        });
    }

    /** Sends records back, each for itself; results in the order of the ids. */
    List<Outcome<Void>> reject(List<String> ids, String givenReason, Actor actor) {
        String reason = ThaiText.clean(givenReason);
        List<Problem> problems = reasonProblems(reason);
        if (!problems.isEmpty()) {
            return ids.stream().map(id -> Outcome.<Void>refused(problems)).toList();
        }
        return judge(ids, actor, waiting -> Set.of(), (rows, by, cases) -> {
            for (RecordRow row : rows) {
                sendBack(row, reason);
                audit.record(by, AuditEvent
                        .transition(row.id(), "registry.reject", Registers.OBJECT_TYPE, row.id(), row.state(),
                                RecordState.REJECTED)
                        .because(reason));
            }
        });
    }

    /** Takes a person out of all counts from today on (BR-39); done by the centre, to which people turn. */
    Outcome<Void> withdraw(RecordRow row, String givenReason, Actor actor) {
        String reason = ThaiText.clean(givenReason);
        List<Problem> problems = reasonProblems(reason);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Role role = actor.roleFor(Action.EDIT, ObjectKind.REGISTRY_RECORD, Access.scope(row)).orElse(null);
        if (role == null || !RecordRules.personal(row.registerCode()) || row.nameless()
                || row.state() == RecordState.MERGED) {
            return Outcome.refused(Problem.of("registry.problem.notWithdrawable").under("BR-39"));
        }
        entry.stopCounting(row);
        remove(row, reason, actor.as(role));
        // What was merged into the record is the same person, and stays with it.
        List<String> merged = merges.into(List.of(row.id())).stream().map(MergeRow::recordId).toList();
        if (!merged.isEmpty()) {
            for (RecordRow each : records.lock(merged)) {
                merges.undo(each.id(), clock.today());
                remove(each, reason, actor.as(role));
            }
        }
        return Outcome.done();
    }

    private void remove(RecordRow row, String reason, Actor by) {
        records.end(row.id(), RecordState.WITHDRAWN, reason);
        identities.forget(List.of(row.id()));
        names.forget(List.of(row.id()));
        finder.forget(List.of(row.id()));
        audit.record(by, AuditEvent
                .transition(row.id(), "registry.withdraw", Registers.OBJECT_TYPE, row.id(), row.state(),
                        RecordState.WITHDRAWN)
                .because(reason));
    }

    /** What becomes of the records that may be judged; the actor acts in the role that allows it. */
    private interface Judgement {
        void pass(List<RecordRow> rows, Actor by, Cases cases);
    }

    private List<Outcome<Void>> judge(
            List<String> ids, Actor actor, Function<Set<String>, Set<String>> undecided, Judgement judgement) {
        Cases cases = new Cases(grants, programmes);
        Map<String, Outcome<Void>> outcomes = new HashMap<>();
        for (List<String> chunk : Entry.chunks(ids.stream().distinct().sorted().toList())) {
            Map<String, RecordRow> rows = records.lock(chunk).stream()
                    .filter(row -> Access.sees(actor, row))
                    .collect(Collectors.toMap(RecordRow::id, Function.identity()));
            Map<String, Set<String>> editors = editors(rows.keySet());
            Set<String> inBatch = rows.isEmpty() ? Set.of() : batches.inOpenBatch(rows.keySet());
            Set<String> barred = rows.isEmpty() ? Set.of() : undecided.apply(rows.keySet());
            Map<Role, List<RecordRow>> passing = new LinkedHashMap<>();
            for (String id : chunk) {
                RecordRow row = rows.get(id);
                List<Problem> problems = row == null
                        ? List.of(Problem.of("registry.problem.unknown"))
                        : problems(row, editors.getOrDefault(id, Set.of()), barred.contains(id), cases, actor);
                if (problems.isEmpty() && inBatch.contains(id)) {
                    problems = List.of(Problem.of("registry.problem.inBatch").under("BR-22"));
                }
                if (problems.isEmpty()) {
                    Role role = actor.roleFor(Action.CHECK, ObjectKind.REGISTRY_RECORD, Access.scope(row)).orElseThrow();
                    passing.computeIfAbsent(role, r -> new ArrayList<>()).add(row);
                }
                outcomes.put(id, problems.isEmpty() ? Outcome.done() : Outcome.refused(problems));
            }
            passing.forEach((role, passed) -> judgement.pass(passed, actor.as(role), cases));
        }
        return ids.stream().map(outcomes::get).toList();
    }

    private List<Problem> problems(
            RecordRow row, Set<String> editors, boolean barred, Cases cases, Actor actor) {
        if (!actor.may(Action.CHECK, ObjectKind.REGISTRY_RECORD, Access.scope(row))) {
            return List.of(Problem.of("registry.problem.notVerifier"));
        }
        if (editors.contains(actor.accountId())) {
            return List.of(Problem.of("registry.problem.ownRecord").under("SD5"));
        }
        if (Within.centresOf(actor).contains(new Within.Centre(row.programmeKey(), row.centreCode()))) {
            return List.of(Problem.of("registry.problem.ownCentre").under("SD5"));
        }
        if (!JUDGED.contains(row.state()) || row.nameless()) {
            return List.of(Problem.of("registry.problem.notWaiting", row.state()));
        }
        if (!cases.isOpen(row)) {
            return List.of(Problem.of("registry.problem.grant.over"));
        }
        if (barred && row.state() == RecordState.SUBMITTED) {
            return List.of(Problem.of("registry.problem.duplicate.undecided").under("BR-19"));
        }
        return List.of();
    }

    private Map<String, Set<String>> editors(Set<String> ids) {
        Map<String, Set<String>> editors = new HashMap<>();
        if (!ids.isEmpty()) {
            records.editors(ids).forEach(
                    row -> editors.computeIfAbsent(row.recordId(), id -> new HashSet<>()).add(row.savedBy()));
        }
        return editors;
    }

    /** Lets locked records count from that day on, or go on counting; whoever calls writes the trail. */
    void confirm(List<RecordRow> rows, String verifierName, LocalDate on, Cases cases) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> ids = rows.stream().map(RecordRow::id).toList();
        Map<String, List<RoleRow>> roles = Stream.concat(records.roles(ids).stream(), merges.unitedRoles(ids).stream())
                .collect(Collectors.groupingBy(RoleRow::recordId));
        Map<LocalDate, List<RecordRow>> byFreshness = rows.stream()
                .collect(Collectors.groupingBy(row -> cases.freshUntil(row, on), LinkedHashMap::new, Collectors.toList()));
        byFreshness.forEach((freshUntil, same) -> {
            Set<String> runOn = standings.prolong(verified(same), on, freshUntil);
            standings.begin(same.stream()
                    .filter(row -> !runOn.contains(row.id()))
                    .flatMap(row -> StandingRow.of(row, roles.getOrDefault(row.id(), List.of()), on, freshUntil,
                            verifierName).stream())
                    .toList());
            records.verify(same.stream().map(RecordRow::id).toList(), verifierName, on, freshUntil);
        });
        sameness.settle(ids, on);
    }

    private static List<String> verified(List<RecordRow> rows) {
        return rows.stream().filter(row -> row.state() == RecordState.VERIFIED).map(RecordRow::id).toList();
    }

    /** Gives a locked record back to its centre; whoever calls writes the trail. */
    void sendBack(RecordRow row, String reason) {
        entry.stopCounting(row);
        records.end(row.id(), RecordState.REJECTED, reason);
    }

    static List<Problem> reasonProblems(String reason) {
        if (reason == null) {
            return List.of(Problem.at("reason", "registry.problem.reason"));
        }
        return reason.length() > LONGEST_REASON
                ? List.of(Problem.at("reason", "registry.problem.tooLong", LONGEST_REASON))
                : List.of();
    }
}
