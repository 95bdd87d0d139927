package org.thun.grants;

import java.time.LocalDate;
import java.util.List;
import org.thun.shared.Money;

/**
 * One version of the agreement of a running grant, as it was agreed; a later one never changes it.
 *
 * @param no number, from 1
 * @param amendmentId the amendment that brought it, or {@code null} for the first
 * @param amendmentLabel what that amendment is called, or {@code null}
 * @param inForceOn first day on which it holds
 * @param amount the whole grant
 * @param durationMonths length in months
 * @param endsOn last day of the term
 * @param phasesRespread whether it spread the phases of the targets over its own length
 * @param budget the budget (BR-01)
 * @param tranches the tranche plan (BR-02)
 * @param terms what was agreed in words
 */
public record AgreementVersion(
        int no,
        String amendmentId,
        String amendmentLabel,
        LocalDate inForceOn,
        Money amount,
        int durationMonths,
        LocalDate endsOn,
        boolean phasesRespread,
        List<BudgetLine> budget,
        List<AgreedTranche> tranches,
        List<AgreementTerm> terms) {

    public AgreementVersion {
        budget = List.copyOf(budget);
        tranches = List.copyOf(tranches);
        terms = List.copyOf(terms);
    }
}
