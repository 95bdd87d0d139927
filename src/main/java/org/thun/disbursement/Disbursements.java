package org.thun.disbursement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.shared.Money;

/**
 * The money of a grant, for those who have already been let into its case file: who may see the grant's tranches is
 * checked where a person asks.
 */
public interface Disbursements {

    /** The tranches by number; empty before the agreement takes effect. */
    List<Tranche> tranches(String grantId);

    Optional<Tranche> tranche(String grantId, int no);

    /** The gates of a tranche as they stand now: who asks today may hear another answer tomorrow. */
    Checklist gates(String grantId, int trancheNo);

    /** The tranche that is next to be settled, if any. */
    Optional<Tranche> next(String grantId);

    /** What the grantee should have in hand: the sum of all ledger entries. */
    Money balance(String grantId);

    Statement statement(String grantId);

    /** Every entry, in the order of entry. */
    List<LedgerEntry> ledger(String grantId);

    /**
     * Opens the tranche that waits for close-out. Pays no more than what is needed to bring the balance to zero; if nothing
     * is needed the tranche is skipped and settled at once. Doing it twice does nothing more.
     *
     * @param needed what the grantee has spent beyond what it received; zero or negative if nothing
     * @return whether the tranche now waits for the grantee's request; false if it is settled or the agreement has none
     */
    boolean openLastTranche(String grantId, Money needed, Actor actor);

    /**
     * Enters money the grantee has returned.
     *
     * @param amount amount returned, positive
     * @param paidOn day it arrived
     * @param reference bank reference
     * @param idempotencyKey names this refund: entering it again under the same key changes nothing
     */
    void recordRefund(
            String grantId, Money amount, LocalDate paidOn, String reference, String idempotencyKey, Actor actor);

    /** One page of the tranches within this person's reach, the newest opened first, with the sums by state. */
    DeskPage desk(DeskFilter filter, Actor actor);

    /**
     * What to show on the desk.
     *
     * @param programmeKey only of this programme, or {@code null}
     * @param state only in this state, or {@code null}
     * @param page page number, from 1
     * @param size rows on a page
     */
    record DeskFilter(String programmeKey, TrancheState state, int page, int size) {}

    /**
     * A page of the desk.
     *
     * @param rows the tranches
     * @param counts tranches and agreed amounts by state, whatever state is shown
     * @param total rows on all pages
     */
    record DeskPage(List<Tranche> rows, List<StateCount> counts, long total) {}

    /**
     * How much stands in one state.
     *
     * @param state the state
     * @param tranches how many tranches
     * @param agreed their agreed amounts together
     */
    record StateCount(TrancheState state, long tranches, Money agreed) {}
}
