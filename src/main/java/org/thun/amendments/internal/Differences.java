package org.thun.amendments.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.thun.amendments.VersionDifference;
import org.thun.amendments.VersionDifference.CellChange;
import org.thun.amendments.VersionDifference.TermChange;
import org.thun.amendments.VersionDifference.TrancheChange;
import org.thun.grants.AgreedTranche;
import org.thun.grants.AgreementTerm;
import org.thun.grants.AgreementVersion;
import org.thun.grants.BudgetLine;
import org.thun.shared.Money;

/** What one version of an agreement says otherwise than the one before. Pure. */
final class Differences {

    private Differences() {}

    private record Cell(String activityCode, String costHead) {}

    private record Subject(AgreementTerm.Kind kind, String subject) {}

    static VersionDifference between(AgreementVersion before, AgreementVersion after) {
        return new VersionDifference(before, after, cells(before.budget(), after.budget()),
                terms(before.terms(), after.terms()), tranches(before.tranches(), after.tranches()));
    }

    /** The tranches that differ, by number. */
    static List<TrancheChange> tranches(List<AgreedTranche> before, List<AgreedTranche> after) {
        List<TrancheChange> changes = new ArrayList<>();
        for (AgreedTranche is : after) {
            before.stream()
                    .filter(was -> was.no() == is.no())
                    .filter(was -> !was.amount().equals(is.amount())
                            || was.sharePercent().compareTo(is.sharePercent()) != 0
                            || !Objects.equals(was.afterPeriod(), is.afterPeriod()))
                    .forEach(was -> changes.add(new TrancheChange(was, is)));
        }
        return changes;
    }

    /** The cells of the budget that differ, in the order of the budgets. */
    static List<CellChange> cells(List<BudgetLine> before, List<BudgetLine> after) {
        Map<Cell, Money> was = byCell(before);
        Map<Cell, Money> is = byCell(after);
        Map<Cell, Money> all = new LinkedHashMap<>(was);
        is.forEach(all::putIfAbsent);
        List<CellChange> changes = new ArrayList<>();
        for (Cell cell : all.keySet()) {
            Money one = was.getOrDefault(cell, Money.ZERO);
            Money other = is.getOrDefault(cell, Money.ZERO);
            if (!one.equals(other)) {
                changes.add(new CellChange(cell.activityCode(), cell.costHead(), one, other));
            }
        }
        return changes;
    }

    private static Map<Cell, Money> byCell(List<BudgetLine> budget) {
        Map<Cell, Money> cells = new LinkedHashMap<>();
        budget.forEach(line -> cells.merge(
                new Cell(line.activityCode(), line.costHead()), line.amount(), Money::plus));
        return cells;
    }

    private static List<TermChange> terms(List<AgreementTerm> before, List<AgreementTerm> after) {
        Map<Subject, String> was = new LinkedHashMap<>();
        before.forEach(term -> was.put(new Subject(term.kind(), term.subject()), term.body()));
        List<TermChange> changes = new ArrayList<>();
        for (AgreementTerm term : after) {
            String old = was.get(new Subject(term.kind(), term.subject()));
            if (!term.body().equals(old)) {
                changes.add(new TermChange(term.kind(), term.subject(), old, term.body()));
            }
        }
        return changes;
    }
}
