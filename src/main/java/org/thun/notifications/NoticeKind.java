package org.thun.notifications;

import org.thun.notifications.Notices.MailWish;

/** What people are told about. Each kind has a default that everybody can change for themselves. */
public enum NoticeKind {
    /** A task waits that this person can do. */
    TASK(MailWish.DIGEST),
    /** A report will be due. */
    REMINDER(MailWish.AT_ONCE),
    /** A report is late (BR-13). */
    OVERDUE(MailWish.AT_ONCE),
    /** A report was sent back. */
    RETURNED(MailWish.AT_ONCE),
    /** A report was passed or accepted. */
    DECISION(MailWish.DIGEST),
    /** A tranche was paid, or not asked for. */
    PAYMENT(MailWish.AT_ONCE),
    /** An agreement or a change of it is in force. */
    AGREEMENT(MailWish.DIGEST);

    private final MailWish mail;

    NoticeKind(MailWish mail) {
        this.mail = mail;
    }

    /** How people are told who have not chosen. */
    public Notices.Setting byDefault() {
        return new Notices.Setting(this, true, mail);
    }
}
