package org.thun.identity;

import org.thun.shared.Outcome;

/**
 * How the first administrator comes in where there are no accounts: from {@code THUN_ADMIN_PASSWORD} (and
 * {@code THUN_ADMIN_USERNAME}) at the first start, or by a one-time link that is printed on the console.
 */
public interface FirstAdministrator {

    /** Whether the link has been printed and nobody has used it yet. */
    boolean isAwaited();

    /** Whether that token is the one of the link, and still good. */
    boolean accepts(String token);

    /** Creates the administrator; the link is used up with it. */
    Outcome<Void> create(String token, Choice choice);

    /**
     * What the first administrator chooses.
     *
     * @param username name used to sign in
     * @param nameTh name in Thai
     * @param nameEn name in English, or blank
     * @param password the password
     * @param repeated the password again
     */
    record Choice(String username, String nameTh, String nameEn, String password, String repeated) {

        /** Passwords never reach a log. */
        @Override
        public String toString() {
            return "Choice[username=" + username + "]";
        }
    }
}
