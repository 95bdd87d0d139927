package org.thun.closeout.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.thun.activities.ActivityFixture;
import org.thun.activities.ActivityPlans;
import org.thun.activities.MentorVisits;
import org.thun.activities.Occurrence;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.closeout.CloseOutDossier;
import org.thun.closeout.CloseOutDossier.Decision;
import org.thun.closeout.CloseOutDossier.RefundState;
import org.thun.closeout.CloseOutState;
import org.thun.closeout.ClosingDesk;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.MoneyFixture;
import org.thun.disbursement.MoneyFixture.Case;
import org.thun.disbursement.TrancheState;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.progress.ReportFixture;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ThunTest;
import org.thun.workflow.Processes;
import org.thun.workflow.TrainingClock;

@ThunTest
class CloseOutProcessTests {

    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, Object> RETURN = Map.of("decision", "RETURN", "comments", "แก้ให้ครบ");

    @Autowired
    ActivityFixture activities;

    @Autowired
    ReportFixture reports;

    @Autowired
    MoneyFixture money;

    @Autowired
    GrantFixture people;

    @Autowired
    ClosingDesk desk;

    @Autowired
    MentorVisits visits;

    @Autowired
    Disbursements disbursements;

    @Autowired
    ActivityPlans plans;

    @Autowired
    Grants grants;

    @Autowired
    Processes processes;

    @Autowired
    TaskDesk tasks;

    @Autowired
    TrainingClock time;

    @Autowired
    AuditTrail audit;

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Test
    @DisplayName("BR-08: money left comes back in parts, the last tranche is skipped, and the grant closes at zero")
    void closesAfterARefundInTwoParts() throws Exception {
        Case one = ended();
        money.receipted(one, "600000");
        settleActivities(one, "4.1", "utilities", "100.25");
        acceptReports(one, "-100.25");
        toDocuments(one);

        Actor officer = people.ofProgramme(Role.PO);
        complete(one, "task_checkCloseOut", officer, APPROVE);
        assertThat(file(one).state()).isEqualTo(CloseOutState.REFUND_DUE);
        assertThat(disbursements.tranche(one.id(), 4).orElseThrow().state()).isEqualTo(TrancheState.SKIPPED);

        Actor finance = people.ofGrantee(Role.GF);
        assertThat(problems(submit(one, "task_payRefund", finance, refund("599899.76"))))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("amount", "BR-08"));
        complete(one, "task_payRefund", finance, refund("500000"));
        Actor payerToo = people.withFurtherPost(finance, Role.FM);
        assertThat(submit(one, "task_confirmRefund", payerToo, APPROVE)).isInstanceOf(Completion.Unknown.class);
        complete(one, "task_confirmRefund", people.ofProgramme(Role.FM), RETURN);
        assertThat(disbursements.balance(one.id())).isEqualTo(Money.parse("599899.75"));
        complete(one, "task_payRefund", finance, refund("500000"));
        complete(one, "task_confirmRefund", people.ofProgramme(Role.FM), APPROVE);
        complete(one, "task_payRefund", finance, refund("99899.75"));
        complete(one, "task_confirmRefund", people.ofProgramme(Role.FM), APPROVE);
        assertThat(file(one).refunds()).extracting(refund -> refund.state())
                .containsExactly(RefundState.REJECTED, RefundState.CONFIRMED, RefundState.CONFIRMED);
        assertThat(file(one).state()).isEqualTo(CloseOutState.REFUND_RECEIVED);

        show(one, "en", "Close-out", "599,899.75", "The balance is exactly zero");
        Actor reader = people.ofProgramme(Role.FR);
        assertThat(statement(one, "pdf", officer).getStatus()).as("a draft for those who work on it").isEqualTo(200);
        assertThat(statement(one, "pdf", reader).getStatus()).as("BR-50").isEqualTo(404);
        complete(one, "task_closeGrant", people.ofProgramme(Role.AP), APPROVE);
        assertClosed(one);
        for (String format : List.of("pdf", "xlsx")) {
            byte[] kept = statement(one, format, reader).getContentAsByteArray();
            assertThat(statement(one, format, officer).getContentAsByteArray()).as("byte for byte").isEqualTo(kept);
            Files.write(Files.createDirectories(Path.of("target", "samples")).resolve("closing-statement." + format), kept);
        }
        show(one, "th", "ปิดโครงการ", "จัดอบรมครบ");
    }

    @Test
    @DisplayName("BR-37: refund paid in two parts, one day late: the second part bears interest, and only zero closes")
    void bearsInterestOnThePartThatComesLate() {
        Case one = ended();
        money.receipted(one, "600000");
        settleActivities(one, "4.1", "utilities", "100.25");
        acceptReports(one, "-100.25");
        toDocuments(one);
        complete(one, "task_checkCloseOut", people.ofProgramme(Role.PO), APPROVE);
        Actor finance = people.ofGrantee(Role.GF);
        complete(one, "task_payRefund", finance, refund("500000"));
        complete(one, "task_confirmRefund", people.ofProgramme(Role.FM), APPROVE);
        time.moveTo(file(one).stepDueOn().plusDays(1));
        // 99,899.75 for one day, at 7.5 % before 11 April 2021 and 5 % since
        Money interest = Money.parse(people.today().isBefore(LocalDate.of(2021, 4, 11)) ? "20.53" : "13.68");
        Money total = Money.parse("99899.75").plus(interest);
        assertThat(desk.refundDue(file(one).id(), people.today()).orElseThrow().total()).isEqualTo(total);
        assertThat(problems(submit(one, "task_payRefund", finance, refund(total.plus(Money.parse("0.01")).toBaht().toPlainString()))))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("amount", "BR-08"));
        complete(one, "task_payRefund", finance, refund("99899.75"));
        complete(one, "task_confirmRefund", people.ofProgramme(Role.FM), APPROVE);
        assertThat(file(one).state()).as("interest was paid first").isEqualTo(CloseOutState.REFUND_DUE);
        assertThat(disbursements.balance(one.id())).isEqualTo(interest);
        complete(one, "task_payRefund", finance, refund(interest.toBaht().toPlainString()));
        complete(one, "task_confirmRefund", people.ofProgramme(Role.FM), APPROVE);
        assertThat(file(one).state()).isEqualTo(CloseOutState.REFUND_RECEIVED);
        assertThat(file(one).refunds()).extracting(refund -> refund.interest())
                .containsExactly(Money.ZERO, interest, Money.ZERO);
        complete(one, "task_closeGrant", people.ofProgramme(Role.AP), APPROVE);
        assertClosed(one);
    }

    @Test
    @DisplayName("BR-06: more spent than received is paid by the last tranche, only what is needed, and then the grant closes")
    void closesAfterTheLastTranche() {
        Case one = ended();
        money.receipted(one, "600000");
        settleActivities(one, "4.2", "remuneration", "650000");
        acceptReports(one, "-650000");
        toDocuments(one);
        assertThat(disbursements.gates(one.id(), 4).checks()).filteredOn(check -> "BR-06".equals(check.rule()))
                .anyMatch(check -> !check.met());

        complete(one, "task_checkCloseOut", people.ofProgramme(Role.PO), APPROVE);
        assertThat(file(one).state()).isEqualTo(CloseOutState.LAST_TRANCHE);
        assertThat(steps(one)).doesNotContain("task_closeGrant");
        assertThat(disbursements.gates(one.id(), 4).checks()).filteredOn(check -> "BR-06".equals(check.rule()))
                .allMatch(check -> check.met());
        money.receipted(one, "50000");

        assertThat(disbursements.balance(one.id())).isEqualTo(Money.ZERO);
        complete(one, "task_closeGrant", people.ofProgramme(Role.AP), APPROVE);
        assertClosed(one);
    }

    @Test
    @DisplayName("BR-49: the institute fee is taken in its month only, and once the close-out documents have been sent")
    void takesTheInstituteFeeAfterTheDocuments() {
        Case one = ended();
        Actor coordinator = people.ofGrantee(Role.GC);
        Actor officer = people.ofProgramme(Role.PO);
        money.receipted(one, "600000");
        settleActivities(one, "4.2", "remuneration", "600000", "4.4");
        Occurrence fee = activities.occurrence(one.grant(), "4.4", 1);
        LocalDate day = fee.days().from().plusDays(3);
        Map<String, Object> early = ActivityFixture.plan(fee.days().from().minusDays(1), day, "100000");
        assertThat(problems(activities.submit(fee, "task_planActivity", coordinator, early)))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("firstDay", "BR-49"));
        activities.plan(fee, day, day, "100000");

        time.moveTo(people.today().plusDays(1));
        Map<String, Object> claim = ActivityFixture.report(day, day, "remuneration", "100000");
        assertThat(problems(activities.submit(fee, "task_reportActivity", coordinator, claim)))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("costs", "BR-49"));
        toDocuments(one);
        Map<String, Object> elsewhere =
                ActivityFixture.report(day, fee.days().to().plusDays(1), "remuneration", "100000");
        assertThat(problems(activities.submit(fee, "task_reportActivity", coordinator, elsewhere)))
                .extracting(Problem::rule)
                .contains("BR-49");
        activities.complete(fee, "task_reportActivity", coordinator, claim);
        activities.complete(fee, "task_checkActivityReport", people.ofProgramme(Role.MT), APPROVE);

        complete(one, "task_checkCloseOut", officer, RETURN);
        assertThat(problems(activities.submit(fee, "task_acceptActivityReport", officer, APPROVE)))
                .as("the documents are back with the grantee")
                .extracting(Problem::rule)
                .containsExactly("BR-49");
        toDocuments(one);
        activities.complete(fee, "task_acceptActivityReport", officer, APPROVE);

        reports.accept(one.grant(), 1, "-600000");
        skip(one, 2);
        reports.accept(one.grant(), 2, "-600000");
        skip(one, 3);
        reports.accept(one.grant(), 3, "-700000");
        complete(one, "task_checkCloseOut", officer, APPROVE);
        assertThat(disbursements.gates(one.id(), 4).checks()).extracting(check -> check.rule()).contains("BR-49");
        money.receipted(one, "100000");
        complete(one, "task_closeGrant", people.ofProgramme(Role.AP), APPROVE);
        assertClosed(one);
    }

    @Test
    @DisplayName("documents are not accepted while reports or activities are open; SD1; a return voids what was accepted")
    void refusesWhileAnythingIsOpen() {
        Case one = ended();
        time.moveTo(people.today().plusDays(1));
        assertThat(grants.get(one.id()).state()).isEqualTo(GrantState.WAITING_TO_CLOSE);
        assertThat(people.task(one.id(), "task_prepareCloseOut").dueOn())
                .isEqualTo(one.grant().endsOn().plusDays(people.programme().timeLimits().closeOut()));
        assertThat(problems(submit(one, "task_prepareCloseOut", people.ofGrantee(Role.GC), Map.of("finalReport", "x"))))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("noAssets", "BR-06"), tuple("auditor", "BR-47"), tuple("auditNote", "BR-47"));

        Actor author = people.withFurtherPost(people.ofGrantee(Role.GC), Role.PO);
        complete(one, "task_prepareCloseOut", author, documents());
        complete(one, "task_submitCloseOut", people.ofGrantee(Role.GL), APPROVE);
        assertThat(submit(one, "task_checkCloseOut", author, APPROVE)).isInstanceOf(Completion.Unknown.class);
        assertThat(problems(submit(one, "task_checkCloseOut", people.ofProgramme(Role.PO), APPROVE)))
                .extracting(Problem::messageKey)
                .containsExactly("closeout.check.periods.missing", "closeout.check.activities.missing");
        complete(one, "task_checkCloseOut", people.ofProgramme(Role.PO), RETURN);
        assertThat(file(one).state()).isEqualTo(CloseOutState.RETURNED);

        settleActivities(one, "4.1", "utilities", "1");
        acceptReports(one, "-1");
        skip(one, 1);
        toDocuments(one);
        complete(one, "task_checkCloseOut", people.ofProgramme(Role.PO), APPROVE);
        assertThat(file(one).newest().orElseThrow().no()).isEqualTo(2);
        money.receipted(one, "1");
        complete(one, "task_closeGrant", people.ofProgramme(Role.AP), RETURN);
        assertThat(file(one).decisions()).extracting(Decision::voided).containsExactly(
                false, false, false, true, false);
        toDocuments(one);
        complete(one, "task_checkCloseOut", people.ofProgramme(Role.PO), APPROVE);
        complete(one, "task_closeGrant", people.ofProgramme(Role.AP), APPROVE);
        assertClosed(one);
    }

    @Test
    @DisplayName("BR-47: a small grant needs an outside audit when the mentor's last visit found a high risk, and says why")
    void asksForAnAuditWhereTheRiskIsHigh() {
        Grant small = people.effective("500000", people.today());
        assertThat(visit(small, 2)).isEqualTo(12);
        time.moveTo(small.endsOn().plusDays(1));
        Map<String, Object> form = documents();
        form.remove("auditor");
        form.remove("auditNote");
        Actor coordinator = people.ofGrantee(Role.GC);
        assertThat(problems(tasks.complete(people.task(small.id(), "task_prepareCloseOut").taskId(), form, coordinator)))
                .extracting(Problem::field, Problem::messageKey, Problem::rule)
                .containsExactly(tuple("auditor", "closeout.check.audit.risk", "BR-47"),
                        tuple("auditNote", "closeout.check.audit.risk", "BR-47"));
        String closeOut = desk.ofGrant(small.id()).orElseThrow().id();
        assertThat(desk.acceptanceChecks(closeOut))
                .filteredOn(check -> check.labelKey().equals("closeout.check.audit.risk"))
                .singleElement()
                .matches(check -> !check.met() && check.args().equals(List.of(12, 12)));
        assertThat(disbursements.gates(small.id(), 4).checks())
                .filteredOn(check -> check.labelKey().equals("closeout.gate.AUDIT"))
                .singleElement()
                .matches(check -> !check.met());

        people.complete(small.id(), "task_prepareCloseOut", coordinator, documents());
        assertThat(desk.acceptanceChecks(closeOut))
                .filteredOn(check -> check.labelKey().equals("closeout.check.audit.risk"))
                .allMatch(check -> check.met());
    }

    @Test
    void asksForNoAuditBelowAmountAndRisk() {
        Grant small = people.effective("500000", people.today());
        assertThat(visit(small, 1)).isEqualTo(6);
        time.moveTo(small.endsOn().plusDays(1));
        Map<String, Object> form = documents();
        form.remove("auditor");
        form.remove("auditNote");
        people.complete(small.id(), "task_prepareCloseOut", people.ofGrantee(Role.GC), form);
        assertThat(desk.acceptanceChecks(desk.ofGrant(small.id()).orElseThrow().id()))
                .filteredOn(check -> check.labelKey().equals("closeout.check.audit.notDue"))
                .allMatch(check -> check.met())
                .hasSize(1);
    }

    /** The mentor's first visit, each factor so high; the score. */
    private int visit(Grant grant, int factor) {
        time.moveTo(grant.months().month(1).to());
        Map<String, Object> form = new HashMap<>(Map.of("visitedOn", people.today().toString(), "informants", "ผู้ประสานงาน",
                "progress", "ตามแผน", "opinion", "LIKELY_TO_SUCCEED"));
        List.of("structure", "skills", "results", "moneySystem", "spending", "evidence")
                .forEach(name -> form.put(name, factor));
        people.complete(grant.id(), "task_recordVisit", people.ofProgramme(Role.MT), form);
        return visits.riskScore(grant.id()).orElseThrow();
    }

    @Test
    @DisplayName("the last period's report waits until every activity is settled: no report comes after it")
    void lastReportWaitsForItsActivities() {
        Case one = ended();
        reports.accept(one.grant(), 1, "0");
        reports.accept(one.grant(), 2, "0");
        Actor coordinator = people.ofGrantee(Role.GC);
        reports.complete(one.grant(), 3, "task_draftPeriodReport", coordinator,
                reports.written(one.grant(), 3, coordinator, "0", "0"));
        reports.complete(one.grant(), 3, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        reports.complete(one.grant(), 3, "task_checkPeriodReport", people.ofProgramme(Role.MT),
                Map.of("decision", "APPROVE", "opinion", "LIKELY"));
        assertThat(problems(reports.submit(one.grant(), 3, "task_acceptPeriodReport", people.ofProgramme(Role.PO), APPROVE)))
                .extracting(Problem::messageKey)
                .containsExactly("progress.problem.activitiesOpen");
    }

    /** A grant of 2,000,000 baht whose term ended three days ago. */
    private Case ended() {
        money.verifyAccount();
        Grant grant = activities.running(people.today().minusMonths(18).minusDays(3));
        return new Case(grant, people.ofGrantee(Role.GF), people.ofGrantee(Role.GL), people.ofProgramme(Role.PO),
                people.ofProgramme(Role.FM), people.ofProgramme(Role.FA), people.ofProgramme(Role.AP));
    }

    /** Delivers the first occurrence of one activity in the first period and gives all others up but those left open. */
    private void settleActivities(Case one, String activity, String costHead, String cost, String... leftOpen) {
        LocalDate start = one.grant().effectiveFrom();
        for (Occurrence occurrence : plans.ofGrant(one.id())) {
            if (occurrence.activityCode().equals(activity) && occurrence.no() == 1) {
                activities.deliver(occurrence, start, start.plusDays(1), costHead, cost);
            } else if (!List.of(leftOpen).contains(occurrence.activityCode())) {
                activities.complete(occurrence, "task_planActivity", people.ofGrantee(Role.GC),
                        Map.of("intent", "CANCEL", "note", "ทดสอบ", "targetImpact", "ไม่กระทบเป้าหมาย"));
                activities.complete(occurrence, "task_approveActivity", people.ofProgramme(Role.PO), APPROVE);
            }
        }
    }

    private void acceptReports(Case one, String bank) {
        reports.accept(one.grant(), 1, bank);
        skip(one, 2);
        reports.accept(one.grant(), 2, bank);
        skip(one, 3);
        reports.accept(one.grant(), 3, bank);
    }

    private void skip(Case one, int tranche) {
        String id = disbursements.tranche(one.id(), tranche).orElseThrow().id();
        String task = tasks.ofCase(one.id()).stream()
                .filter(open -> open.businessKey().equals(id) && open.elementId().equals("task_requestTranche"))
                .findFirst()
                .orElseThrow()
                .taskId();
        assertThat(tasks.complete(task, Map.of("choice", "SKIP", "reason", "ยังมีเงินพอ"), one.finance()))
                .isInstanceOf(Completion.Completed.class);
    }

    private void toDocuments(Case one) {
        if (grants.get(one.id()).state() == GrantState.EFFECTIVE) {
            time.moveTo(people.today().plusDays(1));
        }
        complete(one, "task_prepareCloseOut", people.ofGrantee(Role.GC), documents());
        complete(one, "task_submitCloseOut", people.ofGrantee(Role.GL), APPROVE);
    }

    private static Map<String, Object> documents() {
        Map<String, Object> form = new HashMap<>();
        form.put("finalReport", "จัดอบรมครบ");
        form.put("assets", List.of(Map.of("name", "คอมพิวเตอร์", "quantity", 1, "amount", "25,000", "keeper", "สถาบัน")));
        form.put("noAssets", false);
        form.put("auditor", "สำนักงานสอบบัญชีสมมติ");
        form.put("auditNote", "ไม่มีข้อสังเกต");
        return form;
    }

    private Map<String, Object> refund(String amount) {
        return Map.of("paidOn", people.today().toString(), "reference", "RET-1", "amount", amount);
    }

    private void assertClosed(Case one) {
        assertThat(grants.get(one.id()).state()).isEqualTo(GrantState.CLOSED);
        assertThat(disbursements.balance(one.id())).isEqualTo(Money.ZERO);
        assertThat(processes.ofCases(List.of(one.id()))).noneMatch(run -> run.isOpen());
        assertThat(tasks.ofCase(one.id())).isEmpty();
        List<String> commands = audit.stream(one.id()).stream().map(AuditEntry::command).toList();
        assertThat(new ArrayList<>(commands)).contains("closeOut.open", "closeOut.accept", "closeOut.close", "grant.close");
        assertThat(audit.verify(one.id()).holds()).isTrue();
    }

    private MockHttpServletResponse statement(Case one, String format, Actor actor) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(one.grant().path() + "/close-out/statement." + format + "?lang=th")
                        .with(SecurityMockMvcRequestPostProcessors.user(users.loadUserByUsername(actor.username()))))
                .andReturn()
                .getResponse();
    }

    private void show(Case one, String language, String... texts) throws Exception {
        Actor officer = people.ofProgramme(Role.PO);
        String page = mvc.perform(MockMvcRequestBuilders.get(one.grant().path() + "/close-out?lang=" + language)
                        .with(SecurityMockMvcRequestPostProcessors.user(users.loadUserByUsername(officer.username()))))
                .andExpect(MockMvcResultMatchers.status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains(texts).doesNotContain("??");
    }

    private CloseOutDossier file(Case one) {
        return desk.ofGrant(one.id()).orElseThrow();
    }

    private List<String> steps(Case one) {
        return people.steps(one.id());
    }

    private Completion submit(Case one, String elementId, Actor actor, Map<String, Object> form) {
        return people.submit(one.id(), elementId, actor, form);
    }

    private void complete(Case one, String elementId, Actor actor, Map<String, Object> form) {
        people.complete(one.id(), elementId, actor, form);
    }

    private static List<Problem> problems(Completion completion) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems();
    }
}
