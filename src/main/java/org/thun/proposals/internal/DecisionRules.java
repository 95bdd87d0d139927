package org.thun.proposals.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.thun.proposals.ProposalWork.Ruling;
import org.thun.proposals.ReviewOutcome;
import org.thun.proposals.Verdict;
import org.thun.shared.Problem;

/** Which decisions the reviews leave open (BR-30, BR-31), and what a decision must say. */
final class DecisionRules {

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
}
