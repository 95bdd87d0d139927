package org.thun.registry.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Reach;
import org.thun.identity.ScopeKind;

/**
 * Which rows a person's right reaches, ready for SQL: only the ways that exist, so that a centre's user reads along the
 * index of that centre.
 *
 * @param all everything
 * @param programmes keys of programmes
 * @param organisations ids of grantees
 * @param grants ids of grants
 * @param centres single centres
 */
record Within(
        boolean all, List<String> programmes, List<String> organisations, List<String> grants, List<Centre> centres) {

    /** Stands in the sets of a {@link Reach} for "none". */
    private static final String NOTHING = "-";

    /** A centre of a programme; the key is {@code null} where only one programme is meant. */
    record Centre(String programmeKey, String code) {

        static Centre of(String centreId) {
            int slash = centreId.lastIndexOf('/');
            return new Centre(centreId.substring(0, slash), centreId.substring(slash + 1));
        }
    }

    static Within of(Reach reach) {
        return new Within(reach.all(), existing(reach.programmeKeys()), existing(reach.organisationIds()),
                existing(reach.grantIds()),
                existing(reach.centreIds()).stream().map(Centre::of).toList());
    }

    /** Codes of the only centres that are reached, so that an index is read along them; {@code null} if more is. */
    List<String> centresOnly() {
        return all || !programmes.isEmpty() || !organisations.isEmpty() || !grants.isEmpty()
                ? null
                : Stream.concat(Stream.of(NOTHING), centres.stream().map(Centre::code)).distinct().toList();
    }

    /**
     * The same for records of that grant alone, without what is known of it: an index on centres need not be left to look up
     * the programme of each record.
     */
    Within inside(Grant grant) {
        boolean whole = all || programmes.contains(grant.programmeKey()) || organisations.contains(grant.organisationId())
                || grants.contains(grant.id());
        return new Within(whole, List.of(), List.of(), List.of(), whole
                ? List.of()
                : centres.stream()
                        .filter(centre -> grant.programmeKey().equals(centre.programmeKey()))
                        .map(centre -> new Centre(null, centre.code()))
                        .toList());
    }

    /** The centres in which a person holds any post at all, or does somebody's tasks. */
    static List<Centre> centresOf(Actor actor) {
        return actor.readingPosts().stream()
                .filter(post -> post.scopeKind() == ScopeKind.CENTRE)
                .map(Post::scopeId)
                .distinct()
                .map(Centre::of)
                .toList();
    }

    private static List<String> existing(Set<String> ids) {
        return ids.stream().filter(id -> !id.equals(NOTHING)).sorted().toList();
    }
}
