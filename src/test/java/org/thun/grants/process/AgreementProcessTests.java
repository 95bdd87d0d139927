package org.thun.grants.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.Agreement;
import org.thun.grants.Agreements;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.shared.BusinessClock;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet.Check;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ThunTest;
import org.thun.workflow.ProcessRun;
import org.thun.workflow.Processes;

@ThunTest
class AgreementProcessTests {

    @Autowired
    GrantFixture fixture;

    @Autowired
    Grants grants;

    @Autowired
    Agreements agreements;

    @Autowired
    Processes processes;

    @Autowired
    ManagementService management;

    @Autowired
    AuditTrail audit;

    @Autowired
    TaskDesk desk;

    @Test
    @DisplayName("BR-41: an agreement signed on the 20th may take effect on the 1st; month 18 ends the day before month 19")
    void takesEffectAtOnceWhenTheFirstDayHasCome() {
        Grant grant = fixture.opened("1000000.01");
        prepare(grant, LocalDate.of(2016, 5, 1));
        sign(grant);

        Grant running = grants.get(grant.id());
        assertThat(running.state()).isEqualTo(GrantState.EFFECTIVE);
        assertThat(running.term().from()).isEqualTo(LocalDate.of(2016, 5, 1));
        assertThat(running.endsOn()).isEqualTo(LocalDate.of(2017, 10, 31));
        assertThat(run(grant).isOpen()).isFalse();
        assertThat(commands(grant)).containsSubsequence("grant.open", "agreement.prepare", "agreement.signForGrantee",
                "agreement.signForFunder", "agreement.makeEffective");
        assertThat(audit.verify(grant.id()).holds()).isTrue();
    }

    @Test
    void waitsForAFirstDayThatLiesAhead() {
        Grant grant = fixture.opened("250000");
        prepare(grant, fixture.today().plusDays(40));
        sign(grant);
        assertThat(grants.get(grant.id()).state()).isEqualTo(GrantState.SIGNED_BOTH);
        assertThat(grants.get(grant.id()).effectiveFrom()).isNull();

        Job timer = timer(grant, "timer_firstDay");
        assertThat(timer.getDuedate()).isEqualTo(
                Date.from(fixture.today().plusDays(40).atStartOfDay(BusinessClock.ZONE).toInstant()));
        management.executeJob(timer.getId());

        assertThat(grants.get(grant.id()).state()).isEqualTo(GrantState.EFFECTIVE);
        assertThat(run(grant).isOpen()).isFalse();
    }

    @Test
    void returnsToPreparationWhenTheGranteeDoesNotAgree() {
        Grant grant = fixture.opened("250000");
        prepare(grant, fixture.today());
        fixture.complete(grant.id(), "task_signAgreementGrantee", fixture.ofGrantee(Role.GL),
                Map.of("decision", "RETURN", "comment", "วันเริ่มต้นไม่ตรง"));

        assertThat(fixture.steps(grant.id())).containsExactly("task_prepareAgreement");
        assertThat(agreements.of(grant.id()).returnedComment()).isEqualTo("วันเริ่มต้นไม่ตรง");
        assertThat(agreements.of(grant.id()).prepared()).isNull();
    }

    @Test
    @DisplayName("a return by the funder voids the grantee's signature")
    void returnOfTheFunderVoidsTheGranteesSignature() {
        Grant grant = fixture.opened("250000");
        prepare(grant, fixture.today());
        fixture.complete(grant.id(), "task_signAgreementGrantee", fixture.ofGrantee(Role.GL), Map.of("decision", "SIGN"));
        fixture.complete(grant.id(), "task_signAgreementFunder", fixture.ofProgramme(Role.AP),
                Map.of("decision", "RETURN", "comment", "เลขที่ผิด"));

        Agreement agreement = agreements.of(grant.id());
        assertThat(agreement.signedByGrantee()).isNull();
        assertThat(grants.get(grant.id()).state()).isEqualTo(GrantState.DRAFT);
        prepare(grant, fixture.today());
        sign(grant);
        assertThat(grants.get(grant.id()).state()).isEqualTo(GrantState.EFFECTIVE);
    }

    @Test
    void refusesAReturnWithoutWords() {
        Grant grant = fixture.opened("250000");
        prepare(grant, fixture.today());
        assertThat(problems(fixture.submit(grant.id(), "task_signAgreementGrantee", fixture.ofGrantee(Role.GL),
                        Map.of("decision", "RETURN"))))
                .extracting(Problem::field)
                .containsExactly("comment");
        assertThat(fixture.steps(grant.id())).containsExactly("task_signAgreementGrantee");
    }

    @Test
    @DisplayName("SD1: who prepared the agreement does not see the task of signing it for the funder")
    void keepsThePreparerFromSigningForTheFunder() {
        Grant grant = fixture.opened("250000");
        Actor officerAndApprover = fixture.withFurtherPost(fixture.ofProgramme(Role.PO), Role.AP);
        prepare(grant, fixture.today(), officerAndApprover);
        fixture.complete(grant.id(), "task_signAgreementGrantee", fixture.ofGrantee(Role.GL), Map.of("decision", "SIGN"));

        assertThat(fixture.submit(grant.id(), "task_signAgreementFunder", officerAndApprover, Map.of("decision", "SIGN")))
                .isInstanceOf(Completion.Unknown.class);
        assertThat(agreements.signForFunder(grant.id(), officerAndApprover).problems())
                .extracting(Problem::rule)
                .containsExactly("SD1");
    }

    @Test
    void isBlockedUntilEachConditionIsTicked() {
        Grant grant = fixture.opened("250000", "แนบหนังสือรับรอง", "เปิดบัญชีโครงการ");
        Actor officer = fixture.ofProgramme(Role.PO);
        Map<String, Object> terms = Map.of("number", "ท." + grant.id(), "effectiveOn", "1/5/2559");

        assertThat(problems(fixture.submit(grant.id(), "task_prepareAgreement", officer, with(terms, List.of("1")))))
                .extracting(Problem::messageKey)
                .containsExactly("grants.problem.conditionsOpen");
        assertThat(problems(fixture.submit(grant.id(), "task_prepareAgreement", officer, with(terms, List.of("3")))))
                .extracting(Problem::messageKey)
                .containsExactly("grants.problem.unknownCondition");
        fixture.complete(grant.id(), "task_prepareAgreement", officer, with(terms, List.of("1", "2")));
        assertThat(agreements.of(grant.id()).conditions()).noneMatch(Agreement.Condition::open);
        assertThat(agreements.of(grant.id()).effectiveFrom()).isEqualTo(LocalDate.of(2016, 5, 1));
    }

    @Test
    void refusesANumberThatIsTaken() {
        Grant first = fixture.opened("250000");
        Grant second = fixture.opened("250000");
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(problems(fixture.submit(second.id(), "task_prepareAgreement", fixture.ofProgramme(Role.PO),
                        Map.of("number", first.number(), "effectiveOn", "2016-05-01"))))
                .extracting(Problem::field)
                .containsExactly("number");
    }

    @Test
    void lapsesWhenNobodySignsInTime() {
        Grant grant = fixture.opened("250000");
        prepare(grant, fixture.today());
        Job timer = timer(grant, "timer_unsigned");
        LocalDate limit = fixture.today().plusDays(fixture.programme().timeLimits().agreementLapse());
        assertThat(timer.getDuedate())
                .isEqualTo(Date.from(limit.atStartOfDay(BusinessClock.ZONE).toInstant()));

        management.executeJob(timer.getId());

        assertThat(grants.get(grant.id()).state()).isEqualTo(GrantState.LAPSED);
        assertThat(fixture.steps(grant.id())).isEmpty();
        assertThat(run(grant).isOpen()).isFalse();
    }

    @Test
    void showsTheSumsAndTheBankAccountBesideTheForm() {
        Grant grant = fixture.opened("1000000.01");
        Actor officer = fixture.ofProgramme(Role.PO);
        var page = desk.view(fixture.task(grant.id(), "task_prepareAgreement").taskId(), officer).orElseThrow().page();
        List<Check> checks =
                page.facts().sections().stream().flatMap(section -> section.checks().stream()).toList();
        assertThat(checks).extracting(Check::rule).containsExactly("BR-03", "BR-01", "BR-02");
        assertThat(checks.subList(1, 3)).allMatch(Check::met);
        assertThat(page.values()).containsEntry("number", grant.number());
    }

    private void prepare(Grant grant, LocalDate from) {
        prepare(grant, from, fixture.ofProgramme(Role.PO));
    }

    private void prepare(Grant grant, LocalDate from, Actor officer) {
        fixture.complete(grant.id(), "task_prepareAgreement", officer,
                Map.of("number", "ท." + grant.id(), "effectiveOn", from.toString()));
    }

    private void sign(Grant grant) {
        fixture.complete(grant.id(), "task_signAgreementGrantee", fixture.ofGrantee(Role.GL), Map.of("decision", "SIGN"));
        fixture.complete(grant.id(), "task_signAgreementFunder", fixture.ofProgramme(Role.AP), Map.of("decision", "SIGN"));
    }

    private Job timer(Grant grant, String elementId) {
        return management.createJobQuery()
                .processInstanceId(run(grant).runId())
                .activityId(elementId)
                .singleResult();
    }

    private ProcessRun run(Grant grant) {
        return processes.ofCases(List.of(grant.id())).stream()
                .filter(run -> run.processKey().equals("agreement"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> commands(Grant grant) {
        return audit.stream(grant.id()).stream().map(AuditEntry::command).toList();
    }

    private static List<Problem> problems(Completion completion) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems();
    }

    private static Map<String, Object> with(Map<String, Object> terms, List<String> conditionsMet) {
        Map<String, Object> data = new HashMap<>(terms);
        data.put("conditionsMet", conditionsMet);
        return data;
    }
}
