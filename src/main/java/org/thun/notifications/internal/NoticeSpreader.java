package org.thun.notifications.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheState;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.Role;
import org.thun.notifications.NoticeKind;
import org.thun.notifications.Notices.MailWish;
import org.thun.notifications.Notices.Setting;
import org.thun.notifications.internal.NoticeMapper.EventRow;
import org.thun.notifications.internal.NoticeMapper.MailRow;
import org.thun.notifications.internal.NoticeMapper.NoticeRow;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodReporting;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.OneAtATime;
import org.thun.shared.ThaiDates;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;

/**
 * Turns what has happened into notices to people: each event in a transaction of its own, once, by whichever node takes it.
 * Who is told is found at that moment, by the posts held today.
 */
@Component
class NoticeSpreader implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSpreader.class);
    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final List<Role> GRANTEE = List.of(Role.GL, Role.GC, Role.GF);

    private final NoticeMapper notices;
    private final NoticePost post;
    private final TaskDesk tasks;
    private final Grants grants;
    private final PeriodReporting reports;
    private final Disbursements disbursements;
    private final Accounts accounts;
    private final Deputies deputies;
    private final MessageSource messages;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final OneAtATime background = new OneAtATime("notices");

    NoticeSpreader(NoticeMapper notices, NoticePost post, TaskDesk tasks, Grants grants, PeriodReporting reports,
            Disbursements disbursements, Accounts accounts, Deputies deputies, MessageSource messages, BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.notices = notices;
        this.post = post;
        this.tasks = tasks;
        this.grants = grants;
        this.reports = reports;
        this.disbursements = disbursements;
        this.accounts = accounts;
        this.deputies = deputies;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a notice says, where it leads and by when something should be done. */
    private record Told(LocalizedText text, String path, LocalDate dueOn, Collection<Actor> people) {}

    /** On a thread of its own: a slow relay must not hold up what else is scheduled. */
    @Scheduled(fixedDelayString = "${thun.notices.every:PT10S}")
    void look() {
        background.begin(this::work);
    }

    /** Spreads what waits and sends what is to be sent. */
    void work() {
        try {
            for (List<EventRow> events = notices.toSpread(); !events.isEmpty(); events = notices.toSpread()) {
                if (!spreadAll(events)) {
                    break;
                }
            }
            post.work();
        } catch (RuntimeException e) {
            LOG.error("notices could not be spread; tried again soon", e);
        }
    }

    private boolean spreadAll(List<EventRow> events) {
        boolean any = false;
        for (EventRow event : events) {
            try {
                transaction.executeWithoutResult(status -> spread(event));
                any = true;
            } catch (RuntimeException e) {
                LOG.error("notice of {} could not be spread; tried again soon", event.eventKey(), e);
            }
        }
        return any;
    }

    private void spread(EventRow event) {
        if (notices.spread(event.id()) == 0) {
            return;
        }
        told(event).ifPresent(told -> {
            for (Actor person : told.people()) {
                tell(event, told, person);
            }
        });
    }

    private void tell(EventRow event, Told told, Actor person) {
        Setting wish = notices.settings(person.accountId()).stream()
                .filter(setting -> setting.kind() == event.kindCode())
                .findFirst()
                .orElseGet(event.kindCode()::byDefault);
        MailWish mail = post.reaches(person) ? wish.mail() : MailWish.NONE;
        if (!wish.inApp() && mail == MailWish.NONE) {
            return;
        }
        String id = Ids.next();
        notices.insert(new NoticeRow(id, person.accountId(), event.id(), event.kindCode(), event.objectId(),
                told.text().th(), told.text().in(Locale.ENGLISH), told.path(), told.dueOn(), wish.inApp(), mail, null,
                clock.dateTime(), null));
        if (mail == MailWish.AT_ONCE) {
            notices.post(new MailRow(Ids.next(), person.accountId(), "notice-" + id, id, null, "WAITING", 0,
                    clock.dateTime()));
        }
    }

    /** What is to be told; empty where there is nothing to tell any more. */
    private Optional<Told> told(EventRow event) {
        if (event.kindCode() == NoticeKind.TASK) {
            return task(event);
        }
        Grant grant = grants.get(event.caseId());
        return switch (event.kindCode()) {
            case TASK -> throw new IllegalStateException("tasks are told of before");
            case REMINDER, OVERDUE -> Optional.of(reminder(event, grant));
            case RETURNED, DECISION -> Optional.of(decision(event, grant));
            case PAYMENT -> Optional.of(payment(event, grant));
            case AGREEMENT -> Optional.of(agreement(event, grant));
        };
    }

    private Optional<Told> task(EventRow event) {
        return tasks.ofCase(event.caseId()).stream()
                .filter(task -> task.taskId().equals(event.objectId()))
                .findFirst()
                .map(task -> new Told(
                        new LocalizedText(words(task, THAI), words(task, Locale.ENGLISH)), "/tasks/" + task.taskId(),
                        task.dueOn(), able(task)));
    }

    private String words(OpenTask task, Locale locale) {
        String step = messages.getMessage("task." + task.elementId(), null, locale);
        return messages.getMessage("notifications.text.task",
                new Object[] {step, task.subject().in(locale), task.caseLabel()}, locale);
    }

    /** Those who can do the task now: by their posts or as deputies, and not kept from it (SD1). */
    private Collection<Actor> able(OpenTask task) {
        Map<String, Actor> people = new LinkedHashMap<>();
        if (task.assigneeId() != null) {
            accounts.actor(task.assigneeId()).ifPresent(person -> people.put(person.accountId(), person));
        } else {
            LocalDate today = clock.today();
            task.roles().stream()
                    .flatMap(role -> deputies.able(role, task.scope(), today, today).stream())
                    .flatMap(stand -> accounts.actor(stand.accountId()).stream())
                    .forEach(person -> people.put(person.accountId(), person));
        }
        return people.values().stream().filter(person -> tasks.open(task.taskId(), person).isPresent()).toList();
    }

    /** Before the due day those who write, from the due day on the lead, and afterwards the officer too. */
    private Told reminder(EventRow event, Grant grant) {
        PeriodDossier file = reports.dossier(event.objectId());
        int offset = event.detailNo();
        List<Role> roles = new ArrayList<>(List.of(Role.GC, Role.GF));
        if (offset >= 0) {
            roles.add(Role.GL);
        }
        if (offset > 0) {
            roles.add(Role.PO);
        }
        String key = offset < 0 ? "before" : offset == 0 ? "today" : "late";
        LocalDate due = file.report().dueOn();
        LocalizedText text = new LocalizedText(
                messages.getMessage("notifications.text.reminder." + key, new Object[] {
                    Integer.toString(event.numberNo()), grant.number(), ThaiDates.formatLong(due, THAI), Math.abs(offset)
                }, THAI),
                messages.getMessage("notifications.text.reminder." + key, new Object[] {
                    Integer.toString(event.numberNo()), grant.number(), ThaiDates.formatLong(due, Locale.ENGLISH),
                    Math.abs(offset)
                }, Locale.ENGLISH));
        return new Told(text, report(grant, event), due, holders(grant, roles.toArray(new Role[0])));
    }

    private Told decision(EventRow event, Grant grant) {
        PeriodDossier.Decision decision = reports.dossier(event.objectId()).decisions().get(event.detailNo() - 1);
        String key = "notifications.text.decision." + decision.step() + "." + decision.decision();
        List<Role> roles = new ArrayList<>(GRANTEE);
        if (decision.step() == PeriodDossier.Step.ACCEPTANCE) {
            roles.add(Role.MT);
        }
        return new Told(text(key, Integer.toString(event.numberNo()), grant.number()),
                report(grant, event), null, holders(grant, roles.toArray(new Role[0])));
    }

    private Told payment(EventRow event, Grant grant) {
        Tranche tranche = disbursements.tranche(grant.id(), event.numberNo()).orElseThrow();
        String no = Integer.toString(tranche.no());
        LocalizedText text = tranche.state() == TrancheState.SKIPPED
                ? text("notifications.text.skipped", no, grant.number())
                : text("notifications.text.paid", no, grant.number(),
                        (tranche.paid() == null ? Money.ZERO : tranche.paid()).formatted());
        return new Told(text, grant.path() + "/money", null, holders(grant, Role.GL, Role.GC, Role.GF));
    }

    /** The agreement itself, or an amendment of it. */
    private Told agreement(EventRow event, Grant grant) {
        boolean amended = !event.objectId().equals(grant.id());
        return new Told(
                amended
                        ? text("notifications.text.amendment", Integer.toString(event.numberNo()), grant.number())
                        : text("notifications.text.agreement", grant.number()),
                amended ? grant.path() + "/amendments/" + event.objectId() : grant.path(),
                null,
                holders(grant, Role.GL, Role.GC, Role.GF, Role.MT));
    }

    private static String report(Grant grant, EventRow event) {
        return grant.path() + "/reports/" + event.numberNo();
    }

    private Collection<Actor> holders(Grant grant, Role... roles) {
        Map<String, Actor> people = new LinkedHashMap<>();
        for (Role role : roles) {
            accounts.holders(role, grant.scope()).forEach(person -> people.put(person.accountId(), person));
        }
        return people.values();
    }

    private LocalizedText text(String key, Object... args) {
        return new LocalizedText(messages.getMessage(key, args, THAI), messages.getMessage(key, args, Locale.ENGLISH));
    }

    @Override
    public void destroy() {
        background.close();
    }
}
