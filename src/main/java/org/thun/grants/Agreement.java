package org.thun.grants;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.shared.DateRange;
import org.thun.shared.GrantMonths;
import org.thun.shared.Money;

/**
 * One version of the agreement of a grant, with what has happened to it on the way to both signatures.
 *
 * @param grantId the grant
 * @param version number from 1
 * @param amount the whole grant
 * @param durationMonths length in months
 * @param effectiveFrom first day of month 1 as prepared, or {@code null} before
 * @param budget the budget, equal in sum to the amount (BR-01)
 * @param tranches the tranche plan, equal in sum to the amount (BR-02)
 * @param conditions conditions of the approval
 * @param prepared who prepared it, or {@code null} before
 * @param signedByGrantee the grantee's signature, or {@code null}
 * @param signedByFunder the funder's signature, or {@code null}
 * @param returned the last return to preparation, or {@code null}; {@link #returnedComment} holds its words
 * @param returnedComment why it was returned, or {@code null}
 */
public record Agreement(
        String grantId,
        int version,
        Money amount,
        int durationMonths,
        LocalDate effectiveFrom,
        List<BudgetLine> budget,
        List<AgreedTranche> tranches,
        List<Condition> conditions,
        Hand prepared,
        Hand signedByGrantee,
        Hand signedByFunder,
        Hand returned,
        String returnedComment) {

    public Agreement {
        budget = List.copyOf(budget);
        tranches = List.copyOf(tranches);
        conditions = List.copyOf(conditions);
    }

    /** The term from a first day on (BR-41). */
    public DateRange termFrom(LocalDate start) {
        return new GrantMonths(start).months(1, durationMonths);
    }

    /**
     * A person's part in it.
     *
     * @param accountId who
     * @param at when
     */
    public record Hand(String accountId, LocalDateTime at) {}

    /**
     * A condition of the approval.
     *
     * @param no number from 1
     * @param text what must be met
     * @param met who found it met, or {@code null} while it is open
     */
    public record Condition(int no, String text, Hand met) {

        public boolean open() {
            return met == null;
        }
    }
}
