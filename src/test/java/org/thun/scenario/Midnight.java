package org.thun.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.activities.ActivityFixture;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.progress.PeriodReport;
import org.thun.progress.ReportFixture;
import org.thun.shared.BusinessClock;
import org.thun.workflow.TrainingClock;
import org.thun.workflow.internal.ExactTime;

/**
 * Two reports of the same due day, sent a minute before midnight in Bangkok and a minute after: for a server in UTC it is
 * the same day, at 16:59 and at 17:01.
 */
abstract class Midnight {

    @Autowired
    ActivityFixture activities;

    @Autowired
    ReportFixture reports;

    @Autowired
    GrantFixture people;

    @Autowired
    TrainingClock time;

    @Autowired
    ExactTime exact;

    @Autowired
    AuditTrail audit;

    @Test
    @DisplayName("midnight submission: the day of Bangkok counts, through form, table and trail")
    void countsTheDayOfBangkok() {
        LocalDate start = time.today().minusMonths(6).minusDays(5);
        Grant before = activities.running(start);
        Grant after = activities.running(start);
        LocalDate due = reports.report(before, 1).dueOn();
        time.moveTo(due);
        draft(before);
        draft(after);
        Instant inTime = at(due, LocalTime.of(23, 59));
        Instant late = at(due.plusDays(1), LocalTime.of(0, 1));
        assertThat(LocalDate.ofInstant(inTime, ZoneOffset.UTC)).isEqualTo(LocalDate.ofInstant(late, ZoneOffset.UTC));

        exact.set(inTime);
        send(before);
        exact.set(late);
        send(after);

        assertSentOn(before, due, 0);
        assertSentOn(after, due.plusDays(1), 1);
    }

    private void assertSentOn(Grant grant, LocalDate day, long daysLate) {
        PeriodReport report = reports.report(grant, 1);
        assertThat(report.firstSubmittedOn()).isEqualTo(day);
        assertThat(report.daysLate(time.today())).isEqualTo(daysLate);
        assertThat(audit.stream(grant.id()))
                .filteredOn(entry -> entry.command().equals("periodReport.submit"))
                .extracting(AuditEntry::atTime)
                .singleElement()
                .satisfies(at -> assertThat(at.toLocalDate()).isEqualTo(day));
        assertThat(audit.verify(grant.id()).holds()).isTrue();
    }

    private void draft(Grant grant) {
        Actor coordinator = people.ofGrantee(Role.GC);
        reports.complete(grant, 1, "task_draftPeriodReport", coordinator, reports.written(grant, 1, coordinator, "0", "0"));
    }

    private void send(Grant grant) {
        reports.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), Map.of("decision", "APPROVE"));
    }

    private static Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(BusinessClock.ZONE).toInstant();
    }
}
