package org.thun.programmes;

import java.math.BigDecimal;

/**
 * How proposals are judged (BR-30, BR-31). Scores are out of 100. The thresholds are stated in the definition.
 *
 * @param minReviewers reviews needed before a decision
 * @param passFrom mean score from which a proposal passes
 * @param reviseFrom mean score from which it may be revised; below, it is rejected
 * @param thirdReviewDifference difference of scores from which a further review is asked for
 * @param revisionLoops revisions before the board decides
 */
public record ReviewPolicy(
        int minReviewers,
        BigDecimal passFrom,
        BigDecimal reviseFrom,
        BigDecimal thirdReviewDifference,
        int revisionLoops) {}
