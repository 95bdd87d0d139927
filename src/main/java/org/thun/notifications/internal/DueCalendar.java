package org.thun.notifications.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Transp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.OwnAccount;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReports;
import org.thun.shared.BusinessClock;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.InboxFilter;

/**
 * The due days of a person as a calendar (RFC 5545): tasks that wait for this person, and period reports not yet sent of the
 * grants this person reads. Whole days, which do not block the person's time.
 */
@Component
class DueCalendar {

    /** More than anybody works off; the most urgent come first. */
    private static final int MOST_TASKS = 500;

    private final TaskDesk tasks;
    private final Grants grants;
    private final PeriodReports reports;
    private final OwnAccount own;
    private final MessageSource messages;
    private final BusinessClock clock;
    private final String address;

    DueCalendar(TaskDesk tasks, Grants grants, PeriodReports reports, OwnAccount own, MessageSource messages,
            BusinessClock clock, @Value("${thun.address:}") String address) {
        this.tasks = tasks;
        this.grants = grants;
        this.reports = reports;
        this.own = own;
        this.messages = messages;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    byte[] of(Actor actor) {
        Locale locale = "en".equals(own.of(actor).language()) ? Locale.ENGLISH : Locale.forLanguageTag("th");
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Thun//Due days//" + locale.getLanguage().toUpperCase(Locale.ROOT)));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        for (OpenTask task : tasks.inbox(actor, new InboxFilter(null, null, 0, MOST_TASKS)).tasks()) {
            if (task.dueOn() != null) {
                String step = messages.getMessage("task." + task.elementId(), null, locale);
                calendar.add(event("task-" + task.taskId(), task.dueOn(), step + ": " + task.subject().in(locale),
                        task.caseLabel(), "/tasks/" + task.taskId()));
            }
        }
        for (Grant grant : grants.visibleTo(actor)) {
            if (grant.effectiveFrom() != null && actor.may(Action.READ, ObjectKind.PROGRESS_REPORT, grant.scope())) {
                for (PeriodReport report : reports.ofGrant(grant.id())) {
                    if (report.firstSubmittedOn() == null) {
                        calendar.add(event("report-" + report.id(), report.dueOn(),
                                messages.getMessage("notifications.calendar.report",
                                        new Object[] {Integer.toString(report.no()), grant.number()}, locale),
                                grant.title().in(locale), grant.path() + "/reports/" + report.no()));
                    }
                }
            }
        }
        return written(calendar);
    }

    private VEvent event(String uid, LocalDate day, String summary, String description, String path) {
        VEvent event = new VEvent(day, summary);
        event.add(new Uid(uid + "@thun"));
        event.add(new DtStamp(Instant.from(clock.now())));
        event.add(new Description(address.isBlank() ? description : description + "\n" + address + path));
        event.add(new Transp(Transp.VALUE_TRANSPARENT));
        return event;
    }

    private static byte[] written(Calendar calendar) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            // A calendar without a component is against the RFC, but the right answer to somebody without work.
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
