package org.thun.registry.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.Batch;
import org.thun.registry.BatchPurpose;
import org.thun.registry.BatchState;
import org.thun.registry.BatchWork;
import org.thun.registry.Batches;
import org.thun.registry.Batches.Place;
import org.thun.registry.Batches.Sampled;
import org.thun.registry.CountFilter;
import org.thun.registry.Finding;
import org.thun.registry.Quarter;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordFilter;
import org.thun.registry.RecordState;
import org.thun.registry.RegistryCounts;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.EvidenceTest;
import org.thun.workflow.Processes;

class RegistryVerificationProcessTests extends EvidenceTest {

    private static final CountFilter PEOPLE = CountFilter.of(Register.PERSON);

    @Autowired
    Batches batches;

    @Autowired
    BatchWork work;

    @Autowired
    RegistryCounts counts;

    @Autowired
    TaskDesk desk;

    @Autowired
    Processes processes;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    @DisplayName("BR-22: a batch at the limit is accepted as a whole, but for what was found wrong")
    void acceptsABatchAtTheLimit() {
        List<String> ids = enter(30);
        Batch batch = drawn(ids.size());
        assertThat(batch.sampleSize()).isEqualTo(20);
        assertThat(batch.checked()).isEqualTo(30);
        assertThat(batch.dueOn()).isEqualTo(clock.today().minusDays(1).plusDays(21));
        assertThat(task(batch, verifier).elementId()).isEqualTo("task_checkSample");
        assertThat(task(batch, verifier).dueOn()).isEqualTo(batch.dueOn());

        assertThat(problems(complete(batch, Map.of()))).extracting(Problem::messageKey)
                .containsExactly("registry.problem.batch.unjudged");
        String wrong = judge(batch, 1).get(0);
        done(complete(batch, Map.of("note", "หลักฐานครบ")));
        assertThat(state(batch)).isEqualTo(BatchState.DECIDING);
        assertThat(counts.counted(grant.id(), PEOPLE, clock.today())).as("not before the decision (BR-17)").isZero();

        LocalDate decidedOn = clock.today();
        done(complete(batch, Map.of("decision", "ACCEPT")));
        assertThat(state(batch)).isEqualTo(BatchState.SETTLING);
        letDaysPass(1);

        assertThat(state(batch)).isEqualTo(BatchState.ACCEPTED);
        assertThat(find(batch).settled()).isEqualTo(30);
        assertThat(find(batch).settledPercent()).isEqualTo(100);
        assertThat(counts.counted(grant.id(), PEOPLE, decidedOn)).isEqualTo(29);
        assertThat(registers.find(wrong, dataManager).orElseThrow())
                .returns(RecordState.REJECTED, record -> record.state())
                .returns("ไม่พบหลักฐาน", record -> record.reason());
        assertThat(ids).filteredOn(id -> !id.equals(wrong)).allSatisfy(id ->
                assertThat(registers.find(id, dataManager).orElseThrow().state()).isEqualTo(RecordState.VERIFIED));
        assertThat(commands(batch)).containsSubsequence("registry.batch.handIn", "registry.batch.draw",
                "registry.batch.judge", "registry.batch.closeCheck", "registry.batch.accept", "registry.batch.acceptPart",
                "registry.batch.accepted");
        assertThat(audit.verify(batch.id()).holds()).isTrue();
        assertThat(processes.ofCases(List.of(batch.id()))).singleElement().matches(run -> !run.isOpen());
        assertThat(batches.ofRecord(ids.get(0), officer)).extracting(Batch::id).containsExactly(batch.id());
    }

    @Test
    @DisplayName("BR-22: a batch above the limit can only go back; handed in again once its faults are corrected")
    void returnsABatchAboveTheLimitAndTakesItAgain() {
        enter(25);
        Batch batch = drawn(25);
        List<String> wrong = judge(batch, 2);
        done(complete(batch, Map.of()));
        assertThat(problems(complete(batch, Map.of("decision", "ACCEPT")))).singleElement()
                .returns("BR-22", Problem::rule).returns("decision", Problem::field);
        assertThat(problems(complete(batch, Map.of("decision", "RETURN")))).extracting(Problem::field)
                .containsExactly("reason");
        done(complete(batch, Map.of("decision", "RETURN", "reason", "ทบทวนหลักฐานทั้งชุด")));
        letDaysPass(1);

        assertThat(find(batch)).returns(BatchState.RETURNED, Batch::state).returns("ทบทวนหลักฐานทั้งชุด", Batch::reason);
        assertThat(counts.counted(grant.id(), PEOPLE, clock.today())).isZero();
        assertThat(standing()).returns(2L, RegistryCounts.Standing::rejected).returns(23L, RegistryCounts.Standing::waiting);

        assertThat(batches.handIn(place(), again(coordinator)).problems()).extracting(Problem::messageKey)
                .containsExactly("registry.problem.batch.uncorrected");
        for (String id : wrong) {
            registers.correct(registers.find(id, dataManager).orElseThrow().facts(), 1, true, again(dataManager))
                    .orElseThrow();
        }
        Batch next = drawn(25);
        assertThat(next.round()).isEqualTo(2);
        assertThat(next.seed()).isNotEqualTo(batch.seed());
        judge(next, 0);
        done(complete(next, Map.of()));
        done(complete(next, Map.of("decision", "ACCEPT")));
        letDaysPass(1);
        assertThat(counts.counted(grant.id(), PEOPLE, clock.today())).isEqualTo(25);
        assertThat(find(next).found().upper()).isPositive();
    }

    @Test
    @DisplayName("SD5: neither the centre's own people nor the authors nor whoever handed in judge the sample")
    void keepsTheHandsOfTheCentreOffItsSample() {
        Actor insider = hire(List.of(
                new Post(Role.CC, ScopeKind.CENTRE, Scope.centreId(PROGRAMME, CHIANG_MAI), clock.today(), null),
                new Post(Role.RV, ScopeKind.PROGRAMME, PROGRAMME, clock.today(), null)));
        Actor author = hire(List.of(
                new Post(Role.CD, ScopeKind.CENTRE, Scope.centreId(PROGRAMME, CHIANG_MAI), clock.today(),
                        clock.today()),
                new Post(Role.RV, ScopeKind.PROGRAMME, PROGRAMME, clock.today(), null)));
        enter(3);
        registers.enter(person("ผู้เขียน", "facilitator"), true, author).orElseThrow();
        Batch batch = drawn(4);

        Actor left = again(author);
        assertThat(left.roles()).containsExactly(Role.RV);
        assertThat(batches.judge(batch.id(), 1, Finding.RIGHT, null, left).problems()).extracting(Problem::rule)
                .containsExactly("SD5");
        assertThat(batches.judge(batch.id(), 1, Finding.RIGHT, null, again(insider)).problems()).extracting(Problem::rule)
                .containsExactly("SD5");
        assertThat(batches.judge(batch.id(), 1, Finding.RIGHT, null, dataManager).problems()).isNotEmpty();
        assertThat(batches.judge(batch.id(), 1, Finding.RIGHT, null, neighbour).problems())
                .extracting(Problem::messageKey).containsExactly("registry.problem.unknown");
        for (Actor kept : List.of(left, again(insider), dataManager, coordinator)) {
            assertThat(inbox(batch, kept)).isEmpty();
            assertThat(batches.mayJudge(find(batch), kept)).isFalse();
        }
        assertThat(inbox(batch, verifier)).hasSize(1);
        assertThat(batches.find(batch.id(), neighbour)).isEmpty();
        assertThat(batches.sample(batch.id(), funder)).isEmpty();
    }

    @Test
    void waitsForTheDecisionInsteadOfBeingVerifiedAlone() {
        List<String> ids = enter(3);
        Batch batch = drawn(3);
        assertThat(registers.verify(ids.get(0), verifier).problems()).extracting(Problem::messageKey)
                .containsExactly("registry.problem.inBatch");
        assertThat(registers.waiting(new RecordFilter(null, grant.id(), null, null, null, null), verifier, 1, 10).total())
                .isZero();
        assertThat(batches.handIn(place(), again(coordinator)).problems()).extracting(Problem::messageKey)
                .containsExactly("registry.problem.batch.open");
        assertThat(batches.ready(grant.id(), again(coordinator))).isEmpty();
        assertThat(batch.sampleSize()).as("all where there are few").isEqualTo(3);
    }

    @Test
    void letsGoOfWhatIsCorrectedOrWithdrawnMeanwhile() {
        List<String> ids = enter(4);
        Batch batch = drawn(4);
        judge(batch, 0);
        done(complete(batch, Map.of()));
        registers.correct(registers.find(ids.get(0), dataManager).orElseThrow().facts(), 1, true, again(dataManager))
                .orElseThrow();
        registers.withdraw(ids.get(1), "ขอถอน", again(dataManager)).orElseThrow();
        done(complete(batch, Map.of("decision", "ACCEPT")));
        letDaysPass(1);
        assertThat(state(batch)).isEqualTo(BatchState.ACCEPTED);
        assertThat(registers.find(ids.get(0), dataManager).orElseThrow().state()).isEqualTo(RecordState.SUBMITTED);
        assertThat(registers.find(ids.get(1), dataManager).orElseThrow().state()).isEqualTo(RecordState.WITHDRAWN);
        assertThat(counts.counted(grant.id(), PEOPLE, clock.today())).isEqualTo(2);
        assertThat(registers.verify(ids.get(0), again(verifier)).isDone()).isTrue();
    }

    @Test
    void remindsTheVerifiersBeforeTheDueDay() {
        enter(2);
        Batch batch = drawn(2);
        letDaysPass(12);
        assertThat(find(batch).remindedOn()).isNull();
        letDaysPass(1);
        assertThat(find(batch).remindedOn()).isEqualTo(batch.dueOn().minusDays(7));
        assertThat(commands(batch)).contains("registry.batch.remind");
        assertThat(inbox(batch, again(verifier))).as("the task itself stays").hasSize(1);
        letDaysPass(30);
        assertThat(commands(batch)).filteredOn("registry.batch.remind"::equals).hasSize(1);
    }

    @Test
    @DisplayName("what fails the automatic checks is never sampled; a batch of which nothing passes goes back at once")
    void checksEverythingByRule() {
        enter(3);
        RecordFacts early = person("เก่า", "facilitator");
        registers.enter(early, true, dataManager).orElseThrow();
        String id = handIn();
        // The agreement has been amended: the term begins later than all but nothing of the evidence.
        given(grants.get(grant.id())).willReturn(termFrom(clock.today().minusDays(1)));
        letDaysPass(1);
        Batch batch = batches.find(id, officer).orElseThrow();
        assertThat(batch).returns(BatchState.RETURNED, Batch::state).returns(0, Batch::checked)
                .returns(0, Batch::sampleSize);
        assertThat(batches.faulty(id, officer, 10)).hasSize(4).allSatisfy(faulty ->
                assertThat(faulty.problems()).extracting(Problem::rule).containsExactly("BR-17"));
        assertThat(processes.ofCases(List.of(id))).singleElement().matches(run -> !run.isOpen());
        assertThat(inbox(batch, again(verifier))).isEmpty();
    }

    @Test
    void repeatsTheDrawForTheAuditor() {
        enter(60);
        Batch batch = drawn(60);
        assertThat(batches.drawHolds(batch.id(), officer)).isTrue();
        List<String> outside = new ArrayList<>(jdbc.queryForList(
                "SELECT record_id FROM registry_batch_record WHERE batch_id = ?", String.class, batch.id()));
        outside.removeAll(batches.sample(batch.id(), officer).stream().map(each -> each.record().id()).toList());
        jdbc.update("UPDATE registry_sample SET record_id = ? WHERE batch_id = ? AND position_no = 1", outside.get(0),
                batch.id());
        assertThat(batches.drawHolds(batch.id(), officer)).isFalse();
    }

    @Test
    @DisplayName("large batches are settled in parts, one entry of the trail each, and never twice")
    void settlesLargeBatchesInParts() {
        enter(1_100);
        Batch batch = drawn(1_100);
        assertThat(batch.sampleSize()).isEqualTo(55);
        judge(batch, 1);
        done(complete(batch, Map.of()));
        done(complete(batch, Map.of("decision", "ACCEPT")));

        assertThat(work.settle(batch.id())).isTrue();
        assertThat(find(batch).settled()).isEqualTo(1_000);
        letDaysPass(1);

        assertThat(find(batch)).returns(BatchState.ACCEPTED, Batch::state).returns(1_100, Batch::settled);
        assertThat(work.settle(batch.id())).isFalse();
        assertThat(counts.counted(grant.id(), PEOPLE, clock.today())).isEqualTo(1_099);
        assertThat(commands(batch)).filteredOn("registry.batch.acceptPart"::equals).hasSize(2);
    }

    @Test
    @DisplayName("BR-18: what grows stale is handed in to be confirmed again, and goes on counting")
    void renewsWhatGrowsStale() {
        List<String> ids = enter(3);
        registers.verifyAll(ids, verifier).forEach(Outcome::orElseThrow);
        LocalDate until = clock.today().plusMonths(12);
        assertThat(batches.fading(grant.id(), Quarter.of(clock.today()).next().days().to(), coordinator)).isEmpty();
        letDaysPass(300);
        LocalDate horizon = Quarter.of(clock.today()).next().days().to();
        assertThat(batches.fading(grant.id(), horizon, coordinator)).singleElement()
                .returns(3L, Batches.Fading::fading).returns(0L, Batches.Fading::stale);
        assertThat(batches.fadingRecords(grant.id(), CHIANG_MAI, Register.PERSON, horizon, coordinator, 1, 10).total())
                .isEqualTo(3);
        assertThat(batches.ready(grant.id(), again(coordinator))).singleElement()
                .returns(BatchPurpose.RENEW, ready -> ready.place().purpose());

        String id = batches.handIn(new Place(grant.id(), CHIANG_MAI, Register.PERSON, BatchPurpose.RENEW,
                Quarter.of(clock.today())), again(coordinator)).orElseThrow();
        letDaysPass(1);
        Batch batch = batches.find(id, officer).orElseThrow();
        List<String> wrong = judge(batch, 0);
        assertThat(wrong).isEmpty();
        done(complete(batch, Map.of()));
        done(complete(batch, Map.of("decision", "ACCEPT")));
        letDaysPass(1);
        assertThat(registers.find(ids.get(0), dataManager).orElseThrow().freshUntil()).isAfter(until);
        assertThat(counts.counted(grant.id(), PEOPLE, until.plusMonths(6))).isEqualTo(3);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM registry_standing WHERE record_id = ?", Integer.class,
                ids.get(0))).as("one stretch of days, prolonged").isEqualTo(1);
    }

    @Test
    void takesBatchesFromTheCoordinatorOfTheCentreOnly() {
        enter(2);
        assertThat(batches.handIn(place(), dataManager).problems()).extracting(Problem::messageKey)
                .containsExactly("registry.problem.batch.notYours");
        assertThat(batches.handIn(new Place(grant.id(), LAMPHUN, Register.PERSON, BatchPurpose.VERIFY,
                Quarter.of(clock.today())), coordinator).isDone()).isFalse();
        assertThat(batches.handIn(new Place(grant.id(), CHIANG_MAI, Register.KNOWLEDGE, BatchPurpose.VERIFY,
                Quarter.of(clock.today())), coordinator).problems()).extracting(Problem::messageKey)
                .containsExactly("registry.problem.batch.notSampled");
        assertThat(batches.handIn(new Place(grant.id(), CHIANG_MAI, Register.ORGANISATION, BatchPurpose.VERIFY,
                Quarter.of(clock.today())), coordinator).problems()).extracting(Problem::messageKey)
                .containsExactly("registry.problem.batch.empty");
        assertThat(batches.handIn(new Place(grant.id(), CHIANG_MAI, Register.PERSON, BatchPurpose.VERIFY,
                Quarter.of(clock.today()).next()), coordinator).isDone()).isFalse();
    }

    private List<String> enter(int people) {
        List<RecordFacts> rows = IntStream.rangeClosed(1, people)
                .mapToObj(i -> person("คนที่" + i, "volunteer_citizen"))
                .toList();
        return registers.enterAll(rows, again(dataManager)).stream().map(Outcome::orElseThrow).toList();
    }

    private Place place() {
        return new Place(grant.id(), CHIANG_MAI, Register.PERSON, BatchPurpose.VERIFY, Quarter.of(clock.today()));
    }

    private String handIn() {
        return batches.handIn(place(), again(coordinator)).orElseThrow();
    }

    private Batch drawn(int size) {
        String id = handIn();
        letDaysPass(1);
        Batch batch = batches.find(id, officer).orElseThrow();
        assertThat(batch).returns(BatchState.CHECKING, Batch::state).returns(size, Batch::size);
        return batch;
    }

    /** Judges the whole sample, the first so many wrong; gives the ids of those. */
    private List<String> judge(Batch batch, int wrong) {
        List<String> found = new ArrayList<>();
        for (Sampled sampled : batches.sample(batch.id(), officer)) {
            boolean isWrong = sampled.position() <= wrong;
            batches.judge(batch.id(), sampled.position(), isWrong ? Finding.WRONG : Finding.RIGHT,
                    isWrong ? "ไม่พบหลักฐาน" : null, again(verifier)).orElseThrow();
            if (isWrong) {
                found.add(sampled.record().id());
            }
        }
        return found;
    }

    private List<OpenTask> inbox(Batch batch, Actor actor) {
        return desk.inbox(actor, new TaskDesk.InboxFilter(batch.id(), null, 0, 10)).tasks();
    }

    private OpenTask task(Batch batch, Actor actor) {
        return inbox(batch, again(actor)).get(0);
    }

    private Completion complete(Batch batch, Map<String, Object> data) {
        desk.view(task(batch, verifier).taskId(), again(verifier)).orElseThrow();
        return desk.complete(task(batch, verifier).taskId(), data, again(verifier));
    }

    private static void done(Completion completion) {
        assertThat(completion).isInstanceOf(Completion.Completed.class);
    }

    private static List<Problem> problems(Completion completion) {
        return ((Completion.Refused) completion).problems();
    }

    private Batch find(Batch batch) {
        return batches.find(batch.id(), officer).orElseThrow();
    }

    private BatchState state(Batch batch) {
        return find(batch).state();
    }

    private List<String> commands(Batch batch) {
        return audit.stream(batch.id()).stream().map(AuditEntry::command).toList();
    }

    private RegistryCounts.Standing standing() {
        return counts.standings(List.of(grant.id()), officer).get(0);
    }

    private Grant termFrom(LocalDate from) {
        return new Grant(grant.id(), grant.number(), grant.programmeKey(), grant.programmeVersion(),
                grant.organisationId(), grant.granteeName(), grant.proposalId(), grant.title(), grant.state(),
                grant.amount(), grant.durationMonths(), from, grant.endsOn(), 2, grant.synthetic());
    }
}
