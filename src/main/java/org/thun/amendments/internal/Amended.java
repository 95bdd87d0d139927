package org.thun.amendments.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thun.amendments.Part;
import org.thun.grants.AgreedTranche;
import org.thun.grants.AgreementTerm;
import org.thun.grants.AgreementVersion;
import org.thun.grants.BudgetLine;
import org.thun.shared.Money;

/**
 * The agreement as the parts of an amendment would leave it. Pure; also computed for parts that stand against the rules, so
 * that people see what they ask for.
 *
 * @param months length in months
 * @param endsOn last day of the term
 * @param respread whether the phases of the targets are spread over the new length
 * @param budget the budget; a cell may be negative if more is taken than there is
 * @param tranches the tranche plan; may not sum to the grant if what is asked for does not
 * @param terms what is agreed in words
 */
record Amended(
        int months,
        LocalDate endsOn,
        boolean respread,
        List<BudgetLine> budget,
        List<AgreedTranche> tranches,
        List<AgreementTerm> terms) {

    private record Cell(String activityCode, String costHead) {}

    static Amended of(Situation now, List<Part> parts) {
        AgreementVersion current = now.current();
        int months = current.durationMonths();
        boolean respread = false;
        // Days added after suspensions lie behind the last month and stay there.
        long addedDays = ChronoUnit.DAYS.between(now.grant().months().months(1, months).to(), current.endsOn());
        Map<Cell, Money> cells = new LinkedHashMap<>();
        current.budget().forEach(line -> cells.merge(
                new Cell(line.activityCode(), line.costHead()), line.amount(), Money::plus));
        List<AgreementTerm> terms = new ArrayList<>(current.terms());
        List<AgreedTranche> tranches = current.tranches();
        LocalDate cutOff = null;
        for (Part part : parts) {
            if (part instanceof Part.Time time) {
                months += Math.max(0, time.months());
                respread |= time.respread();
            } else if (part instanceof Part.Shift shift) {
                cells.merge(new Cell(shift.fromActivity(), shift.fromHead()), shift.amount().negate(), Money::plus);
                cells.merge(new Cell(shift.toActivity(), shift.toHead()), shift.amount(), Money::plus);
            } else if (part instanceof Part.Tranches asked) {
                tranches = TrancheShares.of(now.grant().amount(), tranches, asked.lines());
            } else if (part instanceof Part.Term term) {
                terms.removeIf(known -> known.kind() == term.about() && known.subject().equals(term.subject()));
                terms.add(new AgreementTerm(term.about(), term.subject(), term.body()));
            } else if (part instanceof Part.Resumption resumption && resumption.addDays()) {
                addedDays += now.stoodStill();
            } else if (part instanceof Part.Termination) {
                cutOff = now.today();
            }
        }
        LocalDate endsOn = now.grant().months().months(1, months).to().plusDays(addedDays);
        List<BudgetLine> budget = cells.entrySet().stream()
                .filter(cell -> !cell.getValue().isZero())
                .map(cell -> new BudgetLine(cell.getKey().activityCode(), cell.getKey().costHead(), cell.getValue()))
                .toList();
        return new Amended(months, cutOff != null && cutOff.isBefore(endsOn) ? cutOff : endsOn, respread, budget,
                tranches, terms);
    }
}
