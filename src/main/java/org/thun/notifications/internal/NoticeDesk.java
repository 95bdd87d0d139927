package org.thun.notifications.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.notifications.NoticeKind;
import org.thun.notifications.Notices;
import org.thun.notifications.internal.NoticeMapper.NoticeRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;

@Service
class NoticeDesk implements Notices {

    /** Bits of a secret address: more than anybody can try. */
    private static final int SECRET_BYTES = 32;

    private final NoticeMapper notices;
    private final NoticePost post;
    private final DueCalendar calendar;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    NoticeDesk(NoticeMapper notices, NoticePost post, DueCalendar calendar, Accounts accounts, AuditTrail audit,
            BusinessClock clock) {
        this.notices = notices;
        this.post = post;
        this.calendar = calendar;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** One statement, on the page everybody opens first: a transaction around it would be three more. */
    @Override
    public long unread(Actor actor) {
        return notices.unread(actor.accountId());
    }

    @Override
    @Transactional(readOnly = true)
    public NoticePage page(Actor actor, int page, int size) {
        return new NoticePage(
                notices.page(actor.accountId(), size, (page - 1) * size).stream().map(NoticeDesk::notice).toList(),
                notices.count(actor.accountId()));
    }

    @Override
    @Transactional
    public Optional<String> read(String noticeId, Actor actor) {
        Optional<NoticeRow> mine = notices.find(noticeId).filter(row -> row.accountId().equals(actor.accountId()));
        mine.ifPresent(row -> notices.read(row.id(), actor.accountId(), clock.dateTime()));
        return mine.map(NoticeRow::pagePath);
    }

    @Override
    @Transactional
    public void readAll(Actor actor) {
        notices.readAll(actor.accountId(), clock.dateTime());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Setting> settings(Actor actor) {
        Map<NoticeKind, Setting> chosen = notices.settings(actor.accountId()).stream()
                .collect(Collectors.toMap(Setting::kind, Function.identity()));
        return Arrays.stream(NoticeKind.values())
                .map(kind -> chosen.getOrDefault(kind, kind.byDefault()))
                .toList();
    }

    @Override
    @Transactional
    public void change(List<Setting> settings, Actor actor) {
        for (Setting setting : settings) {
            if (notices.updateSetting(actor.accountId(), setting) == 0) {
                notices.insertSetting(actor.accountId(), setting);
            }
        }
    }

    @Override
    public boolean mails() {
        return post.sends();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LocalDateTime> calendarSince(Actor actor) {
        return notices.calendarSince(actor.accountId());
    }

    @Override
    @Transactional
    public String renewCalendar(Actor actor) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        notices.endCalendar(actor.accountId());
        notices.beginCalendar(actor.accountId(), fingerprint(token), clock.dateTime());
        audit.record(actor, AuditEvent.of(actor.accountId(), "calendar.renew", "account", actor.accountId()));
        return token;
    }

    @Override
    @Transactional
    public void endCalendar(Actor actor) {
        notices.endCalendar(actor.accountId());
        audit.record(actor, AuditEvent.of(actor.accountId(), "calendar.end", "account", actor.accountId()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> calendar(String token) {
        return notices.calendarOwner(fingerprint(token)).flatMap(accounts::actor).map(calendar::of);
    }

    private static Notice notice(NoticeRow row) {
        return new Notice(row.id(), row.kindCode(), new LocalizedText(row.textTh(), row.textEn()), row.pagePath(),
                row.dueOn(), row.createdAt(), row.readAt());
    }

    private static String fingerprint(String token) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
