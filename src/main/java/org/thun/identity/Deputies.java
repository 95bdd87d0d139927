package org.thun.identity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thun.identity.Account.HeldPost;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Outcome;

/**
 * Deputies: who does the tasks of whose post, from which day to which, within which scope, up to which amount and for which
 * work (SD6). A deputyship is an appointment of its own beside the posts; it ends with its last day, with the post, or when
 * it is revoked, and it cannot be handed on.
 */
public interface Deputies {

    /**
     * Names a deputy. The holder may, and for them an administrator, the lead for people of the grantee, the officer for
     * grantees, mentors and verifiers; these give a reason. Refused at once where duties that must stay apart would come
     * together (SD1, SD2, SD5, SD7, SD9).
     *
     * @return its id
     */
    Outcome<String> name(Actor by, Naming naming);

    /** Ends a deputyship at once. Whoever might name it may, and the deputy too. */
    Outcome<Void> revoke(Actor by, String id, String reason);

    /** A deputyship that person may see. */
    Optional<Entry> find(Actor reader, String id);

    /** A deputyship by its id, for the rooms that follow its beginning and end. */
    Optional<Entry> get(String id);

    /**
     * The deputyships that person may see: their own on either side, and those of posts they look after. What has ended is
     * listed for a year.
     */
    List<Entry> visibleTo(Actor reader);

    /** The deputies named for that person who have not been revoked and whose last day has not passed. */
    List<Entry> of(String principalId);

    /** What begins on that day. */
    List<Entry> beginningOn(LocalDate day);

    /** The posts of that person, today's and those to come, for which {@code by} may name a deputy. */
    List<HeldPost> postsToCover(Actor by, String accountId);

    /** The posts of that person on those days in which somebody can stand in. */
    List<HeldPost> postsOf(String accountId, DateRange days);

    /** Parts of a post's scope to which a deputyship can be narrowed, by kind; not more than can be chosen from. */
    List<Part> partsOf(Post post);

    /** Whether this person may name deputies for anybody but themselves. */
    boolean mayNameForOthers(Actor actor);

    /** Whether this person may know who covers that post: as holder, administrator, or by a post that reaches it. */
    boolean maySee(Actor reader, Post post);

    /** Everybody who can act in that role anywhere on at least one of those days: holders first, then deputies. */
    List<Stand> able(Role role, LocalDate from, LocalDate to);

    /** Those of them who can act over an object of that scope. */
    default List<Stand> able(Role role, Scope scope, LocalDate from, LocalDate to) {
        return able(role, from, to).stream().filter(stand -> stand.post().covers(scope)).toList();
    }

    /** Those of them who can do all that a post does. */
    List<Stand> able(Post post, LocalDate from, LocalDate to);

    /** People with a post that this person may see, by name: whose absence can be looked at. */
    List<Person> people(Actor reader);

    /**
     * What is to be arranged.
     *
     * @param postId appointment whose tasks the deputy does
     * @param principalId who holds it
     * @param deputy user name of the deputy
     * @param part the part of the post's scope, or {@code null} for all of it
     * @param from first day
     * @param to last day
     * @param limit largest amount, or {@code null} without a limit
     * @param work keys of processes, or empty for all
     * @param reason why; may be blank where people name their own deputies
     */
    record Naming(
            String principalId,
            String postId,
            String deputy,
            Part part,
            LocalDate from,
            LocalDate to,
            Money limit,
            Set<String> work,
            String reason) {}

    /** Somebody with a post. */
    record Person(String accountId, String username, LocalizedText name) {}

    /**
     * Part of a post's scope.
     *
     * @param name what people call it
     */
    record Part(ScopeKind kind, String scopeId, LocalizedText name) {}

    /** Where a deputyship stands today. */
    enum State {
        RUNNING,
        COMING,
        ENDED,
        REVOKED
    }

    /**
     * A deputyship with all that is known of it.
     *
     * @param deputyship whose post, which scope, limit and work
     * @param postId the appointment it rests on
     * @param deputyId who acts
     * @param deputyName name of that person
     * @param state where it stands today; ended too when its post has ended
     * @param scopeName what people call the scope, or {@code null}
     * @param reason words given for it, or {@code null}
     * @param namedBy name of who named the deputy
     * @param namedAt when
     * @param revoked the words given for its early end, or {@code null}
     */
    record Entry(
            Deputyship deputyship,
            String postId,
            String deputyId,
            LocalizedText deputyName,
            State state,
            LocalizedText scopeName,
            String reason,
            LocalizedText namedBy,
            LocalDateTime namedAt,
            String revoked) {}

    /**
     * Somebody who can act, on some days.
     *
     * @param accountId who
     * @param name name of that person
     * @param from first of these days
     * @param to last of these days
     * @param post the post held or covered
     * @param deputyship in whose place, or {@code null} for a holder
     */
    record Stand(String accountId, LocalizedText name, LocalDate from, LocalDate to, Post post, Deputyship deputyship) {

        public boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
