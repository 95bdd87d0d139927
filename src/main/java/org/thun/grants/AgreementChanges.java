package org.thun.grants;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;

/**
 * What an approved amendment does to an agreement and its grant. Whoever calls has decided that it may be done; every
 * method belongs into the transaction of that decision. A version in force is never changed: the next one is added.
 */
public interface AgreementChanges {

    /** Every version of the agreement, the first one first; empty before the agreement takes effect. */
    List<AgreementVersion> versions(String grantId);

    /**
     * Brings the next version into force today.
     *
     * @return its number
     * @throws IllegalArgumentException if budget or tranches do not sum to the amount (BR-01, BR-02)
     */
    int amend(String grantId, NewVersion version, Actor actor);

    /** Payments and clocks stand still from today on. */
    void suspend(String grantId, String reason, Actor actor);

    /** The day from which the grant stands still; empty while it does not. */
    Optional<LocalDate> suspendedOn(String grantId);

    /** The grant runs again. */
    void resume(String grantId, String reason, Actor actor);

    /** The grant ends today, before its time (BR-36); {@link GrantTerminated} is published. */
    void terminate(String grantId, String reasonCode, String reason, Actor actor);

    /** Another person leads the project for the grantee from today on. */
    void changeLead(String grantId, String accountId, Actor actor);

    /**
     * The lengths over which the phases of the targets were spread anew, oldest first.
     */
    List<Respread> respreads(String grantId);

    /**
     * What the next version says. Amount, first day and everything not named here stay as they are.
     *
     * @param amendmentId the amendment
     * @param amendmentLabel what it is called
     * @param durationMonths length in months
     * @param endsOn last day of the term
     * @param phasesRespread whether the phases of the targets are spread over the new length
     * @param budget the whole budget
     * @param tranches the whole tranche plan
     * @param terms all terms in words
     */
    record NewVersion(
            String amendmentId,
            String amendmentLabel,
            int durationMonths,
            LocalDate endsOn,
            boolean phasesRespread,
            List<BudgetLine> budget,
            List<AgreedTranche> tranches,
            List<AgreementTerm> terms) {

        public NewVersion {
            budget = List.copyOf(budget);
            tranches = List.copyOf(tranches);
            terms = List.copyOf(terms);
        }
    }

    /**
     * Phases that were spread over another length.
     *
     * @param from first day from which targets are phased so; earlier figures keep what held then
     * @param firstMonths length over which the programme's phases were laid
     * @param months length over which they lie now
     */
    record Respread(LocalDate from, int firstMonths, int months) {

        /** Where the phase of a month lies now. */
        public int month(int month) {
            return Math.max(1, (2 * month * months + firstMonths) / (2 * firstMonths));
        }
    }
}
