package org.thun.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.shared.LocalizedText;

/** Accounts and posts as other modules need them. Administration of accounts has its own screens in this module. */
public interface Accounts {

    /** The person with the posts held today, or empty if there is no such enabled account. */
    Optional<Actor> actor(String accountId);

    /** The same by the name used to sign in. */
    Optional<Actor> actorByUsername(String username);

    /** The name of an account, enabled or not: history still names people who have left. */
    Optional<LocalizedText> nameOf(String accountId);

    /** People who hold that role over an object of that scope today, by name. */
    List<Actor> holders(Role role, Scope scope);

    /** Who was named to take over the newest ended post of that role over that scope, if anybody was. */
    Optional<Actor> successorOf(String accountId, Role role, Scope scope);

    /** All posts a person has held at any time between two days: the ground of conflict checks (SD3). */
    List<Post> postsBetween(String accountId, LocalDate from, LocalDate to);

    /**
     * Creates an account.
     *
     * @return its id
     * @throws IllegalArgumentException if the user name is taken
     */
    String create(NewAccount account);

    /** Gives a person a post from a day on; {@code grantedBy} is {@code null} when the system itself does it. */
    void appoint(String accountId, Post post, String grantedBy);

    /**
     * What an account begins with.
     *
     * @param username name used to sign in, unique; stored in lower case
     * @param password plain password, stored only as a hash
     * @param name name shown to others
     * @param email address for notices, or {@code null}
     * @param mustChangePassword whether the person has to choose another password at first sign-in
     */
    record NewAccount(
            String username, String password, LocalizedText name, String email, boolean mustChangePassword) {}
}
