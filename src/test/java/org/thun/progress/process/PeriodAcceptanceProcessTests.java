package org.thun.progress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.activities.ActivityFixture;
import org.thun.documents.Documents;
import org.thun.documents.Documents.Upload;
import org.thun.documents.ObjectRef;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.progress.ExpenseLine;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.Condition;
import org.thun.progress.PeriodDossier.FrozenFile;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReporting;
import org.thun.progress.ReportFixture;
import org.thun.progress.TestLedger;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ThunTest;
import org.thun.workflow.Processes;

/** What an acceptance takes, what it leaves open, and what it freezes. */
@ThunTest
class PeriodAcceptanceProcessTests {

    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, Object> LIKELY = Map.of("decision", "APPROVE", "opinion", "LIKELY");
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF".getBytes();

    @Autowired
    ActivityFixture activities;

    @Autowired
    ReportFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    PeriodReporting reporting;

    @Autowired
    Documents documents;

    @Autowired
    TaskDesk desk;

    @Autowired
    TestLedger ledger;

    @Autowired
    Processes processes;

    Grant grant;
    Actor coordinator;
    Actor officer;

    @BeforeEach
    void begin() {
        grant = activities.running(people.today().minusMonths(12).minusDays(5));
        coordinator = people.ofGrantee(Role.GC);
        officer = people.ofProgramme(Role.PO);
        ledger.pay(grant.id(), grant.effectiveFrom(), "1000");
    }

    @Test
    @DisplayName("part of the costs is accepted: the rest is owed to the grant and begins the next period")
    void acceptsInPart() {
        send(1, "4.1", "utilities", "300", "700");
        fixture.complete(grant, 1, "task_acceptPeriodReport", officer, partly("100", "TO_BALANCE"));

        PeriodReport report = fixture.report(grant, 1);
        assertThat(report.accepted()).isTrue();
        assertThat(report.expenses()).containsExactly(new ExpenseLine("4.1", "utilities", Money.parse("200")));
        assertThat(report.money().expense()).isEqualTo(Money.parse("200"));
        assertThat(report.money().disallowed()).isEqualTo(Money.parse("100"));
        assertThat(report.balanced()).as("BR-07 holds with what is owed").isTrue();
        assertThat(reporting.groundwork(fixture.report(grant, 2).id()).carriedForward()).isEqualTo(Money.parse("800"));
        assertThat(file(1).newest().orElseThrow().expenses()).as("what was stated stays")
                .containsExactly(new ExpenseLine("4.1", "utilities", Money.parse("300")));
    }

    @Test
    @DisplayName("BR-15: a cost refused for want of evidence comes back as an adjustment of its period; a borne one does not")
    void correctsFrozenPeriodsByAdjustment() {
        send(1, "4.1", "utilities", "300", "700");
        Map<String, Object> decision = partly("100", "TO_BALANCE");
        decision.put("refusals", List.of(refusal("100", "TO_BALANCE")));
        fixture.complete(grant, 1, "task_acceptPeriodReport", officer, decision);
        PeriodDossier frozen = file(1);

        Map<String, Object> second = fixture.written(grant, 2, coordinator, "0", "700");
        second.put("adjustments", List.of(Map.of("ofPeriod", 1, "activityCode", "4.1", "costHead", "utilities",
                "amount", "100", "reason", "ได้ใบเสร็จแล้ว")));
        fixture.complete(grant, 2, "task_draftPeriodReport", coordinator, second);
        pass(2);
        fixture.complete(grant, 2, "task_acceptPeriodReport", officer, APPROVE);

        assertThat(fixture.report(grant, 2).expenses())
                .containsExactly(new ExpenseLine("4.1", "utilities", Money.parse("100")));
        assertThat(file(2).newest().orElseThrow().adjustments()).extracting(PeriodDossier.Adjustment::ofPeriod)
                .containsExactly(1);
        assertThat(file(1)).as("the frozen report has not changed").isEqualTo(frozen);
    }

    @Test
    void refusesAdjustmentsThatAreNone() {
        send(1, "4.1", "utilities", "300", "700");
        fixture.complete(grant, 1, "task_acceptPeriodReport", officer, partly("100", "INELIGIBLE"));
        Map<String, Object> form = fixture.written(grant, 2, coordinator, "0", "700");
        form.put("adjustments", List.of(
                adjustment(1, "4.1", "utilities", "100"),
                adjustment(2, "4.1", "utilities", "-1"),
                adjustment(1, "9.9", "jewels", "0")));
        assertThat(problems(fixture.submit(grant, 2, "task_draftPeriodReport", coordinator, form)))
                .extracting(Problem::field, Problem::messageKey)
                .contains(tuple("adjustments[0].amount", "progress.problem.ineligible"),
                        tuple("adjustments[1].ofPeriod", "progress.problem.notFrozen"),
                        tuple("adjustments[2].activityCode", "progress.problem.unknownActivity"),
                        tuple("adjustments[2].costHead", "progress.problem.unknownHead"),
                        tuple("adjustments[2].amount", "progress.problem.zero"));
    }

    @Test
    void acceptsOnConditionsThatTheOfficerTicksOneByOne() {
        send(1, "4.1", "utilities", "300", "700");
        LocalDate today = people.today();
        Map<String, Object> decision = new HashMap<>(Map.of("decision", "CONDITIONS", "conditions", List.of(
                Map.of("text", "ส่งใบเสร็จค่าไฟฟ้า", "dueOn", today.plusDays(7).toString()),
                Map.of("text", "ลงนามบัญชีรายชื่อ", "dueOn", today.plusDays(14).toString()))));
        fixture.complete(grant, 1, "task_acceptPeriodReport", officer, decision);
        assertThat(fixture.report(grant, 1).accepted()).isTrue();
        assertThat(file(1).acceptance().qualified()).isTrue();
        assertThat(fixture.task(grant, 1, "task_confirmConditions").dueOn()).isEqualTo(today.plusDays(7));

        assertThat(problems(fixture.submit(grant, 1, "task_confirmConditions", officer, met(1, false))))
                .extracting(Problem::messageKey).containsExactly("progress.problem.noneMet");
        fixture.complete(grant, 1, "task_confirmConditions", officer, met(1, true));
        assertThat(fixture.task(grant, 1, "task_confirmConditions").dueOn()).isEqualTo(today.plusDays(14));
        assertThat(problems(fixture.submit(grant, 1, "task_confirmConditions", officer, met(1, true))))
                .extracting(Problem::messageKey).containsExactly("progress.problem.noSuchCondition");
        fixture.complete(grant, 1, "task_confirmConditions", officer, met(2, true));
        assertThat(file(1).acceptance().conditions()).allMatch(Condition::met);
        assertThat(processes.openRuns(fixture.report(grant, 1).id())).isEmpty();
    }

    @Test
    void refusesDecisionsThatContradictThemselves() {
        send(1, "4.1", "utilities", "300", "700");
        assertThat(refused(Map.of("decision", "CONDITIONS"))).containsExactly("progress.problem.conditionsMissing");
        assertThat(refused(Map.of("decision", "APPROVE", "refusals", List.of(refusal("1", "TO_BALANCE")))))
                .containsExactly("progress.problem.conditionsStated");
        assertThat(refused(partly("300.01", "TO_BALANCE"))).containsExactly("progress.problem.refusalTooHigh");
        assertThat(refused(partly("0", "TO_BALANCE"))).containsExactly("progress.problem.notPositive");
        assertThat(refused(Map.of("decision", "CONDITIONS", "conditions",
                        List.of(Map.of("text", "x", "dueOn", people.today().minusDays(1).toString())))))
                .containsExactly("progress.problem.conditionPast");
        assertThat(fixture.report(grant, 1).accepted()).isFalse();
    }

    @Test
    @DisplayName("BR-15: the files of an accepted report are those of that day, whatever is filed later")
    void freezesTheFiles() {
        Actor grantee = people.ofGrantee(Role.GC);
        ObjectRef files = new ObjectRef(PeriodReporting.OBJECT_TYPE, fixture.report(grant, 1).id());
        String id = documents.add(grant.id(), files, new Upload("สมุดบัญชี", "book.pdf", PDF), grantee).orElseThrow();
        assertThat(documents.add(grant.id(), files, new Upload("x", "x.pdf", PDF), officer).isDone())
                .as("the funder does not add to the grantee's report").isFalse();
        send(1, "4.1", "utilities", "300", "700");
        Actor reader = people.ofProgramme(Role.FR);
        assertThat(documents.ofObject(files, reader)).as("BR-50").isEmpty();
        assertThat(documents.addVersion(id, new Upload("x", "x.pdf", PDF), grantee).isDone())
                .as("sent: not in the grantee's hands").isFalse();
        fixture.complete(grant, 1, "task_acceptPeriodReport", officer, APPROVE);

        FrozenFile frozen = file(1).acceptance().files().get(0);
        assertThat(frozen.documentId()).isEqualTo(id);
        assertThat(frozen.versionNo()).isEqualTo(1);
        assertThat(frozen.sha256()).isEqualTo(documents.ofObject(files, officer).get(0).latest().sha256());
        assertThat(documents.ofObject(files, reader)).hasSize(1);
        assertThat(reporting.mayAttach(fixture.report(grant, 1).id(), grantee)).isFalse();
    }

    @Test
    @DisplayName("two officers decide at the same moment: one decision counts, the other is told so")
    void letsOnlyOneOfTwoOfficersDecide() throws Exception {
        send(1, "4.1", "utilities", "300", "700");
        OpenTask task = fixture.task(grant, 1, "task_acceptPeriodReport");
        Actor other = people.ofProgramme(Role.PO);
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<Completion> one = two.submit(() -> {
                together.await();
                return desk.complete(task.taskId(), APPROVE, officer);
            });
            Future<Completion> another = two.submit(() -> {
                together.await();
                return desk.complete(task.taskId(), Map.of("decision", "RETURN", "comments", "แก้"), other);
            });
            together.countDown();
            assertThat(List.of(one.get(), another.get())).extracting(completion -> completion.getClass().getSimpleName())
                    .containsExactlyInAnyOrder("Completed", "AlreadyDone");
        } finally {
            two.shutdownNow();
        }
        assertThat(file(1).decisions()).filteredOn(decision -> decision.step() == PeriodDossier.Step.ACCEPTANCE).hasSize(1);
    }

    private void send(int no, String activity, String head, String amount, String bank) {
        Map<String, Object> form = fixture.written(grant, no, coordinator, "0", bank);
        form.put("expenses", List.of(Map.of("activityCode", activity, "costHead", head, "amount", amount)));
        fixture.complete(grant, no, "task_draftPeriodReport", coordinator, form);
        pass(no);
    }

    private void pass(int no) {
        fixture.complete(grant, no, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        fixture.complete(grant, no, "task_checkPeriodReport", people.ofProgramme(Role.MT), LIKELY);
    }

    private PeriodDossier file(int no) {
        return reporting.dossier(fixture.report(grant, no).id());
    }

    private List<String> refused(Map<String, Object> decision) {
        return problems(fixture.submit(grant, 1, "task_acceptPeriodReport", officer, decision)).stream()
                .map(Problem::messageKey)
                .toList();
    }

    private static Map<String, Object> partly(String amount, String treatment) {
        return new HashMap<>(Map.of("decision", "CONDITIONS", "refusals", List.of(refusal(amount, treatment))));
    }

    private static Map<String, Object> refusal(String amount, String treatment) {
        return Map.of("activityCode", "4.1", "costHead", "utilities", "amount", amount, "treatment", treatment, "reason",
                "ไม่มีใบเสร็จ");
    }

    private static Map<String, Object> adjustment(int period, String activity, String head, String amount) {
        return Map.of("ofPeriod", period, "activityCode", activity, "costHead", head, "amount", amount, "reason", "x");
    }

    private static Map<String, Object> met(int no, boolean met) {
        return Map.of("conditions", List.of(Map.of("conditionNo", no, "met", met)));
    }

    private static List<Problem> problems(Completion completion) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems();
    }
}
