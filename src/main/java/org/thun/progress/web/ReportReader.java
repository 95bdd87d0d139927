package org.thun.progress.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReports;

/** The period reports as far as a person may know them: the funder's reader sees accepted ones only (BR-50). */
@Component
class ReportReader {

    private final PeriodReports reports;
    private final PeriodReporting reporting;

    ReportReader(PeriodReports reports, PeriodReporting reporting) {
        this.reports = reports;
        this.reporting = reporting;
    }

    /** All periods; those that must not be read have neither figures nor versions. */
    List<PeriodReport> reports(Grant grant, Actor actor) {
        return reports.ofGrant(grant.id()).stream()
                .map(report -> report.accepted() || !acceptedOnly(grant, actor) ? report : report.outline())
                .toList();
    }

    Optional<PeriodDossier> report(Grant grant, int periodNo, Actor actor) {
        return reporting.dossier(grant.id(), periodNo)
                .filter(file -> file.report().accepted() || !acceptedOnly(grant, actor));
    }

    static boolean acceptedOnly(Grant grant, Actor actor) {
        return actor.readsAcceptedOnly(ObjectKind.PROGRESS_REPORT, grant.scope());
    }
}
