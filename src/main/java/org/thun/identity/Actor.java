package org.thun.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.thun.shared.LocalizedText;

/**
 * The person who acts, with the posts held today. Every command and query takes one; nothing is decided by a global
 * "current user".
 *
 * @param accountId id of the account
 * @param username name used to sign in
 * @param name name shown to others
 * @param posts posts held on the current business day
 * @param deputyships whose tasks the person does today beside their own
 * @param acting the role in which the person does the present command, or {@code null} outside a command
 * @param inPlaceOf in whose place the person does the present command, or {@code null} in their own name
 */
public record Actor(
        String accountId,
        String username,
        LocalizedText name,
        List<Post> posts,
        List<Deputyship> deputyships,
        Role acting,
        Deputyship inPlaceOf) {

    /** The system itself: daily work and timers. Holds no posts and may do nothing on behalf of people. */
    public static final Actor SYSTEM =
            new Actor(null, "system", new LocalizedText("ระบบ", "System"), List.of(), null);

    public Actor {
        posts = List.copyOf(posts);
        deputyships = List.copyOf(deputyships);
    }

    /** Somebody who is nobody's deputy. */
    public Actor(String accountId, String username, LocalizedText name, List<Post> posts, Role acting) {
        this(accountId, username, name, posts, List.of(), acting, null);
    }

    /** The same person, doing a command in that role. */
    public Actor as(Role role) {
        return new Actor(accountId, username, name, posts, deputyships, role, inPlaceOf);
    }

    /** The same person, doing a task of the post whose deputy they are: for that task the post is as their own. */
    public Actor as(Deputyship deputyship) {
        List<Post> all = new ArrayList<>(posts);
        all.add(deputyship.post());
        return new Actor(accountId, username, name, all, deputyships, deputyship.post().role(), deputyship);
    }

    /** What reading rests on: the posts held, and those whose tasks the person does for somebody else. */
    public List<Post> readingPosts() {
        if (deputyships.isEmpty()) {
            return posts;
        }
        List<Post> all = new ArrayList<>(posts);
        deputyships.forEach(deputyship -> all.add(deputyship.post()));
        return all;
    }

    private List<Post> postsFor(Action action) {
        return action == Action.READ ? readingPosts() : posts;
    }

    public Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        posts.forEach(post -> roles.add(post.role()));
        return roles;
    }

    /** Whether the person holds that role over an object of that scope. */
    public boolean holds(Role role, Scope scope) {
        return posts.stream().anyMatch(post -> post.role() == role && post.covers(scope));
    }

    /** The first of those roles that the person holds over an object of that scope. */
    public Optional<Role> firstHeld(Collection<Role> roles, Scope scope) {
        return roles.stream().filter(role -> holds(role, scope)).findFirst();
    }

    /** Whether the person may do that with an object of that kind and scope. */
    public boolean may(Action action, ObjectKind kind, Scope scope) {
        return roleFor(action, kind, scope).isPresent();
    }

    /** The role that lets the person do that with an object of that kind and scope. */
    public Optional<Role> roleFor(Action action, ObjectKind kind, Scope scope) {
        return postsFor(action).stream()
                .filter(post -> grants(post, action, kind, scope))
                .map(Post::role)
                .findFirst();
    }

    /** Whether the person may do that with objects of that kind anywhere: whether to show the way there at all. */
    public boolean mayAnywhere(Action action, ObjectKind kind) {
        return postsFor(action).stream().anyMatch(post -> Permissions.matrix().allows(post.role(), action, kind));
    }

    /** Whether all the person has of such objects are aggregates: sums, never a single record. */
    public boolean seesAggregatesOnly(ObjectKind kind, Scope scope) {
        return !may(Action.READ, kind, scope)
                && posts.stream().anyMatch(post ->
                        Permissions.matrix().aggregatesOnly(post.role(), kind) && post.covers(scope));
    }

    /** Whether the person reads such objects only as the funder's reader: accepted data, never drafts (BR-50). */
    public boolean readsAcceptedOnly(ObjectKind kind, Scope scope) {
        return readingPosts().stream()
                .filter(post -> grants(post, Action.READ, kind, scope))
                .allMatch(post -> post.role() == Role.FR);
    }

    /** How far the right to do that with objects of that kind reaches, for SQL. */
    public Reach reach(Action action, ObjectKind kind) {
        List<Post> granting = postsFor(action).stream()
                .filter(post -> Permissions.matrix().allows(post.role(), action, kind))
                .toList();
        Set<String> programmes = ids(granting, ScopeKind.PROGRAMME);
        granting.stream()
                .filter(post -> post.scopeKind() == ScopeKind.CENTRE && action == Action.READ)
                .filter(post -> !kindIsPerCentre(kind))
                .forEach(post -> programmes.add(post.scopeId().substring(0, post.scopeId().lastIndexOf('/'))));
        return new Reach(
                granting.stream().anyMatch(post -> post.scopeKind() == ScopeKind.ALL),
                programmes,
                ids(granting, ScopeKind.ORGANISATION),
                ids(granting, ScopeKind.GRANT),
                ids(granting, ScopeKind.CENTRE));
    }

    /** The inbox addresses of this person in their own name: one for the account, one for each post. */
    public Set<String> audiences() {
        Set<String> audiences = new HashSet<>();
        audiences.add(audience(accountId));
        posts.forEach(post -> audiences.add(audience(post.role(), post.address())));
        return audiences;
    }

    /** The inbox address of one person. */
    public static String audience(String accountId) {
        return "account:" + accountId;
    }

    /** The inbox address of everyone who holds a role at a scope address. */
    public static String audience(Role role, String scopeAddress) {
        return role + "@" + scopeAddress;
    }

    private static boolean grants(Post post, Action action, ObjectKind kind, Scope scope) {
        Permissions matrix = Permissions.matrix();
        return matrix.allows(post.role(), action, kind)
                && (post.covers(scope)
                        || action == Action.READ && matrix.ownUnitOnly(post.role(), kind) && post.worksWithin(scope));
    }

    private static boolean kindIsPerCentre(ObjectKind kind) {
        return kind == ObjectKind.REGISTRY_RECORD || kind == ObjectKind.SENSITIVE_DATA
                || kind == ObjectKind.ACTIVITY_REPORT;
    }

    private static Set<String> ids(List<Post> posts, ScopeKind kind) {
        Predicate<Post> ofKind = post -> post.scopeKind() == kind;
        Set<String> ids = new HashSet<>();
        posts.stream().filter(ofKind).map(Post::scopeId).forEach(ids::add);
        ids.add(Reach.NOTHING);
        return ids;
    }
}
