package org.thun.proposals.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.audit.AuditTrail;
import org.thun.grants.Agreements;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalFixture;
import org.thun.proposals.ProposalFixture.UnderReview;
import org.thun.proposals.ProposalState;
import org.thun.proposals.ProposalVersion;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.BoardSitting;
import org.thun.proposals.ProposalDecision;
import org.thun.proposals.Proposals;
import org.thun.proposals.Review;
import org.thun.proposals.ReviewOutcome;
import org.thun.proposals.Verdict;
import org.thun.shared.BusinessClock;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ThunTest;
import org.thun.workflow.Processes;

@ThunTest
class ProposalProcessTests {

    @Autowired
    ProposalFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalWork work;

    @Autowired
    Grants grants;

    @Autowired
    Agreements agreements;

    @Autowired
    Processes processes;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    AuditTrail audit;

    @Autowired
    TaskDesk desk;

    @Test
    void becomesAGrantWhenApprovedAndIsFundedWhenTheAgreementTakesEffect() {
        String id = fixture.approved();
        Proposal approved = proposals.get(id);
        assertThat(approved.state()).isEqualTo(ProposalState.CONTRACTING);
        assertThat(processes.openRuns(id)).isEmpty();

        Grant grant = grants.get(approved.grantId());
        assertThat(grant.state()).isEqualTo(GrantState.DRAFT);
        assertThat(grant.amount().toString()).isEqualTo("250000.00");
        assertThat(grants.budget(grant.id())).hasSize(2);
        people.complete(grant.id(), "task_prepareAgreement", people.ofProgramme(Role.PO),
                Map.of("number", "ท." + grant.id(), "effectiveOn", "1/5/2559"));
        people.complete(grant.id(), "task_signAgreementGrantee", people.ofGrantee(Role.GL), Map.of("decision", "SIGN"));
        people.complete(grant.id(), "task_signAgreementFunder", people.ofProgramme(Role.AP), Map.of("decision", "SIGN"));
        assertThat(proposals.get(id).state()).isEqualTo(ProposalState.FUNDED);
        assertThat(audit.verify(id).holds()).isTrue();
    }

    @Test
    void carriesConditionsIntoTheAgreement() {
        String id = fixture.reviewed(75, 80).id();
        people.complete(id, "task_decideProposal", people.ofProgramme(Role.AP),
                Map.of("decision", "APPROVE_WITH_CONDITIONS", "conditions",
                        List.of(Map.of("text", "เปิดบัญชีโครงการ"), Map.of("text", "")), "membersPresent", 6, "votesFor", 6));
        assertThat(proposals.conditions(id)).containsExactly("เปิดบัญชีโครงการ");
        assertThat(agreements.of(proposals.get(id).grantId()).conditions()).hasSize(1);
    }

    @Test
    void expiresWithItsAgreementWhenNobodySigns() {
        String id = fixture.approved();
        String grantId = proposals.get(id).grantId();
        management.executeJob(timer(grantId, "timer_unsigned").getId());
        assertThat(grants.get(grantId).state()).isEqualTo(GrantState.LAPSED);
        assertThat(proposals.get(id).state()).isEqualTo(ProposalState.EXPIRED);
    }

    @Test
    void letsTheCoordinatorPrepareAndTheLeadHandIn() {
        String id = fixture.begun();
        Actor coordinator = people.ofGrantee(Role.GC);
        assertThat(problems(people.submit(id, "task_draftProposal", coordinator, fixture.form("SUBMIT"))))
                .extracting(Problem::messageKey)
                .containsExactly("proposals.problem.leadOnly");
        Map<String, Object> unfinished = fixture.form("KEEP");
        unfinished.remove("amount");
        people.complete(id, "task_draftProposal", coordinator, unfinished);
        assertThat(proposals.get(id).state()).isEqualTo(ProposalState.DRAFT);
        Actor lead = people.ofGrantee(Role.GL);
        var page = desk.view(people.task(id, "task_draftProposal").taskId(), lead).orElseThrow().page();
        assertThat(page.values()).containsEntry("summary", "หลักการ").doesNotContainKey("amount");

        people.complete(id, "task_draftProposal", lead, fixture.form("SUBMIT"));
        assertThat(proposals.get(id).leadAccountId()).isEqualTo(lead.accountId());
        assertThat(proposals.versions(id).get(0).content().plannedStart()).isEqualTo(LocalDate.of(2016, 5, 1));
    }

    @Test
    @DisplayName("BR-01: a budget that does not sum to the amount is refused, with the difference")
    void refusesABudgetThatDoesNotSum() {
        String id = fixture.begun();
        Map<String, Object> form = fixture.form("SUBMIT");
        form.put("budget", List.of(fixture.line("1.1", "249,999.99")));
        assertThat(problems(people.submit(id, "task_draftProposal", people.ofGrantee(Role.GL), form)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo("BR-01");
                    assertThat(problem.args().get(2)).hasToString("0.01");
                });
        assertThat(proposals.get(id).state()).isEqualTo(ProposalState.DRAFT);
    }

    @Test
    void isTakenBackAsDraft() {
        String id = fixture.begun();
        people.complete(id, "task_draftProposal", people.ofGrantee(Role.GL), fixture.form("WITHDRAW"));
        assertEnded(id, ProposalState.WITHDRAWN);
    }

    @Test
    void isRefusedInTheFirstRoundForAReason() {
        String id = fixture.submitted();
        Actor officer = people.ofProgramme(Role.PO);
        assertThat(problems(people.submit(id, "task_screenProposal", officer, Map.of("decision", "REJECT"))))
                .extracting(Problem::field)
                .containsExactly("reason");
        people.complete(id, "task_screenProposal", officer, Map.of("decision", "REJECT", "reason", "นอกพื้นที่"));
        assertEnded(id, ProposalState.REJECTED_ROUND1);
    }

    @Test
    void isReturnedAsIncompleteAndScreenedAgain() {
        String id = fixture.submitted();
        people.complete(id, "task_screenProposal", people.ofProgramme(Role.PO),
                Map.of("decision", "RETURN", "comments", List.of(Map.of("text", "ขาดงบรายเดือน"), Map.of("text", "ขาดแผนที่"))));
        assertThat(proposals.get(id).state()).isEqualTo(ProposalState.INCOMPLETE);
        Actor lead = people.ofGrantee(Role.GL);

        Map<String, Object> partly = fixture.form("RESUBMIT");
        partly.put("answers", List.of(Map.of("no", 1, "answer", "แนบแล้ว")));
        assertThat(problems(people.submit(id, "task_reviseProposal", lead, partly)))
                .extracting(Problem::messageKey)
                .containsExactly("proposals.problem.answerMissing");
        Map<String, Object> strange = fixture.revision(id);
        strange.put("answers", List.of(Map.of("no", 1, "answer", "ก"), Map.of("no", 2, "answer", "ข"),
                Map.of("no", 9, "answer", "ค")));
        assertThat(problems(people.submit(id, "task_reviseProposal", lead, strange)))
                .extracting(Problem::messageKey)
                .containsExactly("proposals.problem.unknownComment");

        people.complete(id, "task_reviseProposal", lead, fixture.revision(id));
        assertThat(proposals.get(id).state()).isEqualTo(ProposalState.SCREENING);
        assertThat(people.steps(id)).containsExactly("task_screenProposal");
        assertThat(proposals.versions(id)).hasSize(2);
        assertThat(proposals.comments(id)).allMatch(comment -> comment.answer().equals("แก้ไขแล้ว"));
        assertThat(proposals.get(id).revisionLoops()).as("screening is no revision loop").isZero();
    }

    @Test
    void expiresWhenTheApplicantDoesNotAnswer() {
        String id = fixture.submitted();
        people.complete(id, "task_screenProposal", people.ofProgramme(Role.PO),
                Map.of("decision", "RETURN", "comments", List.of(Map.of("text", "ขาดแผนที่"))));
        Job timer = timer(id, "timer_answerOverdue");
        assertThat(timer.getDuedate()).isEqualTo(moment(
                people.today().plusDays(people.programme().timeLimits().proposalExpiry() + 1L)));
        management.executeJob(timer.getId());
        assertEnded(id, ProposalState.EXPIRED);
    }

    @Test
    void isWithdrawnWhileWithTheApplicant() {
        String id = fixture.reviewed(65, 66).id();
        fixture.decide(id, "REVISE", "ปรับงบ");
        people.complete(id, "task_reviseProposal", people.ofGrantee(Role.GL), fixture.form("WITHDRAW"));
        assertEnded(id, ProposalState.WITHDRAWN);
    }

    @Test
    @DisplayName("BR-30: at least two reviewers; SD4: none of the applicant")
    void refusesTooFewReviewersAndReviewersInConflict() {
        String id = fixture.submitted();
        Actor officer = people.ofProgramme(Role.PO);
        Actor reviewer = people.ofProgramme(Role.PR);
        Actor insider = people.withFurtherPost(people.ofGrantee(Role.GF), Role.PR);
        assertThat(work.eligibleReviewers(id)).extracting(Actor::accountId)
                .contains(reviewer.accountId())
                .doesNotContain(insider.accountId());
        assertThat(problems(screen(id, officer, List.of(reviewer.accountId()))))
                .extracting(Problem::rule)
                .containsExactly("BR-30");
        assertThat(problems(screen(id, officer, List.of(reviewer.accountId(), insider.accountId()))))
                .extracting(Problem::rule)
                .containsExactly("SD4");
        assertThat(problems(screen(id, officer, List.of(reviewer.accountId(), officer.accountId()))))
                .as("no reviewer at all")
                .extracting(Problem::rule)
                .containsExactly("SD4");
    }

    @Test
    @DisplayName("SD4 at completion: a reviewer who has joined the applicant meanwhile cannot file the review")
    void stopsAReviewerWhoHasJoinedTheApplicant() {
        UnderReview proposal = fixture.underReview(2);
        Actor reviewer = people.appoint(proposal.reviewers().get(0), Role.GC, ScopeKind.ORGANISATION, people.grantee());
        assertThat(problems(people.submitAs(proposal.id(), "task_reviewProposal", reviewer,
                        Map.of("score", 90, "recommendation", "APPROVE", "comment", "ดี"))))
                .extracting(Problem::rule)
                .containsExactly("SD4");
    }

    @Test
    void givesEachReviewerAPersonalTaskThatOthersDoNotSee() {
        UnderReview proposal = fixture.underReview(2);
        assertThat(people.steps(proposal.id())).containsExactly("task_reviewProposal", "task_reviewProposal");
        OpenTask first = desk.inbox(proposal.reviewers().get(0), TaskDesk.InboxFilter.firstPage()).tasks().get(0);
        assertThat(desk.open(first.taskId(), proposal.reviewers().get(1))).isEmpty();
        assertThat(desk.open(first.taskId(), people.ofProgramme(Role.PR))).isEmpty();
        assertThat(desk.release(first.taskId(), proposal.reviewers().get(0))).isFalse();
        assertThat(first.dueOn()).isEqualTo(people.today().plusDays(people.programme().timeLimits().review()));
    }

    @Test
    void refusesScoresBeyondAHundredAndReviewsWithoutWords() {
        UnderReview proposal = fixture.underReview(2);
        Map<String, Object> form = new HashMap<>(Map.of("score", 101, "recommendation", "APPROVE"));
        assertThat(problems(people.submitAs(proposal.id(), "task_reviewProposal", proposal.reviewers().get(0), form)))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("score", "comment");
    }

    @Test
    @DisplayName("BR-30: scores 20 apart ask for a third review, once")
    void asksForAThirdReviewWhenScoresLieFarApart() {
        UnderReview proposal = fixture.reviewed(60, 80);
        assertThat(people.steps(proposal.id())).containsExactly("task_assignReviewers");
        Actor officer = people.ofProgramme(Role.PO);
        assertThat(problems(people.submit(proposal.id(), "task_assignReviewers", officer,
                        Map.of("reviewers", List.of(proposal.reviewers().get(0).accountId())))))
                .extracting(Problem::rule)
                .containsExactly("SD4");
        Actor third = people.ofProgramme(Role.PR);
        people.complete(proposal.id(), "task_assignReviewers", officer,
                Map.of("reviewers", List.of(third.accountId())));
        fixture.review(proposal.id(), third, 75);

        assertThat(people.steps(proposal.id())).containsExactly("task_decideProposal");
        assertThat(proposals.get(proposal.id()).state()).isEqualTo(ProposalState.RECOMMENDED);
        assertThat(work.standing(proposal.id()).meanScore()).isEqualTo(7166);
    }

    @Test
    void decidesWithTwoWhenTheThirdNeverAnswers() {
        UnderReview proposal = fixture.underReview(3);
        fixture.review(proposal.id(), proposal.reviewers().get(0), 70);
        fixture.review(proposal.id(), proposal.reviewers().get(1), 70);
        Review open = proposals.reviews(proposal.id()).stream()
                .filter(review -> review.state() == Review.State.ASSIGNED)
                .findFirst()
                .orElseThrow();
        Job timer = management.createJobQuery().activityId("timer_reviewOverdue").list().stream()
                .filter(job -> isOf(job, open.id()))
                .findFirst()
                .orElseThrow();
        assertThat(timer.getDuedate()).isEqualTo(moment(open.dueOn().plusDays(1)));
        management.executeJob(timer.getId());

        assertThat(proposals.review(open.id()).state()).isEqualTo(Review.State.MISSED);
        assertThat(people.steps(proposal.id())).containsExactly("task_decideProposal");
        assertThat(version(proposal.id()).outcome()).isEqualTo(ReviewOutcome.PASS);
    }

    @Test
    void asksForAReplacementWhenTooFewReviewsCame() {
        UnderReview proposal = fixture.underReview(2);
        fixture.review(proposal.id(), proposal.reviewers().get(0), 90);
        missOpenReviews(proposal.id());
        assertThat(people.steps(proposal.id())).containsExactly("task_assignReviewers");
        Actor other = people.ofProgramme(Role.PR);
        people.complete(proposal.id(), "task_assignReviewers", people.ofProgramme(Role.PO),
                Map.of("reviewers", List.of(other.accountId())));
        fixture.review(proposal.id(), other, 88);
        assertThat(people.steps(proposal.id())).containsExactly("task_decideProposal");
        assertThat(version(proposal.id()).thirdAsked()).isFalse();
    }

    @Test
    @DisplayName("BR-32: 250,000 baht is for the plan board")
    void showsTheAuthorityForTheAmount() {
        UnderReview proposal = fixture.reviewed(80, 85);
        assertThat(version(proposal.id()).authority()).isEqualTo("plan_board");
    }

    @Test
    @DisplayName("BR-33: a board decides with its quorum; members with a conflict leave, and neither count nor vote")
    void needsAQuorumWithoutThoseInConflict() {
        String id = fixture.reviewed(80, 85).id();
        Actor secretary = people.ofProgramme(Role.AP);
        assertThat(problems(people.submit(id, "task_decideProposal", secretary, Map.of("decision", "APPROVE"))))
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("membersPresent", "BR-33"));
        Map<String, Object> form = new HashMap<>(Map.of("decision", "APPROVE", "membersPresent", 5, "votesFor", 4,
                "leavers", List.of(Map.of("name", "กรรมการ ก", "reason", "ญาติของหัวหน้าโครงการ"))));
        assertThat(problems(people.submit(id, "task_decideProposal", secretary, form)))
                .as("five came, one left")
                .extracting(Problem::messageKey)
                .containsExactly("proposals.problem.noQuorum");
        form.put("membersPresent", 6);
        form.put("votesFor", 6);
        assertThat(problems(people.submit(id, "task_decideProposal", secretary, form)))
                .extracting(Problem::messageKey)
                .containsExactly("proposals.problem.moreVotes");
        form.put("votesFor", 2);
        form.put("votesAgainst", 2);
        assertThat(problems(people.submit(id, "task_decideProposal", secretary, form)))
                .extracting(Problem::messageKey)
                .containsExactly("proposals.problem.noMajority");
        form.put("votesFor", 3);
        people.complete(id, "task_decideProposal", secretary, form);

        ProposalDecision decision = proposals.decisions(id).get(0);
        assertThat(decision.quorum()).isEqualTo(5);
        assertThat(decision.sitting().voting()).isEqualTo(5);
        assertThat(decision.sitting().abstained()).isZero();
        assertThat(decision.sitting().left()).extracting(BoardSitting.Leaver::name).containsExactly("กรรมการ ก");
    }

    @Test
    @DisplayName("SD1: who wrote, screened or reviewed a proposal does not decide on it")
    void keepsThoseWithAHandInItFromDeciding() {
        UnderReview proposal = fixture.reviewed(80, 85);
        Actor reviewer = people.withFurtherPost(proposal.reviewers().get(0), Role.AP);
        assertThat(people.submit(proposal.id(), "task_decideProposal", reviewer, Map.of("decision", "APPROVE")))
                .isInstanceOf(Completion.Unknown.class);
        assertThat(work.decide(proposal.id(), new ProposalWork.Ruling(
                        Verdict.APPROVE, List.of(), null, new BoardSitting(6, List.of(), 6, 0)), reviewer).problems())
                .extracting(Problem::rule)
                .containsExactly("SD1");
        assertThat(work.hands(proposal.id())).contains(proposals.get(proposal.id()).screenedBy());
    }

    @Test
    @DisplayName("BR-30: below 70 it cannot be approved, below 60 only rejected")
    void refusesDecisionsTheReviewsDoNotAllow() {
        String middling = fixture.reviewed(65, 68).id();
        assertThat(problems(decide(middling, "APPROVE"))).extracting(Problem::rule).containsExactly("BR-30");
        String poor = fixture.reviewed(50, 55).id();
        assertThat(problems(decide(poor, "REVISE"))).extracting(Problem::rule).containsExactly("BR-30");
        assertThat(version(poor).outcome()).isEqualTo(ReviewOutcome.REJECT);
        fixture.decide(poor, "REJECT", "คะแนนไม่ถึงเกณฑ์");
        assertEnded(poor, ProposalState.REJECTED);
    }

    @Test
    @DisplayName("BR-31: after three revisions the board decides; comments and answers of all loops stay side by side")
    void goesToTheBoardAfterThreeRevisions() {
        UnderReview proposal = fixture.reviewed(64, 66);
        for (int loop = 1; loop <= 3; loop++) {
            assertThat(version(proposal.id()).outcome()).isEqualTo(ReviewOutcome.REVISE);
            fixture.decide(proposal.id(), "REVISE", "แก้ครั้งที่ " + loop);
            people.complete(proposal.id(), "task_reviseProposal", people.ofGrantee(Role.GL),
                    fixture.revision(proposal.id()));
            assertThat(proposals.get(proposal.id()).state()).isEqualTo(ProposalState.UNDER_REVIEW);
            proposal.reviewers().forEach(reviewer -> fixture.review(proposal.id(), reviewer, 65));
        }
        assertThat(version(proposal.id()).outcome()).isEqualTo(ReviewOutcome.BOARD);
        assertThat(proposals.versions(proposal.id())).hasSize(4);
        assertThat(proposals.comments(proposal.id())).hasSize(9).allMatch(comment -> comment.answer() != null);
        assertThat(problems(decide(proposal.id(), "REVISE"))).extracting(Problem::rule).containsExactly("BR-31");
        fixture.decide(proposal.id(), "APPROVE", null);
        assertThat(proposals.get(proposal.id()).state()).isEqualTo(ProposalState.CONTRACTING);
    }

    @Test
    void isDecidedOnlyOnceWhenTwoApproversAreFast() {
        UnderReview proposal = fixture.reviewed(80, 85);
        String taskId = people.task(proposal.id(), "task_decideProposal").taskId();
        Map<String, Object> approved = Map.of("decision", "APPROVE", "membersPresent", 6, "votesFor", 4, "votesAgainst", 1);
        desk.complete(taskId, approved, people.ofProgramme(Role.AP));
        assertThat(desk.complete(taskId, approved, people.ofProgramme(Role.AP)))
                .isInstanceOf(Completion.AlreadyDone.class);
        assertThat(proposals.decisions(proposal.id())).hasSize(1);
    }

    private Completion screen(String id, Actor officer, List<String> reviewers) {
        return people.submit(id, "task_screenProposal", officer, Map.of("decision", "PASS", "reviewers", reviewers));
    }

    private Completion decide(String id, String decision) {
        return people.submit(id, "task_decideProposal", people.ofProgramme(Role.AP),
                Map.of("decision", decision, "comment", "เหตุผล", "membersPresent", 6, "votesFor", 6));
    }

    private void missOpenReviews(String proposalId) {
        List<String> open = proposals.reviews(proposalId).stream()
                .filter(review -> review.state() == Review.State.ASSIGNED)
                .map(Review::id)
                .toList();
        management.createJobQuery().activityId("timer_reviewOverdue").list().stream()
                .filter(job -> open.stream().anyMatch(review -> isOf(job, review)))
                .forEach(job -> management.executeJob(job.getId()));
    }

    private boolean isOf(Job job, String businessKey) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0;
    }

    private Job timer(String businessKey, String elementId) {
        return management.createJobQuery()
                .processInstanceId(processes.openRuns(businessKey).get(0).runId())
                .activityId(elementId)
                .singleResult();
    }

    private ProposalVersion version(String id) {
        var versions = proposals.versions(id);
        return versions.get(versions.size() - 1);
    }

    private void assertEnded(String id, ProposalState state) {
        assertThat(proposals.get(id).state()).isEqualTo(state);
        assertThat(people.steps(id)).isEmpty();
        assertThat(processes.openRuns(id)).isEmpty();
    }

    private static Date moment(LocalDate day) {
        return Date.from(day.atStartOfDay(BusinessClock.ZONE).toInstant());
    }

    private static List<Problem> problems(Completion completion) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems();
    }
}
