package org.thun.disbursement.internal;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
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
    private final Processes processes;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    TrancheChangeDesk(
            TrancheMapper tranches,
            PaymentMapper payments,
            Processes processes,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.tranches = tranches;
        this.payments = payments;
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
}
