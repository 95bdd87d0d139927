package org.thun.registry.internal;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.programmes.Programmes;
import org.thun.programmes.RegistryPolicy;
import org.thun.registry.Batch;
import org.thun.registry.BatchDecision;
import org.thun.registry.BatchPurpose;
import org.thun.registry.BatchState;
import org.thun.registry.BatchWork;
import org.thun.registry.Batches;
import org.thun.registry.Finding;
import org.thun.registry.RecordState;
import org.thun.registry.RegisterRecord;
import org.thun.registry.SampleDraw;
import org.thun.registry.internal.BatchMapper.MemberRow;
import org.thun.registry.internal.BatchMapper.SampleRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/** The steps of a batch. Large batches are read and settled in parts, each part in its own transaction when settled. */
@Service
class BatchSteps implements BatchWork {

    /** Records read or settled at once. */
    static final int PART = 1000;

    private static final int LONGEST_NOTE = 1000;

    private final BatchMapper batches;
    private final RecordMapper records;
    private final RecordReader reader;
    private final SuspectMapper suspects;
    private final BatchDesk desk;
    private final Verification verification;
    private final Accounts accounts;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final SecureRandom seeds = new SecureRandom();

    BatchSteps(BatchMapper batches, RecordMapper records, RecordReader reader, SuspectMapper suspects, BatchDesk desk,
            Verification verification, Accounts accounts, Grants grants, Programmes programmes, AuditTrail audit,
            BusinessClock clock) {
        this.batches = batches;
        this.records = records;
        this.reader = reader;
        this.suspects = suspects;
        this.desk = desk;
        this.verification = verification;
        this.accounts = accounts;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Batch get(String batchId) {
        return batches.get(batchId)
                .map(BatchRow::toBatch)
                .orElseThrow(() -> new IllegalArgumentException("no batch " + batchId));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> excluded(String batchId) {
        Batch batch = get(batchId);
        Set<String> excluded = new HashSet<>(batches.hands(batchId));
        excluded.add(batch.handedInById());
        Within.Centre own = new Within.Centre(batch.programmeKey(), batch.centreCode());
        accounts.holders(Role.RV, batch.scope()).stream()
                .filter(verifier -> Within.centresOf(verifier).contains(own))
                .map(Actor::accountId)
                .forEach(excluded::add);
        return excluded;
    }

    @Override
    @Transactional
    public Optional<LocalDate> draw(String batchId) {
        Batch batch = locked(batchId);
        Cases cases = new Cases(grants, programmes);
        RegistryPolicy policy = cases.definition(cases.of(batch.grantId())).registry();
        if (batch.state() == BatchState.DRAWING) {
            checkAll(batch, cases);
            draw(batch, policy);
        }
        return Optional.ofNullable(get(batchId).dueOn()).map(due -> due.minusDays(policy.sampleReminderDays()));
    }

    private void draw(Batch batch, RegistryPolicy policy) {
        String batchId = batch.id();
        int passed = batches.markDrawnFrom(batchId);
        int size = SampleDraw.size(passed, policy);
        BatchState state = size == 0 ? BatchState.RETURNED : BatchState.CHECKING;
        Long seed = size == 0 ? null : seeds.nextLong();
        if (size > 0) {
            batches.insertSample(batchId, SampleDraw.draw(batches.drawnFrom(batchId), size, seed));
        }
        batches.drawn(batchId, state, passed, size, seed, clock.dateTime(),
                size == 0 ? null : clock.today().plusDays(policy.sampleDays()));
        audit.record(Actor.SYSTEM, AuditEvent
                .transition(batchId, "registry.batch.draw", Batches.OBJECT_TYPE, batchId, BatchState.DRAWING, state)
                .with(seed == null ? Map.of() : Map.of("seed", seed, "size", size, "from", passed)));
    }

    /** The automatic checks, over all records (BR-22); what has been changed since it was handed in is let go. */
    private void checkAll(Batch batch, Cases cases) {
        Grant grant = cases.of(batch.grantId());
        String after = "";
        for (List<MemberRow> part = batches.open(batch.id(), after, PART); !part.isEmpty();
                part = batches.open(batch.id(), after, PART)) {
            after = part.get(part.size() - 1).recordId();
            List<RecordRow> rows = batches.records(part.stream().map(MemberRow::recordId).toList());
            Map<String, RegisterRecord> known = reader.read(rows).stream()
                    .collect(Collectors.toMap(RegisterRecord::id, Function.identity()));
            Map<String, Integer> versions = versions(part);
            Set<String> undecided = undecided(batch, versions.keySet());
            List<String> faulty = new ArrayList<>();
            List<String> left = new ArrayList<>();
            for (RecordRow row : rows) {
                if (!asHandedIn(batch, row, versions)) {
                    left.add(row.id());
                } else if (undecided.contains(row.id()) || !RecordRules.problems(known.get(row.id()).facts(), grant,
                        cases.definition(grant), clock.today()).isEmpty()) {
                    faulty.add(row.id());
                }
            }
            mark(batch.id(), faulty, Membership.FAULTY);
            mark(batch.id(), left, Membership.LEFT);
        }
    }

    @Override
    @Transactional
    public void remind(String batchId) {
        Batch batch = locked(batchId);
        if (batch.state() == BatchState.CHECKING && batch.remindedOn() == null) {
            batches.remind(batchId, clock.today());
            audit.record(Actor.SYSTEM, AuditEvent.of(batchId, "registry.batch.remind", Batches.OBJECT_TYPE, batchId));
        }
    }

    @Override
    @Transactional
    public Outcome<Void> closeCheck(String batchId, String note, Actor actor) {
        Batch batch = locked(batchId);
        Optional<Problem> handsOff = desk.handsOff(batch, actor);
        if (handsOff.isPresent()) {
            return Outcome.refused(handsOff.get());
        }
        if (batch.state() != BatchState.CHECKING) {
            return Outcome.refused(Problem.of("registry.problem.batch.notChecking", batch.state()));
        }
        int missing = batch.sampleSize() - batch.found().judged();
        if (missing > 0) {
            return Outcome.refused(Problem.of("registry.problem.batch.unjudged", missing).under("BR-22"));
        }
        batches.closeCheck(batchId, actor.accountId(), actor.name().th());
        audit.record(actor, AuditEvent
                .transition(batchId, "registry.batch.closeCheck", Batches.OBJECT_TYPE, batchId, BatchState.CHECKING,
                        BatchState.DECIDING)
                .because(ThaiText.clean(note)));
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome<Void> decide(String batchId, BatchDecision decision, String givenReason, Actor actor) {
        Batch batch = locked(batchId);
        Optional<Problem> handsOff = desk.handsOff(batch, actor);
        if (handsOff.isPresent()) {
            return Outcome.refused(handsOff.get());
        }
        if (batch.state() != BatchState.DECIDING) {
            return Outcome.refused(Problem.of("registry.problem.batch.notDeciding", batch.state()));
        }
        String reason = ThaiText.clean(givenReason);
        List<Problem> problems = new ArrayList<>();
        if (decision == BatchDecision.ACCEPT && batch.aboveLimit()) {
            problems.add(Problem.at("decision", "registry.problem.batch.aboveLimit", batch.found().percent(),
                    batch.limitPercent()).under("BR-22"));
        }
        if (decision == BatchDecision.RETURN || reason != null && reason.length() > LONGEST_NOTE) {
            problems.addAll(Verification.reasonProblems(reason));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        batches.decide(batchId, decision, actor.accountId(), actor.name().th(), clock.today(), reason);
        audit.record(actor, AuditEvent
                .transition(batchId, "registry.batch." + (decision == BatchDecision.ACCEPT ? "accept" : "return"),
                        Batches.OBJECT_TYPE, batchId, BatchState.DECIDING, BatchState.SETTLING)
                .because(reason)
                .with(batch.found()));
        return Outcome.done();
    }

    @Override
    @Transactional
    public boolean settle(String batchId) {
        Batch batch = locked(batchId);
        if (batch.state() != BatchState.SETTLING) {
            return false;
        }
        Map<String, String> wrong = batches.sample(batchId).stream()
                .filter(row -> row.finding() == Finding.WRONG)
                .collect(Collectors.toMap(SampleRow::recordId, SampleRow::reason));
        return batch.decision() == BatchDecision.ACCEPT ? acceptPart(batch, wrong) : giveBack(batch, wrong);
    }

    private boolean acceptPart(Batch batch, Map<String, String> wrong) {
        List<MemberRow> part = batches.open(batch.id(), "", PART);
        if (part.isEmpty()) {
            batches.settled(batch.id(), 0, BatchState.ACCEPTED);
            audit.record(Actor.SYSTEM, AuditEvent.transition(batch.id(), "registry.batch.accepted", Batches.OBJECT_TYPE,
                    batch.id(), BatchState.SETTLING, BatchState.ACCEPTED));
            return false;
        }
        Map<Membership, List<RecordRow>> sorted = sort(batch, part, wrong);
        verification.confirm(sorted.getOrDefault(Membership.ACCEPTED, List.of()), batch.decidedByName(),
                batch.decidedOn(), new Cases(grants, programmes));
        sendBack(sorted, wrong);
        Map<Membership, List<String>> ids = ids(sorted);
        ids.forEach((membership, those) -> mark(batch.id(), those, membership));
        batches.settled(batch.id(), part.size(), BatchState.SETTLING);
        audit.record(Actor.SYSTEM,
                AuditEvent.of(batch.id(), "registry.batch.acceptPart", Batches.OBJECT_TYPE, batch.id()).with(ids));
        return true;
    }

    /** Only what was found wrong goes back record by record; the rest waits for the batch to be handed in again. */
    private boolean giveBack(Batch batch, Map<String, String> wrong) {
        List<MemberRow> members = wrong.isEmpty() ? List.of() : batches.openAmong(batch.id(), wrong.keySet());
        Map<Membership, List<RecordRow>> sorted = members.isEmpty() ? Map.of() : sort(batch, members, wrong);
        sendBack(sorted, wrong);
        int freed = batches.release(batch.id(), Membership.RETURNED);
        batches.settled(batch.id(), freed, BatchState.RETURNED);
        audit.record(Actor.SYSTEM, AuditEvent
                .transition(batch.id(), "registry.batch.returned", Batches.OBJECT_TYPE, batch.id(), BatchState.SETTLING,
                        BatchState.RETURNED)
                .with(ids(sorted)));
        return false;
    }

    private void sendBack(Map<Membership, List<RecordRow>> sorted, Map<String, String> wrong) {
        sorted.getOrDefault(Membership.RETURNED, List.of())
                .forEach(row -> verification.sendBack(row, wrong.get(row.id())));
    }

    /** What becomes of the records of a part; locks them. Who bears a known citizen number waits for a decision (BR-19). */
    private Map<Membership, List<RecordRow>> sort(Batch batch, List<MemberRow> part, Map<String, String> wrong) {
        Map<String, Integer> versions = versions(part);
        List<RecordRow> locked = records.lock(versions.keySet());
        Set<String> undecided = undecided(batch, versions.keySet());
        return locked.stream()
                .collect(Collectors.groupingBy(row -> !asHandedIn(batch, row, versions) || undecided.contains(row.id())
                        ? Membership.LEFT
                        : wrong.containsKey(row.id()) ? Membership.RETURNED : Membership.ACCEPTED));
    }

    private Set<String> undecided(Batch batch, Set<String> ids) {
        return batch.purpose() == BatchPurpose.VERIFY ? suspects.certain(ids) : Set.of();
    }

    private static Map<Membership, List<String>> ids(Map<Membership, List<RecordRow>> sorted) {
        Map<Membership, List<String>> ids = new EnumMap<>(Membership.class);
        sorted.forEach((membership, rows) -> ids.put(membership, rows.stream().map(RecordRow::id).toList()));
        return ids;
    }

    private void mark(String batchId, List<String> ids, Membership state) {
        if (!ids.isEmpty()) {
            batches.mark(batchId, ids, state);
        }
    }

    /** Whether a record still is what the centre handed in: neither corrected, nor withdrawn, nor judged otherwise. */
    private static boolean asHandedIn(Batch batch, RecordRow row, Map<String, Integer> versions) {
        RecordState state = batch.purpose() == BatchPurpose.VERIFY ? RecordState.SUBMITTED : RecordState.VERIFIED;
        return row.state() == state && row.versionNo() == versions.get(row.id());
    }

    private static Map<String, Integer> versions(List<MemberRow> part) {
        return part.stream().collect(Collectors.toMap(MemberRow::recordId, MemberRow::versionNo));
    }

    private Batch locked(String batchId) {
        batches.lock(batchId).orElseThrow(() -> new IllegalArgumentException("no batch " + batchId));
        return get(batchId);
    }
}
