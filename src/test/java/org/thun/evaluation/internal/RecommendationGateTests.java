package org.thun.evaluation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheState;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.EvaluationFixture;
import org.thun.evaluation.EvaluationFixture.Case;
import org.thun.evaluation.Evaluations;
import org.thun.evaluation.Importance;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Role;
import org.thun.shared.Ids;
import org.thun.shared.Money;
import org.thun.tasks.FactSheet;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

/** BR-04: no overdue recommendation of class "critical". */
@ThunTest
class RecommendationGateTests {

    @Autowired
    RecommendationGate gate;

    @Autowired
    EvaluationFixture cases;

    @Autowired
    EvaluationDesk desk;

    @Autowired
    Evaluations evaluations;

    @Autowired
    GrantFixture grants;

    @Autowired
    TrainingClock clock;

    @Test
    void asksNothingOfTheFirstTranche() {
        Case one = withRecommendation(Importance.CRITICAL);
        assertThat(gate.evaluate(one.grant(), tranche(one.grant(), 1))).isEmpty();
    }

    @Test
    void isMetWhileTheAnswerIsNotDueYet() {
        assertThat(met(withRecommendation(Importance.CRITICAL))).isTrue();
    }

    @Test
    void refusesTrancheWhenACriticalRecommendationIsNotAnsweredInTime() {
        Case one = withRecommendation(Importance.CRITICAL);
        clock.moveTo(desk.recommendations(one.id()).get(0).answerDueOn().plusDays(1));
        assertThat(met(one)).isFalse();
    }

    @Test
    void doesNotCareForOverdueRecommendationsOfLesserImportance() {
        Case one = withRecommendation(Importance.NORMAL);
        clock.moveTo(desk.recommendations(one.id()).get(0).answerDueOn().plusDays(1));
        assertThat(met(one)).isTrue();
    }

    @Test
    void neverCountsARejectedRecommendationAsOverdue() {
        Case one = withRecommendation(Importance.CRITICAL);
        answer(one, Map.of("no", 1, "answer", "REJECT", "reason", "ทำไม่ได้"));
        clock.moveTo(desk.recommendations(one.id()).get(0).dueOn().plusDays(1));
        assertThat(met(one)).isTrue();
    }

    @Test
    void refusesTrancheWhenWhatWasPromisedIsOverdueUntilSomebodySawItDone() {
        Case one = withRecommendation(Importance.CRITICAL);
        answer(one, Map.of("no", 1, "answer", "ACCEPT", "dueOn", clock.today().plusDays(5).toString()));
        clock.moveTo(clock.today().plusDays(6));
        assertThat(met(one)).isFalse();
        evaluations.verify(one.grant(), desk.recommendations(one.id()).get(0).id(), "เห็นแล้ว",
                grants.ofProgramme(Role.PO)).orElseThrow();
        assertThat(met(one)).isTrue();
    }

    private Case withRecommendation(Importance importance) {
        return cases.approved(cases.assessment(
                cases.recommendation(importance, clock.today().plusMonths(3))));
    }

    private void answer(Case one, Map<String, Object> answer) {
        grants.complete(one.grant().id(), "task_answerRecommendations", one.lead(),
                Map.of("answers", List.of(answer)));
    }

    private boolean met(Case one) {
        return gate.evaluate(one.grant(), tranche(one.grant(), 2)).stream().allMatch(FactSheet.Check::met);
    }

    private static Tranche tranche(Grant grant, int no) {
        return new Tranche(Ids.next(), grant.id(), no, BigDecimal.TEN, Money.ofBaht(100), Money.ZERO, null, 1, false,
                TrancheState.PLANNED, null, null, null, null, null, null, null, null, null, null);
    }
}
