package org.thun.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/**
 * What administrators do with accounts and posts. Whoever may not administer gets an
 * {@link org.springframework.security.access.AccessDeniedException}; every change is announced as {@link AccountChanged}
 * inside its transaction.
 */
public interface AccountAdministration {

    /** Accounts by name, one page of them. */
    Found search(Actor actor, Search search);

    Optional<Account> find(Actor actor, String accountId);

    /** Creates an account with a temporary password, without any post. */
    Outcome<TemporaryPassword> create(Actor actor, NewPerson person);

    /** Replaces a forgotten password by a temporary one and ends the person's sessions. */
    Outcome<TemporaryPassword> resetPassword(Actor actor, String accountId);

    /** Shuts a person out at once; history keeps the name. Refused for oneself and for the last administrator. */
    Outcome<Void> disable(Actor actor, String accountId, String reason);

    /** Lets a person in again. */
    Outcome<Void> enable(Actor actor, String accountId);

    /** Gives a person a post. Refused where duties must stay apart (SD2, SD7) or the scope does not fit the role. */
    Outcome<Void> appoint(Actor actor, String accountId, Post post);

    /** What does not forbid a post but will keep the person from some work (SD1, SD3, SD4, SD5, SD9). */
    List<Problem> concerns(Actor actor, String accountId, Post post);

    /**
     * Ends a post with that day as its last; a day before its first means it never came into force.
     *
     * @param successor user name of who takes it over on the day after, or blank; refused and confirmed like any appointment
     */
    Outcome<Void> endPost(
            Actor actor, String accountId, String postId, LocalDate lastDay, String reason, String successor);

    /** What will keep a successor from some work; empty where nobody is named, or nobody of that name exists. */
    List<Problem> successionConcerns(Actor actor, String accountId, String postId, LocalDate lastDay, String successor);

    /** The kinds of scope in which a role can be held. */
    List<ScopeKind> scopesOf(Role role);

    /** What posts can be given for, by kind; kinds nobody offers choices for are missing. */
    List<ScopeChoices> scopeChoices();

    /** What people call a post's scope, where somebody knows. */
    Optional<LocalizedText> scopeName(ScopeKind kind, String scopeId);

    /**
     * Which accounts to show.
     *
     * @param text part of the user name or of the name, or {@code null}
     * @param role held today, or {@code null} for any
     * @param enabled whether the account is enabled, or {@code null} for both
     * @param offset rows to skip
     * @param limit most rows to give
     */
    record Search(String text, Role role, Boolean enabled, int offset, int limit) {}

    /**
     * A page of accounts.
     *
     * @param accounts those of the page
     * @param total how many there are on all pages
     */
    record Found(List<Account> accounts, long total) {}

    /**
     * Who gets an account.
     *
     * @param username name used to sign in; stored in lower case
     * @param nameTh name in Thai
     * @param nameEn name in English, or blank
     * @param email address for notices, or blank
     */
    record NewPerson(String username, String nameTh, String nameEn, String email) {}

    /**
     * A password to hand over; it cannot be read again, and has to be changed at the next sign-in.
     *
     * @param accountId whose it is
     * @param password the password in plain text
     */
    record TemporaryPassword(String accountId, String password) {}
}
