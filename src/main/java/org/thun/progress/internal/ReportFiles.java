package org.thun.progress.internal;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.documents.DocumentOwner;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.progress.PeriodReportState;
import org.thun.progress.PeriodReporting;
import org.thun.progress.internal.PeriodReportMapper.ReportRow;

/**
 * Files of period reports: added by the grantee while the report is in its hands, read with the report. The funder's reader
 * sees them once the report is accepted (BR-50).
 */
@Component
class ReportFiles implements DocumentOwner {

    private static final Set<PeriodReportState> WITH_THE_GRANTEE =
            Set.of(PeriodReportState.OPEN, PeriodReportState.DRAFT, PeriodReportState.RETURNED);

    private final PeriodReportMapper reports;
    private final Grants grants;

    ReportFiles(PeriodReportMapper reports, Grants grants) {
        this.reports = reports;
        this.grants = grants;
    }

    @Override
    public String objectType() {
        return PeriodReporting.OBJECT_TYPE;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> readable(Collection<String> objectIds, Actor actor) {
        return objectIds.isEmpty()
                ? Set.of()
                : reports.all(objectIds).stream()
                        .filter(row -> reads(row, actor))
                        .map(ReportRow::id)
                        .collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAdd(String objectId, Actor actor) {
        return reports.find(objectId)
                .filter(row -> WITH_THE_GRANTEE.contains(row.state()))
                .flatMap(row -> grants.find(row.grantId(), actor))
                .filter(grant -> actor.may(Action.CREATE, ObjectKind.PROGRESS_REPORT, grant.scope())
                        || actor.may(Action.SUBMIT, ObjectKind.PROGRESS_REPORT, grant.scope()))
                .isPresent();
    }

    @Override
    public String path(String objectId) {
        ReportRow row = reports.find(objectId).orElseThrow();
        return "/grants/" + row.grantId() + "/reports/" + row.periodNo();
    }

    private boolean reads(ReportRow row, Actor actor) {
        Optional<Grant> grant = grants.find(row.grantId(), actor)
                .filter(found -> actor.may(Action.READ, ObjectKind.PROGRESS_REPORT, found.scope()));
        return grant.isPresent()
                && (row.state() == PeriodReportState.FROZEN
                        || !actor.readsAcceptedOnly(ObjectKind.PROGRESS_REPORT, grant.get().scope()));
    }
}
