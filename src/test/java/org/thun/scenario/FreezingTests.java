package org.thun.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.activities.ActivityFixture;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.EntryKind;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodReportState;
import org.thun.progress.PeriodReporting;
import org.thun.progress.ReportFixture;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

/** A report is frozen wholly or not at all, whatever fails on the way. */
@ThunTest
class FreezingTests {

    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    ActivityFixture activities;

    @Autowired
    ReportFixture reports;

    @Autowired
    GrantFixture people;

    @Autowired
    PeriodReporting reporting;

    @Autowired
    Disbursements disbursements;

    @Autowired
    AuditTrail audit;

    @Autowired
    AcceptanceThatFails failure;

    @Autowired
    TrainingClock time;

    @Test
    @DisplayName("the freezing of a report fails at its last step: the task stays open, no half-frozen period; the retry freezes once")
    void freezesWhollyOrNotAtAll() {
        Grant grant = activities.running(time.today().minusMonths(6).minusDays(5));
        Actor coordinator = people.ofGrantee(Role.GC);
        Actor officer = people.ofProgramme(Role.PO);
        activities.deliver(activities.occurrence(grant, "4.1", 1), grant.effectiveFrom(), grant.effectiveFrom().plusDays(1),
                "utilities", "300");
        Map<String, Object> form = reports.written(grant, 1, coordinator, "0", "-287.66");
        form.put("interest", "12.34");
        reports.complete(grant, 1, "task_draftPeriodReport", coordinator, form);
        reports.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), APPROVE);
        reports.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT),
                Map.of("decision", "APPROVE", "opinion", "LIKELY"));

        failure.failFor(grant.id());
        assertThatThrownBy(() -> reports.submit(grant, 1, "task_acceptPeriodReport", officer, APPROVE))
                .hasMessageContaining("the disk is full");
        PeriodDossier file = reporting.dossier(reports.report(grant, 1).id());
        assertThat(file.report().state()).isEqualTo(PeriodReportState.MENTOR_PASSED);
        assertThat(file.figures()).isEmpty();
        assertThat(file.report().acceptedAt()).isNull();
        assertThat(reports.steps(grant, 1)).contains("task_acceptPeriodReport");
        assertThat(disbursements.ledger(grant.id())).isEmpty();
        assertThat(commands(grant)).doesNotContain("periodReport.accept");

        failure.mend(grant.id());
        reports.complete(grant, 1, "task_acceptPeriodReport", officer, APPROVE);
        assertThat(reports.report(grant, 1).state()).isEqualTo(PeriodReportState.FROZEN);
        assertThat(reporting.dossier(reports.report(grant, 1).id()).figures()).isNotEmpty();
        assertThat(commands(grant)).filteredOn("periodReport.accept"::equals).hasSize(1);
        assertThat(disbursements.ledger(grant.id())).filteredOn(entry -> entry.kind() == EntryKind.INTEREST).hasSize(1);
        assertThat(audit.verify(grant.id()).holds()).isTrue();
    }

    private List<String> commands(Grant grant) {
        return audit.stream(grant.id()).stream().map(AuditEntry::command).toList();
    }
}
