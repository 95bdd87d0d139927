package org.thun.disbursement.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.disbursement.EntryKind;
import org.thun.disbursement.LedgerEntry;
import org.thun.disbursement.Statement;
import org.thun.identity.Actor;
import org.thun.progress.ExpenseLine;
import org.thun.progress.PeriodReport;
import org.thun.shared.BusinessClock;
import org.thun.shared.Money;

/** The ledger of every grant. Each fact has a key of its own and is entered once, however often it is told. */
@Component
class Ledger {

    private final LedgerMapper entries;
    private final BusinessClock clock;

    Ledger(LedgerMapper entries, BusinessClock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** @return whether the payment was not known yet */
    boolean tranchePaid(String grantId, int trancheNo, Money amount, LocalDate paidOn, String reference, Actor actor) {
        return add(new LedgerEntry(0, grantId, EntryKind.TRANCHE_PAID, amount, paidOn, null, trancheNo, null, null, reference),
                grantId + "/tranche/" + trancheNo, actor);
    }

    /** @return whether the refund was not known yet */
    boolean refunded(String grantId, Money amount, LocalDate paidOn, String reference, String key, Actor actor) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a refund is a positive amount: " + amount);
        }
        return add(new LedgerEntry(0, grantId, EntryKind.REFUND, amount.negate(), paidOn, null, null, null, null, reference),
                grantId + "/refund/" + key, actor);
    }

    /** Enters what an accepted report says was spent and earned. */
    void periodAccepted(PeriodReport report) {
        String period = report.grantId() + "/period/" + report.no() + "/";
        spending(report).forEach((cell, amount) -> add(
                new LedgerEntry(0, report.grantId(), EntryKind.EXPENSE, amount.negate(), report.days().to(),
                        report.no(), null, cell.activityCode(), cell.costHead(), null),
                period + "expense/" + cell.activityCode() + "/" + cell.costHead(), Actor.SYSTEM));
        addIncome(report, EntryKind.INTEREST, report.money().interest(), period + "interest");
        addIncome(report, EntryKind.OTHER_INCOME, report.money().otherIncome(), period + "other");
    }

    Statement statement(String grantId) {
        Map<EntryKind, Money> sums = new EnumMap<>(EntryKind.class);
        entries.sums(grantId).forEach(sum -> sums.put(sum.kind(), sum.amount()));
        return new Statement(
                sums.getOrDefault(EntryKind.TRANCHE_PAID, Money.ZERO),
                sums.getOrDefault(EntryKind.INTEREST, Money.ZERO),
                sums.getOrDefault(EntryKind.OTHER_INCOME, Money.ZERO),
                sums.getOrDefault(EntryKind.EXPENSE, Money.ZERO).negate(),
                sums.getOrDefault(EntryKind.REFUND, Money.ZERO).negate(),
                sums.getOrDefault(EntryKind.ADJUSTMENT, Money.ZERO));
    }

    List<LedgerEntry> entries(String grantId) {
        return entries.ofGrant(grantId);
    }

    Money sum(String grantId, EntryKind kind, LocalDate from, LocalDate to) {
        return entries.sum(grantId, kind, from, to);
    }

    /** One entry for each activity and cost head, however many lines the report has. */
    private static Map<Cell, Money> spending(PeriodReport report) {
        Map<Cell, Money> spending = new LinkedHashMap<>();
        for (ExpenseLine line : report.expenses()) {
            spending.merge(new Cell(line.activityCode(), line.costHead()), line.amount(), Money::plus);
        }
        return spending;
    }

    private record Cell(String activityCode, String costHead) {}

    private void addIncome(PeriodReport report, EntryKind kind, Money amount, String key) {
        if (!amount.isZero()) {
            add(new LedgerEntry(0, report.grantId(), kind, amount, report.days().to(), report.no(), null, null, null,
                    null), key, Actor.SYSTEM);
        }
    }

    private boolean add(LedgerEntry entry, String key, Actor actor) {
        if (entries.known(key) > 0) {
            return false;
        }
        entries.insert(entry, key, actor.accountId(), clock.dateTime());
        return true;
    }
}
