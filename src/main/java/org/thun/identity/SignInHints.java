package org.thun.identity;

import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * Accounts that the sign-in page offers to try, where somebody provides such a bean: the demonstration does. Its presence
 * also means that accounts come from there, so nobody waits for a first administrator.
 */
public interface SignInHints {

    /** The accounts, in the order to show them. */
    List<Hint> hints();

    /** The password all of them share. */
    String password();

    /**
     * An account to try.
     *
     * @param username name used to sign in
     * @param role what this person is
     * @param what what there is to see and do for this person
     */
    record Hint(String username, Role role, LocalizedText what) {}
}
