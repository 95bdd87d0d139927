package org.thun.grants;

import java.time.LocalDate;
import org.thun.identity.Scope;
import org.thun.shared.DateRange;
import org.thun.shared.GrantMonths;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * A grant as its case file states it, by the agreement version in force.
 *
 * @param id id of the grant, also the id of its case file and audit stream
 * @param number number of the agreement, for people
 * @param programmeKey programme it belongs to
 * @param programmeVersion version of the definition by which it runs
 * @param organisationId the grantee
 * @param granteeName name of the grantee
 * @param proposalId proposal from which it came
 * @param title title of the project
 * @param state where it stands
 * @param amount the whole grant
 * @param durationMonths length in months
 * @param effectiveFrom first day of month 1, or {@code null} before the agreement takes effect
 * @param endsOn last day of the term, or {@code null} before the agreement takes effect
 * @param agreementVersion number of the agreement version in force, from 1
 * @param synthetic whether amounts and people are made up (demonstration)
 */
public record Grant(
        String id,
        String number,
        String programmeKey,
        int programmeVersion,
        String organisationId,
        LocalizedText granteeName,
        String proposalId,
        LocalizedText title,
        GrantState state,
        Money amount,
        int durationMonths,
        LocalDate effectiveFrom,
        LocalDate endsOn,
        int agreementVersion,
        boolean synthetic) {

    /** Where objects of this grant belong. */
    public Scope scope() {
        return Scope.ofGrant(programmeKey, organisationId, id);
    }

    /** Where the case file is shown. */
    public String path() {
        return "/grants/" + id;
    }

    /** @throws IllegalStateException before the agreement takes effect */
    public GrantMonths months() {
        if (effectiveFrom == null) {
            throw new IllegalStateException("grant " + id + " has no start yet");
        }
        return new GrantMonths(effectiveFrom);
    }

    /** The term. @throws IllegalStateException before the agreement takes effect */
    public DateRange term() {
        return new DateRange(months().start(), endsOn);
    }
}
