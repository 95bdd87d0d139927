package org.thun.disbursement.process;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.Voucher;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.programmes.Programmes;
import org.thun.programmes.TimeLimits;
import org.thun.shared.BusinessClock;
import org.thun.shared.Money;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** Keeps the steps of a payment in different hands, by person and not by role alone (SD2). */
@Component
class TrancheTaskSource implements TaskSource {

    private final TrancheDesk desk;
    private final Grants grants;
    private final Programmes programmes;
    private final BusinessClock clock;

    TrancheTaskSource(TrancheDesk desk, Grants grants, Programmes programmes, BusinessClock clock) {
        this.desk = desk;
        this.grants = grants;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return "fund-disbursement";
    }

    @Override
    public TaskContext contextOf(String elementId, String businessKey) {
        Tranche tranche = desk.get(businessKey);
        Grant grant = grants.get(tranche.grantId());
        return new TaskContext(grant.id(), grant.path(), grant.number(), grant.scope(), desk.title(tranche),
                dueOn(elementId, tranche, grant), null, excluded(elementId, businessKey));
    }

    /** The order to the bank where there is one; before, what was asked for, or what the agreement sets aside. */
    @Override
    public Optional<Money> amountOf(String elementId, String businessKey) {
        Tranche tranche = desk.get(businessKey);
        Money asked = tranche.requested() == null ? tranche.ceiling() : tranche.requested();
        return Optional.of(desk.voucher(businessKey).map(Voucher::amount).orElse(asked));
    }

    private Set<String> excluded(String elementId, String trancheId) {
        if (ofTheGrantee(elementId)) {
            return Set.of();
        }
        Set<String> excluded = new HashSet<>(desk.peopleOfTheGrantee(trancheId));
        desk.voucher(trancheId).ifPresent(voucher -> excluded.addAll(otherHands(elementId, voucher)));
        excluded.remove(null);
        return excluded;
    }

    private static Set<String> otherHands(String elementId, Voucher voucher) {
        Set<String> hands = new HashSet<>();
        switch (elementId) {
            case "task_approvePayment" -> hands.add(voucher.madeBy());
            case "task_approvePaymentSecondKey" -> {
                hands.add(voucher.madeBy());
                hands.add(voucher.firstKeyBy());
            }
            case "task_recordPayment" -> {
                hands.add(voucher.firstKeyBy());
                hands.add(voucher.secondKeyBy());
            }
            default -> {
                // Nobody has had a hand in it yet.
            }
        }
        return hands;
    }

    private static boolean ofTheGrantee(String elementId) {
        return switch (elementId) {
            case "task_requestTranche", "task_signTrancheRequest", "task_confirmReceipt" -> true;
            default -> false;
        };
    }

    private LocalDate dueOn(String elementId, Tranche tranche, Grant grant) {
        TimeLimits limits =
                programmes.version(grant.programmeKey(), grant.programmeVersion()).timeLimits();
        LocalDate today = clock.today();
        return switch (elementId) {
            case "task_requestTranche" -> tranche.requestDueOn();
            case "task_signTrancheRequest" -> tranche.requestDueOn().isAfter(today) ? tranche.requestDueOn() : today;
            case "task_checkTrancheGates" -> today.plusDays(limits.officerCheck());
            default -> today.plusDays(limits.payment());
        };
    }
}
