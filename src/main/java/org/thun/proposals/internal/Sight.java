package org.thun.proposals.internal;

import java.util.List;
import java.util.Set;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Post;
import org.thun.identity.Reach;
import org.thun.identity.Role;
import org.thun.proposals.ProposalState;

/**
 * What of the proposals a person sees, in the form that goes into SQL.
 *
 * @param accountId the person; reviewers see what they were asked to review
 * @param own organisations whose proposals are the person's own, drafts included
 * @param working reach of posts that work with proposals once they are handed in
 * @param reading reach of posts that read accepted data only (BR-50)
 */
record Sight(String accountId, Set<String> own, Reach working, Reach reading) {

    /** Reviewers are independent: a reviewer's post alone opens no proposal. */
    private static final Set<Role> NOT_BY_POST = Set.of(Role.PR, Role.FR);

    static Sight of(Actor actor) {
        Reach working = reach(actor, actor.readingPosts().stream()
                .filter(post -> !NOT_BY_POST.contains(post.role()))
                .toList());
        Reach reading = reach(actor, actor.readingPosts().stream()
                .filter(post -> post.role() == Role.FR)
                .toList());
        return new Sight(actor.accountId(), working.organisationIds(), working, reading);
    }

    public Set<ProposalState> acceptedStates() {
        return ProposalState.accepted();
    }

    private static Reach reach(Actor actor, List<Post> posts) {
        return new Actor(actor.accountId(), actor.username(), actor.name(), posts, null)
                .reach(Action.READ, ObjectKind.PROPOSAL);
    }
}
