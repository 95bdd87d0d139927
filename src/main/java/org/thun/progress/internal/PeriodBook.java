package org.thun.progress.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.activities.AcceptedReport;
import org.thun.activities.ActivityPlans;
import org.thun.activities.CostLine;
import org.thun.activities.Occurrence;
import org.thun.progress.ExpenseLine;
import org.thun.progress.MoneyPage;
import org.thun.progress.MoneyReceived;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.Acceptance;
import org.thun.progress.PeriodDossier.ActivityProgress;
import org.thun.progress.PeriodDossier.Adjustment;
import org.thun.progress.PeriodDossier.Call;
import org.thun.progress.PeriodDossier.Condition;
import org.thun.progress.PeriodDossier.Decision;
import org.thun.progress.PeriodDossier.Escalated;
import org.thun.progress.PeriodDossier.Figure;
import org.thun.progress.PeriodDossier.Notice;
import org.thun.progress.PeriodDossier.Refusal;
import org.thun.progress.PeriodDossier.Version;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReporting.Groundwork;
import org.thun.progress.PeriodReports;
import org.thun.progress.internal.PeriodReportMapper.ReportRow;
import org.thun.progress.internal.PeriodReportMapper.VersionRow;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/** Reads the period reports and what the system knows of their periods. */
@Service
class PeriodBook implements PeriodReports {

    private final PeriodReportMapper reports;
    private final ActivityPlans plans;
    private final ObjectProvider<MoneyReceived> ledgers;

    /** Whoever keeps the ledger depends on this module, and is therefore found only when asked for. */
    PeriodBook(PeriodReportMapper reports, ActivityPlans plans, ObjectProvider<MoneyReceived> ledgers) {
        this.reports = reports;
        this.plans = plans;
        this.ledgers = ledgers;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PeriodReport> ofGrant(String grantId) {
        return reports.ofGrant(grantId).stream().map(this::report).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PeriodReport> find(String grantId, int periodNo) {
        return reports.ofPeriod(grantId, periodNo).map(this::report);
    }

    PeriodDossier dossier(ReportRow row) {
        Acceptance acceptance = acceptance(row.id());
        List<Version> versions = reports.versions(row.id()).stream()
                .map(version -> version(version, row, acceptance.refusals()))
                .toList();
        return new PeriodDossier(
                report(row, versions.isEmpty() ? null : versions.get(versions.size() - 1), acceptance.refusals()),
                row.stepDueOn(),
                row.overdueSince(),
                versions,
                reports.decisions(row.id()).stream().map(PeriodBook::decision).toList(),
                reports.figures(row.id()).stream().map(PeriodBook::figure).toList(),
                reports.notices(row.id()).stream().map(n -> new Notice(n.offsetDays(), n.notedOn())).toList(),
                reports.calls(row.id()).stream()
                        .map(c -> new Call(c.calledOn(), c.spokeWith(), c.outcome(), c.promisedOn(), c.accountName()))
                        .toList(),
                acceptance,
                reports.escalations(row.id()).stream()
                        .map(e -> new Escalated(e.stepCode(), e.decisionCode(), e.reason(), e.waitUntil(),
                                e.accountName(), e.roleCode(), e.decidedAt()))
                        .toList());
    }

    private Acceptance acceptance(String reportId) {
        return new Acceptance(reports.refusals(reportId),
                reports.conditions(reportId).stream()
                        .map(c -> new Condition(c.conditionNo(), c.conditionText(), c.dueOn(), c.metOn(), c.metByName(),
                                c.metNote()))
                        .toList(),
                reports.files(reportId));
    }

    /** {@code carriedForward} is {@code null} while the period before has no money page. */
    Groundwork groundwork(ReportRow row) {
        Money carried = row.periodNo() == 1
                ? Money.ZERO
                : find(row.grantId(), row.periodNo() - 1)
                        .map(PeriodReport::money)
                        .map(MoneyPage::carriedOn)
                        .orElse(null);
        Money received = Money.ZERO;
        Money refunded = Money.ZERO;
        for (MoneyReceived ledger : ledgers) {
            received = received.plus(ledger.received(row.grantId(), row.firstDay(), row.lastDay()));
            refunded = refunded.plus(ledger.refunded(row.grantId(), row.firstDay(), row.lastDay()));
        }
        List<AcceptedReport> accepted = plans.unlocked(row.grantId(), row.lastDay());
        return new Groundwork(carried, received, refunded, activities(row, accepted), expenses(accepted));
    }

    private List<String> activities(ReportRow row, List<AcceptedReport> accepted) {
        Set<String> codes = new LinkedHashSet<>();
        for (Occurrence occurrence : plans.ofGrant(row.grantId())) {
            boolean reported = accepted.stream().anyMatch(report -> report.occurrenceId().equals(occurrence.id()));
            if (reported || occurrence.periodNo() == row.periodNo()) {
                codes.add(occurrence.activityCode());
            }
        }
        return List.copyOf(codes);
    }

    private static List<ExpenseLine> expenses(List<AcceptedReport> accepted) {
        Map<String, Map<String, Money>> byActivity = new LinkedHashMap<>();
        for (AcceptedReport report : accepted) {
            for (CostLine line : report.costs()) {
                byActivity.computeIfAbsent(report.activityCode(), code -> new LinkedHashMap<>())
                        .merge(line.costHead(), line.amount(), Money::plus);
            }
        }
        return byActivity.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(activity -> activity.getValue().entrySet().stream()
                        .map(head -> new ExpenseLine(activity.getKey(), head.getKey(), head.getValue())))
                .toList();
    }

    private PeriodReport report(ReportRow row) {
        List<VersionRow> versions = reports.versions(row.id());
        List<Refusal> refusals = reports.refusals(row.id());
        return report(row, versions.isEmpty() ? null : version(versions.get(versions.size() - 1), row, refusals), refusals);
    }

    private Version version(VersionRow row, ReportRow report, List<Refusal> refusals) {
        List<ExpenseLine> expenses = reports.expenses(row.reportId(), row.versionNo());
        List<Adjustment> adjustments = reports.adjustments(row.reportId(), row.versionNo());
        Money expense = Money.sum(expenses.stream().map(ExpenseLine::amount).toList())
                .plus(Money.sum(adjustments.stream().map(Adjustment::amount).toList()));
        MoneyPage stated = new MoneyPage(row.carriedForward(), row.received(), row.interest(), row.otherIncome(), expense,
                row.refunded(), row.cash(), row.bank());
        boolean accepted = row.versionNo() == report.versionNo();
        MoneyPage money = accepted ? stated.without(Money.sum(refusals.stream().map(Refusal::amount).toList())) : stated;
        List<ActivityProgress> activities = reports.activities(row.reportId(), row.versionNo()).stream()
                .map(line -> new ActivityProgress(line.activityCode(), line.progressPercent(), line.resultText(),
                        line.problemText()))
                .toList();
        return new Version(row.versionNo(), row.standing(), row.summary(), activities, row.nextPlan(),
                row.nextForecast(), money, expenses, adjustments, row.authorId(), row.authorName(), row.writtenAt(),
                row.senderId(), row.senderName(), row.sentAt());
    }

    private static PeriodReport report(ReportRow row, Version newest, List<Refusal> refusals) {
        return new PeriodReport(row.id(), row.grantId(), row.periodNo(), new DateRange(row.firstDay(), row.lastDay()),
                row.dueOn(), row.state(), row.versionNo(), row.firstSubmittedOn(), row.acceptedAt(),
                row.mentorOpinion(), newest == null ? null : newest.money(),
                newest == null ? List.of() : counting(newest, refusals), newest == null ? null : newest.nextForecast());
    }

    /** What counts as spent in the period: as stated, put right and not refused. */
    private static List<ExpenseLine> counting(Version version, List<Refusal> refusals) {
        if (version.adjustments().isEmpty() && refusals.isEmpty()) {
            return version.expenses();
        }
        Map<String, ExpenseLine> cells = new LinkedHashMap<>();
        version.expenses().forEach(line -> add(cells, line.activityCode(), line.costHead(), line.amount()));
        version.adjustments().forEach(line -> add(cells, line.activityCode(), line.costHead(), line.amount()));
        refusals.forEach(line -> add(cells, line.activityCode(), line.costHead(), line.amount().negate()));
        return cells.values().stream().filter(line -> !line.amount().isZero()).toList();
    }

    private static void add(Map<String, ExpenseLine> cells, String activityCode, String costHead, Money amount) {
        cells.merge(activityCode + " " + costHead, new ExpenseLine(activityCode, costHead, amount),
                (one, other) -> new ExpenseLine(activityCode, costHead, one.amount().plus(other.amount())));
    }

    private static Decision decision(PeriodReportMapper.DecisionRow row) {
        return new Decision(row.versionNo(), row.step(), row.decision(), row.opinion(), row.comments(),
                row.accountId(), row.accountName(), row.roleCode(), row.decidedAt(), row.voided());
    }

    private static Figure figure(PeriodReportMapper.FigureRow row) {
        return new Figure(row.indicatorId(), new LocalizedText(row.titleTh(), row.titleEn()), row.baseline(),
                row.target(), row.phasedTarget(), row.actual(), row.percentOfTarget(), row.percentOfIncrement(),
                row.status());
    }
}
