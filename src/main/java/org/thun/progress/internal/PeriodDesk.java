package org.thun.progress.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.activities.ActivityPlans;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.TimeLimits;
import org.thun.progress.ExpenseLine;
import org.thun.progress.MentorOpinion;
import org.thun.progress.MoneyPage;
import org.thun.progress.PeriodAccepted;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.Step;
import org.thun.progress.PeriodDossier.Verdict;
import org.thun.progress.PeriodDossier.Version;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReportState;
import org.thun.progress.PeriodReporting;
import org.thun.progress.internal.PeriodReportMapper.ReportRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/** Carries out what people decide about a period report. Everything is checked before the first row is written. */
@Service
class PeriodDesk implements PeriodReporting {

    private static final String OBJECT = "periodReport";
    private static final Locale THAI = Locale.forLanguageTag("th");

    private final PeriodReportMapper reports;
    private final PeriodBook book;
    private final ActivityPlans plans;
    private final IndicatorQueries indicators;
    private final Grants grants;
    private final Programmes programmes;
    private final MessageSource messages;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    PeriodDesk(
            PeriodReportMapper reports,
            PeriodBook book,
            ActivityPlans plans,
            IndicatorQueries indicators,
            Grants grants,
            Programmes programmes,
            MessageSource messages,
            AuditTrail audit,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.reports = reports;
        this.book = book;
        this.plans = plans;
        this.indicators = indicators;
        this.grants = grants;
        this.programmes = programmes;
        this.messages = messages;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public PeriodDossier dossier(String reportId) {
        return book.dossier(row(reports.find(reportId), reportId));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PeriodDossier> dossier(String grantId, int periodNo) {
        return reports.ofPeriod(grantId, periodNo).map(book::dossier);
    }

    @Override
    @Transactional(readOnly = true)
    public Groundwork groundwork(String reportId) {
        return book.groundwork(row(reports.find(reportId), reportId));
    }

    @Override
    public LocalizedText subject(int periodNo) {
        Object[] no = {periodNo};
        return new LocalizedText(messages.getMessage("progress.subject", no, THAI),
                messages.getMessage("progress.subject", no, Locale.ENGLISH));
    }

    @Override
    @Transactional
    public Outcome<Void> draft(String reportId, DraftReport draft, Actor actor) {
        Case file = lock(reportId, PeriodReportState.OPEN, PeriodReportState.DRAFT, PeriodReportState.RETURNED);
        Groundwork known = book.groundwork(file.row);
        List<Problem> problems = problems(draft, known, file);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        boolean rewritten = file.newest().map(newest -> newest.sentAt() == null).orElse(false);
        int versionNo = rewritten ? file.row.versionNo() : file.row.versionNo() + 1;
        if (rewritten) {
            reports.deleteExpenses(reportId, versionNo);
            reports.deleteActivities(reportId, versionNo);
            reports.deleteVersion(reportId, versionNo);
        }
        write(file.row, versionNo, draft, known, actor);
        move(file, PeriodReportState.DRAFT, file.row.stepDueOn(), "periodReport.draft", null, draft, actor);
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome<Void> submit(String reportId, Decide decision, Actor actor) {
        Case file = lock(reportId, PeriodReportState.DRAFT);
        List<Problem> problems = comments(decision.decision(), decision.comments());
        if (decision.decision() == Verdict.APPROVE) {
            problems.addAll(stale(file));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(file, Step.SUBMISSION, decision.decision(), null, decision.comments(), actor);
        if (decision.decision() == Verdict.RETURN) {
            move(file, PeriodReportState.DRAFT, file.row.stepDueOn(), "periodReport.giveBack", decision.comments(),
                    decision, actor);
            return Outcome.done();
        }
        reports.send(reportId, file.row.versionNo(), actor.accountId(), actor.name().th(), clock.dateTime());
        reports.setFirstSubmitted(reportId, clock.today());
        reports.setOpinion(reportId, null);
        move(file, PeriodReportState.SUBMITTED, in(file.limits().mentorCheck()), "periodReport.submit",
                decision.comments(), decision, actor);
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome<Void> check(String reportId, MentorCheck check, Actor actor) {
        Case file = lock(reportId, PeriodReportState.SUBMITTED);
        List<Problem> problems = comments(check.decision(), check.comments());
        problems.addAll(ownWork(file, actor));
        if (check.decision() == Verdict.APPROVE && check.opinion() == null) {
            problems.add(Problem.at("opinion", "progress.problem.opinion"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(file, Step.MENTOR_CHECK, check.decision(), check.opinion(), check.comments(), actor);
        if (check.decision() == Verdict.RETURN) {
            sendBack(file, check.comments(), check, actor);
            return Outcome.done();
        }
        reports.setOpinion(reportId, check.opinion());
        move(file, PeriodReportState.MENTOR_PASSED, in(file.limits().officerCheck()), "periodReport.check",
                check.comments(), check, actor);
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome<Void> accept(String reportId, Decide decision, Actor actor) {
        Case file = lock(reportId, PeriodReportState.MENTOR_PASSED);
        List<Problem> problems = comments(decision.decision(), decision.comments());
        problems.addAll(ownWork(file, actor));
        if (decision.decision() == Verdict.APPROVE) {
            problems.addAll(notAcceptable(file));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(file, Step.ACCEPTANCE, decision.decision(), null, decision.comments(), actor);
        if (decision.decision() == Verdict.RETURN) {
            sendBack(file, decision.comments(), decision, actor);
            return Outcome.done();
        }
        freezeFigures(file);
        reports.setAccepted(reportId, clock.dateTime());
        move(file, PeriodReportState.FROZEN, null, "periodReport.accept", decision.comments(), decision, actor);
        plans.lock(file.grant.id(), file.row.periodNo(), file.row.lastDay(), actor);
        events.publishEvent(new PeriodAccepted(file.grant.id(), file.row.periodNo()));
        return Outcome.done();
    }

    @Override
    @Transactional
    public NextNotice noteDue(String reportId) {
        ReportRow row = row(reports.lock(reportId), reportId);
        if (row.firstSubmittedOn() != null) {
            return new NextNotice(null, false);
        }
        LocalDate today = clock.today();
        Grant grant = grants.get(row.grantId());
        NoticePlan plan = new NoticePlan(definition(grant).reporting(), row.dueOn());
        Set<Integer> noted = reports.notices(reportId).stream()
                .map(PeriodReportMapper.NoticeRow::offsetDays)
                .collect(Collectors.toSet());
        Set<Integer> due = plan.dueOn(today, noted);
        for (int offset : due) {
            reports.insertNotice(new PeriodReportMapper.NoticeRow(reportId, offset, today));
            boolean late = offset == NoticePlan.FIRST_LATE_DAY
                    && reports.setOverdue(reportId, row.dueOn().plusDays(offset)) > 0;
            audit.record(Actor.SYSTEM, AuditEvent.of(
                    grant.id(), late ? "periodReport.overdue" : "periodReport.remind", OBJECT, reportId));
        }
        return new NextNotice(plan.next(today).orElse(null), plan.asksForCall(due));
    }

    @Override
    @Transactional
    public Outcome<Void> recordCall(String reportId, CallGrantee call, Actor actor) {
        ReportRow row = row(reports.lock(reportId), reportId);
        if (call.calledOn().isAfter(clock.today())) {
            return Outcome.refused(Problem.at("calledOn", "progress.problem.future"));
        }
        if (call.promisedOn() != null && call.promisedOn().isBefore(call.calledOn())) {
            return Outcome.refused(Problem.at("promisedOn", "progress.problem.promiseBeforeCall"));
        }
        int callNo = reports.calls(reportId).size() + 1;
        reports.insertCall(new PeriodReportMapper.CallRow(reportId, callNo, call.calledOn(), call.spokeWith(),
                call.outcome(), call.promisedOn(), actor.accountId(), actor.name().th()));
        audit.record(actor, AuditEvent.of(row.grantId(), "periodReport.call", OBJECT, reportId)
                .because(call.outcome())
                .with(call));
        return Outcome.done();
    }

    private List<Problem> problems(DraftReport draft, Groundwork known, Case file) {
        List<Problem> problems = new ArrayList<>();
        activities(problems, draft, known);
        expenses(problems, draft, file.definition);
        instituteFees(problems, draft, known, file.definition);
        notNegative(problems, "interest", draft.interest());
        notNegative(problems, "otherIncome", draft.otherIncome());
        notNegative(problems, "cash", draft.cash());
        notNegative(problems, "nextForecast", draft.nextForecast());
        if (known.carriedForward() == null) {
            problems.add(Problem.of("progress.problem.previousUnwritten", file.row.periodNo() - 1));
        } else if (!known.carriedForward().equals(draft.carriedForward())) {
            problems.add(Problem.at("carriedForward", "progress.problem.carriedForward", known.carriedForward())
                    .under("BR-07"));
        }
        if (!known.received().equals(draft.received())) {
            problems.add(Problem.at("received", "progress.problem.received", known.received()).under("BR-07"));
        }
        MoneyPage money = money(draft, known);
        if (!money.balanced()) {
            problems.add(Problem.at("bank", "progress.problem.balance", money.balance(), money.inHand(),
                            money.difference())
                    .under("BR-07"));
        }
        return problems;
    }

    private static void activities(List<Problem> problems, DraftReport draft, Groundwork known) {
        Set<String> missing = new HashSet<>(known.activities());
        for (int i = 0; i < draft.activities().size(); i++) {
            String code = draft.activities().get(i).activityCode();
            if (!missing.remove(code)) {
                String key = known.activities().contains(code)
                        ? "progress.problem.activityTwice"
                        : "progress.problem.activityNotInPeriod";
                problems.add(Problem.at("activities[" + i + "].activityCode", key, code));
            }
        }
        known.activities().stream()
                .filter(missing::contains)
                .forEach(code -> problems.add(Problem.at("activities", "progress.problem.activityMissing", code)));
    }

    private static void expenses(List<Problem> problems, DraftReport draft, ProgrammeDefinition definition) {
        Set<String> heads = definition.costHeads().stream().map(CodeItem::code).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.expenses().size(); i++) {
            ExpenseEntry line = draft.expenses().get(i);
            String field = "expenses[" + i + "].";
            if (definition.activity(line.activityCode()).isEmpty()) {
                problems.add(
                        Problem.at(field + "activityCode", "progress.problem.unknownActivity", line.activityCode()));
            }
            if (!heads.contains(line.costHead())) {
                problems.add(Problem.at(field + "costHead", "progress.problem.unknownHead", line.costHead()));
            }
            if (!line.amount().isPositive()) {
                problems.add(Problem.at(field + "amount", "progress.problem.notPositive"));
            }
            if (!seen.add(line.activityCode() + " " + line.costHead())) {
                problems.add(Problem.at(field + "costHead", "progress.problem.expenseTwice"));
            }
        }
    }

    /** An institute fee is stated as its accepted activity report states it, and not before (BR-49). */
    private static void instituteFees(
            List<Problem> problems, DraftReport draft, Groundwork known, ProgrammeDefinition definition) {
        for (int i = 0; i < draft.expenses().size(); i++) {
            ExpenseEntry line = draft.expenses().get(i);
            boolean accepted = known.accepted().contains(
                    new ExpenseLine(line.activityCode(), line.costHead(), line.amount()));
            if (definition.isInstituteFee(line.activityCode()) && !accepted) {
                problems.add(Problem.at("expenses[" + i + "].amount", "progress.problem.fee").under("BR-49"));
            }
        }
    }

    private static void notNegative(List<Problem> problems, String field, Money amount) {
        if (amount.isNegative()) {
            problems.add(Problem.at(field, "progress.problem.negative"));
        }
    }

    private static MoneyPage money(DraftReport draft, Groundwork known) {
        return new MoneyPage(draft.carriedForward(), draft.received(), draft.interest(), draft.otherIncome(),
                Money.sum(draft.expenses().stream().map(ExpenseEntry::amount).toList()), known.refunded(),
                draft.cash(), draft.bank());
    }

    /** What has changed since the money page was written: it would no longer be true. */
    private List<Problem> stale(Case file) {
        Groundwork known = book.groundwork(file.row);
        MoneyPage written = file.newest().orElseThrow().money();
        List<Problem> problems = new ArrayList<>();
        if (!written.carriedForward().equals(known.carriedForward())) {
            problems.add(Problem.of("progress.problem.staleCarriedForward", written.carriedForward(),
                            known.carriedForward() == null ? "" : known.carriedForward())
                    .under("BR-07"));
        }
        if (!written.received().equals(known.received()) || !written.refunded().equals(known.refunded())) {
            problems.add(Problem.of("progress.problem.staleReceived", written.received(), known.received())
                    .under("BR-07"));
        }
        return problems;
    }

    private List<Problem> notAcceptable(Case file) {
        List<Problem> problems = new ArrayList<>(stale(file));
        book.ofGrant(file.grant.id()).stream()
                .filter(earlier -> earlier.no() < file.row.periodNo() && !earlier.accepted())
                .map(PeriodReport::no)
                .forEach(no -> problems.add(Problem.of("progress.problem.earlierOpen", no).under("BR-04")));
        boolean last = file.row.lastDay().equals(file.grant.endsOn());
        long unsettled = plans.ofGrant(file.grant.id()).stream().filter(o -> !o.state().settled()).count();
        if (last && unsettled > 0) {
            // No report comes after the last one: what is accepted later would stand in none.
            problems.add(Problem.of("progress.problem.activitiesOpen", unsettled).under("BR-08"));
        }
        if (!file.newest().orElseThrow().money().balanced()) {
            problems.add(Problem.of("progress.problem.unbalanced").under("BR-07"));
        }
        return problems;
    }

    private static List<Problem> comments(Verdict decision, String comments) {
        List<Problem> problems = new ArrayList<>();
        if (decision == Verdict.RETURN && comments == null) {
            problems.add(Problem.at("comments", "progress.problem.returnComments"));
        }
        return problems;
    }

    private static List<Problem> ownWork(Case file, Actor actor) {
        Version newest = file.newest().orElseThrow();
        boolean own = actor.accountId().equals(newest.authorId()) || actor.accountId().equals(newest.senderId());
        return own ? List.of(Problem.of("progress.problem.ownWork").under("SD1")) : List.of();
    }

    private void write(ReportRow row, int versionNo, DraftReport draft, Groundwork known, Actor actor) {
        reports.insertVersion(new PeriodReportMapper.VersionRow(row.id(), versionNo, draft.standing(), draft.summary(),
                draft.nextPlan(), draft.nextForecast(), draft.carriedForward(), draft.received(), draft.interest(),
                draft.otherIncome(), known.refunded(), draft.cash(), draft.bank(), actor.accountId(),
                actor.name().th(), clock.dateTime(), null, null, null));
        reports.setVersion(row.id(), versionNo);
        int lineNo = 0;
        for (ProgressLine line : draft.activities()) {
            reports.insertActivity(new PeriodReportMapper.ActivityRow(row.id(), versionNo, ++lineNo,
                    line.activityCode(), line.percent(), line.result(), line.problem()));
        }
        lineNo = 0;
        for (ExpenseEntry line : draft.expenses()) {
            reports.insertExpense(row.id(), versionNo, ++lineNo, line.activityCode(), line.costHead(), line.amount());
        }
    }

    private void freezeFigures(Case file) {
        int lineNo = 0;
        for (Measurement figure : indicators.measure(file.grant, file.row.lastDay())) {
            reports.insertFigure(new PeriodReportMapper.FigureRow(file.row.id(), ++lineNo, figure.indicator().id(),
                    figure.indicator().title().th(), figure.indicator().title().en(), figure.baseline(),
                    figure.target(), figure.phasedTarget(), figure.actual(), figure.percentOfTarget(),
                    figure.percentOfIncrement(), figure.status().name()));
        }
    }

    /** Back to the grantee: whatever was approved before is void, and the next version goes the whole way again. */
    private void sendBack(Case file, String comments, Object data, Actor actor) {
        reports.voidApprovals(file.row.id());
        reports.setOpinion(file.row.id(), null);
        move(file, PeriodReportState.RETURNED, in(file.limits().correction()), "periodReport.return", comments, data,
                actor);
    }

    private void note(
            Case file, Step step, Verdict decision, MentorOpinion opinion, String comments, Actor actor) {
        int decisionNo = reports.decisions(file.row.id()).size() + 1;
        reports.insertDecision(new PeriodReportMapper.DecisionRow(file.row.id(), decisionNo, file.row.versionNo(), step,
                decision, opinion, comments, actor.accountId(), actor.name().th(), actor.acting(), clock.dateTime(),
                false));
    }

    private void move(
            Case file,
            PeriodReportState to,
            LocalDate stepDueOn,
            String command,
            String reason,
            Object data,
            Actor actor) {
        reports.move(file.row.id(), to, stepDueOn);
        audit.record(actor, AuditEvent.transition(
                        file.grant.id(), command, OBJECT, file.row.id(), file.row.state(), to)
                .because(reason)
                .with(data));
    }

    private LocalDate in(int days) {
        return clock.today().plusDays(days);
    }

    private Case lock(String reportId, PeriodReportState... expected) {
        ReportRow row = row(reports.lock(reportId), reportId);
        if (!List.of(expected).contains(row.state())) {
            throw new IllegalStateException("period report " + reportId + " is " + row.state());
        }
        Grant grant = grants.get(row.grantId());
        return new Case(row, grant, definition(grant), book.dossier(row).newest());
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    private static ReportRow row(Optional<ReportRow> found, String reportId) {
        return found.orElseThrow(() -> new IllegalArgumentException("no period report " + reportId));
    }

    /** A report with what it has to be judged by. */
    private record Case(ReportRow row, Grant grant, ProgrammeDefinition definition, Optional<Version> newest) {

        TimeLimits limits() {
            return definition.timeLimits();
        }
    }
}
