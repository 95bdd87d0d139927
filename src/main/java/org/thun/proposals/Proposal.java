package org.thun.proposals;

import java.time.LocalDate;
import org.thun.identity.Scope;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * A proposal as its newest version states it.
 *
 * @param id id of the proposal, also the id of its case file and audit stream
 * @param number number for people
 * @param programmeKey programme it asks for
 * @param programmeVersion version of the definition by which it is judged
 * @param organisationId the applicant
 * @param applicant name of the applicant
 * @param title title of the project
 * @param state where it stands
 * @param stateSince since when; the limits of the steps count from here
 * @param version number of the newest version
 * @param amount amount asked for, or {@code null} while the draft does not say
 * @param revisionLoops how often it was returned after review (BR-31)
 * @param createdBy who began it
 * @param leadAccountId who handed it in and leads the project, or {@code null} before
 * @param screenedBy who screened it last, or {@code null}
 * @param grantId the grant it became, or {@code null}
 * @param synthetic whether amounts and people are made up (demonstration)
 */
public record Proposal(
        String id,
        String number,
        String programmeKey,
        int programmeVersion,
        String organisationId,
        LocalizedText applicant,
        LocalizedText title,
        ProposalState state,
        LocalDate stateSince,
        int version,
        Money amount,
        int revisionLoops,
        String createdBy,
        String leadAccountId,
        String screenedBy,
        String grantId,
        boolean synthetic) {

    /** Where it belongs: the programme and the applicant. */
    public Scope scope() {
        return Scope.ofApplicant(programmeKey, organisationId);
    }

    /** Where its case file is shown. */
    public String path() {
        return "/proposals/" + id;
    }
}
