package org.thun.disbursement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Outcome;

/**
 * The commands of a payment, in the order of its process. Money fails closed: whatever is missing refuses the step and says
 * who can help.
 */
public interface TrancheDesk {

    /** @throws IllegalArgumentException if there is none */
    Tranche get(String trancheId);

    /** What the tranche is called in lists. */
    LocalizedText title(Tranche tranche);

    Optional<PaymentRequest> request(String trancheId);

    /** The newest voucher, void or not. */
    Optional<Voucher> voucher(String trancheId);

    /** Who may not act for the funder on this tranche: everybody who holds a post of the grantee (SD2). */
    Set<String> peopleOfTheGrantee(String trancheId);

    /** Asks for the tranche; refused above its ceiling and while another request of the grant is open (BR-48). */
    Outcome<Void> ask(String trancheId, Money amount, String purpose, String nextActivities, Actor actor);

    /** The grantee does not ask for the tranche: it is skipped. */
    Outcome<Void> skip(String trancheId, String reason, Actor actor);

    /** The lead signs the request. */
    Outcome<Void> sign(String trancheId, Actor actor);

    /** The request goes back to who prepared it. */
    Outcome<Void> returnRequest(String trancheId, String reason, Actor actor);

    /**
     * The gates are met (BR-03, BR-04, BR-06) and an amount may be paid (BR-05).
     *
     * @param rest what becomes of the part not paid; needed if the amount is below the tranche's ceiling
     */
    Outcome<Void> pass(String trancheId, Money amount, Rest rest, Actor actor);

    /** The tranche is held, for a reason; it can be checked again any time. */
    Outcome<Void> hold(String trancheId, String reason, Actor actor);

    /** Makes the voucher over the amount that passed, to the grantee's verified account. */
    Outcome<Void> makeVoucher(String trancheId, String voucherNo, LocalDate voucherOn, Actor actor);

    /** Turns the first key. Refused to the maker of the voucher (SD2) and while a gate has closed again. */
    Outcome<Void> turnFirstKey(String trancheId, Authority authority, Actor actor);

    /** Turns the second key. Refused to the maker and to the holder of the first key (SD2). */
    Outcome<Void> turnSecondKey(String trancheId, String resolutionNo, Actor actor);

    /** The voucher is not approved: it becomes void, and so do the approvals on it. */
    Outcome<Void> voidVoucher(String trancheId, String reason, Actor actor);

    /** The bank has paid: enters the ledger and settles the voucher, once. */
    Outcome<Void> recordPayment(String trancheId, String bankReference, LocalDate paidOn, Actor actor);

    /** The bank could not deliver the money. */
    Outcome<Void> returnedByBank(String trancheId, String reason, Actor actor);

    /** The grantee confirms the money; the amount must equal what was paid. */
    Outcome<Void> confirmReceipt(
            String trancheId, String receiptNo, LocalDate receiptedOn, Money amount, Actor actor);

    /** Writes down that the grantee was reminded to ask. */
    void remind(String trancheId);

    /** Writes down that the request is late (BR-14: lateness takes nothing away). */
    void markOverdue(String trancheId);

    /**
     * Who approves an amount (BR-32).
     *
     * @param title what the authority is called
     * @param resolutionNeeded whether the second key has to name a resolution
     */
    record Authority(LocalizedText title, boolean resolutionNeeded) {}
}
