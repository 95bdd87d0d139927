package org.thun.proposals.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalState;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/** One row of {@code proposal} with title and amount of its newest version. */
record ProposalRow(
        String id,
        String proposalNumber,
        String programmeKey,
        int programmeVersion,
        String orgId,
        String applicantTh,
        String applicantEn,
        ProposalState state,
        LocalDate stateSince,
        int currentVersion,
        int revisionLoops,
        String createdBy,
        LocalDateTime createdAt,
        String leadAccountId,
        String screenedBy,
        String grantId,
        boolean synthetic,
        String titleTh,
        String titleEn,
        Money amount) {

    Proposal toProposal() {
        return new Proposal(id, proposalNumber, programmeKey, programmeVersion, orgId,
                new LocalizedText(applicantTh, applicantEn), new LocalizedText(titleTh, titleEn), state, stateSince,
                currentVersion, amount, revisionLoops, createdBy, leadAccountId, screenedBy, grantId, synthetic);
    }
}
