package org.thun.programmes;

import java.math.BigDecimal;
import java.util.List;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * How a grant is paid. Every threshold here is stated in the definition; none has a default.
 *
 * @param mode one payment or several
 * @param tranches the tranches; shares sum to 100.00 (BR-02)
 * @param advanceLimitPercent largest share of the first tranche (BR-03)
 * @param spentLastPercent share of the last tranche that must be spent before the next (BR-04)
 * @param spentEarlierPercent share of the earlier ones that must be cleared (BR-04)
 * @param lastRequires what must be there before the last tranche (BR-06)
 * @param auditFrom grants of this amount or more need an outside audit (BR-06, BR-47)
 * @param auditRiskFrom grants whose last visit by the mentor found this risk or more need one too, 0 to 18 (BR-46,
 *     BR-47), or {@code null} where the version was made before risk was asked for
 * @param amountMax largest grant, or {@code null} for no limit
 * @param fastPathHours hours from decision to payment on the fast path, or {@code null}
 * @param afterCheckDays days after payment in which use of the money is checked, or {@code null}
 * @param conditions conditions in words, each decided by a person; may be empty
 */
public record TranchePolicy(
        TrancheMode mode,
        List<Tranche> tranches,
        BigDecimal advanceLimitPercent,
        BigDecimal spentLastPercent,
        BigDecimal spentEarlierPercent,
        List<LastTrancheCondition> lastRequires,
        Money auditFrom,
        Integer auditRiskFrom,
        Money amountMax,
        Integer fastPathHours,
        Integer afterCheckDays,
        List<LocalizedText> conditions) {

    public TranchePolicy {
        tranches = List.copyOf(tranches);
        lastRequires = List.copyOf(lastRequires);
        conditions = List.copyOf(conditions);
    }

    /** One payment or several. */
    public enum TrancheMode {
        SINGLE,
        INSTALMENTS
    }

    /**
     * A planned tranche.
     *
     * @param no number from 1
     * @param sharePercent share of the grant, up to two decimals
     * @param trigger what opens it
     * @param period number of the reporting period whose reports must be accepted; only with
     *     {@link TrancheTrigger#PERIOD_ACCEPTED}, else {@code null}
     */
    public record Tranche(int no, BigDecimal sharePercent, TrancheTrigger trigger, Integer period) {}

    /** What opens a tranche. */
    public enum TrancheTrigger {
        /** The agreement is in effect. */
        AGREEMENT_EFFECTIVE,
        /** Progress and finance report of a period are accepted. */
        PERIOD_ACCEPTED,
        /** The close-out documents are accepted. */
        CLOSE_OUT_ACCEPTED
    }

    /** What must be there before the last tranche. */
    public enum LastTrancheCondition {
        FINAL_REPORT,
        CLOSING_FINANCE_REPORT,
        AUDIT,
        ASSET_LIST,
        REFUND_CLEARED
    }
}
