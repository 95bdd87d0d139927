package org.thun.proposals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the decision tables, with the thresholds as a definition might state them. */
class DecisionTableTests {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0} reviews, mean {1}, difference {2}, third asked {3}, {4} revisions: {5}")
    @CsvSource({
        // too few reviews
        "0, 0, 0, false, 0, MORE_REVIEWERS",
        "1, 9000, 0, false, 0, MORE_REVIEWERS",
        // far apart: asked for a third only once, and not when three came
        "2, 7000, 2000, false, 0, THIRD_REVIEW",
        "2, 7000, 1999, false, 0, PASS",
        "2, 7000, 2000, true, 0, PASS",
        "3, 7166, 2000, true, 0, PASS",
        // thresholds
        "2, 7000, 0, false, 0, PASS",
        "3, 6999, 0, false, 0, REVISE",
        "2, 6950, 100, false, 2, REVISE",
        "2, 6000, 0, false, 0, REVISE",
        "3, 5999, 0, false, 0, REJECT",
        "2, 0, 0, false, 0, REJECT",
        // after the last revision
        "2, 6500, 0, false, 3, BOARD",
        "2, 7000, 0, false, 3, PASS",
        "2, 5000, 0, false, 3, REJECT"
    })
    @DisplayName("BR-30, BR-31")
    void saysWhatTheReviewsComeTo(
            int count, int mean, int difference, boolean thirdAsked, int loops, String outcome) throws IOException {
        Map<String, Object> inputs = new HashMap<>(Map.of("reviewCount", count, "meanScore", mean, "scoreDifference",
                difference, "thirdAsked", thirdAsked, "revisionLoops", loops));
        inputs.putAll(Map.of("minReviewers", 2, "maxRevisionLoops", 3, "passFrom", 7000, "reviseFrom", 6000,
                "thirdReviewFrom", 2000));
        assertThat(decide("review-outcome", inputs)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{1} satang after {0}: {2}")
    @CsvSource({
        "PASS, 1, officer_director",
        "PASS, 20000000, officer_director",
        "PASS, 20000001, plan_board",
        "PASS, 500000000, plan_board",
        "PASS, 500000001, main_board",
        "REVISE, 100, officer_director",
        // the board decides whatever the amount
        "BOARD, 100, plan_board",
        "BOARD, 500000001, main_board"
    })
    @DisplayName("BR-32: to 200,000 baht officer and director, to 5 million the plan board, above the main board")
    void saysWhoDecides(String outcome, long satang, String authority) throws IOException {
        assertThat(decide("approval-authority", Map.of("reviewOutcome", outcome, "amountSatang", satang,
                        "officerLimitSatang", 20_000_000L, "planBoardLimitSatang", 500_000_000L)))
                .isEqualTo(authority);
    }

    @ParameterizedTest
    @CsvSource({"1", "999999999999"})
    @DisplayName("a programme without such limits sends everything to the main board")
    void failsClosedWithoutLimits(long satang) throws IOException {
        assertThat(decide("approval-authority", Map.of("reviewOutcome", "PASS", "amountSatang", satang,
                        "officerLimitSatang", -1L, "planBoardLimitSatang", -1L)))
                .isEqualTo("main_board");
    }

    private static String decide(String table, Map<String, Object> inputs) throws IOException {
        try (var file = Files.newInputStream(Path.of("processes", table + ".dmn"))) {
            DmnDecision decision = DMN.parseDecision(table, file);
            return DMN.evaluateDecisionTable(decision, inputs).getSingleResult().getSingleEntry();
        }
    }
}
