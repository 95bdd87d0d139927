package org.thun.proposals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thun.proposals.ProposalWork.Ruling;
import org.thun.proposals.ReviewOutcome;
import org.thun.proposals.Verdict;
import org.thun.shared.Problem;

class DecisionRulesTests {

    private static final int MAX_LOOPS = 3;

    @ParameterizedTest
    @CsvSource({
        "PASS,   0, APPROVE APPROVE_WITH_CONDITIONS REVISE REJECT",
        "PASS,   3, APPROVE APPROVE_WITH_CONDITIONS REJECT",
        "REVISE, 0, REVISE REJECT",
        "REVISE, 3, REJECT",
        "REJECT, 0, REJECT",
        "BOARD,  3, APPROVE APPROVE_WITH_CONDITIONS REJECT"
    })
    @DisplayName("BR-30, BR-31: what the reviews leave open")
    void opensWhatTheReviewsAllow(ReviewOutcome outcome, int loops, String verdicts) {
        assertThat(DecisionRules.open(outcome, loops, MAX_LOOPS))
                .extracting(Verdict::name)
                .containsExactlyInAnyOrder(verdicts.split(" "));
    }

    @Test
    void needsConditionsForAnApprovalWithConditionsAndNowhereElse() {
        assertThat(fields(new Ruling(Verdict.APPROVE_WITH_CONDITIONS, List.of(), null))).containsExactly("conditions");
        assertThat(fields(new Ruling(Verdict.APPROVE, List.of("ก"), null))).containsExactly("conditions");
        assertThat(fields(new Ruling(Verdict.APPROVE_WITH_CONDITIONS, List.of("ก"), null))).isEmpty();
    }

    @Test
    void needsGroundsForARevisionAndARejection() {
        assertThat(fields(new Ruling(Verdict.REVISE, List.of(), " "))).containsExactly("comment");
        assertThat(fields(new Ruling(Verdict.REJECT, List.of(), null))).containsExactly("comment");
        assertThat(fields(new Ruling(Verdict.APPROVE, List.of(), null))).isEmpty();
    }

    private static List<String> fields(Ruling ruling) {
        return DecisionRules.check(ruling, ReviewOutcome.PASS, 0, MAX_LOOPS).stream().map(Problem::field).toList();
    }
}
