package org.thun.activities.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.activities.AcceptedReport;
import org.thun.activities.ActivityDossier;
import org.thun.activities.ActivityDossier.Budget;
import org.thun.activities.ActivityDossier.CentreAttendance;
import org.thun.activities.ActivityDossier.Cost;
import org.thun.activities.ActivityDossier.DayAttendance;
import org.thun.activities.ActivityDossier.Decision;
import org.thun.activities.ActivityDossier.Head;
import org.thun.activities.ActivityDossier.Plan;
import org.thun.activities.ActivityDossier.Report;
import org.thun.activities.ActivityPlans;
import org.thun.activities.CostLine;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.activities.PlanChanges;
import org.thun.activities.PlanEffect;
import org.thun.activities.RoundGap;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.Activity;
import org.thun.programmes.Programmes;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/** Reads the plans, and closes what an accepted period report holds. */
@Service
class ActivityBook implements ActivityPlans {

    private final ActivityMapper activities;
    private final PlanChangeMapper changes;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final PlanPreview preview;
    private final PreparationMapper preparations;

    ActivityBook(
            ActivityMapper activities,
            PlanChangeMapper changes,
            Grants grants,
            Programmes programmes,
            AuditTrail audit,
            PlanPreview preview,
            PreparationMapper preparations) {
        this.activities = activities;
        this.changes = changes;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.preview = preview;
        this.preparations = preparations;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Occurrence> ofGrant(String grantId) {
        return activities.ofGrant(grantId).stream().map(ActivityBook::occurrence).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public int agreedMonths(String grantId) {
        Integer months = activities.agreedMonths(grantId);
        return months == null ? grants.get(grantId).durationMonths() : months;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Hand>> hands(String grantId) {
        return preview.hands(grants.get(grantId));
    }

    @Override
    @Transactional(readOnly = true)
    public PlanEffect effect(String occurrenceId, int firstMonth, int lastMonth) {
        ActivityMapper.SummaryRow row = activities.summary(occurrenceId);
        if (row == null) {
            throw new IllegalArgumentException("no activity occurrence " + occurrenceId);
        }
        return preview.effect(occurrence(row), ofGrant(row.grantId()), firstMonth, lastMonth);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<RoundGap>> roundGaps(String grantId) {
        Grant grant = grants.get(grantId);
        Map<String, List<Occurrence>> byActivity =
                ofGrant(grantId).stream().collect(Collectors.groupingBy(Occurrence::activityCode));
        Map<String, List<RoundGap>> gaps = new LinkedHashMap<>();
        for (Activity activity : programmes.version(grant.programmeKey(), grant.programmeVersion()).activities()) {
            List<RoundGap> found = PlanPreview.gaps(activity, byActivity.getOrDefault(activity.code(), List.of()));
            if (!found.isEmpty()) {
                gaps.put(activity.code(), found);
            }
        }
        return gaps;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AcceptedReport> accepted(String grantId) {
        Map<String, List<ActivityMapper.AcceptedRow>> byOccurrence = new LinkedHashMap<>();
        activities.accepted(grantId)
                .forEach(row -> byOccurrence.computeIfAbsent(row.occurrenceId(), id -> new ArrayList<>()).add(row));
        return byOccurrence.values().stream().map(ActivityBook::acceptedReport).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<AcceptedReport> unlocked(String grantId, LocalDate through) {
        return accepted(grantId).stream()
                .filter(report -> report.lockedInPeriod() == null && !report.held().to().isAfter(through))
                .toList();
    }

    @Override
    @Transactional
    public void lock(String grantId, int periodNo, LocalDate through, Actor actor) {
        activities.insertLock(grantId, periodNo, through);
        activities.lockReports(grantId, periodNo, through);
        audit.record(actor, AuditEvent.of(grantId, "activity.lock", "period", Integer.toString(periodNo)));
    }

    ActivityDossier dossier(String occurrenceId) {
        ActivityMapper.SummaryRow row = activities.summary(occurrenceId);
        if (row == null) {
            throw new IllegalArgumentException("no activity occurrence " + occurrenceId);
        }
        List<Report> reports = activities.reports(occurrenceId).stream()
                .map(report -> report(report, activities.costs(occurrenceId, report.reportNo()),
                        activities.attendance(occurrenceId, report.reportNo()),
                        preparations.attended(occurrenceId, report.reportNo())))
                .toList();
        return new ActivityDossier(
                occurrence(row),
                subject(grants.get(row.grantId()), row.activityCode(), row.occurrenceNo()),
                activities.plans(occurrenceId).stream().map(ActivityBook::plan).toList(),
                reports,
                activities.decisions(occurrenceId).stream().map(ActivityBook::decision).toList());
    }

    /** The code and title of an activity, and which of its occurrences it is. */
    LocalizedText subject(Grant grant, String activityCode, int occurrenceNo) {
        LocalizedText title = programmes.version(grant.programmeKey(), grant.programmeVersion())
                .activity(activityCode)
                .orElseThrow()
                .title();
        String form = activityCode + " %s (" + occurrenceNo + ")";
        return new LocalizedText(
                form.formatted(title.th()), title.en() == null ? null : form.formatted(title.en()));
    }

    Budget budget(String grantId, String activityCode, String occurrenceId) {
        Map<String, Money> agreed = new LinkedHashMap<>();
        for (BudgetLine line : grants.budget(grantId)) {
            if (line.activityCode().equals(activityCode)) {
                agreed.merge(line.costHead(), line.amount(), Money::plus);
            }
        }
        Map<String, Money> accepted = new LinkedHashMap<>();
        for (ActivityMapper.AcceptedRow cost : activities.accepted(grantId)) {
            if (cost.activityCode().equals(activityCode) && cost.costHead() != null) {
                accepted.merge(cost.costHead(), cost.amount(), Money::plus);
            }
        }
        List<String> heads = new ArrayList<>(agreed.keySet());
        accepted.keySet().stream().filter(head -> !agreed.containsKey(head)).forEach(heads::add);
        Money spokenFor = Money.sum(activities.ofGrant(grantId).stream()
                .filter(other -> other.activityCode().equals(activityCode) && !other.id().equals(occurrenceId))
                .map(ActivityBook::claim)
                .toList()).plus(pooled(grantId, activityCode));
        return new Budget(Money.sum(agreed.values()), spokenFor, heads.stream()
                .map(head -> new Head(head, agreed.getOrDefault(head, Money.ZERO),
                        accepted.getOrDefault(head, Money.ZERO)))
                .toList());
    }

    /** What cancelled occurrences have released: it is spoken for until an amendment uses it. */
    private Money pooled(String grantId, String activityCode) {
        return Money.sum(changes.pool(grantId).stream()
                .filter(pooled -> pooled.activityCode().equals(activityCode))
                .map(PlanChanges.Pooled::amount)
                .toList());
    }

    /** What an occurrence takes of its activity's budget: its cost once accepted, its planned budget before. */
    private static Money claim(ActivityMapper.SummaryRow row) {
        if (row.state() == OccurrenceState.CANCELLED) {
            return Money.ZERO;
        }
        Money claim = row.acceptedCost() == null ? row.plannedBudget() : row.acceptedCost();
        return claim == null ? Money.ZERO : claim;
    }

    private static Occurrence occurrence(ActivityMapper.SummaryRow row) {
        return new Occurrence(row.id(), row.grantId(), row.activityCode(), row.occurrenceNo(), row.firstMonth(),
                row.lastMonth(), new DateRange(row.firstDay(), row.lastDay()), row.periodNo(), row.marked(),
                row.endAssumed(), row.agreedFirstMonth(), row.agreedLastMonth(), row.state(),
                range(row.plannedFrom(), row.plannedTo()), range(row.heldFrom(), row.heldTo()), row.plannedBudget(),
                row.acceptedCost(), row.dueOn(), row.lateSince());
    }

    private static Plan plan(ActivityMapper.PlanRow row) {
        List<String> centres =
                row.centreCodes() == null ? List.of() : Arrays.asList(row.centreCodes().split(","));
        return new Plan(row.planNo(), row.intent(), range(row.firstDay(), row.lastDay()), row.place(), centres,
                row.budget(), row.participants(), row.note(), row.postponeTo(), row.targetImpact(), row.openChecks(),
                row.authorId(), row.authorName(), row.writtenAt());
    }

    private static Report report(
            ActivityMapper.ReportRow row,
            List<Cost> costs,
            List<DayAttendance> attendance,
            List<PreparationMapper.AttendedRow> attended) {
        return new Report(row.reportNo(), row.state(), range(row.firstDay(), row.lastDay()), row.participants(),
                attendance,
                attended.stream().map(centre -> new CentreAttendance(centre.centreCode(), centre.attended())).toList(),
                row.listGround(), row.listPurpose(), row.outputs(), row.narrative(), row.lessons(),
                row.evidence(), row.correctionReason(), costs, row.authorId(), row.authorName(), row.writtenAt(),
                row.lockedInPeriod());
    }

    private static Decision decision(ActivityMapper.DecisionRow row) {
        return new Decision(row.step(), row.subjectNo(), row.decision(), row.comments(), row.accountId(),
                row.accountName(), row.roleCode(), row.decidedAt(), row.voided());
    }

    private static AcceptedReport acceptedReport(List<ActivityMapper.AcceptedRow> rows) {
        ActivityMapper.AcceptedRow first = rows.get(0);
        List<CostLine> costs = rows.stream()
                .filter(row -> row.costHead() != null)
                .map(row -> new CostLine(row.costHead(), row.amount()))
                .toList();
        return new AcceptedReport(first.occurrenceId(), first.activityCode(),
                range(first.firstDay(), first.lastDay()), first.participants(), first.outputs(), costs,
                first.lockedInPeriod());
    }

    private static DateRange range(LocalDate from, LocalDate to) {
        return from == null ? null : new DateRange(from, to);
    }
}
