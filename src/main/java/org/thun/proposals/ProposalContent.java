package org.thun.proposals;

import java.time.LocalDate;
import java.util.List;
import org.thun.grants.BudgetLine;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * What a version of a proposal says. In a draft everything but the title may be missing.
 *
 * @param title title of the project
 * @param summary what is to be done, and why
 * @param objectives what is to be reached
 * @param durationMonths length in months
 * @param amount amount asked for
 * @param plannedStart first day of the month in which the work is to begin
 * @param budget the amount by activity and cost head (BR-01); parts of a line may be missing in a draft
 */
public record ProposalContent(
        LocalizedText title,
        String summary,
        String objectives,
        Integer durationMonths,
        Money amount,
        LocalDate plannedStart,
        List<BudgetLine> budget) {

    public ProposalContent {
        budget = List.copyOf(budget);
    }

    /** Sum of the budget lines that have an amount. */
    public Money budgetTotal() {
        return Money.sum(budget.stream().map(BudgetLine::amount).filter(amount -> amount != null).toList());
    }
}
