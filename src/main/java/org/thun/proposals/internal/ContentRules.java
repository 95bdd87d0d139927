package org.thun.proposals.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.thun.grants.BudgetLine;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.proposals.ProposalContent;
import org.thun.shared.Money;
import org.thun.shared.Problem;

/** What a proposal must say before it can be handed in. Field names are those of the proposal's forms. */
final class ContentRules {

    private ContentRules() {}

    static List<Problem> check(ProposalContent content, ProgrammeDefinition programme) {
        List<Problem> problems = new ArrayList<>();
        require(content.summary(), "summary", problems);
        require(content.objectives(), "objectives", problems);
        require(content.plannedStart(), "plannedStart", problems);
        duration(content, programme, problems);
        amount(content, programme, problems);
        budget(content, programme, problems);
        return problems;
    }

    private static void duration(ProposalContent content, ProgrammeDefinition programme, List<Problem> problems) {
        int least = programme.duration().minMonths();
        int most = programme.duration().maxMonths();
        if (content.durationMonths() == null) {
            require(null, "durationMonths", problems);
        } else if (content.durationMonths() < least || content.durationMonths() > most) {
            problems.add(programme.duration().fixed()
                    ? Problem.at("durationMonths", "proposals.problem.durationFixed", most)
                    : Problem.at("durationMonths", "proposals.problem.duration", least, most));
        }
    }

    private static void amount(ProposalContent content, ProgrammeDefinition programme, List<Problem> problems) {
        Money most = programme.tranches().amountMax();
        if (content.amount() == null) {
            require(null, "amount", problems);
        } else if (!content.amount().isPositive()) {
            problems.add(Problem.at("amount", "proposals.problem.notPositive"));
        } else if (most != null && content.amount().compareTo(most) > 0) {
            problems.add(Problem.at("amount", "proposals.problem.amountMax", most));
        }
    }

    private static void budget(ProposalContent content, ProgrammeDefinition programme, List<Problem> problems) {
        if (content.budget().isEmpty()) {
            problems.add(Problem.at("budget", "proposals.problem.noBudget").under("BR-01"));
            return;
        }
        Set<String> cells = new HashSet<>();
        for (int i = 0; i < content.budget().size(); i++) {
            line(content.budget().get(i), "budget[" + i + "].", programme, cells, problems);
        }
        if (content.amount() != null && !content.budgetTotal().equals(content.amount())) {
            Money difference = content.amount().minus(content.budgetTotal());
            problems.add(Problem.at("amount", "proposals.problem.budgetSum", content.budgetTotal(), content.amount(),
                    difference).under("BR-01"));
        }
    }

    private static void line(
            BudgetLine line, String path, ProgrammeDefinition programme, Set<String> cells, List<Problem> problems) {
        if (line.activityCode() == null || programme.activity(line.activityCode()).isEmpty()) {
            problems.add(Problem.at(path + "activity", "proposals.problem.activity"));
        }
        if (line.costHead() == null
                || programme.costHeads().stream().noneMatch(head -> head.code().equals(line.costHead()))) {
            problems.add(Problem.at(path + "costHead", "proposals.problem.costHead"));
        }
        if (line.amount() == null || !line.amount().isPositive()) {
            problems.add(Problem.at(path + "amount", "proposals.problem.notPositive"));
        }
        if (!cells.add(line.activityCode() + "|" + line.costHead())) {
            problems.add(Problem.at(path + "costHead", "proposals.problem.cellTwice"));
        }
    }

    private static void require(Object value, String field, List<Problem> problems) {
        if (value == null || value instanceof String text && text.isBlank()) {
            problems.add(Problem.at(field, "tasks.problem.NotNull"));
        }
    }
}
