package org.thun.disbursement.internal;

import java.util.List;
import org.thun.disbursement.Statement;
import org.thun.disbursement.Tranche;
import org.thun.grants.Grant;
import org.thun.programmes.TranchePolicy;
import org.thun.progress.PeriodReport;
import org.thun.shared.Money;

/**
 * Everything the gates of a tranche are judged by.
 *
 * @param grant the grant
 * @param tranche the tranche
 * @param tranches all tranches of the grant, by number
 * @param policy how the programme pays
 * @param accountVerified whether the grantee's bank account is verified
 * @param grantsInRecovery numbers of other grants of the grantee from which money has to be recovered
 * @param report the period report that releases the tranche, or {@code null} if there is none (yet)
 * @param statement the ledger
 * @param instituteFees budget of the institute fees, which the tranches before close-out keep back (BR-49)
 */
record GateInput(
        Grant grant,
        Tranche tranche,
        List<Tranche> tranches,
        TranchePolicy policy,
        boolean accountVerified,
        List<String> grantsInRecovery,
        PeriodReport report,
        Statement statement,
        Money instituteFees) {

    /** Paid in the tranche before this one that was paid at all; zero if none was. */
    Money paidLast() {
        return paidBefore().isEmpty() ? Money.ZERO : paidBefore().get(paidBefore().size() - 1);
    }

    /** Paid in all tranches before that. */
    Money paidEarlier() {
        return Money.sum(paidBefore()).minus(paidLast());
    }

    /** The most this tranche can pay: its ceiling, before close-out less what has to be left for the institute fees. */
    Money most() {
        if (tranche.atCloseOut()) {
            return tranche.ceiling();
        }
        Money left = grant.amount().minus(instituteFees).minus(Money.sum(paidBefore()));
        return tranche.ceiling().min(left).max(Money.ZERO);
    }

    private List<Money> paidBefore() {
        return tranches.stream()
                .filter(one -> one.no() < tranche.no() && one.paid() != null)
                .map(Tranche::paid)
                .toList();
    }
}
