package org.thun.amendments;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Role;

/**
 * A request to change the agreement of a grant, with everything that became of it.
 *
 * @param id id, also the business key of its process
 * @param grantId the grant
 * @param no number inside the grant, from 1
 * @param origin who asks
 * @param state where it stands
 * @param weight its class, as last weighed; {@code null} before it was sent
 * @param reason why, or {@code null} while nobody has said
 * @param letter number and date of the letter that goes with it, or {@code null}
 * @param wantedOn first day on which it shall hold; {@code null} for the day of approval
 * @param late whether it was asked for later than the programme wants (BR-34); the approver decides, nobody refuses silently
 * @param draftedBy account of who drafted it, or {@code null} for the system
 * @param draftedByName name at the time
 * @param draftedAt when
 * @param sentBy account of who answers for it, or {@code null} before it was sent
 * @param sentByName name at the time, or {@code null}
 * @param sentOn when, or {@code null}
 * @param stepDueOn day by which the present step should be done
 * @param call the officer's call-back about a bank account, or {@code null} (SD8)
 * @param resolutionNo resolution of the board, or {@code null}
 * @param stuck why it could not come into force on its day, or {@code null}
 * @param inForceOn day on which it came into force, or {@code null}
 * @param agreementVersion the agreement version it brought, or {@code null}
 * @param massId the decision for many grants that it belongs to, or {@code null}
 * @param parts what it changes
 * @param decisions what was decided about it, oldest first
 */
public record Amendment(
        String id,
        String grantId,
        int no,
        Origin origin,
        AmendmentState state,
        AmendmentClass weight,
        String reason,
        String letter,
        LocalDate wantedOn,
        boolean late,
        String draftedBy,
        String draftedByName,
        LocalDateTime draftedAt,
        String sentBy,
        String sentByName,
        LocalDate sentOn,
        LocalDate stepDueOn,
        Call call,
        String resolutionNo,
        String stuck,
        LocalDate inForceOn,
        Integer agreementVersion,
        String massId,
        List<Numbered> parts,
        List<Decision> decisions) {

    public Amendment {
        parts = List.copyOf(parts);
        decisions = List.copyOf(decisions);
    }

    /** The kind under which its documents are kept. */
    public static final String OBJECT_TYPE = "amendment";

    public String path() {
        return "/grants/" + grantId + "/amendments/" + id;
    }

    public List<Part> changes() {
        return parts.stream().map(Numbered::part).toList();
    }

    public boolean has(AmendmentKind kind) {
        return parts.stream().anyMatch(numbered -> numbered.part().kind() == kind);
    }

    /** The last decision, if it sent the amendment back: its comments are what has to be answered. */
    public Optional<Decision> lastReturn() {
        return decisions.isEmpty()
                ? Optional.empty()
                : Optional.of(decisions.get(decisions.size() - 1))
                        .filter(last -> last.decision() == Verdict.RETURN);
    }

    /** Who asks for an amendment. */
    public enum Origin {
        GRANTEE,
        /** The programme officer: suspension, resumption, termination. */
        FUNDER,
        /** One decision for many grants. */
        MASS
    }

    /** A step at which somebody decides. */
    public enum Step {
        SIGNING,
        CHECK,
        APPROVAL,
        BANK
    }

    /** What somebody decided. */
    public enum Verdict {
        APPROVE,
        RETURN,
        REJECT
    }

    /**
     * A part with its number inside the amendment.
     *
     * @param no from 1, never used twice
     * @param part what it changes
     */
    public record Numbered(int no, Part part) {}

    /** A call-back about a bank account. */
    public record Call(LocalDate on, String spokeWith) {}

    /**
     * A decision.
     *
     * @param step where it was taken
     * @param decision what was decided
     * @param comments the words given for it, or {@code null}
     * @param accountId who decided
     * @param accountName name at the time
     * @param role in which role, or {@code null}
     * @param at when
     * @param voided an approval that a later return has made void
     */
    public record Decision(
            Step step,
            Verdict decision,
            String comments,
            String accountId,
            String accountName,
            Role role,
            LocalDateTime at,
            boolean voided) {}
}
