package org.thun.disbursement.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.disbursement.Checklist;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.LedgerEntry;
import org.thun.disbursement.Statement;
import org.thun.disbursement.Tranche;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Reach;
import org.thun.shared.Money;

@Service
@Transactional(readOnly = true)
class MoneyBook implements Disbursements {

    private final TrancheMapper tranches;
    private final Ledger ledger;
    private final GateKeeper gates;
    private final TranchePlan plan;
    private final AuditTrail audit;

    MoneyBook(TrancheMapper tranches, Ledger ledger, GateKeeper gates, TranchePlan plan, AuditTrail audit) {
        this.tranches = tranches;
        this.ledger = ledger;
        this.gates = gates;
        this.plan = plan;
        this.audit = audit;
    }

    @Override
    public List<Tranche> tranches(String grantId) {
        return tranches.ofGrant(grantId);
    }

    @Override
    public Optional<Tranche> tranche(String grantId, int no) {
        return tranches(grantId).stream().filter(tranche -> tranche.no() == no).findFirst();
    }

    @Override
    public Optional<Tranche> next(String grantId) {
        return tranches(grantId).stream()
                .filter(tranche -> !tranche.state().isSettled())
                .findFirst();
    }

    @Override
    public Checklist gates(String grantId, int trancheNo) {
        return gates.judge(tranche(grantId, trancheNo)
                .orElseThrow(() -> new IllegalArgumentException("no tranche " + trancheNo + " of " + grantId)));
    }

    @Override
    public Money balance(String grantId) {
        return statement(grantId).balance();
    }

    @Override
    public Statement statement(String grantId) {
        return ledger.statement(grantId);
    }

    @Override
    public List<LedgerEntry> ledger(String grantId) {
        return ledger.entries(grantId);
    }

    @Override
    @Transactional
    public boolean openLastTranche(String grantId, Money needed, Actor actor) {
        return plan.openLast(grantId, needed, actor);
    }

    @Override
    @Transactional
    public void recordRefund(
            String grantId, Money amount, LocalDate paidOn, String reference, String idempotencyKey, Actor actor) {
        if (ledger.refunded(grantId, amount, paidOn, reference, idempotencyKey, actor)) {
            audit.record(actor, AuditEvent.of(grantId, "ledger.refund", "grant", grantId).with(amount));
        }
    }

    @Override
    public DeskPage desk(DeskFilter filter, Actor actor) {
        Reach reach = actor.reach(Action.READ, ObjectKind.TRANCHE);
        List<Tranche> rows = tranches.page(reach, filter.programmeKey(), filter.state(), filter.size(),
                (filter.page() - 1) * filter.size());
        List<StateCount> counts = tranches.countByState(reach, filter.programmeKey()).stream()
                .map(row -> new StateCount(row.state(), row.tranches(), row.agreed()))
                .sorted((a, b) -> a.state().compareTo(b.state()))
                .toList();
        return new DeskPage(rows, counts, tranches.count(reach, filter.programmeKey(), filter.state()));
    }
}
