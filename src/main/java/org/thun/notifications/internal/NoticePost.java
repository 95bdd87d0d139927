package org.thun.notifications.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thun.identity.Account;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.OwnAccount;
import org.thun.notifications.MailRelay;
import org.thun.notifications.MailRelay.Handover;
import org.thun.notifications.internal.NoticeMapper.MailRow;
import org.thun.notifications.internal.NoticeMapper.NoticeRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.ThaiDates;
import org.thun.workflow.DailyWork;

/**
 * Mails notices, each at most once: marked before it is handed over; one of which nobody knows whether the relay took it is
 * never offered again, what the relay surely has not taken is, later each time. Every morning gathers the digests of what was
 * noted before.
 */
@Component
class NoticePost implements DailyWork {

    private static final Logger LOG = LoggerFactory.getLogger(NoticePost.class);

    /** How long to wait after each failure; after the last one a mail is given up. */
    private static final List<Duration> PATIENCE = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10),
            Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1));

    /** After which time a mail in the hands of another node is taken for abandoned. */
    private static final Duration ABANDONED = Duration.ofMinutes(15);

    private final String id = Ids.next();
    private final NoticeMapper notices;
    private final MailRelay relay;
    private final Accounts accounts;
    private final OwnAccount own;
    private final MessageSource messages;
    private final BusinessClock clock;
    private final String address;

    /** @param address where people reach this installation, for links; without it mails say what has happened, without links */
    NoticePost(NoticeMapper notices, MailRelay relay, Accounts accounts, OwnAccount own, MessageSource messages,
            BusinessClock clock, @Value("${thun.address:}") String address) {
        this.notices = notices;
        this.relay = relay;
        this.accounts = accounts;
        this.own = own;
        this.messages = messages;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    boolean sends() {
        return relay.sends();
    }

    /** Whether mail to that person would arrive anywhere. */
    boolean reaches(Actor person) {
        return relay.sends() && address(person) != null;
    }

    /** Gathers what was noted before this day and is still unread, one mail for each person. */
    @Override
    public void on(LocalDate day) {
        LocalDateTime before = day.atStartOfDay();
        for (String accountId : notices.toDigest(before)) {
            String key = "digest-" + day;
            if (notices.posted(accountId, key) == 0 && notices.digest(accountId, day, before) > 0) {
                notices.post(new MailRow(Ids.next(), accountId, key, null, day, "WAITING", 0, clock.dateTime()));
            }
        }
    }

    void work() {
        notices.abandon(id, clock.dateTime().minus(ABANDONED));
        if (relay.sends()) {
            notices.toSend(clock.dateTime()).forEach(this::send);
        }
    }

    private void send(MailRow mail) {
        if (notices.claim(mail.id(), id, clock.dateTime()) == 0) {
            return;
        }
        Actor person = accounts.actor(mail.accountId()).orElse(null);
        String to = person == null ? null : address(person);
        List<NoticeRow> told = mail.noticeId() == null
                ? notices.ofDigest(mail.accountId(), mail.digestDay())
                : notices.find(mail.noticeId()).stream().toList();
        if (to == null || told.isEmpty()) {
            notices.handedOver(mail.id(), id, "DROPPED", clock.dateTime(), null, null);
            return;
        }
        Locale locale = "en".equals(own.of(person).language()) ? Locale.ENGLISH : Locale.forLanguageTag("th");
        Handover handover = relay.send(message -> {
            message.setTo(to);
            message.setSubject(subject(mail, told, locale));
            message.setText(told.stream().map(notice -> line(notice, locale)).collect(Collectors.joining("\n\n"))
                    + "\n\n" + messages.getMessage("notifications.mail.foot", null, locale));
        });
        keep(mail, to, handover);
    }

    private void keep(MailRow mail, String to, Handover handover) {
        int attempt = mail.attempts() + 1;
        LocalDateTime now = clock.dateTime();
        switch (handover.state()) {
            case TAKEN -> notices.handedOver(mail.id(), id, "SENT", now, to, now);
            case UNSURE -> {
                LOG.error("notice {} was handed to the relay, but nobody knows whether it took it", mail.id(),
                        handover.cause());
                notices.handedOver(mail.id(), id, "UNSURE", now, null, null);
            }
            case NOT_TAKEN -> {
                boolean given = attempt > PATIENCE.size();
                LOG.warn("notice {} could not be sent, attempt {}{}: {}", mail.id(), attempt, given ? ", given up" : "",
                        handover.cause().toString());
                notices.handedOver(mail.id(), id, given ? "FAILED" : "WAITING",
                        given ? now : now.plus(PATIENCE.get(attempt - 1)), null, null);
            }
        }
    }

    private String subject(MailRow mail, List<NoticeRow> told, Locale locale) {
        return mail.noticeId() != null
                ? text(told.get(0), locale)
                : messages.getMessage("notifications.mail.digest",
                        new Object[] {told.size(), ThaiDates.formatLong(mail.digestDay(), locale)}, locale);
    }

    private String line(NoticeRow notice, Locale locale) {
        String due = notice.dueOn() == null
                ? ""
                : "\n" + messages.getMessage("notifications.mail.due",
                        new Object[] {ThaiDates.formatLong(notice.dueOn(), locale)}, locale);
        return text(notice, locale) + due + (address.isBlank() ? "" : "\n" + address + notice.pagePath());
    }

    private static String text(NoticeRow notice, Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? notice.textEn() : notice.textTh();
    }

    private String address(Actor person) {
        Account account = own.of(person);
        return account.email() == null || account.email().isBlank() ? null : account.email();
    }
}
