package org.thun.amendments.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thun.activities.AcceptedReport;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.activities.PlanChanges.Pooled;
import org.thun.disbursement.Tranche;
import org.thun.grants.AgreementVersion;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.indicators.Measurement;
import org.thun.parties.Organisation;
import org.thun.programmes.AmendmentPolicy;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReportState;
import org.thun.shared.Money;

/**
 * Everything an amendment is judged by, as it is now.
 *
 * @param versions versions of the agreement, the first one first; never empty
 * @param occurrences the plan
 * @param accepted accepted activity reports, with what they cost
 * @param pool money that cancelled activities have released
 * @param reports the reporting periods
 * @param tranches the tranches
 * @param measurements the indicators today
 * @param organisation the grantee
 * @param suspendedOn since when the grant stands still, or {@code null}
 * @param today the business day
 */
record Situation(
        Grant grant,
        ProgrammeDefinition definition,
        List<AgreementVersion> versions,
        List<Occurrence> occurrences,
        List<AcceptedReport> accepted,
        List<Pooled> pool,
        List<PeriodReport> reports,
        List<Tranche> tranches,
        List<Measurement> measurements,
        Organisation organisation,
        LocalDate suspendedOn,
        LocalDate today) {

    private static final Set<OccurrenceState> AHEAD =
            EnumSet.of(OccurrenceState.PLANNED, OccurrenceState.READY, OccurrenceState.IN_PROGRESS);
    private static final Set<PeriodReportState> NOT_SENT = EnumSet.of(
            PeriodReportState.OPEN, PeriodReportState.DRAFT, PeriodReportState.RETURNED);

    AmendmentPolicy policy() {
        return definition.amendments();
    }

    AgreementVersion current() {
        return versions.get(versions.size() - 1);
    }

    AgreementVersion first() {
        return versions.get(0);
    }

    boolean suspended() {
        return grant.state() == GrantState.SUSPENDED;
    }

    /** Days the grant has stood still. */
    int stoodStill() {
        return suspendedOn == null ? 0 : (int) ChronoUnit.DAYS.between(suspendedOn, today);
    }

    /** Versions that made the term longer by months. */
    long extensions() {
        long count = 0;
        for (int i = 1; i < versions.size(); i++) {
            if (versions.get(i).durationMonths() > versions.get(i - 1).durationMonths()) {
                count++;
            }
        }
        return count;
    }

    /** Reports that should have been sent by now (BR-34). */
    List<Integer> reportsOwed() {
        return reports.stream()
                .filter(report -> NOT_SENT.contains(report.state()) && report.dueOn().isBefore(today))
                .map(PeriodReport::no)
                .toList();
    }

    /** Occurrences that can still be changed: nothing has taken place yet. */
    List<Occurrence> ahead() {
        return occurrences.stream().filter(occurrence -> AHEAD.contains(occurrence.state())).toList();
    }

    Optional<Occurrence> occurrence(String id) {
        return occurrences.stream().filter(occurrence -> occurrence.id().equals(id)).findFirst();
    }

    Optional<Measurement> measurement(String indicatorId) {
        return measurements.stream().filter(at -> at.indicator().id().equals(indicatorId)).findFirst();
    }

    /** What has been accepted as spent in a cell of the budget. */
    Money spent(String activityCode, String costHead) {
        return Money.sum(accepted.stream()
                .filter(report -> report.activityCode().equals(activityCode))
                .flatMap(report -> report.costs().stream())
                .filter(line -> line.costHead().equals(costHead))
                .map(line -> line.amount())
                .toList());
    }

    /** What the occurrences of an activity have cost or are planned to cost. */
    Money spokenFor(String activityCode) {
        return Money.sum(occurrences.stream()
                .filter(occurrence -> occurrence.activityCode().equals(activityCode)
                        && occurrence.state() != OccurrenceState.CANCELLED)
                .map(occurrence -> occurrence.acceptedCost() == null
                        ? occurrence.plannedBudget()
                        : occurrence.acceptedCost())
                .filter(amount -> amount != null)
                .toList());
    }

    Money pooled(String activityCode) {
        return Money.sum(pool.stream()
                .filter(pooled -> pooled.activityCode().equals(activityCode))
                .map(Pooled::amount)
                .toList());
    }

    static Money cell(List<BudgetLine> budget, String activityCode, String costHead) {
        return Money.sum(budget.stream()
                .filter(line -> line.activityCode().equals(activityCode) && line.costHead().equals(costHead))
                .map(BudgetLine::amount)
                .toList());
    }

    static Money head(List<BudgetLine> budget, String costHead) {
        return Money.sum(budget.stream()
                .filter(line -> line.costHead().equals(costHead))
                .map(BudgetLine::amount)
                .toList());
    }

    static Money activity(List<BudgetLine> budget, String activityCode) {
        return Money.sum(budget.stream()
                .filter(line -> line.activityCode().equals(activityCode))
                .map(BudgetLine::amount)
                .toList());
    }
}
