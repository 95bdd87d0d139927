package org.thun.proposals.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.thun.proposals.BoardSitting;
import org.thun.proposals.ProposalWork.Ruling;
import org.thun.proposals.ReviewOutcome;
import org.thun.proposals.Verdict;
import org.thun.shared.Problem;

/** Which decisions the reviews leave open (BR-30, BR-31), and what a decision must say. */
final class DecisionRules {

    private static final String QUORUM_RULE = "BR-33";

    private DecisionRules() {}

    /** Decisions that are open after those reviews. */
    static Set<Verdict> open(ReviewOutcome outcome, int loops, int maxLoops) {
        Set<Verdict> open = switch (outcome) {
            case PASS -> EnumSet.allOf(Verdict.class);
            case REVISE -> EnumSet.of(Verdict.REVISE, Verdict.REJECT);
            case REJECT -> EnumSet.of(Verdict.REJECT);
            case BOARD -> EnumSet.of(Verdict.APPROVE, Verdict.APPROVE_WITH_CONDITIONS, Verdict.REJECT);
            case THIRD_REVIEW, MORE_REVIEWERS -> EnumSet.noneOf(Verdict.class);
        };
        if (loops >= maxLoops) {
            open.remove(Verdict.REVISE);
        }
        return open;
    }

    static List<Problem> check(Ruling ruling, ReviewOutcome outcome, int loops, int maxLoops) {
        List<Problem> problems = new ArrayList<>();
        if (!open(outcome, loops, maxLoops).contains(ruling.verdict())) {
            problems.add(ruling.verdict() == Verdict.REVISE && loops >= maxLoops
                    ? Problem.at("decision", "proposals.problem.noMoreRevisions", maxLoops).under("BR-31")
                    : Problem.at("decision", "proposals.problem.notOpen").under("BR-30"));
        }
        if (ruling.verdict() == Verdict.APPROVE_WITH_CONDITIONS && ruling.conditions().isEmpty()) {
            problems.add(Problem.at("conditions", "proposals.problem.noConditions"));
        }
        if (ruling.verdict() != Verdict.APPROVE_WITH_CONDITIONS && !ruling.conditions().isEmpty()) {
            problems.add(Problem.at("conditions", "proposals.problem.conditionsWithout"));
        }
        if (!ruling.verdict().approves() && (ruling.comment() == null || ruling.comment().isBlank())) {
            problems.add(Problem.at("comment", "proposals.problem.commentNeeded"));
        }
        return problems;
    }

    /**
     * BR-33: enough members stay when those with a conflict of interest have left, no more vote than stayed, and more vote
     * for the decision than against it.
     *
     * @param quorum members that have to stay, or {@code null} where the authority is no board
     */
    static List<Problem> check(BoardSitting sitting, Integer quorum) {
        List<Problem> problems = new ArrayList<>();
        if (sitting == null) {
            if (quorum != null) {
                problems.add(Problem.at("membersPresent", "proposals.problem.noSitting", quorum).under(QUORUM_RULE));
            }
            return problems;
        }
        if (sitting.voting() < 0) {
            problems.add(Problem.at("leavers", "proposals.problem.moreLeft", sitting.present()).under(QUORUM_RULE));
        } else if (quorum != null && sitting.voting() < quorum) {
            problems.add(Problem.at("membersPresent", "proposals.problem.noQuorum", sitting.voting(), quorum)
                    .under(QUORUM_RULE));
        }
        if (sitting.abstained() < 0) {
            problems.add(Problem.at("votesFor", "proposals.problem.moreVotes", sitting.voting()).under(QUORUM_RULE));
        } else if (sitting.votesFor() <= sitting.votesAgainst()) {
            problems.add(Problem.at("votesFor", "proposals.problem.noMajority").under(QUORUM_RULE));
        }
        return problems;
    }
}
