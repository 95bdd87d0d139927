package org.thun.closeout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.closeout.CloseOutDossier.Verdict;
import org.thun.identity.Actor;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet.Check;

/**
 * Closing a grant. Each command belongs to one user task of the process {@code close-out}; the task decides who may call
 * it.
 */
public interface ClosingDesk {

    /** @throws IllegalArgumentException if there is no such close-out */
    CloseOutDossier dossier(String closeOutId);

    /** The closing of a grant; empty before its term is over. */
    Optional<CloseOutDossier> ofGrant(String grantId);

    ClosingAccount account(String grantId);

    /** What has to be there before the documents can be accepted. */
    List<Check> acceptanceChecks(String closeOutId);

    /** What has to be there before the grant can be closed. */
    List<Check> closingChecks(String closeOutId);

    /** Writes the documents in hand. An audit is asked for from the programme's limit on (BR-47). */
    Outcome<Void> prepare(String closeOutId, PrepareCloseOut documents, Actor actor);

    /** The grantee's lead sends the documents, or gives them back to be written on. */
    Outcome<Void> submit(String closeOutId, Decide decision, Actor actor);

    /**
     * The programme officer accepts documents and account, or sends them back. What is left decides how it goes on; the
     * last tranche is opened or skipped.
     */
    Outcome<Settlement> check(String closeOutId, Decide decision, Actor actor);

    /**
     * What the grantee has to return on a day, interest for lateness included (BR-37).
     *
     * @return empty unless a refund is due, or if it is late and no legal rate is configured for those days
     */
    Optional<RefundDue> refundDue(String closeOutId, LocalDate day);

    /** The grantee states a refund, no more than is due on that day. */
    Outcome<Void> payRefund(String closeOutId, PayRefund refund, Actor actor);

    /** The funder's finance finds the money, which enters it into the ledger, or does not. */
    Outcome<Settlement> confirmRefund(String closeOutId, Decide decision, Actor actor);

    /** The board closes the grant, or sends everything back. Refused while anything is owed (BR-06, BR-08). */
    Outcome<Void> close(String closeOutId, Decide decision, Actor actor);

    /** What is to be done about the balance. */
    enum Settlement {
        /** Nothing: it is zero. */
        NONE,
        /** Money has to come back. */
        REFUND,
        /** The last tranche has to be paid. */
        LAST_TRANCHE
    }

    /**
     * The documents.
     *
     * @param finalReport the final report in words
     * @param lessons lessons drawn
     * @param assets durable things bought
     * @param noAssets declares that there are none
     * @param auditor who audited
     * @param auditNote what the audit found
     */
    record PrepareCloseOut(
            @NotBlank @Size(max = 20_000) String finalReport,
            @Size(max = 20_000) String lessons,
            @Valid List<AssetLine> assets,
            boolean noAssets,
            @Size(max = 200) String auditor,
            @Size(max = 2000) String auditNote) {

        public PrepareCloseOut {
            assets = assets == null ? List.of() : List.copyOf(assets);
        }
    }

    /** Something durable, what it cost in all, and who keeps it. */
    record AssetLine(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Min(1) Integer quantity,
            @NotNull Money amount,
            @NotBlank @Size(max = 200) String keeper) {}

    /** A decision; sending back needs comments. */
    record Decide(@NotNull Verdict decision, @Size(max = 2000) String comments) {}

    /** A refund the grantee has paid. */
    record PayRefund(
            @NotNull LocalDate paidOn, @NotBlank @Size(max = 100) String reference, @NotNull Money amount) {}
}
