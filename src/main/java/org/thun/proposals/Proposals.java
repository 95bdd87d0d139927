package org.thun.proposals;

import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;

/** The proposals. What a person may not see does not exist for that person; a draft is seen by its applicant only. */
public interface Proposals {

    /** A proposal that this person may read. */
    Optional<Proposal> find(String proposalId, Actor actor);

    /** A proposal for the system's own work; never to answer a person. */
    Proposal get(String proposalId);

    /** One page of the proposals of a filter, newest first. */
    ProposalList list(Actor actor, ProposalFilter filter, int offset, int limit);

    /**
     * Begins a proposal and starts its process.
     *
     * @return its id; refused if the actor may not propose for that organisation, or if grants of the programme cannot be
     *     run, with the reasons
     */
    Outcome<String> begin(NewProposal proposal, Actor actor);

    /**
     * Begins a proposal that continues an earlier grant, with what it takes over from it: by its applicant, or for the
     * applicant by the programme officer, who then has a hand in it and does not judge it (SD1).
     *
     * @return as {@link #begin}
     */
    Outcome<String> beginSuccessor(NewProposal proposal, ProposalContent content, Actor actor);

    /** All versions, oldest first. */
    List<ProposalVersion> versions(String proposalId);

    /** All reviews, by version and in the order of their assignment. For those who check or decide, not the applicant. */
    List<Review> reviews(String proposalId);

    Review review(String reviewId);

    /** What the applicant was asked to change over all versions, with the answers. */
    List<ProposalComment> comments(String proposalId);

    /** All decisions, oldest first. */
    List<ProposalDecision> decisions(String proposalId);

    /** The conditions of the approval. */
    List<String> conditions(String proposalId);

    /**
     * What a proposal begins with.
     *
     * @param programmeKey programme it asks for
     * @param organisationId the applicant
     * @param title title of the project
     * @param synthetic whether amounts and people are made up (demonstration)
     */
    record NewProposal(String programmeKey, String organisationId, LocalizedText title, boolean synthetic) {}

    /**
     * Which proposals to list.
     *
     * @param programmeKey only of this programme, or {@code null}
     * @param state only in this state, or {@code null}
     * @param text words in title, number or applicant, or {@code null}; a blank text asks for nothing
     */
    record ProposalFilter(String programmeKey, ProposalState state, String text) {

        public static final ProposalFilter ALL = new ProposalFilter(null, null, null);

        public ProposalFilter {
            text = text == null || text.isBlank() ? null : text.strip();
        }
    }

    /**
     * One page of a list.
     *
     * @param proposals the rows
     * @param total rows on all pages
     */
    record ProposalList(List<Proposal> proposals, long total) {}
}
