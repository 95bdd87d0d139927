package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
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
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.RegistryPolicy;
import org.thun.registry.Batch;
import org.thun.registry.BatchPurpose;
import org.thun.registry.BatchState;
import org.thun.registry.Batches;
import org.thun.registry.Finding;
import org.thun.registry.Quarter;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.registry.RegistryCounts.Page;
import org.thun.registry.SampleDraw;
import org.thun.registry.internal.BatchMapper.SampleRow;
import org.thun.registry.internal.BatchMapper.Span;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.workflow.Processes;

/** What people do with batches: hand them in, look at them, judge their samples. */
@Service
class BatchDesk implements Batches {

    static final String PROCESS = "registry-verification";

    private final BatchMapper batches;
    private final RecordReader reader;
    private final SuspectMapper suspects;
    private final Grants grants;
    private final Programmes programmes;
    private final Processes processes;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    BatchDesk(BatchMapper batches, RecordReader reader, SuspectMapper suspects, Grants grants, Programmes programmes,
            Processes processes, AuditTrail audit, BusinessClock clock, PlatformTransactionManager transactions) {
        this.batches = batches;
        this.reader = reader;
        this.suspects = suspects;
        this.grants = grants;
        this.programmes = programmes;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Ready> ready(String grantId, Actor actor) {
        Cases cases = new Cases(grants, programmes);
        Grant grant = cases.running(grantId).orElse(null);
        if (grant == null) {
            return List.of();
        }
        ProgrammeDefinition definition = cases.definition(grant);
        Quarter now = Quarter.of(clock.today());
        List<Ready> ready = new ArrayList<>();
        for (CentreDefinition centre : definition.centres()) {
            if (actor.holds(Role.CC, grant.scope().atCentre(centre.code()))) {
                for (Register register : Register.values()) {
                    if (definition.registry().sampled().contains(register)) {
                        for (Quarter quarter : List.of(now.before(), now)) {
                            add(ready, grant, new Place(grantId, centre.code(), register, BatchPurpose.VERIFY, quarter));
                        }
                        add(ready, grant, new Place(grantId, centre.code(), register, BatchPurpose.RENEW, now));
                    }
                }
            }
        }
        return ready;
    }

    private void add(List<Ready> ready, Grant grant, Place place) {
        Span span = span(place, grant);
        long count = batches.countCollected(span);
        boolean sameAsBefore = ready.stream().anyMatch(before -> before.records() == count
                && before.place().register() == place.register() && before.place().purpose() == place.purpose()
                && before.place().centreCode().equals(place.centreCode()));
        if (count > 0 && !sameAsBefore) {
            ready.add(new Ready(place, count, inTheWay(span, place.purpose()).stream().findFirst().orElse(null)));
        }
    }

    @Override
    public Outcome<String> handIn(Place place, Actor actor) {
        try {
            return transaction.execute(status -> handInOnce(place, actor));
        } catch (DuplicateKeyException e) {
            // Two people of the centre handed in at the same moment; one batch has been made, and it holds the records.
            return Outcome.refused(Problem.of("registry.problem.batch.open"));
        }
    }

    private Outcome<String> handInOnce(Place place, Actor actor) {
        Cases cases = new Cases(grants, programmes);
        Grant grant = cases.running(place.grantId()).orElse(null);
        Scope scope = grant == null ? null : grant.scope().atCentre(place.centreCode());
        if (grant == null || !actor.holds(Role.CC, scope)) {
            return Outcome.refused(Problem.of("registry.problem.batch.notYours"));
        }
        RegistryPolicy policy = cases.definition(grant).registry();
        if (!policy.sampled().contains(place.register())) {
            return Outcome.refused(Problem.of("registry.problem.batch.notSampled", place.register()).under("BR-22"));
        }
        if (place.quarter().from().isAfter(clock.today())) {
            return Outcome.refused(Problem.of("registry.problem.future"));
        }
        Span span = span(place, grant);
        List<Problem> problems = inTheWay(span, place.purpose());
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        if (batches.countCollected(span) == 0) {
            return Outcome.refused(Problem.of("registry.problem.batch.empty"));
        }
        return Outcome.done(open(place, span, grant, policy, actor));
    }

    private String open(Place place, Span span, Grant grant, RegistryPolicy policy, Actor actor) {
        String id = Ids.next();
        int round = batches.lastRound(span, place.purpose(), place.quarter().from()) + 1;
        batches.insert(new BatchRow(id, null, place.purpose(), grant.id(), grant.programmeKey(), grant.organisationId(),
                place.centreCode(), place.register(), place.quarter().from(), round, BatchState.DRAWING, actor.accountId(),
                actor.name().th(), clock.dateTime(), 0, 0, 0, null, policy.sampleErrorLimitPercent(), null, null, null,
                null, null, null, null, 0, 0, 0));
        int size = batches.collect(id, span);
        batches.resize(id, size);
        batches.noteHands(id);
        audit.record(actor.as(Role.CC), AuditEvent
                .transition(id, "registry.batch.handIn", OBJECT_TYPE, id, null, BatchState.DRAWING)
                .with(Map.of("place", place, "records", size)));
        processes.start(PROCESS, id, id, subject(place, grant), Map.of());
        return id;
    }

    private LocalizedText subject(Place place, Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion())
                .centre(place.centreCode())
                .map(CentreDefinition::name)
                .orElseGet(() -> new LocalizedText(place.centreCode(), null));
    }

    /** What has to be done before a place may hand in (again). */
    private List<Problem> inTheWay(Span span, BatchPurpose purpose) {
        if (batches.countOpen(span, purpose) > 0) {
            return List.of(Problem.of("registry.problem.batch.open"));
        }
        long uncorrected = batches.countUncorrected(span);
        return uncorrected > 0
                ? List.of(Problem.of("registry.problem.batch.uncorrected", uncorrected).under("BR-22"))
                : List.of();
    }

    private static Span span(Place place, Grant grant) {
        boolean verify = place.purpose() == BatchPurpose.VERIFY;
        return new Span(grant.id(), grant.programmeKey(), place.centreCode(), place.register(),
                verify ? place.quarter().next().from().atStartOfDay() : null,
                verify ? null : place.quarter().next().days().to());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Batch> find(String batchId, Actor actor) {
        return batches.find(batchId, reading(actor)).map(BatchRow::toBatch);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Batch> list(String grantId, String centreCode, BatchState state, Actor actor, int page, int size) {
        Within within = reading(actor);
        return new Page<>(
                batches.list(grantId, centreCode, state, within, size, Math.multiplyExact(page - 1, size)).stream()
                        .map(BatchRow::toBatch)
                        .toList(),
                batches.count(grantId, centreCode, state, within));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sampled> sample(String batchId, Actor actor) {
        if (find(batchId, actor).isEmpty()) {
            return List.of();
        }
        List<SampleRow> rows = batches.sample(batchId);
        Map<String, RegisterRecord> known = byId(rows.stream().map(SampleRow::recordId).toList(), actor);
        return rows.stream()
                .map(row -> new Sampled(row.positionNo(), known.get(row.recordId()), row.finding(), row.reason(),
                        row.judgedByName(), row.judgedAt()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayJudge(Batch batch, Actor actor) {
        return batch.state() == BatchState.CHECKING && handsOff(batch, actor).isEmpty();
    }

    @Override
    @Transactional
    public Outcome<Void> judge(String batchId, int position, Finding finding, String givenReason, Actor actor) {
        Batch batch = batches.lock(batchId).flatMap(id -> batches.find(id, reading(actor))).map(BatchRow::toBatch)
                .orElse(null);
        SampleRow row = batch == null
                ? null
                : batches.sample(batchId).stream().filter(each -> each.positionNo() == position).findFirst().orElse(null);
        if (row == null) {
            return Outcome.refused(Problem.of("registry.problem.unknown"));
        }
        Optional<Problem> handsOff = handsOff(batch, actor);
        if (handsOff.isPresent()) {
            return Outcome.refused(handsOff.get());
        }
        if (batch.state() != BatchState.CHECKING) {
            return Outcome.refused(Problem.of("registry.problem.batch.notChecking", batch.state()));
        }
        String reason = ThaiText.clean(givenReason);
        List<Problem> problems = finding == Finding.WRONG ? Verification.reasonProblems(reason) : List.of();
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        batches.judge(batchId, position, finding, finding == Finding.WRONG ? reason : null, actor.accountId(),
                actor.name().th(), clock.dateTime());
        audit.record(acting(batch, actor), AuditEvent
                .of(batchId, "registry.batch.judge", Registers.OBJECT_TYPE, row.recordId())
                .because(finding == Finding.WRONG ? reason : null)
                .with(finding));
        return Outcome.done();
    }

    /** Why a person may not judge or decide on a batch (SD5). */
    Optional<Problem> handsOff(Batch batch, Actor actor) {
        if (!actor.may(Action.CHECK, ObjectKind.REGISTRY_RECORD, batch.scope())) {
            return Optional.of(Problem.of("registry.problem.notVerifier"));
        }
        if (Within.centresOf(actor).contains(new Within.Centre(batch.programmeKey(), batch.centreCode()))) {
            return Optional.of(Problem.of("registry.problem.ownCentre").under("SD5"));
        }
        if (batch.handedInById().equals(actor.accountId()) || batches.hands(batch.id()).contains(actor.accountId())) {
            return Optional.of(Problem.of("registry.problem.ownRecord").under("SD5"));
        }
        return Optional.empty();
    }

    /** The person in the role that lets verifiers check. */
    static Actor acting(Batch batch, Actor actor) {
        return actor.as(actor.roleFor(Action.CHECK, ObjectKind.REGISTRY_RECORD, batch.scope()).orElseThrow());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Faulty> faulty(String batchId, Actor actor, int atMost) {
        Batch batch = find(batchId, actor).orElse(null);
        if (batch == null) {
            return List.of();
        }
        Cases cases = new Cases(grants, programmes);
        Grant grant = cases.of(batch.grantId());
        return byId(batches.faulty(batchId, atMost), actor).values().stream()
                .map(record -> new Faulty(record, faults(record, grant, cases)))
                .toList();
    }

    private List<Problem> faults(RegisterRecord record, Grant grant, Cases cases) {
        List<Problem> faults = new ArrayList<>(
                RecordRules.problems(record.facts(), grant, cases.definition(grant), clock.today()));
        if (!suspects.certain(Set.of(record.id())).isEmpty()) {
            faults.add(Problem.of("registry.problem.duplicate.undecided").under("BR-19"));
        }
        return faults;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean drawHolds(String batchId, Actor actor) {
        return find(batchId, actor)
                .filter(batch -> batch.seed() != null)
                .map(batch -> SampleDraw.draw(batches.drawnFrom(batchId), batch.sampleSize(), batch.seed())
                        .equals(batches.sample(batchId).stream().map(SampleRow::recordId).toList()))
                .orElse(false);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Batch> ofRecord(String recordId, Actor actor) {
        return batches.ofRecord(recordId, reading(actor)).stream().map(BatchRow::toBatch).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fading> fading(String grantId, LocalDate until, Actor actor) {
        return batches.fading(grantId, clock.today(), until, reading(actor)).stream()
                .map(row -> new Fading(row.centreCode(), row.registerCode(), row.stale(), row.fading()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RegisterRecord> fadingRecords(
            String grantId, String centreCode, Register register, LocalDate until, Actor actor, int page, int size) {
        Within within = reading(actor);
        return new Page<>(
                toRecords(batches.fadingRecords(grantId, centreCode, register, until, within, size,
                        Math.multiplyExact(page - 1, size)), actor),
                batches.countFadingRecords(grantId, centreCode, register, until, within));
    }

    private Map<String, RegisterRecord> byId(Collection<String> ids, Actor actor) {
        return ids.isEmpty()
                ? Map.of()
                : toRecords(batches.records(ids), actor).stream()
                        .collect(Collectors.toMap(RegisterRecord::id, Function.identity()));
    }

    private List<RegisterRecord> toRecords(List<RecordRow> rows, Actor actor) {
        return reader.read(rows).stream().map(record -> Access.cover(record, actor)).toList();
    }

    private static Within reading(Actor actor) {
        return Within.of(actor.reach(Action.READ, ObjectKind.REGISTRY_RECORD));
    }
}
