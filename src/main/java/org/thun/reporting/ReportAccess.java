package org.thun.reporting;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;

/**
 * Which editions of a grant's report a person may read: all of them by a post over the grant, otherwise those of the
 * person's own centres. Whoever reads only as the funder's reader sees sums, small counts hidden (BR-39, BR-50).
 *
 * @param whole whether every edition is open
 * @param sumsOnly whether small counts stay hidden
 * @param centres codes of the centres whose editions are open
 */
public record ReportAccess(boolean whole, boolean sumsOnly, Set<String> centres) {

    public static ReportAccess of(Actor actor, Grant grant) {
        List<Post> over = actor.readingPosts().stream()
                .filter(post -> reads(actor, post, grant))
                .filter(post -> post.covers(grant.scope()))
                .toList();
        Set<String> centres = actor.readingPosts().stream()
                .filter(post -> reads(actor, post, grant))
                .filter(post -> post.scopeKind() == ScopeKind.CENTRE)
                .map(post -> post.scopeId().substring(grant.programmeKey().length() + 1))
                .collect(Collectors.toSet());
        return new ReportAccess(!over.isEmpty(), !over.isEmpty() && over.stream().allMatch(post -> post.role() == Role.FR),
                centres);
    }

    private static boolean reads(Actor actor, Post post, Grant grant) {
        return new Actor(actor.accountId(), actor.username(), actor.name(), List.of(post), null)
                .may(Action.READ, ObjectKind.MEASUREMENT, grant.scope());
    }

    public boolean any() {
        return whole || !centres.isEmpty();
    }

    public boolean reads(String editionKey) {
        return whole || Edition.centreOf(editionKey).filter(centres::contains).isPresent();
    }

    /** The edition a person meets first. */
    public String first() {
        return whole
                ? Edition.NATIONAL.key()
                : Edition.key(Edition.Kind.CENTRE, centres.stream().sorted().findFirst().orElseThrow());
    }

    /** The editions to choose from. */
    public List<Edition> open(MonitoringPack pack) {
        return pack.editions().stream().filter(edition -> reads(edition.key())).toList();
    }

    /**
     * The figures as this person may see them. A centre's own figures are never hidden from its people, though they may be
     * the funder's readers elsewhere.
     */
    public MonitoringPack figures(MonitoringPack pack, String editionKey) {
        boolean own = Edition.centreOf(editionKey).filter(centres::contains).isPresent();
        return sumsOnly && !own ? pack.forReadersOfSums() : pack;
    }
}
