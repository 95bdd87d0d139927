package org.thun.amendments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.thun.grants.AgreementTerm;
import org.thun.identity.Role;
import org.thun.shared.Money;

/** One change that an amendment asks for. */
public sealed interface Part {

    AmendmentKind kind();

    /**
     * A longer term (BR-34).
     *
     * @param months months to add
     * @param respread whether the phases of the targets are spread over the new term, else they stay where they are
     */
    record Time(Integer months, boolean respread) implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.TIME;
        }
    }

    /**
     * Money from one cell of the budget to another; the grant stays as large as it is (BR-01).
     *
     * @param newEquipment whether it buys equipment that the proposal does not have
     */
    record Shift(
            String fromActivity, String fromHead, String toActivity, String toHead, Money amount, boolean newEquipment)
            implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.BUDGET;
        }
    }

    /** Baseline and target that shall hold from then on; {@code null} leaves the one as it is. */
    record Target(String indicatorId, BigDecimal baseline, BigDecimal target) implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.TARGET;
        }
    }

    /** An occurrence in other grant months. */
    record PlanMove(String occurrenceId, Integer firstMonth, Integer lastMonth) implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.ACTIVITY_MOVE;
        }
    }

    /** A further occurrence. */
    record PlanAdd(String activityCode, Integer firstMonth, Integer lastMonth) implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.ACTIVITY_ADD;
        }
    }

    /**
     * An occurrence given up.
     *
     * @param targetImpact what it means for the targets
     * @param releasedHead cost head from which money goes to the pool, or {@code null} if none does
     * @param released that money, or {@code null}
     */
    record PlanCancel(String occurrenceId, String targetImpact, String releasedHead, Money released) implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.ACTIVITY_CANCEL;
        }
    }

    /**
     * Tranches that nobody has asked for, laid out anew (BR-02).
     *
     * @param lines those that change; the others stay
     */
    record Tranches(List<TrancheLine> lines) implements Part {

        public Tranches {
            lines = List.copyOf(lines);
        }

        @Override
        public AmendmentKind kind() {
            return AmendmentKind.TRANCHES;
        }
    }

    /**
     * A tranche as it shall be: by its share or by its amount; by neither, it takes what the others leave.
     *
     * @param no its number
     * @param sharePercent share of the grant in percent, or {@code null}
     * @param amount amount, or {@code null}
     * @param afterPeriod the period whose accepted reports open it, or {@code null} to leave that as it is
     */
    record TrancheLine(int no, BigDecimal sharePercent, Money amount, Integer afterPeriod) {}

    /**
     * Reports that are due in a span may come later (BR-13).
     *
     * @param from first due day
     * @param to last due day
     * @param days days later
     */
    record DueDays(LocalDate from, LocalDate to, Integer days) implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.DUE_DAYS;
        }
    }

    /** What was agreed in words: scope of the work, partner of a centre. */
    record Term(AgreementTerm.Kind about, String subject, String body) implements Part {
        @Override
        public AmendmentKind kind() {
            return about == AgreementTerm.Kind.PARTNER ? AmendmentKind.PARTNER : AmendmentKind.SCOPE;
        }
    }

    /**
     * A post of the grantee changes hands on the day the amendment comes into force.
     *
     * @param role GL, GC or GF
     * @param leavingId account of who leaves it, or {@code null} if nobody does
     * @param joining user name of who takes it, or {@code null} if nobody does
     */
    record People(Role role, String leavingId, String joining) implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.PEOPLE;
        }
    }

    /** Another account to pay to (SD8). */
    record Bank(String bankName, String accountNumber, String accountName) implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.BANK;
        }
    }

    /** The grant stands still. */
    record Suspension() implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.SUSPENSION;
        }
    }

    /** The grant runs again; {@code addDays}: the days it stood still are added to its end and to what was due. */
    record Resumption(boolean addDays) implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.RESUMPTION;
        }
    }

    /** The end before its time. */
    record Termination(TerminationReason reason) implements Part {
        @Override
        public AmendmentKind kind() {
            return AmendmentKind.TERMINATION;
        }
    }
}
