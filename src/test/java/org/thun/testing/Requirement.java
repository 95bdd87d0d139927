package org.thun.testing;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/** What becomes of a test that needs something of the machine it runs on. */
final class Requirement {

    private Requirement() {
    }

    /**
     * @param missing why the test cannot run here; empty when it can
     * @param ci      whether everything must be there, so that a green build has tested everything
     * @throws IllegalStateException when something is missing and must not be; JUnit reports the test as failed
     */
    static ConditionEvaluationResult decide(Optional<String> missing, boolean ci) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("available");
        }
        if (ci) {
            throw new IllegalStateException(missing.get() + " (CI=true: not skipped)");
        }
        return ConditionEvaluationResult.disabled(missing.get());
    }

    static boolean onCi() {
        return "true".equalsIgnoreCase(System.getenv("CI"));
    }
}
