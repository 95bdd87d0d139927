package org.thun.evaluation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.audit.AuditTrail;
import org.thun.evaluation.AssessmentState;
import org.thun.evaluation.Assignment;
import org.thun.evaluation.AssignmentState;
import org.thun.evaluation.Candidate;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.EvaluationFixture;
import org.thun.evaluation.EvaluationFixture.Case;
import org.thun.evaluation.EvaluationState;
import org.thun.evaluation.Evaluations;
import org.thun.evaluation.Evaluations.DeskFilter;
import org.thun.evaluation.Evaluations.DeskRow;
import org.thun.evaluation.Importance;
import org.thun.evaluation.ManagementAnswer;
import org.thun.evaluation.RecommendationState;
import org.thun.grants.GrantFixture;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Outcome;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.tasks.TaskPage;
import org.thun.testing.ThunTest;
import org.thun.workflow.ProcessRun;
import org.thun.workflow.Processes;
import org.thun.workflow.TrainingClock;

@ThunTest
class EvaluationProcessTests {

    @Autowired
    EvaluationFixture cases;

    @Autowired
    GrantFixture grants;

    @Autowired
    EvaluationDesk desk;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Accounts accounts;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Processes processes;

    @Autowired
    AuditTrail audit;

    @Autowired
    TrainingClock clock;

    @Test
    void opensAnEvaluationInItsMonthAndNotBefore() {
        Case one = cases.opened();
        assertThat(evaluations.ofGrant(one.grant(), one.manager()))
                .extracting(planned -> planned.code() + " " + planned.grantMonth() + " " + planned.state())
                .containsExactly("mid_term 9 RUNNING", "final 18 PLANNED");
        assertThat(grants.steps(one.grant().id())).contains("task_assignEvaluator");
    }

    @Test
    void showsTiesOfTheLastTwentyFourMonthsAndRefusesSuchPeople_SD3() {
        Case one = cases.opened();
        Actor formerDataManager = former(Role.CD, ScopeKind.CENTRE, GrantFixture.PROGRAMME + "/TH-50", 23);
        Actor longGone = former(Role.CD, ScopeKind.CENTRE, GrantFixture.PROGRAMME + "/TH-50", 25);
        Actor mentor = former(Role.MT, ScopeKind.PROGRAMME, GrantFixture.PROGRAMME, 1);
        Actor ofTheGrantee = former(Role.GF, ScopeKind.ORGANISATION, one.grant().organisationId(), 12);

        assertThat(candidate(one, formerDataManager).ties()).extracting(Candidate.Tie::role).containsExactly(Role.CD);
        assertThat(candidate(one, mentor).isFree()).isFalse();
        assertThat(candidate(one, ofTheGrantee).isFree()).isFalse();
        assertThat(candidate(one, longGone).isFree()).isTrue();

        TaskPage page = tasks.view(grants.task(one.grant().id(), "task_assignEvaluator").taskId(), one.manager())
                .orElseThrow()
                .page();
        assertThat(page.options().get("evaluators"))
                .extracting(TaskPage.Option::value)
                .contains(longGone.accountId())
                .doesNotContain(formerDataManager.accountId(), mentor.accountId());
        assertRefused(grants.submit(one.grant().id(), "task_assignEvaluator", one.manager(),
                Map.of("evaluatorId", formerDataManager.accountId())), "evaluation.problem.tied", "SD3");
    }

    @Test
    void refusesAManagerWhoAssignsTheWorkToThemselves_SD1() {
        Case one = cases.opened();
        Actor both = grants.withFurtherPost(one.manager(), Role.EV);
        assertRefused(grants.submit(one.grant().id(), "task_assignEvaluator", both,
                Map.of("evaluatorId", both.accountId())), "evaluation.problem.ownWork", "SD1");
    }

    @Test
    void refusesSomebodyWhoIsNoEvaluator() {
        Case one = cases.opened();
        assertRefused(grants.submit(one.grant().id(), "task_assignEvaluator", one.manager(),
                Map.of("evaluatorId", one.lead().accountId())), "evaluation.problem.noEvaluator", null);
    }

    @Test
    void showsTheDeclarationToTheAssignedEvaluatorOnly() {
        Case one = cases.opened();
        Actor another = grants.ofProgramme(Role.EV);
        cases.assign(one, one.evaluator());
        String taskId = grants.task(one.grant().id(), "task_declareConflict").taskId();
        assertThat(tasks.open(taskId, one.evaluator())).isPresent();
        assertThat(tasks.open(taskId, another)).isEmpty();
    }

    @Test
    void acceptsOnlyWithASignedDeclaration_BR26() {
        Case one = cases.opened();
        cases.assign(one, one.evaluator());
        assertRefused(grants.submit(one.grant().id(), "task_declareConflict", one.evaluator(),
                Map.of("conflict", "NONE", "answer", "ACCEPT")), "evaluation.problem.notSigned", "BR-26");
    }

    @Test
    void asksForAReasonWhenTheEvaluatorDeclinesAndThenAsksAnother() {
        Case one = cases.opened();
        cases.assign(one, one.evaluator());
        assertRefused(grants.submit(one.grant().id(), "task_declareConflict", one.evaluator(),
                Map.of("conflict", "NONE", "answer", "DECLINE", "signed", true)),
                "evaluation.problem.wordsNeeded", null);
        grants.complete(one.grant().id(), "task_declareConflict", one.evaluator(),
                Map.of("conflict", "NONE", "answer", "DECLINE", "words", "ไม่มีเวลา", "signed", true));
        assertThat(lastAssignment(one).state()).isEqualTo(AssignmentState.DECLINED);
        assertThat(grants.steps(one.grant().id())).contains("task_assignEvaluator");
    }

    @Test
    void recusesOnADeclaredConflictWhateverTheAnswerAndNeverOffersThatPersonAgain() {
        Case one = cases.opened();
        cases.assign(one, one.evaluator());
        grants.complete(one.grant().id(), "task_declareConflict", one.evaluator(),
                Map.of("conflict", "SOME", "answer", "ACCEPT", "words", "เคยทำงานกับศูนย์", "signed", true));
        assertThat(lastAssignment(one).state()).isEqualTo(AssignmentState.RECUSED);
        assertThat(candidate(one, one.evaluator()).isFree()).isFalse();
        assertRefused(grants.submit(one.grant().id(), "task_assignEvaluator", one.manager(),
                Map.of("evaluatorId", one.evaluator().accountId())), "evaluation.problem.tied", "SD3");
    }

    @Test
    void replacesAnEvaluatorWhoDoesNotAnswerInFiveWorkingDays_BR26() {
        Case one = cases.opened();
        cases.assign(one, one.evaluator());
        LocalDate answerDueOn = lastAssignment(one).answerDueOn();
        clock.moveTo(answerDueOn);
        assertThat(grants.steps(one.grant().id())).contains("task_declareConflict");
        clock.moveTo(answerDueOn.plusDays(1));
        assertThat(lastAssignment(one).state()).isEqualTo(AssignmentState.REPLACED);
        assertThat(grants.steps(one.grant().id())).contains("task_assignEvaluator");
    }

    @Test
    void refusesAnAssessmentThatDoesNotRateEveryCriterionOfTheProgrammesScale_BR27() {
        Case one = cases.accepted();
        Map<String, Object> form = new HashMap<>(cases.assessment());
        form.put("ratings", List.of(Map.of("criterion", "relevance", "level", "9", "reason", "ดี")));
        Completion refused = grants.submit(one.grant().id(), "task_fileAssessment", one.evaluator(), form);
        assertThat(((Completion.Refused) refused).problems())
                .extracting(problem -> problem.field() + " " + problem.messageKey())
                .contains("ratings[0].level evaluation.problem.level", "ratings evaluation.problem.notRated");
    }

    @Test
    void refusesARatingWithoutAReason() {
        Case one = cases.accepted();
        Map<String, Object> form = new HashMap<>(cases.assessment());
        form.put("ratings", List.of(Map.of("criterion", "relevance", "level", "3")));
        Completion refused = grants.submit(one.grant().id(), "task_fileAssessment", one.evaluator(), form);
        assertThat(((Completion.Refused) refused).problems())
                .extracting(problem -> problem.field())
                .contains("ratings[0].reason");
    }

    @Test
    void refusesARecommendationThatIsDueInThePast() {
        Case one = cases.accepted();
        Map<String, Object> form =
                cases.assessment(cases.recommendation(Importance.NORMAL, clock.today().minusDays(1)));
        assertRefused(grants.submit(one.grant().id(), "task_fileAssessment", one.evaluator(), form),
                "evaluation.problem.duePast", null);
    }

    @Test
    void goesOnWithoutCommentsWhenTheTenDaysAreOver_BR28() {
        Case one = cases.filed(cases.assessment());
        clock.moveTo(desk.assessment(one.id()).orElseThrow().commentsDueOn().plusDays(1));
        assertThat(desk.assessment(one.id()).orElseThrow().state()).isEqualTo(AssessmentState.REVISION);
        assertThat(grants.steps(one.grant().id())).contains("task_finaliseAssessment");
    }

    @Test
    void refusesAFinalTextThatLeavesACommentUnanswered_BR28() {
        Case one = cases.filed(cases.assessment());
        grants.complete(one.grant().id(), "task_commentFacts", one.lead(),
                Map.of("comments", List.of(Map.of("text", "จำนวนศูนย์ไม่ถูกต้อง"))));
        Map<String, Object> form = new HashMap<>(cases.assessment());
        assertRefused(grants.submit(one.grant().id(), "task_finaliseAssessment", one.evaluator(), form),
                "evaluation.problem.commentUnanswered", "BR-28");
        form.put("answers", List.of(Map.of("no", 1, "answer", "ตรวจแล้ว คงเดิม")));
        grants.complete(one.grant().id(), "task_finaliseAssessment", one.evaluator(), form);
        assertThat(desk.assessment(one.id()).orElseThrow().comments().get(0).answer()).isEqualTo("ตรวจแล้ว คงเดิม");
    }

    @Test
    void returnsTheFinalTextToTheEvaluatorWithAReason() {
        Case one = cases.filed(cases.assessment());
        grants.complete(one.grant().id(), "task_commentFacts", one.lead(), Map.of());
        grants.complete(one.grant().id(), "task_finaliseAssessment", one.evaluator(), cases.assessment());
        assertRefused(grants.submit(one.grant().id(), "task_approveAssessment", one.manager(),
                Map.of("decision", "RETURN")), "evaluation.problem.reasonNeeded", null);
        grants.complete(one.grant().id(), "task_approveAssessment", one.manager(),
                Map.of("decision", "RETURN", "reason", "ขยายความวิธีการ"));
        assertThat(desk.assessment(one.id()).orElseThrow().returnReason()).isEqualTo("ขยายความวิธีการ");
        grants.complete(one.grant().id(), "task_finaliseAssessment", one.evaluator(), cases.assessment());
        assertThat(grants.steps(one.grant().id())).contains("task_approveAssessment");
    }

    @Test
    void hidesTheApprovalFromTheEvaluatorWhoIsAlsoAManager_SD1() {
        Case one = cases.filed(cases.assessment());
        grants.complete(one.grant().id(), "task_commentFacts", one.lead(), Map.of());
        grants.complete(one.grant().id(), "task_finaliseAssessment", one.evaluator(), cases.assessment());
        Actor both = grants.withFurtherPost(one.evaluator(), Role.EM);
        assertThat(grants.submit(one.grant().id(), "task_approveAssessment", both, Map.of("decision", "APPROVE")))
                .isInstanceOf(Completion.Unknown.class);
    }

    @Test
    void endsWhenThereIsNothingToAnswer() {
        Case one = cases.approved(cases.assessment());
        assertThat(cases.state(one).state()).isEqualTo(EvaluationState.FINAL);
        assertThat(lastAssignment(one).state()).isEqualTo(AssignmentState.APPROVED);
        assertThat(openRuns(one)).isEmpty();
    }

    @Test
    void asksTheGranteesLeadForAnAnswerToEveryRecommendation_BR29() {
        LocalDate inTwoMonths = clock.today().plusMonths(2);
        Case one = cases.approved(cases.assessment(
                cases.recommendation(Importance.CRITICAL, inTwoMonths),
                cases.recommendation(Importance.NORMAL, inTwoMonths)));
        assertThat(grants.task(one.grant().id(), "task_answerRecommendations").dueOn())
                .isEqualTo(clock.today().plusDays(28));
        assertRefused(grants.submit(one.grant().id(), "task_answerRecommendations", one.lead(),
                answers(Map.of("no", 1, "answer", "ACCEPT", "dueOn", inTwoMonths.toString()))),
                "evaluation.problem.recommendationUnanswered", "BR-29");
        assertRefused(grants.submit(one.grant().id(), "task_answerRecommendations", one.lead(),
                answers(Map.of("no", 1, "answer", "ACCEPT", "dueOn", inTwoMonths.toString()),
                        Map.of("no", 2, "answer", "REJECT"))),
                "evaluation.problem.reasonNeeded", "BR-29");
        grants.complete(one.grant().id(), "task_answerRecommendations", one.lead(),
                answers(Map.of("no", 1, "answer", "ACCEPT", "dueOn", inTwoMonths.plusDays(3).toString()),
                        Map.of("no", 2, "answer", "REJECT", "reason", "ทำแล้ว")));
        assertThat(desk.recommendations(one.id()))
                .extracting(answered -> answered.state() + " " + answered.answer() + " " + answered.dueOn())
                .containsExactly("ANSWERED ACCEPT " + inTwoMonths.plusDays(3), "ANSWERED REJECT " + inTwoMonths);
        assertThat(openRuns(one)).isEmpty();
        assertThat(audit.verify(one.grant().id()).holds()).isTrue();
    }

    @Test
    void keepsWorkInProgressFromTheFundersReader_BR50() {
        Actor reader = grants.ofProgramme(Role.FR);
        Case draft = cases.filed(cases.assessment());
        assertThat(evaluations.ofGrant(draft.grant(), reader)).isNotEmpty();
        assertThat(evaluations.assessment(draft.grant(), draft.id(), reader)).isEmpty();
        assertThat(evaluations.assessment(draft.grant(), draft.id(), draft.lead())).isPresent();
        Case done = cases.approved(cases.assessment());
        assertThat(evaluations.assessment(done.grant(), done.id(), reader)).isPresent();
    }

    @Test
    void letsTheFunderSayThatARecommendationWasSeenDone() {
        Case one = cases.approved(cases.assessment(
                cases.recommendation(Importance.CRITICAL, clock.today().plusMonths(1))));
        grants.complete(one.grant().id(), "task_answerRecommendations", one.lead(),
                answers(Map.of("no", 1, "answer", "ACCEPT", "dueOn", clock.today().plusDays(9).toString())));
        String id = desk.recommendations(one.id()).get(0).id();
        Actor officer = grants.ofProgramme(Role.PO);
        assertThat(evaluations.verify(one.grant(), id, "เห็นแล้ว", one.lead()).isDone()).isFalse();
        assertThat(evaluations.verify(one.grant(), id, " ", officer).isDone()).isFalse();
        assertThat(evaluations.verify(one.grant(), id, "เห็นแล้ว", officer)).isEqualTo(Outcome.done());
        assertThat(desk.recommendations(one.id()).get(0).state()).isEqualTo(RecommendationState.VERIFIED);
        assertThat(desk.recommendations(one.id()).get(0).answer()).isEqualTo(ManagementAnswer.ACCEPT);
    }

    @Test
    void showsEvaluatorsTheirOwnWorkAndManagersAllOfIt() {
        Case one = cases.accepted();
        DeskFilter running = new DeskFilter(EvaluationState.RUNNING, 1, 200);
        assertThat(evaluations.desk(running, one.evaluator()).rows())
                .extracting(DeskRow::evaluationId)
                .containsExactly(one.id());
        assertThat(evaluations.desk(running, one.manager()).rows()).extracting(DeskRow::evaluationId).contains(one.id());
        assertThat(evaluations.desk(running, one.lead()).rows()).isEmpty();
    }

    /** An evaluator who left another post that many months ago. */
    private Actor former(Role role, ScopeKind kind, String scopeId, int monthsAgo) {
        Actor evaluator = grants.ofProgramme(Role.EV);
        LocalDate left = clock.today().minusMonths(monthsAgo);
        accounts.appoint(evaluator.accountId(), new Post(role, kind, scopeId, left.minusYears(3), left), null);
        return evaluator;
    }

    private Candidate candidate(Case one, Actor person) {
        return desk.candidates(one.id()).stream()
                .filter(candidate -> candidate.accountId().equals(person.accountId()))
                .findFirst()
                .orElseThrow();
    }

    private Assignment lastAssignment(Case one) {
        List<Assignment> assignments = cases.state(one).assignments();
        return assignments.get(assignments.size() - 1);
    }

    private List<ProcessRun> openRuns(Case one) {
        return processes.openRuns(one.id());
    }

    @SafeVarargs
    private static Map<String, Object> answers(Map<String, Object>... answers) {
        return Map.of("answers", List.of(answers));
    }

    private static void assertRefused(Completion completion, String messageKey, String rule) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        assertThat(((Completion.Refused) completion).problems()).anySatisfy(problem -> {
            assertThat(problem.messageKey()).isEqualTo(messageKey);
            assertThat(problem.rule()).isEqualTo(rule);
        });
    }
}
