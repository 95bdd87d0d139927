package org.thun.progress.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.activities.ActivityPlans;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.documents.Document;
import org.thun.documents.Documents;
import org.thun.documents.ObjectRef;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.ReportingPolicy.EscalationStep;
import org.thun.programmes.TimeLimits;
import org.thun.progress.ExpenseLine;
import org.thun.progress.MentorOpinion;
import org.thun.progress.MoneyPage;
import org.thun.progress.PeriodAccepted;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.Adjustment;
import org.thun.progress.PeriodDossier.FrozenFile;
import org.thun.progress.PeriodDossier.LateDecision;
import org.thun.progress.PeriodDossier.Refusal;
import org.thun.progress.PeriodDossier.Step;
import org.thun.progress.PeriodDossier.Treatment;
import org.thun.progress.PeriodDossier.Verdict;
import org.thun.progress.PeriodDossier.Version;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReportState;
import org.thun.progress.PeriodReporting;
import org.thun.progress.ReportDecided;
import org.thun.progress.ReportReminded;
import org.thun.progress.SuspensionProposal;
import org.thun.progress.internal.PeriodReportMapper.ReportRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.workflow.Processes;

/** Carries out what people decide about a period report. Everything is checked before the first row is written. */
@Service
class PeriodDesk implements PeriodReporting {

    private static final String OBJECT = OBJECT_TYPE;

    /** Waits until the conditions of an acceptance are met. */
    private static final String CONDITIONS = "report-conditions";
    private static final Locale THAI = Locale.forLanguageTag("th");

    private final PeriodReportMapper reports;
    private final PeriodBook book;
    private final ActivityPlans plans;
    private final IndicatorQueries indicators;
    private final Grants grants;
    private final Programmes programmes;
    private final Documents documents;
    private final ReportFiles files;
    private final Processes processes;
    private final ObjectProvider<SuspensionProposal> suspensions;
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
            Documents documents,
            ReportFiles files,
            Processes processes,
            ObjectProvider<SuspensionProposal> suspensions,
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
        this.documents = documents;
        this.files = files;
        this.processes = processes;
        this.suspensions = suspensions;
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
    public boolean mayAttach(String reportId, Actor actor) {
        return files.mayAdd(reportId, actor);
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
            reports.deleteAdjustments(reportId, versionNo);
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
        if (decision.decision() == Verdict.CONDITIONS) {
            problems.add(Problem.at("decision", "progress.problem.conditionsByOfficer"));
        }
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
        if (check.decision() == Verdict.CONDITIONS) {
            problems.add(Problem.at("decision", "progress.problem.conditionsByOfficer"));
        }
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
    public Outcome<Void> accept(String reportId, AcceptReport decision, Actor actor) {
        Case file = lock(reportId, PeriodReportState.MENTOR_PASSED);
        List<Problem> problems = comments(decision.decision(), decision.comments());
        problems.addAll(ownWork(file, actor));
        problems.addAll(qualifications(decision, file));
        if (decision.decision() != Verdict.RETURN) {
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
        freeze(file, decision, actor);
        move(file, PeriodReportState.FROZEN, null,
                decision.decision() == Verdict.CONDITIONS ? "periodReport.acceptPartly" : "periodReport.accept",
                decision.comments(), decision, actor);
        plans.lock(file.grant.id(), file.row.periodNo(), file.row.lastDay(), actor);
        if (!decision.conditions().isEmpty()) {
            processes.start(CONDITIONS, reportId, file.grant.id(), subject(file.row.periodNo()), Map.of());
        }
        events.publishEvent(new PeriodAccepted(file.grant.id(), file.row.periodNo()));
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome<Boolean> confirm(String reportId, ConfirmConditions answers, Actor actor) {
        ReportRow row = row(reports.lock(reportId), reportId);
        Set<Integer> open = reports.conditions(reportId).stream()
                .filter(condition -> condition.metOn() == null)
                .map(PeriodReportMapper.ConditionRow::conditionNo)
                .collect(Collectors.toSet());
        List<ConditionAnswer> met = answers.conditions().stream().filter(ConditionAnswer::met).toList();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < answers.conditions().size(); i++) {
            if (!open.contains(answers.conditions().get(i).conditionNo())) {
                problems.add(Problem.at("conditions[" + i + "].conditionNo", "progress.problem.noSuchCondition"));
            }
        }
        if (met.isEmpty()) {
            problems.add(Problem.at("conditions", "progress.problem.noneMet"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        for (ConditionAnswer answer : met) {
            reports.meetCondition(reportId, answer.conditionNo(), clock.today(), actor.accountId(), actor.name().th(),
                    answer.note());
            open.remove(answer.conditionNo());
        }
        audit.record(actor, AuditEvent.of(row.grantId(), "periodReport.conditionsMet", OBJECT, reportId).with(answers));
        return Outcome.done(open.isEmpty());
    }

    @Override
    @Transactional
    public NextNotice noteDue(String reportId) {
        ReportRow row = row(reports.lock(reportId), reportId);
        if (row.firstSubmittedOn() != null) {
            return new NextNotice(null, Set.of());
        }
        LocalDate today = clock.today();
        Grant grant = grants.get(row.grantId());
        NoticePlan plan = new NoticePlan(definition(grant).reporting(), row.dueOn());
        Set<Integer> due = remind(row, plan, today);
        return new NextNotice(plan.next(today).orElse(null), plan.escalations(due));
    }

    /** Notes what has fallen due and was not spoken of, each once. */
    Set<Integer> remind(ReportRow row, NoticePlan plan, LocalDate day) {
        Set<Integer> noted = reports.notices(row.id()).stream()
                .map(PeriodReportMapper.NoticeRow::offsetDays)
                .collect(Collectors.toSet());
        Set<Integer> due = plan.dueOn(day, noted);
        for (int offset : due) {
            reports.insertNotice(new PeriodReportMapper.NoticeRow(row.id(), offset, day));
            boolean late = offset == NoticePlan.FIRST_LATE_DAY
                    && reports.setOverdue(row.id(), row.dueOn().plusDays(offset)) > 0;
            audit.record(Actor.SYSTEM, AuditEvent.of(
                    row.grantId(), late ? "periodReport.overdue" : "periodReport.remind", OBJECT, row.id()));
            events.publishEvent(new ReportReminded(row.grantId(), row.id(), row.periodNo(), row.dueOn(), offset));
        }
        return due;
    }

    @Override
    @Transactional
    public Outcome<Void> escalate(String reportId, EscalationStep step, DecideLate decision, Actor actor) {
        ReportRow row = row(reports.lock(reportId), reportId);
        boolean wait = decision.decision() == LateDecision.WAIT;
        List<Problem> problems = new ArrayList<>();
        if (wait && (decision.until() == null || !decision.until().isAfter(clock.today()))) {
            problems.add(Problem.at("until", "progress.problem.waitUntil").under("BR-14"));
        }
        if (!wait && row.firstSubmittedOn() != null) {
            problems.add(Problem.at("decision", "progress.problem.sentMeanwhile", row.firstSubmittedOn()));
        }
        SuspensionProposal proposal = suspensions.getIfAvailable();
        if (!wait && proposal == null) {
            problems.add(Problem.at("decision", "progress.problem.noSuspension"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        int no = reports.escalations(reportId).size() + 1;
        reports.insertEscalation(new PeriodReportMapper.EscalationRow(reportId, no, step, decision.decision(),
                decision.reason(), wait ? decision.until() : null, actor.accountId(), actor.name().th(), actor.acting(),
                clock.dateTime()));
        audit.record(actor, AuditEvent.of(row.grantId(),
                        wait ? "periodReport.waitLonger" : "periodReport.proposeSuspension", OBJECT, reportId)
                .because(decision.reason())
                .with(decision));
        if (!wait) {
            proposal.propose(row.grantId(), decision.reason(), actor);
        }
        return Outcome.done();
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
        adjustments(problems, draft, file);
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

    /** Only what is frozen can be put right; a refused cost that the grantee bears does not come back this way. */
    private void adjustments(List<Problem> problems, DraftReport draft, Case file) {
        Set<String> heads = file.definition.costHeads().stream().map(CodeItem::code).collect(Collectors.toSet());
        for (int i = 0; i < draft.adjustments().size(); i++) {
            AdjustmentEntry line = draft.adjustments().get(i);
            String field = "adjustments[" + i + "].";
            Optional<ReportRow> period = reports.ofPeriod(file.grant.id(), line.ofPeriod())
                    .filter(row -> row.state() == PeriodReportState.FROZEN);
            if (period.isEmpty()) {
                problems.add(Problem.at(field + "ofPeriod", "progress.problem.notFrozen", line.ofPeriod()).under("BR-15"));
            } else if (line.amount().isPositive() && reports.refusals(period.get().id()).stream()
                    .anyMatch(refusal -> refusal.treatment() == Treatment.INELIGIBLE
                            && refusal.activityCode().equals(line.activityCode())
                            && refusal.costHead().equals(line.costHead()))) {
                problems.add(Problem.at(field + "amount", "progress.problem.ineligible", line.ofPeriod()));
            }
            if (file.definition.activity(line.activityCode()).isEmpty()) {
                problems.add(
                        Problem.at(field + "activityCode", "progress.problem.unknownActivity", line.activityCode()));
            }
            if (!heads.contains(line.costHead())) {
                problems.add(Problem.at(field + "costHead", "progress.problem.unknownHead", line.costHead()));
            }
            if (line.amount().isZero()) {
                problems.add(Problem.at(field + "amount", "progress.problem.zero"));
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
                Money.sum(draft.expenses().stream().map(ExpenseEntry::amount).toList())
                        .plus(Money.sum(draft.adjustments().stream().map(AdjustmentEntry::amount).toList())),
                known.refunded(),
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

    /** What an acceptance in part or on conditions has to say. */
    private List<Problem> qualifications(AcceptReport decision, Case file) {
        List<Problem> problems = new ArrayList<>();
        boolean qualified = !decision.conditions().isEmpty() || !decision.refusals().isEmpty();
        if (qualified != (decision.decision() == Verdict.CONDITIONS)) {
            problems.add(Problem.at("decision",
                    qualified ? "progress.problem.conditionsStated" : "progress.problem.conditionsMissing"));
        }
        for (int i = 0; i < decision.conditions().size(); i++) {
            if (decision.conditions().get(i).dueOn().isBefore(clock.today())) {
                problems.add(Problem.at("conditions[" + i + "].dueOn", "progress.problem.conditionPast"));
            }
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < decision.refusals().size(); i++) {
            RefusalEntry line = decision.refusals().get(i);
            Money stated = file.newest().orElseThrow().expenses().stream()
                    .filter(other -> other.activityCode().equals(line.activityCode())
                            && other.costHead().equals(line.costHead()))
                    .map(ExpenseLine::amount)
                    .findFirst()
                    .orElse(Money.ZERO);
            if (!line.amount().isPositive()) {
                problems.add(Problem.at("refusals[" + i + "].amount", "progress.problem.notPositive"));
            } else if (line.amount().compareTo(stated) > 0) {
                problems.add(Problem.at("refusals[" + i + "].amount", "progress.problem.refusalTooHigh", stated));
            }
            if (!seen.add(line.activityCode() + " " + line.costHead())) {
                problems.add(Problem.at("refusals[" + i + "].costHead", "progress.problem.expenseTwice"));
            }
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
        lineNo = 0;
        for (AdjustmentEntry line : draft.adjustments()) {
            reports.insertAdjustment(row.id(), versionNo, ++lineNo, new Adjustment(line.ofPeriod(), line.activityCode(),
                    line.costHead(), line.amount(), line.reason()));
        }
    }

    /** Keeps what the acceptance rests on: figures, files, refused cost and conditions. Texts stay in their version. */
    private void freeze(Case file, AcceptReport decision, Actor actor) {
        String reportId = file.row.id();
        freezeFigures(file);
        int lineNo = 0;
        for (Document document : documents.ofObject(new ObjectRef(OBJECT_TYPE, reportId), actor)) {
            Document.Version latest = document.latest();
            reports.insertFile(reportId, ++lineNo, new FrozenFile(document.id(), latest.no(), document.title(),
                    latest.fileName(), latest.size(), latest.sha256()));
        }
        lineNo = 0;
        for (RefusalEntry line : decision.refusals()) {
            reports.insertRefusal(reportId, ++lineNo, new Refusal(line.activityCode(), line.costHead(), line.amount(),
                    line.treatment(), line.reason()));
        }
        lineNo = 0;
        for (ConditionEntry condition : decision.conditions()) {
            reports.insertCondition(reportId, ++lineNo, condition.text(), condition.dueOn());
        }
        reports.setAccepted(reportId, clock.dateTime());
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
        if (step != Step.SUBMISSION) {
            events.publishEvent(new ReportDecided(file.grant.id(), file.row.id(), file.row.periodNo(), decisionNo, decision));
        }
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
