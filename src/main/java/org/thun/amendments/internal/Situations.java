package org.thun.amendments.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityPlans;
import org.thun.activities.PlanChanges;
import org.thun.disbursement.Disbursements;
import org.thun.grants.AgreementChanges;
import org.thun.grants.Grant;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.parties.Organisations;
import org.thun.programmes.Programmes;
import org.thun.progress.PeriodReports;
import org.thun.shared.BusinessClock;

/** Gathers what an amendment is judged by from the rooms that know it. */
@Component
class Situations {

    private final Programmes programmes;
    private final AgreementChanges agreements;
    private final ActivityPlans plans;
    private final PlanChanges planChanges;
    private final PeriodReports reports;
    private final Disbursements disbursements;
    private final IndicatorQueries indicators;
    private final Organisations organisations;
    private final BusinessClock clock;

    Situations(
            Programmes programmes,
            AgreementChanges agreements,
            ActivityPlans plans,
            PlanChanges planChanges,
            PeriodReports reports,
            Disbursements disbursements,
            IndicatorQueries indicators,
            Organisations organisations,
            BusinessClock clock) {
        this.programmes = programmes;
        this.agreements = agreements;
        this.plans = plans;
        this.planChanges = planChanges;
        this.reports = reports;
        this.disbursements = disbursements;
        this.indicators = indicators;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The situation of a grant that has taken effect. */
    Situation of(Grant grant) {
        return of(grant, indicators.measure(grant, clock.today()));
    }

    /** The same without its figures: enough for what concerns time, and quick enough for many grants. */
    Situation withoutFigures(Grant grant) {
        return of(grant, List.of());
    }

    private Situation of(Grant grant, List<Measurement> measurements) {
        return new Situation(grant, programmes.version(grant.programmeKey(), grant.programmeVersion()),
                agreements.versions(grant.id()), plans.ofGrant(grant.id()), plans.accepted(grant.id()),
                planChanges.pool(grant.id()), reports.ofGrant(grant.id()), disbursements.tranches(grant.id()),
                measurements, organisations.find(grant.organisationId()).orElseThrow(),
                agreements.suspendedOn(grant.id()).orElse(null), clock.today());
    }
}
