package org.thun.identity;

/**
 * Something about an account has changed. Published inside the transaction of the change, so that the audit trail, which
 * stands above this module, can write it down with it (BR-44).
 *
 * @param actor who did it, in the role that allowed it
 * @param accountId whose account
 * @param change what was done
 * @param objectId the account's id, or that of the post or deputyship that was given or ended
 * @param from state before, or {@code null}
 * @param to state after, or {@code null}
 * @param reason the words given for it, or {@code null}
 * @param data what the command carried, or {@code null}; never a password
 */
public record AccountChanged(
        Actor actor, String accountId, Change change, String objectId, String from, String to, String reason, Object data) {

    /** What can be done with an account. */
    public enum Change {
        CREATED("account", "create"),
        ENABLED("account", "enable"),
        DISABLED("account", "disable"),
        PASSWORD_RESET("account", "resetPassword"),
        PASSWORD_CHANGED("account", "changePassword"),
        PROFILE_CHANGED("account", "changeProfile"),
        APPOINTED("post", "appoint"),
        POST_ENDED("post", "end"),
        DEPUTY_NAMED("deputy", "name"),
        DEPUTY_REVOKED("deputy", "revoke");

        private final String object;
        private final String verb;

        Change(String object, String verb) {
            this.object = object;
            this.verb = verb;
        }

        /** What is changed: {@code account}, {@code post} or {@code deputy}. */
        public String objectType() {
            return object;
        }

        /** The command as the trail names it: {@code account.create}. */
        public String command() {
            return object + "." + verb;
        }
    }
}
