package org.thun.disbursement.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.thun.disbursement.EntryKind;
import org.thun.disbursement.LedgerEntry;
import org.thun.grants.BudgetLine;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * What was planned for each activity (or cost head) and what was spent on it.
 *
 * @param rows one row for each that has a budget or an expense, in the order of the programme
 * @param total the sums
 */
public record BudgetTable(List<Row> rows, Row total) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A row.
     *
     * @param code code of the activity or head, {@code null} for the sum
     * @param name what it is called, {@code null} for the sum
     * @param planned its budget
     * @param actual what was spent on it
     */
    public record Row(String code, LocalizedText name, Money planned, Money actual) {

        public Money left() {
            return planned.minus(actual);
        }

        /** Percent of the budget that is spent; {@code null} without a budget. */
        public BigDecimal used() {
            return planned.isZero()
                    ? null
                    : actual.toBaht().multiply(HUNDRED).divide(planned.toBaht(), 1, RoundingMode.HALF_UP);
        }
    }

    static BudgetTable of(
            Map<String, LocalizedText> names,
            List<BudgetLine> budget,
            Function<BudgetLine, String> budgetCode,
            List<LedgerEntry> entries,
            Function<LedgerEntry, String> entryCode) {
        Map<String, Money> planned = new LinkedHashMap<>();
        Map<String, Money> actual = new LinkedHashMap<>();
        budget.forEach(line -> planned.merge(budgetCode.apply(line), line.amount(), Money::plus));
        entries.stream()
                .filter(entry -> entry.kind() == EntryKind.EXPENSE)
                .forEach(entry -> actual.merge(entryCode.apply(entry), entry.amount().negate(), Money::plus));
        List<Row> rows = new ArrayList<>();
        names.forEach((code, name) -> {
            if (planned.containsKey(code) || actual.containsKey(code)) {
                rows.add(new Row(code, name, planned.getOrDefault(code, Money.ZERO),
                        actual.getOrDefault(code, Money.ZERO)));
            }
        });
        return new BudgetTable(rows, new Row(null, null,
                Money.sum(rows.stream().map(Row::planned).toList()),
                Money.sum(rows.stream().map(Row::actual).toList())));
    }
}
