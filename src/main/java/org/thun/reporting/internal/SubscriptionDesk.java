package org.thun.reporting.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.reporting.ReportAccess;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportSubscriptions;
import org.thun.reporting.internal.MailMapper.MailRow;
import org.thun.reporting.internal.MailMapper.SubscriptionRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.workflow.DailyWork;

/** Keeps subscriptions and notes what falls due by them; {@link Mailroom} makes and sends it. */
@Service
class SubscriptionDesk implements ReportSubscriptions, DailyWork {

    private final MailMapper mails;
    private final Mailroom mailroom;
    private final Grants grants;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SubscriptionDesk(MailMapper mails, Mailroom mailroom, Grants grants, AuditTrail audit, BusinessClock clock) {
        this.mails = mails;
        this.mailroom = mailroom;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean mails() {
        return mailroom.sends();
    }

    @Override
    @Transactional
    public Outcome<String> subscribe(Grant grant, Wish wish, Actor actor) {
        if (!ReportAccess.of(actor, grant).reads(wish.editionKey())) {
            return Outcome.refused(Problem.at("edition", "reporting.mail.notAllowed"));
        }
        SubscriptionRow row = new SubscriptionRow(Ids.next(), actor.accountId(), grant.id(), wish.editionKey(),
                wish.rhythm().name(), wish.format().name(), wish.language(), clock.dateTime());
        boolean same = mails.subscriptions(grant.id(), actor.accountId()).stream()
                .anyMatch(other -> wish(other).equals(wish));
        if (same) {
            return Outcome.refused(Problem.of("reporting.mail.already"));
        }
        mails.subscribe(row);
        audit.record(actor, AuditEvent.of(grant.id(), "reportSubscription.start", "reportSubscription", row.id()).with(wish));
        return Outcome.done(row.id());
    }

    @Override
    @Transactional
    public Outcome<Void> end(String subscriptionId, Actor actor) {
        Optional<SubscriptionRow> row = mails.subscription(subscriptionId);
        if (mails.unsubscribe(subscriptionId, actor.accountId()) == 0) {
            return Outcome.refused(Problem.of("reporting.mail.notYours"));
        }
        audit.record(actor, AuditEvent.of(
                row.orElseThrow().grantId(), "reportSubscription.end", "reportSubscription", subscriptionId));
        return Outcome.done();
    }

    @Override
    public List<Subscription> of(Grant grant, Actor actor) {
        return mails.subscriptions(grant.id(), actor.accountId()).stream()
                .map(row -> new Subscription(row.id(), row.grantId(), wish(row), row.createdAt()))
                .toList();
    }

    @Override
    public List<Delivery> deliveries(Grant grant, Actor actor) {
        ReportAccess access = ReportAccess.of(actor, grant);
        return mails.ofPerson(grant.id(), actor.accountId()).stream()
                .map(row -> new Delivery(row.id(), row.grantId(), wish(row), row.periodNo(), row.asOf(),
                        DeliveryState.valueOf(row.state()), row.attempts(), row.sentTo(), row.sentAt(),
                        row.fileName() != null && access.reads(row.editionKey())))
                .toList();
    }

    @Override
    public Optional<ReportFile> file(Grant grant, String deliveryId, Actor actor) {
        return mails.mail(deliveryId)
                .filter(row -> row.grantId().equals(grant.id()) && row.accountId().equals(actor.accountId()))
                .filter(row -> row.fileName() != null && ReportAccess.of(actor, grant).reads(row.editionKey()))
                .map(row -> new ReportFile(row.fileName(), ReportFormat.valueOf(row.formatCode()),
                        mails.content(row.id()).content()));
    }

    /** Notes the reports of the month that has just ended, on the first day of the next. */
    @Override
    @Transactional
    public void on(LocalDate day) {
        List<String> running = grants.running().stream()
                .filter(grant -> grant.effectiveFrom() != null && grant.effectiveFrom().isBefore(day))
                .map(Grant::id)
                .toList();
        if (day.getDayOfMonth() == 1 && !running.isEmpty()) {
            LocalDate last = day.minusDays(1);
            mails.subscribers(Rhythm.MONTHLY.name(), running)
                    .forEach(row -> note(row, "month-" + YearMonth.from(last), null, last));
        }
    }

    /** Notes the reports of a period whose copies are frozen. Safe to repeat. */
    @Transactional
    public void frozen(String grantId, int periodNo, LocalDate asOf) {
        mails.subscribers(Rhythm.ACCEPTANCE.name(), List.of(grantId))
                .forEach(row -> note(row, "period-" + periodNo, periodNo, asOf));
    }

    private void note(SubscriptionRow row, String occasion, Integer periodNo, LocalDate asOf) {
        if (mails.noted(row.id(), occasion) > 0) {
            return;
        }
        LocalDateTime now = clock.dateTime();
        try {
            mails.note(new MailRow(Ids.next(), row.id(), row.accountId(), row.grantId(), row.editionKey(), occasion, periodNo,
                    asOf, row.formatCode(), row.localeCode(), row.rhythmCode(), DeliveryState.DUE.name(), 0, now, null, null,
                    null, now));
        } catch (DuplicateKeyException e) {
            // Another node noted the same at the same moment; its row stands for both.
            if (mails.noted(row.id(), occasion) == 0) {
                throw e;
            }
        }
    }

    private static Wish wish(SubscriptionRow row) {
        return new Wish(row.editionKey(), Rhythm.valueOf(row.rhythmCode()), ReportFormat.valueOf(row.formatCode()),
                row.localeCode());
    }

    private static Wish wish(MailRow row) {
        return new Wish(row.editionKey(), Rhythm.valueOf(row.rhythmCode()), ReportFormat.valueOf(row.formatCode()),
                row.localeCode());
    }
}
