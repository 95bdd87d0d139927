package org.thun.reporting.internal;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.OwnAccount;
import org.thun.notifications.MailRelay;
import org.thun.notifications.MailRelay.Handover;
import org.thun.reporting.FrozenReport;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.ReportAccess;
import org.thun.reporting.ReportArchive;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRenderer;
import org.thun.reporting.ReportSource;
import org.thun.reporting.ReportSubscriptions.DeliveryState;
import org.thun.reporting.internal.MailMapper.MailRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.OneAtATime;
import org.thun.shared.ThaiDates;

/**
 * Makes the reports that are due and hands them to the mail relay, each at most once: a report is marked before it is
 * handed over, and one of which nobody knows whether the relay has taken it is never offered again. What the relay surely
 * has not taken is offered again, later each time.
 */
@Component
class Mailroom implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Mailroom.class);

    /** How long to wait after each failure; after the last one a report is given up. */
    private static final List<Duration> PATIENCE = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1),
            Duration.ofHours(6), Duration.ofDays(1));

    /** After which time a report in the hands of another node is taken for abandoned. */
    private static final Duration ABANDONED = Duration.ofMinutes(15);

    private final String id = Ids.next();
    private final MailMapper mails;
    private final Grants grants;
    private final Accounts accounts;
    private final OwnAccount own;
    private final ReportSource source;
    private final ReportArchive archive;
    private final ReportRenderer renderer;
    private final MailRelay relay;
    private final MessageSource messages;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final OneAtATime background = new OneAtATime("report-mail");

    Mailroom(MailMapper mails, Grants grants, Accounts accounts, OwnAccount own, ReportSource source,
            ReportArchive archive, ReportRenderer renderer, MailRelay relay, MessageSource messages,
            AuditTrail audit, BusinessClock clock, PlatformTransactionManager transactions) {
        this.mails = mails;
        this.grants = grants;
        this.accounts = accounts;
        this.own = own;
        this.source = source;
        this.archive = archive;
        this.renderer = renderer;
        this.relay = relay;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A document and its name. */
    private record Made(String fileName, byte[] content) {}

    /** Whether there is a relay to send with. */
    boolean sends() {
        return relay.sends();
    }

    /** Looks through the outbox on a thread of its own: a slow relay must not hold up what else is scheduled. */
    @Scheduled(fixedDelayString = "${thun.reporting.mail-every:PT30S}")
    void look() {
        background.begin(this::work);
    }

    void work() {
        try {
            mails.abandon(id, clock.dateTime().minus(ABANDONED));
            mails.inState(DeliveryState.DUE.name(), clock.dateTime()).forEach(this::make);
            if (sends()) {
                mails.inState(DeliveryState.MADE.name(), clock.dateTime()).forEach(this::send);
            }
        } catch (RuntimeException e) {
            LOG.error("reports that are due could not be read; tried again soon", e);
        }
    }

    private void make(MailRow mail) {
        try {
            Optional<Made> made = accounts.actor(mail.accountId()).flatMap(actor -> made(mail, actor));
            if (made.isPresent()) {
                mails.made(mail.id(), made.get().fileName(), made.get().content());
            } else {
                mails.giveUp(mail.id(), DeliveryState.DROPPED.name());
            }
        } catch (RuntimeException e) {
            LOG.error("report {} that is due could not be made", mail.id(), e);
            if (mail.attempts() >= PATIENCE.size()) {
                mails.giveUp(mail.id(), DeliveryState.FAILED.name());
            } else {
                mails.later(mail.id(), clock.dateTime().plus(PATIENCE.get(mail.attempts())));
            }
        }
    }

    /** The document as this person may read it today: the frozen copy where there is one. */
    private Optional<Made> made(MailRow mail, Actor actor) {
        Grant grant = grants.find(mail.grantId(), actor).orElse(null);
        if (grant == null || grant.effectiveFrom() == null) {
            return Optional.empty();
        }
        ReportAccess access = ReportAccess.of(actor, grant);
        if (!access.reads(mail.editionKey())) {
            return Optional.empty();
        }
        ReportFormat format = ReportFormat.valueOf(mail.formatCode());
        Locale locale = Locale.forLanguageTag(mail.localeCode());
        return source.pack(grant.id(), mail.asOf())
                .map(pack -> access.figures(pack, mail.editionKey()))
                .flatMap(pack -> pack.edition(mail.editionKey()))
                .map(report -> new Made(renderer.fileName(report, format, locale),
                        frozen(mail, access, format, locale).orElseGet(() -> rendered(report, format, locale))));
    }

    private Optional<byte[]> frozen(MailRow mail, ReportAccess access, ReportFormat format, Locale locale) {
        return mail.periodNo() == null
                ? Optional.empty()
                : archive.monitoringReports(mail.grantId()).stream()
                        .filter(copy -> copy.periodNo() == mail.periodNo() && copy.editionKey().equals(mail.editionKey()))
                        .filter(copy -> copy.format() == format && copy.locale().equals(locale))
                        .filter(copy -> copy.forReadersOfSums() == access.sumsOnly())
                        .findFirst()
                        .map(FrozenReport::id)
                        .map(archive::content);
    }

    private byte[] rendered(MonitoringReport report, ReportFormat format, Locale locale) {
        return renderer.render(report, format, locale);
    }

    private void send(MailRow mail) {
        Actor actor = accounts.actor(mail.accountId()).orElse(null);
        Grant grant = actor == null ? null : grants.find(mail.grantId(), actor).orElse(null);
        if (grant == null || !ReportAccess.of(actor, grant).reads(mail.editionKey())) {
            mails.giveUp(mail.id(), DeliveryState.DROPPED.name());
            return;
        }
        String to = own.of(actor).email();
        if (to == null || to.isBlank() || mails.claim(mail.id(), id, clock.dateTime()) == 0) {
            return;
        }
        Handover handover = relay.send(message -> write(message, mail, grant, to));
        if (handover.state() != MailRelay.State.TAKEN) {
            notSent(mail, handover);
            return;
        }
        transaction.executeWithoutResult(status -> {
            mails.sent(mail.id(), id, to, clock.dateTime());
            audit.record(Actor.SYSTEM, AuditEvent.transition(mail.grantId(), "reportMail.send", "reportMail", mail.id(),
                    DeliveryState.MADE, DeliveryState.SENT));
        });
    }

    private void write(MimeMessageHelper message, MailRow mail, Grant grant, String to) throws MessagingException {
        Locale locale = Locale.forLanguageTag(mail.localeCode());
        ReportFormat format = ReportFormat.valueOf(mail.formatCode());
        Object[] words = {grant.number(), ThaiDates.formatLong(mail.asOf(), locale), grant.title().in(locale)};
        message.setTo(to);
        message.setSubject(messages.getMessage("reporting.mail.subject", words, locale));
        message.setText(messages.getMessage("reporting.mail.body", words, locale));
        message.addAttachment(mail.fileName(), new ByteArrayResource(mails.content(mail.id()).content()),
                format.mediaType().replaceAll(";.*", ""));
    }

    private void notSent(MailRow mail, Handover handover) {
        int attempt = mail.attempts() + 1;
        Exception e = handover.cause();
        if (handover.state() == MailRelay.State.UNSURE) {
            LOG.error("report {} was handed to the relay, but nobody knows whether it took it", mail.id(), e);
            mails.notSent(mail.id(), id, DeliveryState.UNSURE.name(), clock.dateTime());
        } else if (attempt > PATIENCE.size()) {
            LOG.error("report {} could not be sent and is given up after {} attempts", mail.id(), attempt, e);
            mails.notSent(mail.id(), id, DeliveryState.FAILED.name(), clock.dateTime());
        } else {
            LOG.warn("report {} could not be sent, attempt {}; tried again later: {}", mail.id(), attempt, e.toString());
            mails.notSent(mail.id(), id, DeliveryState.MADE.name(), clock.dateTime().plus(PATIENCE.get(attempt - 1)));
        }
    }

    @Override
    public void destroy() {
        background.close();
    }
}
