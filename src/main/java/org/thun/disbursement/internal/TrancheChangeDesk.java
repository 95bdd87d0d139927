package org.thun.disbursement.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheChanges;
import org.thun.disbursement.TrancheSettled;
import org.thun.disbursement.TrancheState;
import org.thun.disbursement.VoucherState;
import org.thun.grants.AgreedTranche;
import org.thun.identity.Actor;
import org.thun.workflow.Processes;

@Service
@Transactional(propagation = Propagation.MANDATORY)
class TrancheChangeDesk implements TrancheChanges {

    /** The bank may have carried the order out: what becomes of it is found out by those who gave it. */
    private static final Set<TrancheState> BEYOND_RECALL = EnumSet.of(TrancheState.PAYMENT_ORDERED, TrancheState.PAID,
            TrancheState.PART_PAID, TrancheState.RECEIPTED, TrancheState.SKIPPED);

    private final TrancheMapper tranches;
    private final PaymentMapper payments;
    private final TranchePlan plan;
    private final Processes processes;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    TrancheChangeDesk(
            TrancheMapper tranches,
            PaymentMapper payments,
            TranchePlan plan,
            Processes processes,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.tranches = tranches;
        this.payments = payments;
        this.plan = plan;
        this.processes = processes;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public void stop(String grantId, String reason, Actor actor) {
        for (Tranche tranche : tranches.ofGrant(grantId)) {
            if (BEYOND_RECALL.contains(tranche.state())
                    || tranches.move(tranche.id(), tranche.state(), TrancheState.SKIPPED) == 0) {
                continue;
            }
            payments.voucher(tranche.id())
                    .filter(voucher -> voucher.state() == VoucherState.MADE || voucher.state() == VoucherState.FIRST_KEY)
                    .ifPresent(voucher -> payments.voidVoucher(voucher.id(), reason));
            payments.closeRequest(tranche.id());
            processes.cancel(tranche.id(), reason);
            audit.record(actor, AuditEvent.transition(grantId, "tranche.skip", "tranche", tranche.id(), tranche.state(),
                    TrancheState.SKIPPED).because(reason));
            events.publishEvent(new TrancheSettled(grantId, tranche.no()));
        }
    }

    @Override
    public void replan(String grantId, List<AgreedTranche> agreed, String reason, Actor actor) {
        Map<Integer, Tranche> known = tranches.ofGrant(grantId).stream()
                .collect(Collectors.toMap(Tranche::no, Function.identity()));
        for (AgreedTranche tranche : agreed) {
            Tranche before = known.get(tranche.no());
            if (same(before, tranche)) {
                continue;
            }
            if (tranches.replan(before.id(), tranche.sharePercent(), tranche.amount(), tranche.afterPeriod()) == 0) {
                throw new OptimisticLockingFailureException("tranche " + tranche.no() + " of " + grantId
                        + " has been asked for");
            }
            audit.record(actor, AuditEvent.of(grantId, "tranche.replan", "tranche", before.id())
                    .because(reason)
                    .with(tranche));
        }
        plan.openAccepted(grantId, actor);
    }

    private static boolean same(Tranche before, AgreedTranche agreed) {
        return before.agreed().equals(agreed.amount())
                && before.sharePercent().compareTo(agreed.sharePercent()) == 0
                && Objects.equals(before.afterPeriod(), agreed.afterPeriod());
    }
}
