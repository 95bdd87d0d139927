package org.thun.identity;

import java.util.Optional;
import org.thun.shared.Outcome;

/** What everybody may do with their own account. */
public interface OwnAccount {

    /** The account of that person. */
    Account of(Actor actor);

    /** Changes how the person is named, reached and spoken to. */
    Outcome<Void> change(Actor actor, Profile profile);

    /**
     * Chooses another password; all other sessions of the person end.
     *
     * @param sessionId the session that stays, if there is one
     */
    Outcome<Void> changePassword(Actor actor, PasswordChange change, Optional<String> sessionId);

    /**
     * What people say of themselves.
     *
     * @param nameTh name in Thai
     * @param nameEn name in English, or blank
     * @param email address for notices, or blank
     * @param language {@code th}, {@code en}, or blank to keep what the browser has
     */
    record Profile(String nameTh, String nameEn, String email, String language) {}

    /**
     * A change of password.
     *
     * @param current the password so far
     * @param next the new one
     * @param repeated the new one again
     */
    record PasswordChange(String current, String next, String repeated) {

        /** Passwords never reach a log. */
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }
}
