package org.thun.proposals;

import java.util.Set;

/** Where a proposal stands. */
public enum ProposalState {
    /** Being written by the applicant. */
    DRAFT,
    /** Handed in. */
    SUBMITTED,
    /** The programme officer checks whether it is complete and eligible. */
    SCREENING,
    /** Returned by the programme officer as incomplete; with the applicant. */
    INCOMPLETE,
    /** Refused at screening. */
    REJECTED_ROUND1,
    /** With the reviewers. */
    UNDER_REVIEW,
    /** Returned after review; with the applicant. */
    REVISION_REQUESTED,
    /** Handed in again. */
    RESUBMITTED,
    /** Passed the reviews; waits for the decision. */
    RECOMMENDED,
    /** Approved. */
    APPROVED,
    /** Approved; the agreement waits until each condition is met. */
    APPROVED_WITH_CONDITIONS,
    /** The agreement is being made. */
    CONTRACTING,
    /** The agreement is in effect. */
    FUNDED,
    /** Refused after review. */
    REJECTED,
    /** Taken back by the applicant. */
    WITHDRAWN,
    /** Not answered, or its agreement not signed, in time. */
    EXPIRED;

    private static final Set<ProposalState> WITH_APPLICANT = Set.of(DRAFT, INCOMPLETE, REVISION_REQUESTED);
    private static final Set<ProposalState> ACCEPTED = Set.of(APPROVED, APPROVED_WITH_CONDITIONS, CONTRACTING, FUNDED);

    /** Whether the applicant has it: the funder's clocks stand still (BR-31). */
    public boolean isWithApplicant() {
        return WITH_APPLICANT.contains(this);
    }

    /** States that readers of accepted data see (BR-50). */
    public static Set<ProposalState> accepted() {
        return ACCEPTED;
    }

    /** Key of the state's name in the message bundles. */
    public String messageKey() {
        return "proposals.ProposalState." + name();
    }
}
