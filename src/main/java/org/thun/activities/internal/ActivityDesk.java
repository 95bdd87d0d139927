package org.thun.activities.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDossier;
import org.thun.activities.ActivityDossier.Step;
import org.thun.activities.ActivityDossier.Verdict;
import org.thun.activities.ActivityPreparation.Prepare;
import org.thun.activities.CloseOutDocuments;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.activities.PlanIntent;
import org.thun.activities.ReportState;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.Activity;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CodeItem;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.TimeLimits;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/** Carries out what people decide about an occurrence. Everything is checked before the first row is written. */
@Service
class ActivityDesk implements ActivityDelivery {

    private static final String OBJECT = "activity";

    private final ActivityMapper activities;
    private final ActivityBook book;
    private final ActivityFiles files;
    private final PreparationDesk preparation;
    private final PreparationMapper preparations;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;
    /** Who closes grants depends on this module, and is therefore found only when asked for. */
    private final ObjectProvider<CloseOutDocuments> closeOuts;

    ActivityDesk(
            ActivityMapper activities,
            ActivityBook book,
            ActivityFiles files,
            PreparationDesk preparation,
            PreparationMapper preparations,
            Grants grants,
            Programmes programmes,
            AuditTrail audit,
            BusinessClock clock,
            ObjectProvider<CloseOutDocuments> closeOuts) {
        this.activities = activities;
        this.book = book;
        this.files = files;
        this.preparation = preparation;
        this.preparations = preparations;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
        this.closeOuts = closeOuts;
    }

    @Override
    @Transactional(readOnly = true)
    public ActivityDossier dossier(String occurrenceId) {
        return book.dossier(occurrenceId);
    }

    @Override
    @Transactional(readOnly = true)
    public ActivityDossier.Budget budget(Occurrence occurrence) {
        return book.budget(occurrence.grantId(), occurrence.activityCode(), occurrence.id());
    }

    @Override
    @Transactional
    public Outcome<Void> plan(String occurrenceId, PlanActivity plan, Actor actor) {
        Case file = lock(occurrenceId, OccurrenceState.READY);
        List<Problem> problems = problems(plan, file);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        boolean hold = plan.intent() == PlanIntent.HOLD;
        boolean later = plan.intent() == PlanIntent.POSTPONE;
        int planNo = file.row.planNo() + 1;
        activities.insertPlan(new ActivityMapper.PlanRow(occurrenceId, planNo, plan.intent(),
                hold ? plan.firstDay() : null, hold ? plan.lastDay() : null, hold ? plan.place() : null,
                hold && !plan.centres().isEmpty() ? String.join(",", plan.centres()) : null,
                hold ? plan.budget() : null, hold ? plan.participants() : null, plan.note(),
                later ? plan.postponeTo() : null, plan.targetImpact(),
                hold && !preparation.open(file.row, plan.checks()).isEmpty() ? plan.openChecks() : null,
                actor.accountId(), actor.name().th(), clock.dateTime()));
        if (hold) {
            preparation.save(file.row, new Prepare(plan.checks(), plan.invitations()), actor);
        }
        activities.setPlanNo(occurrenceId, planNo);
        activities.move(occurrenceId, OccurrenceState.READY, in(file.limits().officerCheck()));
        audit.record(actor, AuditEvent.of(file.grant.id(), "activity.plan", OBJECT, occurrenceId)
                .because(plan.note())
                .with(plan));
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome<Route> approve(String occurrenceId, Decide decision, Actor actor) {
        Case file = lock(occurrenceId, OccurrenceState.READY);
        ActivityMapper.PlanRow plan = newestPlan(file);
        List<Problem> problems = problems(decision, plan.authorId(), actor);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(file, Step.PLAN_APPROVAL, plan.planNo(), decision, actor);
        if (decision.decision() == Verdict.RETURN) {
            return sendBackPlan(file, decision, actor);
        }
        if (plan.intent() == PlanIntent.CANCEL) {
            move(file, OccurrenceState.CANCELLED, null, "activity.cancel", plan.note(), decision, actor);
            return Outcome.done(Route.CANCEL);
        }
        if (plan.intent() == PlanIntent.POSTPONE) {
            return postpone(file, plan, decision, actor);
        }
        if (!file.definition.approvalLimits().get(0).covers(plan.budget())) {
            move(file, OccurrenceState.READY, in(file.limits().decision()), "activity.forward", decision.comments(),
                    decision, actor);
            return Outcome.done(Route.BOARD);
        }
        return begin(file, plan, decision, actor);
    }

    @Override
    @Transactional
    public Outcome<Route> approveByBoard(String occurrenceId, Decide decision, Actor actor) {
        Case file = lock(occurrenceId, OccurrenceState.READY);
        ActivityMapper.PlanRow plan = newestPlan(file);
        List<Problem> problems = problems(decision, plan.authorId(), actor);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(file, Step.BOARD_APPROVAL, plan.planNo(), decision, actor);
        if (decision.decision() == Verdict.RETURN) {
            activities.voidApprovals(occurrenceId, Step.PLAN_APPROVAL, plan.planNo());
            return sendBackPlan(file, decision, actor);
        }
        return begin(file, plan, decision, actor);
    }

    @Override
    @Transactional
    public Outcome<Void> report(String occurrenceId, ReportActivity report, Actor actor) {
        Case file = lock(occurrenceId, OccurrenceState.IN_PROGRESS, OccurrenceState.DONE);
        List<Problem> problems = problems(report, file);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        int reportNo = file.row.reportNo() + 1;
        activities.insertReport(new ActivityMapper.ReportRow(occurrenceId, reportNo, ReportState.SUBMITTED,
                report.firstDay(), report.lastDay(), report.participants(), report.listGround(), report.listPurpose(),
                report.outputs(), report.narrative(), report.lessons(), report.evidence(), report.correctionReason(), actor.accountId(), actor.name().th(), clock.dateTime(),
                null));
        int lineNo = 0;
        for (ReportedCost cost : report.costs()) {
            activities.insertCost(occurrenceId, reportNo, ++lineNo, cost);
        }
        for (DayAttendance counted : report.attendance()) {
            activities.insertAttendance(occurrenceId, reportNo, counted.day(), counted.people());
        }
        for (CentreAttendance centre : report.centres()) {
            preparations.insertAttended(occurrenceId, reportNo, centre.centre(), centre.attended());
        }
        activities.setReportNo(occurrenceId, reportNo);
        move(file, OccurrenceState.REPORTED, in(file.limits().mentorCheck()), "activity.report",
                report.correctionReason(), report, actor);
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome<Route> check(String occurrenceId, Decide decision, Actor actor) {
        Case file = lock(occurrenceId, OccurrenceState.REPORTED);
        List<Problem> problems = problems(decision, newestReport(file).authorId(), actor);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(file, Step.REPORT_CHECK, file.row.reportNo(), decision, actor);
        if (decision.decision() == Verdict.RETURN) {
            return sendBackReport(file, decision, actor);
        }
        activities.moveReport(occurrenceId, file.row.reportNo(), ReportState.MENTOR_CHECKED);
        move(file, OccurrenceState.REPORTED, in(file.limits().officerCheck()), "activity.check", decision.comments(),
                decision, actor);
        return Outcome.done(Route.GO);
    }

    @Override
    @Transactional
    public Outcome<Route> accept(String occurrenceId, AcceptReport accept, Actor actor) {
        Case file = lock(occurrenceId, OccurrenceState.REPORTED);
        Decide decision = accept.withoutLines();
        List<Problem> problems = problems(decision, newestReport(file).authorId(), actor);
        problems.addAll(problems(accept, activities.costs(occurrenceId, file.row.reportNo()).size()));
        if (decision.decision() == Verdict.APPROVE) {
            feeAfterCloseOut(problems, null, file);
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(file, Step.REPORT_ACCEPTANCE, file.row.reportNo(), decision, actor);
        for (LineRemark remark : accept.lines()) {
            activities.remark(occurrenceId, file.row.reportNo(), Integer.parseInt(remark.line()),
                    decision.decision() == Verdict.APPROVE, remark.reason());
        }
        if (decision.decision() == Verdict.RETURN) {
            activities.voidApprovals(occurrenceId, Step.REPORT_CHECK, file.row.reportNo());
            return sendBackReport(file, decision, actor);
        }
        activities.moveReport(occurrenceId, file.row.reportNo(), ReportState.ACCEPTED);
        move(file, OccurrenceState.ACCEPTED, null, accept.lines().isEmpty() ? "activity.accept" : "activity.acceptInPart",
                decision.comments(), accept, actor);
        return Outcome.done(Route.GO);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAttach(String occurrenceId, Actor actor) {
        return files.mayAdd(occurrenceId, actor);
    }

    @Override
    @Transactional
    public void flagLate(String occurrenceId) {
        ActivityMapper.OccurrenceRow row = activities.lock(occurrenceId).orElseThrow();
        if (activities.flagLate(occurrenceId, clock.today()) > 0) {
            audit.record(Actor.SYSTEM, AuditEvent.of(row.grantId(), "activity.late", OBJECT, occurrenceId));
        }
    }

    private List<Problem> problems(PlanActivity plan, Case file) {
        List<Problem> problems = new ArrayList<>();
        if (plan.intent() == PlanIntent.CANCEL) {
            if (plan.note() == null) {
                problems.add(Problem.at("note", "activities.problem.reasonToCancel"));
            }
            if (plan.targetImpact() == null && !file.activity().indicators().isEmpty()) {
                problems.add(Problem.at("targetImpact", "activities.problem.targetImpact",
                        String.join(", ", file.activity().indicators())));
            }
            return problems;
        }
        if (plan.intent() == PlanIntent.POSTPONE) {
            postponing(problems, plan, file);
            return problems;
        }
        required(problems, "firstDay", plan.firstDay());
        required(problems, "lastDay", plan.lastDay());
        required(problems, "place", plan.place());
        required(problems, "budget", plan.budget());
        if (plan.firstDay() != null && plan.lastDay() != null) {
            days(problems, plan.firstDay(), plan.lastDay(), file.grant);
            feeInItsMonth(problems, plan.firstDay(), plan.lastDay(), file);
        }
        if (plan.budget() != null) {
            if (plan.budget().isNegative()) {
                problems.add(Problem.at("budget", "activities.problem.negative"));
            }
            withinBudget(problems, "budget", plan.budget(), file);
        }
        Set<String> known =
                file.definition.centres().stream().map(CentreDefinition::code).collect(Collectors.toSet());
        plan.centres().stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> problems.add(Problem.at("centres", "activities.problem.unknownCentre", code)));
        problems.addAll(preparation.problems(file.row, new Prepare(plan.checks(), plan.invitations())));
        List<CodeItem> notReady = preparation.open(file.row, plan.checks());
        if (!notReady.isEmpty() && plan.openChecks() == null) {
            problems.add(Problem.at("openChecks", "activities.problem.openChecks",
                    notReady.stream().map(CodeItem::text).toList()));
        }
        return problems;
    }

    private List<Problem> problems(ReportActivity report, Case file) {
        List<Problem> problems = new ArrayList<>();
        days(problems, report.firstDay(), report.lastDay(), file.grant);
        feeInItsMonth(problems, report.firstDay(), report.lastDay(), file);
        feeAfterCloseOut(problems, "costs", file);
        if (report.lastDay().isAfter(clock.today())) {
            problems.add(Problem.at("lastDay", "activities.problem.future"));
        }
        LocalDate locked = activities.lockedThrough(file.grant.id());
        if (locked != null && !report.firstDay().isAfter(locked) && report.correctionReason() == null) {
            problems.add(Problem.at("correctionReason", "activities.problem.locked", locked).under("BR-16"));
        }
        Set<String> heads = file.definition.costHeads().stream().map(CodeItem::code).collect(Collectors.toSet());
        for (int i = 0; i < report.costs().size(); i++) {
            ReportedCost line = report.costs().get(i);
            if (!heads.contains(line.costHead())) {
                problems.add(Problem.at(
                        "costs[" + i + "].costHead", "activities.problem.unknownHead", line.costHead()));
            }
            if (!line.amount().isPositive()) {
                problems.add(Problem.at("costs[" + i + "].amount", "activities.problem.notPositive"));
            }
            if (line.largestCash() != null) {
                cash(problems, "costs[" + i + "].largestCash", line, file.definition.cashLimit());
            }
        }
        attendance(problems, report);
        fromCentres(problems, report, file.definition);
        Money total = Money.sum(report.costs().stream().map(ReportedCost::amount).toList());
        withinBudget(problems, "costs", total, file);
        return problems;
    }

    private void postponing(List<Problem> problems, PlanActivity plan, Case file) {
        if (plan.note() == null) {
            problems.add(Problem.at("note", "activities.problem.reasonToPostpone"));
        }
        required(problems, "postponeTo", plan.postponeTo());
        if (plan.postponeTo() == null) {
            return;
        }
        int last = file.lastMonthFrom(plan.postponeTo());
        if (last > file.grant.durationMonths()) {
            problems.add(Problem.at("postponeTo", "activities.problem.change.outside", file.grant.durationMonths())
                    .under("BR-11"));
            return;
        }
        if (plan.postponeTo() <= file.row.firstMonth()) {
            problems.add(Problem.at("postponeTo", "activities.problem.postponeLater", file.row.firstMonth()));
        }
        if (file.instituteFee()) {
            problems.add(Problem.at("intent", "activities.problem.feeMonth",
                    new DateRange(file.row.firstDay(), file.row.lastDay())).under("BR-49"));
        }
    }

    /** In the months agreed to, it is planned anew. */
    private Outcome<Route> postpone(Case file, ActivityMapper.PlanRow plan, Decide decision, Actor actor) {
        int last = file.lastMonthFrom(plan.postponeTo());
        DateRange days = file.grant.months().months(plan.postponeTo(), last);
        activities.postpone(file.row.id(), plan.postponeTo(), last, days.from(), days.to(),
                file.periodOf(days.from()), file.grant.months().month(plan.postponeTo()).to());
        audit.record(actor, AuditEvent.of(file.grant.id(), "activity.postpone", OBJECT, file.row.id())
                .because(plan.note())
                .with(decision));
        return Outcome.done(Route.RETURN);
    }

    /** Lines are named as they stand in the report, each once. */
    private static List<Problem> problems(AcceptReport accept, int lines) {
        List<Problem> problems = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < accept.lines().size(); i++) {
            String line = accept.lines().get(i).line();
            int no = Integer.parseInt(line);
            if (no < 1 || no > lines) {
                problems.add(Problem.at("lines[" + i + "].line", "activities.problem.unknownLine", line));
            } else if (!named.add(line)) {
                problems.add(Problem.at("lines[" + i + "].line", "activities.problem.lineTwice", line));
            }
        }
        return problems;
    }

    /** The days counted are days it was held; nobody is counted who came on no day, and no day holds more than all. */
    private static void attendance(List<Problem> problems, ReportActivity report) {
        if (report.attendance().isEmpty()) {
            return;
        }
        Set<LocalDate> days = new HashSet<>();
        int personDays = 0;
        for (int i = 0; i < report.attendance().size(); i++) {
            DayAttendance counted = report.attendance().get(i);
            String at = "attendance[" + i + "].";
            personDays += counted.people();
            if (counted.day().isBefore(report.firstDay()) || counted.day().isAfter(report.lastDay())) {
                problems.add(Problem.at(at + "day", "activities.problem.dayNotHeld"));
            } else if (!days.add(counted.day())) {
                problems.add(Problem.at(at + "day", "activities.problem.dayTwice"));
            }
            if (counted.people() > report.participants()) {
                problems.add(Problem.at(at + "people", "activities.problem.moreThanAll", report.participants()));
            }
        }
        if (personDays < report.participants()) {
            problems.add(Problem.at("participants", "activities.problem.fewerThanCounted", personDays));
        }
        if (report.listGround() == null) {
            problems.add(Problem.at("listGround", "activities.problem.listGround").under("BR-39"));
        }
        if (report.listPurpose() == null) {
            problems.add(Problem.at("listPurpose", "activities.problem.listPurpose").under("BR-39"));
        }
    }

    /** Each person counts once, and for one centre. */
    private static void fromCentres(List<Problem> problems, ReportActivity report, ProgrammeDefinition definition) {
        PreparationDesk.centres(problems, definition, "centres",
                report.centres().stream().map(CentreAttendance::centre).toList());
        int sum = report.centres().stream().mapToInt(CentreAttendance::attended).sum();
        if (sum > report.participants()) {
            problems.add(Problem.at("participants", "activities.problem.moreFromCentres", sum));
        }
    }

    private static void required(List<Problem> problems, String field, Object value) {
        if (value == null) {
            problems.add(Problem.at(field, "activities.problem.required"));
        }
    }

    private static void days(List<Problem> problems, LocalDate first, LocalDate last, Grant grant) {
        if (last.isBefore(first)) {
            problems.add(Problem.at("lastDay", "activities.problem.lastBeforeFirst"));
        }
        if (!grant.term().contains(first)) {
            problems.add(Problem.at("firstDay", "activities.problem.outsideTerm", grant.term()).under("BR-11"));
        }
        if (!grant.term().contains(last)) {
            problems.add(Problem.at("lastDay", "activities.problem.outsideTerm", grant.term()).under("BR-11"));
        }
    }

    private static void feeInItsMonth(List<Problem> problems, LocalDate first, LocalDate last, Case file) {
        if (!file.instituteFee()) {
            return;
        }
        DateRange month = new DateRange(file.row.firstDay(), file.row.lastDay());
        if (!month.contains(first)) {
            problems.add(Problem.at("firstDay", "activities.problem.feeMonth", month).under("BR-49"));
        }
        if (!month.contains(last)) {
            problems.add(Problem.at("lastDay", "activities.problem.feeMonth", month).under("BR-49"));
        }
    }

    private void feeAfterCloseOut(List<Problem> problems, String field, Case file) {
        if (file.instituteFee() && closeOuts.stream().noneMatch(closeOut -> closeOut.sent(file.grant.id()))) {
            problems.add(Problem.at(field, "activities.problem.feeBeforeCloseOut").under("BR-49"));
        }
    }

    /** The budgets of the activities sum to the grant (BR-01): none may take more than its own without an amendment. */
    private void withinBudget(List<Problem> problems, String field, Money amount, Case file) {
        Money free = book.budget(file.grant.id(), file.row.activityCode(), file.row.id()).free();
        if (amount.compareTo(free) > 0) {
            problems.add(Problem.at(field, "activities.problem.overBudget", amount, free, amount.minus(free))
                    .under("BR-01"));
        }
    }

    private static void cash(List<Problem> problems, String field, ReportedCost line, Money limit) {
        if (line.largestCash().compareTo(limit) > 0) {
            problems.add(Problem.at(field, "activities.problem.cashLimit", limit).under("BR-12"));
        }
        if (line.largestCash().isNegative() || line.largestCash().compareTo(line.amount()) > 0) {
            problems.add(Problem.at(field, "activities.problem.cashAboveLine", line.amount()));
        }
    }

    private static List<Problem> problems(Decide decision, String authorId, Actor actor) {
        List<Problem> problems = new ArrayList<>();
        if (decision.decision() == Verdict.RETURN && decision.comments() == null) {
            problems.add(Problem.at("comments", "activities.problem.returnComments"));
        }
        if (authorId.equals(actor.accountId())) {
            problems.add(Problem.of("activities.problem.ownWork").under("SD1"));
        }
        return problems;
    }

    private Outcome<Route> begin(Case file, ActivityMapper.PlanRow plan, Decide decision, Actor actor) {
        // The report of a fee has to wait for the close-out documents.
        int days = file.instituteFee() ? file.limits().closeOut() : file.limits().activityReport();
        move(file, OccurrenceState.IN_PROGRESS, plan.lastDay().plusDays(days),
                "activity.approve", decision.comments(), decision, actor);
        return Outcome.done(Route.GO);
    }

    private Outcome<Route> sendBackPlan(Case file, Decide decision, Actor actor) {
        move(file, OccurrenceState.READY, in(file.limits().correction()), "activity.returnPlan", decision.comments(),
                decision, actor);
        return Outcome.done(Route.RETURN);
    }

    private Outcome<Route> sendBackReport(Case file, Decide decision, Actor actor) {
        activities.moveReport(file.row.id(), file.row.reportNo(), ReportState.RETURNED);
        move(file, OccurrenceState.DONE, in(file.limits().correction()), "activity.returnReport", decision.comments(),
                decision, actor);
        return Outcome.done(Route.RETURN);
    }

    private void move(
            Case file,
            OccurrenceState to,
            LocalDate dueOn,
            String command,
            String reason,
            Object data,
            Actor actor) {
        activities.move(file.row.id(), to, dueOn);
        audit.record(actor, AuditEvent.transition(
                        file.grant.id(), command, OBJECT, file.row.id(), file.row.state(), to)
                .because(reason)
                .with(data));
    }

    private void note(Case file, Step step, int subjectNo, Decide decision, Actor actor) {
        int decisionNo = activities.decisions(file.row.id()).size() + 1;
        activities.insertDecision(new ActivityMapper.DecisionRow(file.row.id(), decisionNo, step, subjectNo,
                decision.decision(), decision.comments(), actor.accountId(), actor.name().th(), actor.acting(),
                clock.dateTime(), false));
    }

    private ActivityMapper.PlanRow newestPlan(Case file) {
        List<ActivityMapper.PlanRow> plans = activities.plans(file.row.id());
        return plans.get(plans.size() - 1);
    }

    private ActivityMapper.ReportRow newestReport(Case file) {
        List<ActivityMapper.ReportRow> reports = activities.reports(file.row.id());
        return reports.get(reports.size() - 1);
    }

    private LocalDate in(int days) {
        return clock.today().plusDays(days);
    }

    private Case lock(String occurrenceId, OccurrenceState... expected) {
        ActivityMapper.OccurrenceRow row = activities.lock(occurrenceId)
                .orElseThrow(() -> new IllegalArgumentException("no activity occurrence " + occurrenceId));
        if (!List.of(expected).contains(row.state())) {
            throw new IllegalStateException("occurrence " + occurrenceId + " is " + row.state());
        }
        Grant grant = grants.get(row.grantId());
        return new Case(row, grant, programmes.version(grant.programmeKey(), grant.programmeVersion()));
    }

    /** An occurrence with what it has to be judged by. */
    private record Case(ActivityMapper.OccurrenceRow row, Grant grant, ProgrammeDefinition definition) {

        TimeLimits limits() {
            return definition.timeLimits();
        }

        Activity activity() {
            return definition.activity(row.activityCode()).orElseThrow();
        }

        /** The last month, if it began in that month and took as long as it does. */
        int lastMonthFrom(int firstMonth) {
            return firstMonth + row.lastMonth() - row.firstMonth();
        }

        int periodOf(LocalDate day) {
            return new GrantCalendar(definition, grant.effectiveFrom(), grant.durationMonths()).periods().stream()
                    .filter(period -> period.days().contains(day))
                    .findFirst()
                    .orElseThrow()
                    .no();
        }

        boolean instituteFee() {
            return definition.isInstituteFee(row.activityCode());
        }
    }
}
