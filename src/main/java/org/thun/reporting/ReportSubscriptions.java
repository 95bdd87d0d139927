package org.thun.reporting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/**
 * Reports that come by themselves. Whoever may read an edition can have it sent to the address of the own account; what is
 * due is noted once, made once and sent at most once. Without a mail relay or an address it waits to be fetched.
 */
public interface ReportSubscriptions {

    /** When a report comes. */
    enum Rhythm {
        /** On the first of each month, as of the last day of the month before. */
        MONTHLY,
        /** When the report of a period has been accepted: the frozen copy. */
        ACCEPTANCE
    }

    /** Where a report that is due stands. */
    enum DeliveryState {
        /** Noted, not made yet. */
        DUE,
        /** Made; waits for the relay, or to be fetched. */
        MADE,
        /** Being handed to the relay. */
        SENDING,
        /** The relay has taken it. */
        SENT,
        /** The application or the line broke while it was handed over: it may have been sent and is not sent again. */
        UNSURE,
        /** The relay would not take it, however often it was offered. */
        FAILED,
        /** The person may not read it any more. */
        DROPPED
    }

    /**
     * What somebody wants.
     *
     * @param editionKey key of the edition
     * @param language {@code th} or {@code en}
     */
    record Wish(String editionKey, Rhythm rhythm, ReportFormat format, String language) {}

    /** A subscription of a person. */
    record Subscription(String id, String grantId, Wish wish, LocalDateTime since) {}

    /**
     * A report that was due to a person.
     *
     * @param periodNo the accepted period, or {@code null} for a month
     * @param asOf the day whose figures it shows
     * @param sentTo address it was sent to, or {@code null}
     * @param fetchable whether the file is here
     */
    record Delivery(String id, String grantId, Wish wish, Integer periodNo, LocalDate asOf, DeliveryState state, int attempts,
            String sentTo, LocalDateTime sentAt, boolean fetchable) {}

    /** A file to fetch. */
    record ReportFile(String name, ReportFormat format, byte[] content) {}

    /** Whether a mail relay is configured. */
    boolean mails();

    /** Subscribes; refused for editions this person may not read, and where the same is subscribed already. */
    Outcome<String> subscribe(Grant grant, Wish wish, Actor actor);

    /** Ends an own subscription; refused for those of others. What is already due still comes. */
    Outcome<Void> end(String subscriptionId, Actor actor);

    /** The person's own subscriptions of a grant. */
    List<Subscription> of(Grant grant, Actor actor);

    /** What was due to this person, the latest first. */
    List<Delivery> deliveries(Grant grant, Actor actor);

    /** The file of an own delivery, if it has been made and the person may still read it. */
    Optional<ReportFile> file(Grant grant, String deliveryId, Actor actor);
}
