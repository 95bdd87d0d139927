package org.thun.closeout;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Role;
import org.thun.shared.Money;

/**
 * Everything known about the closing of a grant.
 *
 * @param id id of the close-out, also the business key of its process
 * @param grantId the grant
 * @param state where it stands
 * @param stepDueOn day by which the current step should be done, or {@code null} when nothing waits
 * @param versions versions of the documents, oldest first
 * @param decisions what was decided, oldest first
 * @param refunds refunds stated by the grantee, oldest first
 */
public record CloseOutDossier(
        String id,
        String grantId,
        CloseOutState state,
        LocalDate stepDueOn,
        List<Version> versions,
        List<Decision> decisions,
        List<Refund> refunds) {

    public CloseOutDossier {
        versions = List.copyOf(versions);
        decisions = List.copyOf(decisions);
        refunds = List.copyOf(refunds);
    }

    public Optional<Version> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** The refund that waits to be confirmed, if any. */
    public Optional<Refund> claimed() {
        return refunds.stream().filter(refund -> refund.state() == RefundState.CLAIMED).findFirst();
    }

    /** A step at which somebody decides. */
    public enum Step {
        SUBMISSION,
        CHECK,
        CLOSING
    }

    /** What somebody decided. */
    public enum Verdict {
        APPROVE,
        RETURN
    }

    /** Where a stated refund stands. */
    public enum RefundState {
        /** The grantee says it has paid. */
        CLAIMED,
        /** The money has arrived and is in the ledger. */
        CONFIRMED,
        /** The money was not found. */
        REJECTED
    }

    /**
     * A version of the documents.
     *
     * @param no number, from 1
     * @param finalReport the final report in words
     * @param lessons lessons drawn, or {@code null}
     * @param assets durable things bought; empty if there are none
     * @param auditor who audited, or {@code null} where no audit is asked for (BR-47)
     * @param auditNote what the audit found, or {@code null}
     * @param authorId who wrote it
     * @param authorName name at the time
     * @param writtenAt when
     * @param senderId who sent it, or {@code null} while it is a draft
     * @param senderName name at the time, or {@code null}
     * @param sentAt when, or {@code null}
     */
    public record Version(
            int no,
            String finalReport,
            String lessons,
            List<Asset> assets,
            String auditor,
            String auditNote,
            String authorId,
            String authorName,
            LocalDateTime writtenAt,
            String senderId,
            String senderName,
            LocalDateTime sentAt) {

        public Version {
            assets = List.copyOf(assets);
        }
    }

    /** Something durable bought with the grant, what it cost in all, and who keeps it. */
    public record Asset(String name, int quantity, Money amount, String keeper) {}

    /**
     * A decision.
     *
     * @param versionNo version it was about
     * @param step where it was taken
     * @param decision what was decided
     * @param comments the words given for it, or {@code null}
     * @param accountId who decided
     * @param accountName name at the time
     * @param role in which role
     * @param at when
     * @param voided an approval that a later return has made void
     */
    public record Decision(
            int versionNo,
            Step step,
            Verdict decision,
            String comments,
            String accountId,
            String accountName,
            Role role,
            LocalDateTime at,
            boolean voided) {}

    /** A refund that the grantee states; once confirmed, how much of it was interest for paying late (BR-37). */
    public record Refund(
            int no,
            RefundState state,
            LocalDate paidOn,
            String reference,
            Money amount,
            Money interest,
            String payerId,
            String payerName) {}
}
