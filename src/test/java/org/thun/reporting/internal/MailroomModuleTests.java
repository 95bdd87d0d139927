package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.thun.audit.AuditTrail;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.OwnAccount;
import org.thun.identity.Post;
import org.thun.notifications.MailRelay;
import org.thun.reporting.ReportArchive;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRenderer;
import org.thun.reporting.ReportSource;
import org.thun.reporting.ReportSubscriptions.Rhythm;
import org.thun.reporting.ReportSubscriptions.Wish;
import org.thun.testing.EvidenceTest;

/** What reaches a mail relay, and what happens when it does not. */
class MailroomModuleTests extends EvidenceTest {

    private static final String ADDRESS = "somchai@example.org";

    private final GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private MailMapper mails;

    @Autowired
    private SubscriptionDesk subscriptions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private OwnAccount own;

    @Autowired
    private ReportSource source;

    @Autowired
    private ReportArchive archive;

    @Autowired
    private ReportRenderer renderer;

    @Autowired
    private MessageSource messages;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate jdbc;

    private JavaMailSenderImpl sender;

    @BeforeEach
    void start() {
        relay.start();
        sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(relay.getSmtp().getPort());
        Properties limits = new Properties();
        limits.setProperty("mail.smtp.connectiontimeout", "2000");
        limits.setProperty("mail.smtp.timeout", "5000");
        sender.setJavaMailProperties(limits);
        own.change(officer, new OwnAccount.Profile("สมชาย", "Somchai", ADDRESS, "th"));
    }

    @AfterEach
    void stop() {
        relay.stop();
    }

    @Test
    void sendsTheReportOfAnAcceptedPeriodOnceAsItWasFrozen() throws Exception {
        verified(organisation("กลุ่มออมทรัพย์บ้านดง"));
        archive.freezeMonitoring(grant.id(), 1, clock.today());
        String id = subscribe(Rhythm.ACCEPTANCE);

        subscriptions.frozen(grant.id(), 1, clock.today());
        subscriptions.frozen(grant.id(), 1, clock.today());
        Mailroom first = mailroom(sender);
        first.work();
        first.work();
        mailroom(sender).work();

        assertThat(relay.getReceivedMessages()).hasSize(1);
        MimeMessage message = relay.getReceivedMessages()[0];
        assertThat(message.getSubject()).startsWith("รายงานตัวชี้วัด ศ.1/2559");
        assertThat(message.getAllRecipients()[0]).hasToString(ADDRESS);
        assertThat(attachment(message)).isEqualTo(archive.content(archive.monitoringReports(grant.id()).stream()
                .filter(copy -> copy.format() == ReportFormat.PDF && copy.editionKey().equals("national"))
                .filter(copy -> !copy.forReadersOfSums() && copy.locale().getLanguage().equals("th"))
                .findFirst().orElseThrow().id()));
        assertThat(mail(id).state()).isEqualTo("SENT");
        assertThat(mail(id).sentTo()).isEqualTo(ADDRESS);
        assertThat(audit.stream(grant.id())).extracting(entry -> entry.command()).contains("reportMail.send");
    }

    @Test
    void triesAgainLaterWhenTheRelayIsDown() {
        String id = due();
        int port = relay.getSmtp().getPort();
        relay.stop();

        mailroom(sender).work();
        assertThat(mail(id).state()).isEqualTo("MADE");
        assertThat(mail(id).attempts()).isEqualTo(1);
        assertThat(mail(id).nextAt()).isAfter(clock.dateTime());
        mailroom(sender).work();
        assertThat(mail(id).attempts()).as("not before its time").isEqualTo(1);

        GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            letDaysPass(1);
            mailroom(sender).work();
            assertThat(again.getReceivedMessages()).hasSize(1);
        } finally {
            again.stop();
        }
        assertThat(mail(id).state()).isEqualTo("SENT");
    }

    @Test
    void neverOffersAgainWhatTheRelayMayHaveTaken() {
        String id = due();
        JavaMailSenderImpl broken = new JavaMailSenderImpl() {
            @Override
            public void send(MimeMessage message) {
                throw new MailSendException("the line broke", new java.net.SocketTimeoutException("read timed out"));
            }
        };

        mailroom(broken).work();
        letDaysPass(3);
        mailroom(sender).work();

        assertThat(mail(id).state()).isEqualTo("UNSURE");
        assertThat(relay.getReceivedMessages()).isEmpty();
    }

    @Test
    void doesNotSendAgainWhatANodeWasSendingWhenItDied() {
        String id = due();
        Mailroom made = mailroom(null);
        made.work();
        mails.claim(id, "a node that died", clock.dateTime());

        letDaysPass(1);
        mailroom(sender).work();

        assertThat(mail(id).state()).isEqualTo("UNSURE");
        assertThat(relay.getReceivedMessages()).isEmpty();
    }

    @Test
    void givesUpAfterSixRefusals() {
        String id = due();
        sender.setPort(1);
        for (int day = 0; day < 8; day++) {
            mailroom(sender).work();
            letDaysPass(2);
        }

        assertThat(mail(id).state()).isEqualTo("FAILED");
        assertThat(mail(id).attempts()).isEqualTo(6);
    }

    @Test
    void sendsNothingToWhomMayNotReadItAnyMore() {
        String id = due();
        endPosts(officer);

        mailroom(sender).work();

        assertThat(mail(id).state()).isEqualTo("DROPPED");
        assertThat(relay.getReceivedMessages()).isEmpty();
    }

    @Test
    void waitsForAnAddress() {
        own.change(officer, new OwnAccount.Profile("สมชาย", "Somchai", "", "th"));
        String id = due();

        mailroom(sender).work();

        assertThat(mail(id).state()).isEqualTo("MADE");
        assertThat(mail(id).attempts()).isZero();
    }

    private void endPosts(Actor person) {
        for (Post post : person.posts()) {
            jdbc.update("UPDATE account_post SET valid_to = ? WHERE account_id = ? AND role_code = ?",
                    LocalDate.of(2000, 1, 1), person.accountId(), post.role().name());
        }
    }

    private String subscribe(Rhythm rhythm) {
        return subscriptions.subscribe(grant, new Wish("national", rhythm, ReportFormat.PDF, "th"), officer).orElseThrow();
    }

    /** A report that is due to the officer; gives the subscription's id. */
    private String due() {
        String subscription = subscribe(Rhythm.ACCEPTANCE);
        subscriptions.frozen(grant.id(), 1, clock.today());
        return mail(subscription).id();
    }

    private MailMapper.MailRow mail(String id) {
        return mails.ofPerson(grant.id(), officer.accountId()).stream()
                .filter(row -> row.subscriptionId().equals(id) || row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Mailroom mailroom(JavaMailSender relay) {
        return new Mailroom(mails, grants, accounts, own, source, archive, renderer,
                new MailRelay(provider(relay), "thun@example.org"), messages, audit, clock, transactions);
    }

    private static ObjectProvider<JavaMailSender> provider(JavaMailSender relay) {
        return new ObjectProvider<>() {
            @Override
            public JavaMailSender getObject() {
                return relay;
            }

            @Override
            public JavaMailSender getIfAvailable() {
                return relay;
            }
        };
    }

    private static byte[] attachment(MimeMessage message) throws Exception {
        Multipart parts = (Multipart) message.getContent();
        return parts.getBodyPart(parts.getCount() - 1).getInputStream().readAllBytes();
    }
}
