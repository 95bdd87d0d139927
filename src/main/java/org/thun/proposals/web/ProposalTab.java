package org.thun.proposals.web;

import java.util.ArrayList;
import java.util.List;
import org.thun.grants.CaseStory.Reader;
import org.thun.identity.Actor;
import org.thun.proposals.Proposal;
import org.thun.proposals.Review;

/**
 * A page of a proposal's case file.
 *
 * @param path last part of the address; empty for the overview
 * @param messageKey key of its name
 */
record ProposalTab(String path, String messageKey) {

    static final String OVERVIEW = "";
    static final String VERSIONS = "versions";
    static final String REVIEWS = "reviews";
    static final String TIMELINE = "timeline";
    static final String PROCESSES = "processes";

    /** The pages this person sees: reviews are for the funder, and one's own for each reviewer. */
    static List<ProposalTab> of(Proposal proposal, List<Review> reviews, Actor actor) {
        List<ProposalTab> tabs = new ArrayList<>(List.of(tab(OVERVIEW, "overview"), tab(VERSIONS, "versions")));
        if (!visible(reviews, proposal, actor).isEmpty()) {
            tabs.add(tab(REVIEWS, "reviews"));
        }
        tabs.add(tab(TIMELINE, "timeline"));
        tabs.add(tab(PROCESSES, "processes"));
        return tabs;
    }

    static List<Review> visible(List<Review> reviews, Proposal proposal, Actor actor) {
        boolean all = Reader.of(actor, proposal.scope()).reviewers();
        return reviews.stream()
                .filter(review -> all || review.reviewerId().equals(actor.accountId()))
                .toList();
    }

    private static ProposalTab tab(String path, String name) {
        return new ProposalTab(path, "proposals.tab." + name);
    }
}
