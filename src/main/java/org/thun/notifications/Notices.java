package org.thun.notifications;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;

/** A person's own notices and how that person wants to be told. Nobody reads or changes another's. */
public interface Notices {

    /** Notices that this person has not read, in the list. */
    long unread(Actor actor);

    /**
     * The person's notices, newest first.
     *
     * @param page page number, from 1
     * @param size rows on a page
     */
    NoticePage page(Actor actor, int page, int size);

    /** Marks a notice as read; where it leads, or empty if it is not this person's. */
    Optional<String> read(String noticeId, Actor actor);

    /** Marks all as read. */
    void readAll(Actor actor);

    /** How the person is told, for every kind. */
    List<Setting> settings(Actor actor);

    /** Changes that; kinds that are not named stay as they are. */
    void change(List<Setting> settings, Actor actor);

    /** Whether mail can be sent at all. */
    boolean mails();

    /** When the address of the person's calendar was made, or empty if there is none. */
    Optional<LocalDateTime> calendarSince(Actor actor);

    /** Makes a new secret address for the person's calendar; the one before is worth nothing any more. */
    String renewCalendar(Actor actor);

    /** Takes the address away. */
    void endCalendar(Actor actor);

    /** The calendar behind a secret address (RFC 5545), or empty if it is not an address of anybody who may sign in. */
    Optional<byte[]> calendar(String token);

    /** How mail is wanted. */
    enum MailWish {
        NONE,
        AT_ONCE,
        /** Once a day, with everything else of the day. */
        DIGEST
    }

    /**
     * How a person is told of one kind.
     *
     * @param kind of what
     * @param inApp whether it stands in the list
     * @param mail whether and when by mail
     */
    record Setting(NoticeKind kind, boolean inApp, MailWish mail) {}

    /**
     * A notice.
     *
     * @param id id
     * @param kind of what
     * @param text what has happened
     * @param path where it leads
     * @param dueOn day by which something should be done, or {@code null}
     * @param createdAt when it was noted
     * @param readAt when it was read, or {@code null}
     */
    record Notice(
            String id,
            NoticeKind kind,
            LocalizedText text,
            String path,
            LocalDate dueOn,
            LocalDateTime createdAt,
            LocalDateTime readAt) {

        public boolean read() {
            return readAt != null;
        }
    }

    /** A page of notices. */
    record NoticePage(List<Notice> notices, long total) {}
}
