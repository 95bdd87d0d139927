package org.thun.demo.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thun.grants.BudgetLine;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.shared.Money;

/**
 * A synthetic budget: no budget of the reference programme is known. Shares per activity are made up so that each period's
 * spending stands in a sensible proportion to its tranche.
 */
final class DemoBudget {

    private static final Map<String, Integer> PERCENT = new LinkedHashMap<>();

    static {
        PERCENT.put("1.1", 12);
        PERCENT.put("1.2", 12);
        PERCENT.put("2.1", 9);
        PERCENT.put("2.3", 6);
        PERCENT.put("2.4", 6);
        PERCENT.put("3.1", 12);
        PERCENT.put("3.2", 12);
        PERCENT.put("3.3", 8);
        PERCENT.put("4.1", 6);
        PERCENT.put("4.2", 9);
        PERCENT.put("4.3", 5);
        PERCENT.put("4.4", 3);
    }

    private DemoBudget() {}

    /** The amount over the activities, each split over two cost heads; the last line takes what rounding leaves (BR-01). */
    static List<BudgetLine> of(ProgrammeDefinition programme, Money amount) {
        List<CodeItem> heads = programme.costHeads();
        List<BudgetLine> lines = new ArrayList<>();
        Money rest = amount;
        int i = 0;
        for (Map.Entry<String, Integer> share : PERCENT.entrySet()) {
            Money whole = amount.percentRoundedDown(BigDecimal.valueOf(share.getValue()));
            Money half = whole.percentRoundedDown(BigDecimal.valueOf(60));
            lines.add(new BudgetLine(share.getKey(), heads.get(i % heads.size()).code(), half));
            lines.add(new BudgetLine(share.getKey(), heads.get((i + 2) % heads.size()).code(), whole.minus(half)));
            rest = rest.minus(whole);
            i++;
        }
        if (rest.isPositive()) {
            BudgetLine last = lines.remove(lines.size() - 1);
            lines.add(new BudgetLine(last.activityCode(), last.costHead(), last.amount().plus(rest)));
        }
        return lines;
    }
}
