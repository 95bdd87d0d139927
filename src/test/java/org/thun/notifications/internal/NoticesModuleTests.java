package org.thun.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.activities.ActivityFixture;
import org.thun.amendments.AmendmentInForce;
import org.thun.disbursement.Disbursements;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.OwnAccount;
import org.thun.identity.Role;
import org.thun.notifications.MailRelay;
import org.thun.notifications.NoticeKind;
import org.thun.notifications.Notices;
import org.thun.notifications.Notices.MailWish;
import org.thun.notifications.Notices.Notice;
import org.thun.notifications.Notices.Setting;
import org.thun.progress.PeriodReporting;
import org.thun.progress.ReportFixture;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskWaiting;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

/** Who is told of what, where and how often. */
@ThunTest
// A database of its own: in the common one the coordinator has the work of a thousand grants of other tests.
@TestPropertySource(properties =
        "spring.datasource.url=jdbc:h2:mem:thun-notices;MODE=MySQL;DEFAULT_LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class NoticesModuleTests {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    NoticeMapper mapper;

    @Autowired
    Notices notices;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Grants grants;

    @Autowired
    PeriodReporting reports;

    @Autowired
    Disbursements disbursements;

    @Autowired
    Accounts accounts;

    @Autowired
    Deputies deputies;

    @Autowired
    OwnAccount own;

    @Autowired
    MessageSource messages;

    @Autowired
    BusinessClock clock;

    @Autowired
    TrainingClock time;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    GrantFixture people;

    @Autowired
    ActivityFixture activities;

    @Autowired
    ReportFixture fixture;

    Actor coordinator;
    Actor lead;
    String mail;

    @BeforeEach
    void start() {
        server.start();
        jdbc.update("UPDATE notice_event SET state = 'SPREAD'");
        jdbc.update("UPDATE notice_mail SET state = 'DROPPED' WHERE state = 'WAITING'");
        jdbc.update("UPDATE notice SET read_at = created_at WHERE read_at IS NULL");
        mail = "malee-" + Ids.next().toLowerCase(Locale.ROOT) + "@example.org";
        coordinator = people.ofGrantee(Role.GC);
        lead = people.ofGrantee(Role.GL);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @DisplayName("a task is told to those who can do it, once, also when the work is repeated; done tasks are told to nobody")
    void tellsOfTasks() {
        Grant grant = overdueSoon();
        spreader(null).work();
        spreader(null).work();
        String task = fixture.task(grant, 1, "task_draftPeriodReport").taskId();
        assertThat(mine(coordinator)).filteredOn(notice -> notice.path().equals("/tasks/" + task)).singleElement()
                .satisfies(notice -> {
                    assertThat(notice.kind()).isEqualTo(NoticeKind.TASK);
                    assertThat(notice.text().th()).contains(grant.number());
                    assertThat(notice.dueOn()).isEqualTo(fixture.report(grant, 1).dueOn());
                });
        assertThat(mine(lead)).noneMatch(notice -> notice.path().equals("/tasks/" + task));

        long unread = notices.unread(coordinator);
        fixture.complete(grant, 1, "task_draftPeriodReport", coordinator, fixture.written(grant, 1, coordinator, "0", "0"));
        assertThat(notices.unread(coordinator)).as("what is done needs no reading").isEqualTo(unread - 1);
    }

    @Test
    @DisplayName("what is rolled back is never told")
    void tellsNothingOfWhatDidNotHappen() {
        Long before = jdbc.queryForObject("SELECT COUNT(*) FROM notice_event", Long.class);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            events.publishEvent(new TaskWaiting("no-task", "no-case"));
            status.setRollbackOnly();
        });
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM notice_event", Long.class)).isEqualTo(before);
    }

    @Test
    @DisplayName("BR-13: reminders reach the coordinator first, the lead from the due day, the officer when it is late")
    void remindsTheRightPeople() {
        Grant grant = overdueSoon();
        Actor officer = people.ofProgramme(Role.PO);
        LocalDate due = fixture.report(grant, 1).dueOn();
        time.moveTo(due.minusDays(2));
        spreader(null).work();
        assertThat(reminders(coordinator, grant)).isNotEmpty().allMatch(notice -> notice.kind() == NoticeKind.REMINDER);
        assertThat(reminders(lead, grant)).isEmpty();
        time.moveTo(due);
        spreader(null).work();
        assertThat(reminders(lead, grant)).hasSize(1);
        assertThat(reminders(officer, grant)).isEmpty();
        time.moveTo(due.plusDays(7));
        spreader(null).work();
        assertThat(reminders(officer, grant)).extracting(Notice::kind).containsExactly(NoticeKind.OVERDUE, NoticeKind.OVERDUE);
        assertThat(reminders(officer, grant).get(0).text().th()).contains("ล่าช้า 7 วัน");
        assertThat(reminders(people.person(Role.GC, org.thun.identity.ScopeKind.ORGANISATION, "other"), grant)).isEmpty();
    }

    @Test
    @DisplayName("a report that comes back is told at once, by mail too, exactly once")
    void mailsAtOnce() throws Exception {
        address(coordinator, mail, "th");
        Grant grant = overdueSoon();
        returned(grant);
        NoticeSpreader spreader = spreader(sender());
        spreader.work();
        spreader.work();
        spreader(sender()).work();
        assertThat(received(mail)).filteredOn(m -> subject(m).contains("กลับให้แก้")).singleElement()
                .satisfies(m -> {
                    assertThat(body(m)).contains("https://thun.example.org" + grant.path() + "/reports/1");
                    assertThat(m.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                });
        assertThat(mine(lead)).as("without an address the list still tells")
                .anyMatch(notice -> notice.kind() == NoticeKind.RETURNED);
    }

    @Test
    void triesAgainLaterWhenTheRelayIsDown() {
        address(coordinator, mail, "en");
        returned(overdueSoon());
        JavaMailSenderImpl sender = sender();
        server.stop();
        spreader(sender).work();
        Map<String, Object> row = jdbc.queryForMap(
                "SELECT state, attempts FROM notice_mail WHERE account_id = ? AND state = 'WAITING'", coordinator.accountId());
        assertThat(row.get("ATTEMPTS")).isEqualTo(1);
        GreenMail again = new GreenMail(new ServerSetup(sender.getPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            spreader(sender).work();
            assertThat(again.getReceivedMessages()).as("not before its time").isEmpty();
            time.moveTo(people.today().plusDays(1));
            spreader(sender).work();
            assertThat(again.getReceivedMessages()).filteredOn(m -> subject(m).contains("returned")).hasSize(1);
        } finally {
            again.stop();
        }
    }

    @Test
    @DisplayName("the digest of a day goes out once, with what is still unread")
    void gathersTheDayInOneMail() {
        address(coordinator, mail, "th");
        Grant one = overdueSoon();
        Grant other = overdueSoon();
        NoticeSpreader spreader = spreader(sender());
        spreader.work();
        assertThat(received(mail)).as("tasks wait for the digest").isEmpty();
        String read = mine(coordinator).stream()
                .filter(n -> n.path().endsWith(fixture.task(other, 1, "task_draftPeriodReport").taskId()))
                .findFirst().orElseThrow().id();
        notices.read(read, coordinator);
        NoticePost post = post(sender());
        LocalDate tomorrow = people.today().plusDays(1);
        inTransaction(() -> post.on(tomorrow));
        inTransaction(() -> post.on(tomorrow));
        post.work();
        post.work();
        List<MimeMessage> mails = received(mail).stream()
                .filter(m -> subject(m).startsWith("เรื่องที่ต้องทราบ"))
                .toList();
        assertThat(mails).hasSize(1);
        assertThat(body(mails.get(0)))
                .contains("/tasks/" + fixture.task(one, 1, "task_draftPeriodReport").taskId())
                .doesNotContain("/tasks/" + fixture.task(other, 1, "task_draftPeriodReport").taskId());
    }

    @Test
    void tellsEverybodyAsTheyWish() {
        address(coordinator, mail, "th");
        assertThat(notices.settings(coordinator)).extracting(Setting::kind).containsExactly(NoticeKind.values());
        notices.change(List.of(new Setting(NoticeKind.RETURNED, true, MailWish.NONE),
                new Setting(NoticeKind.TASK, false, MailWish.NONE)), coordinator);
        notices.change(List.of(new Setting(NoticeKind.TASK, false, MailWish.NONE)), coordinator);
        Grant grant = overdueSoon();
        returned(grant);
        spreader(sender()).work();
        assertThat(received(mail)).noneMatch(m -> subject(m).contains("กลับให้แก้"));
        assertThat(mine(coordinator)).extracting(Notice::kind).contains(NoticeKind.RETURNED).doesNotContain(NoticeKind.TASK);
    }

    @Test
    @DisplayName("the calendar holds the due days, readable by any program; a renewed address makes the old one worthless")
    void offersDueDaysAsACalendar() throws Exception {
        Grant grant = overdueSoon();
        String first = notices.renewCalendar(coordinator);
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(notices.calendar(first).orElseThrow()));
        calendar.validate();
        List<VEvent> days = calendar.getComponents("VEVENT");
        assertThat(days).extracting(day -> day.getUid().orElseThrow().getValue())
                .contains("task-" + fixture.task(grant, 1, "task_draftPeriodReport").taskId() + "@thun",
                        "report-" + fixture.report(grant, 3).id() + "@thun")
                .doesNotHaveDuplicates();
        assertThat(days).filteredOn(day -> day.getUid().orElseThrow().getValue()
                        .equals("report-" + fixture.report(grant, 2).id() + "@thun"))
                .singleElement()
                .satisfies(day -> assertThat(day.getDateTimeStart().getValue())
                        .isEqualTo(fixture.report(grant, 2).dueOn().format(DateTimeFormatter.BASIC_ISO_DATE)));

        String second = notices.renewCalendar(coordinator);
        assertThat(notices.calendar(first)).isEmpty();
        assertThat(notices.calendar(second)).isPresent();
        notices.endCalendar(coordinator);
        assertThat(notices.calendar(second)).isEmpty();
        assertThat(jdbc.queryForList("SELECT token_hash FROM notice_calendar", String.class)).doesNotContain(second);
    }

    @Test
    void tellsOfAgreementsAndKeepsTheNoticesOfOthersShut() {
        Grant grant = overdueSoon();
        spreader(null).work();
        Notice notice = mine(lead).stream().filter(n -> n.kind() == NoticeKind.AGREEMENT).findFirst().orElseThrow();
        assertThat(tuple(notice.path(), notice.read())).isEqualTo(tuple(grant.path(), false));
        assertThat(notices.read(notice.id(), coordinator)).isEmpty();
        assertThat(notices.read(notice.id(), lead)).contains(grant.path());
        notices.readAll(lead);
        assertThat(notices.unread(lead)).isZero();
    }

    @Test
    void tellsTheGranteeOnceThatAnAmendmentIsInForce() {
        Grant grant = overdueSoon();
        AmendmentInForce event = new AmendmentInForce(grant.id(), Ids.next(), 3);
        for (int time = 0; time < 2; time++) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(event));
        }
        spreader(null).work();
        String path = grant.path() + "/amendments/" + event.amendmentId();
        assertThat(mine(coordinator)).filteredOn(notice -> notice.path().equals(path)).singleElement()
                .satisfies(notice -> assertThat(notice.text().th()).contains("3", grant.number()));
    }

    private Grant overdueSoon() {
        return activities.running(people.today().minusMonths(6).minusDays(5));
    }

    private void returned(Grant grant) {
        Actor writer = people.ofGrantee(Role.GC);
        fixture.complete(grant, 1, "task_draftPeriodReport", writer, fixture.written(grant, 1, writer, "0", "0"));
        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), Map.of("decision", "APPROVE"));
        fixture.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT),
                Map.of("decision", "RETURN", "comments", "แก้"));
    }

    private List<Notice> mine(Actor actor) {
        return notices.page(actor, 1, 200).notices();
    }

    private List<Notice> reminders(Actor actor, Grant grant) {
        return mine(actor).stream()
                .filter(n -> n.kind() == NoticeKind.REMINDER || n.kind() == NoticeKind.OVERDUE)
                .filter(n -> n.path().startsWith(grant.path() + "/"))
                .toList();
    }

    private void address(Actor actor, String email, String language) {
        own.change(actor, new OwnAccount.Profile("มาลี", "Malee", email, language));
    }

    private NoticeSpreader spreader(JavaMailSender sender) {
        return new NoticeSpreader(mapper, post(sender), tasks, grants, reports, disbursements, accounts, deputies, messages,
                clock, transactions);
    }

    private NoticePost post(JavaMailSender sender) {
        return new NoticePost(mapper, new MailRelay(provider(sender), "thun@example.org"), accounts, own, messages, clock,
                "https://thun.example.org/");
    }

    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        Properties limits = new Properties();
        limits.setProperty("mail.smtp.connectiontimeout", "2000");
        limits.setProperty("mail.smtp.timeout", "5000");
        sender.setJavaMailProperties(limits);
        return sender;
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private List<MimeMessage> received(String to) {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> recipient(mail).equals(to)).toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(MimeMessage mail) {
        try {
            Object content = mail.getContent();
            while (content instanceof MimeMultipart parts) {
                content = parts.getBodyPart(0).getContent();
            }
            return content.toString();
        } catch (java.io.IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectProvider<JavaMailSender> provider(JavaMailSender sender) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        if (sender != null) {
            beans.registerSingleton("sender", sender);
        }
        return beans.getBeanProvider(JavaMailSender.class);
    }
}
