package org.thun.closeout.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.closeout.CloseOutDossier;
import org.thun.closeout.CloseOutDossier.Refund;
import org.thun.closeout.CloseOutDossier.RefundState;
import org.thun.closeout.CloseOutDossier.Step;
import org.thun.closeout.CloseOutDossier.Verdict;
import org.thun.closeout.CloseOutDossier.Version;
import org.thun.closeout.CloseOutState;
import org.thun.closeout.RefundDue;
import org.thun.closeout.ClosingAccount;
import org.thun.closeout.ClosingDesk;
import org.thun.closeout.internal.CloseOutMapper.CloseOutRow;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.TrancheSettled;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.TimeLimits;
import org.thun.shared.BusinessClock;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet.Check;
import org.thun.workflow.Processes;

/** Carries out what people decide about the closing of a grant. Everything is checked before the first row is written. */
@Service
class CloseOutDesk implements ClosingDesk {

    private static final String OBJECT = "closeOut";

    private final CloseOutMapper closeOuts;
    private final ClosingBook book;
    private final Disbursements disbursements;
    private final Grants grants;
    private final Programmes programmes;
    private final Processes processes;
    private final AuditTrail audit;
    private final LegalRates rates;
    private final AuditDuty audits;
    private final BusinessClock clock;

    CloseOutDesk(
            CloseOutMapper closeOuts,
            ClosingBook book,
            Disbursements disbursements,
            Grants grants,
            Programmes programmes,
            Processes processes,
            AuditTrail audit,
            LegalRates rates,
            AuditDuty audits,
            BusinessClock clock) {
        this.closeOuts = closeOuts;
        this.book = book;
        this.disbursements = disbursements;
        this.grants = grants;
        this.programmes = programmes;
        this.processes = processes;
        this.audit = audit;
        this.rates = rates;
        this.audits = audits;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public CloseOutDossier dossier(String closeOutId) {
        return book.dossier(row(closeOuts.find(closeOutId), closeOutId));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CloseOutDossier> ofGrant(String grantId) {
        return closeOuts.ofGrant(grantId).map(book::dossier);
    }

    @Override
    @Transactional(readOnly = true)
    public ClosingAccount account(String grantId) {
        return book.account(grantId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Check> acceptanceChecks(String closeOutId) {
        return book.acceptanceChecks(row(closeOuts.find(closeOutId), closeOutId).grantId());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Check> closingChecks(String closeOutId) {
        return book.closingChecks(row(closeOuts.find(closeOutId), closeOutId));
    }

    @Override
    @Transactional
    public Outcome<Void> prepare(String closeOutId, PrepareCloseOut documents, Actor actor) {
        Case file = lock(closeOutId, CloseOutState.OPEN, CloseOutState.RETURNED);
        List<Problem> problems = problems(documents, file);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        boolean rewritten = file.newest().map(newest -> newest.sentAt() == null).orElse(false);
        int versionNo = rewritten ? file.row.versionNo() : file.row.versionNo() + 1;
        if (rewritten) {
            closeOuts.deleteAssets(closeOutId, versionNo);
            closeOuts.deleteVersion(closeOutId, versionNo);
        }
        closeOuts.insertVersion(new CloseOutMapper.VersionRow(closeOutId, versionNo, documents.finalReport(),
                documents.lessons(), documents.auditor(), documents.auditNote(), actor.accountId(), actor.name().th(),
                clock.dateTime(), null, null, null));
        closeOuts.setVersion(closeOutId, versionNo);
        int lineNo = 0;
        for (AssetLine asset : documents.assets()) {
            closeOuts.insertAsset(new CloseOutMapper.AssetRow(closeOutId, versionNo, ++lineNo, asset.name(),
                    asset.quantity(), asset.amount(), asset.keeper()));
        }
        audit.record(actor, AuditEvent.of(file.grant.id(), "closeOut.prepare", OBJECT, closeOutId).with(documents));
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome<Void> submit(String closeOutId, Decide decision, Actor actor) {
        Case file = lock(closeOutId, CloseOutState.OPEN, CloseOutState.RETURNED);
        List<Problem> problems = comments(decision);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(file, Step.SUBMISSION, decision, actor);
        if (decision.decision() == Verdict.RETURN) {
            audit.record(actor, AuditEvent.of(file.grant.id(), "closeOut.giveBack", OBJECT, closeOutId)
                    .because(decision.comments())
                    .with(decision));
            return Outcome.done();
        }
        closeOuts.send(closeOutId, file.row.versionNo(), actor.accountId(), actor.name().th(), clock.dateTime());
        move(file, CloseOutState.DOCS_COMPLETE, in(file.limits().officerCheck()), "closeOut.submit", decision, actor);
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome<Settlement> check(String closeOutId, Decide decision, Actor actor) {
        Case file = lock(closeOutId, CloseOutState.DOCS_COMPLETE);
        List<Problem> problems = comments(decision);
        problems.addAll(ownWork(file, actor));
        if (decision.decision() == Verdict.APPROVE) {
            problems.addAll(unmet(book.acceptanceChecks(file.grant.id())));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(file, Step.CHECK, decision, actor);
        if (decision.decision() == Verdict.RETURN) {
            sendBack(file, decision, actor);
            return Outcome.done(Settlement.NONE);
        }
        move(file, CloseOutState.FINANCE_RECONCILED, in(file.limits().lastPayment()), "closeOut.accept", decision,
                actor);
        return Outcome.done(settle(file, actor));
    }

    /** Too much in hand comes back, too little is paid by the last tranche, and an unneeded last tranche is skipped. */
    private Settlement settle(Case file, Actor actor) {
        Money left = disbursements.balance(file.grant.id());
        boolean waits = disbursements.openLastTranche(file.grant.id(), left.negate(), actor);
        Case accepted = file.now(CloseOutState.FINANCE_RECONCILED);
        if (left.isPositive()) {
            move(accepted, CloseOutState.REFUND_DUE, in(file.limits().refund()), "closeOut.askRefund", left, actor);
            return Settlement.REFUND;
        }
        if (waits) {
            move(accepted, CloseOutState.LAST_TRANCHE, in(file.limits().lastPayment()), "closeOut.awaitTranche", left,
                    actor);
            return Settlement.LAST_TRANCHE;
        }
        return Settlement.NONE;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RefundDue> refundDue(String closeOutId, LocalDate day) {
        CloseOutRow row = row(closeOuts.find(closeOutId), closeOutId);
        return row.state() == CloseOutState.REFUND_DUE ? due(row, day) : Optional.empty();
    }

    /** The step falls due when the refund does; it keeps that day while parts come in. */
    private Optional<RefundDue> due(CloseOutRow row, LocalDate day) {
        List<LateInterest.Paid> paid = closeOuts.refunds(row.id()).stream()
                .filter(refund -> refund.state() == RefundState.CONFIRMED)
                .map(refund -> new LateInterest.Paid(refund.paidOn(), refund.amount(), refund.interest()))
                .toList();
        return LateInterest.on(day, row.stepDueOn(), disbursements.balance(row.grantId()), paid, rates);
    }

    private static Problem noRate() {
        return Problem.at("paidOn", "closeout.problem.noRate").under("BR-37");
    }

    @Override
    @Transactional
    public Outcome<Void> payRefund(String closeOutId, PayRefund refund, Actor actor) {
        Case file = lock(closeOutId, CloseOutState.REFUND_DUE);
        Optional<RefundDue> due = due(file.row, refund.paidOn());
        List<Problem> problems = new ArrayList<>();
        if (due.isEmpty()) {
            problems.add(noRate());
        } else if (!refund.amount().isPositive()) {
            problems.add(Problem.at("amount", "closeout.problem.notPositive"));
        } else if (refund.amount().compareTo(due.get().total()) > 0) {
            problems.add(Problem.at("amount", "closeout.problem.overDue", due.get().total()).under("BR-08"));
        }
        if (refund.paidOn().isAfter(clock.today())) {
            problems.add(Problem.at("paidOn", "closeout.problem.future"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        int refundNo = closeOuts.refunds(closeOutId).size() + 1;
        closeOuts.insertRefund(new CloseOutMapper.RefundRow(closeOutId, refundNo, RefundState.CLAIMED, refund.paidOn(),
                refund.reference(), refund.amount(), Money.ZERO, actor.accountId(), actor.name().th()));
        audit.record(actor, AuditEvent.of(file.grant.id(), "closeOut.payRefund", OBJECT, closeOutId).with(refund));
        return Outcome.done();
    }

    @Override
    @Transactional
    public Outcome<Settlement> confirmRefund(String closeOutId, Decide decision, Actor actor) {
        Case file = lock(closeOutId, CloseOutState.REFUND_DUE);
        Refund claimed = book.dossier(file.row).claimed().orElseThrow();
        List<Problem> problems = comments(decision);
        if (claimed.payerId().equals(actor.accountId())) {
            problems.add(Problem.of("closeout.problem.ownRefund").under("SD2"));
        }
        Optional<RefundDue> due = due(file.row, claimed.paidOn());
        if (decision.decision() == Verdict.APPROVE && due.isEmpty()) {
            problems.add(noRate());
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        if (decision.decision() == Verdict.RETURN) {
            closeOuts.moveRefund(closeOutId, claimed.no(), RefundState.REJECTED);
            audit.record(actor, AuditEvent.of(file.grant.id(), "closeOut.rejectRefund", OBJECT, closeOutId)
                    .because(decision.comments())
                    .with(decision));
            return Outcome.done(Settlement.REFUND);
        }
        // What is paid pays interest first (BR-37); the ledger of the grant takes the rest.
        Money interest = due.orElseThrow().interest();
        Money first = interest.compareTo(claimed.amount()) < 0 ? interest : claimed.amount();
        Money principal = claimed.amount().minus(first);
        closeOuts.confirmRefund(closeOutId, claimed.no(), first);
        if (principal.isPositive()) {
            disbursements.recordRefund(file.grant.id(), principal, claimed.paidOn(), claimed.reference(),
                    closeOutId + "-" + claimed.no(), actor);
        }
        if (disbursements.balance(file.grant.id()).isPositive()) {
            audit.record(actor, AuditEvent.of(file.grant.id(), "closeOut.confirmRefund", OBJECT, closeOutId));
            return Outcome.done(Settlement.REFUND);
        }
        move(file, CloseOutState.REFUND_RECEIVED, in(file.limits().lastPayment()), "closeOut.confirmRefund", decision,
                actor);
        return Outcome.done(Settlement.NONE);
    }

    @Override
    @Transactional
    public Outcome<Void> close(String closeOutId, Decide decision, Actor actor) {
        Case file = lock(closeOutId, CloseOutState.FINANCE_RECONCILED, CloseOutState.REFUND_RECEIVED,
                CloseOutState.LAST_TRANCHE);
        List<Problem> problems = comments(decision);
        problems.addAll(ownWork(file, actor));
        if (decision.decision() == Verdict.APPROVE) {
            problems.addAll(unmet(book.closingChecks(file.row)));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(file, Step.CLOSING, decision, actor);
        if (decision.decision() == Verdict.RETURN) {
            sendBack(file, decision, actor);
            return Outcome.done();
        }
        move(file, CloseOutState.CLOSED, null, "closeOut.close", decision, actor);
        grants.close(file.grant.id(), actor);
        return Outcome.done();
    }

    /** The last tranche has been receipted, or was not asked for: the closing goes on. */
    @EventListener
    @Transactional
    public void goOn(TrancheSettled settled) {
        closeOuts.ofGrant(settled.grantId())
                .filter(row -> row.state() == CloseOutState.LAST_TRANCHE)
                .filter(row -> disbursements.tranche(settled.grantId(), settled.trancheNo()).orElseThrow().atCloseOut())
                .ifPresent(row -> processes.tell("lastTrancheSettled", row.id(), Map.of()));
    }

    private List<Problem> problems(PrepareCloseOut documents, Case file) {
        List<Problem> problems = new ArrayList<>();
        if (documents.assets().isEmpty() != documents.noAssets()) {
            problems.add(Problem.at("noAssets",
                            documents.noAssets() ? "closeout.problem.assetsStated" : "closeout.problem.assetsOpen")
                    .under("BR-06"));
        }
        for (int i = 0; i < documents.assets().size(); i++) {
            if (documents.assets().get(i).amount().isNegative()) {
                problems.add(Problem.at("assets[" + i + "].amount", "closeout.problem.negative"));
            }
        }
        problems.addAll(audits.problems(file.grant, documents.auditor(), documents.auditNote()));
        return problems;
    }

    private static List<Problem> unmet(List<Check> checks) {
        return checks.stream()
                .filter(check -> !check.met())
                .map(check -> Problem.of(check.detailKey(), check.args().toArray()).under(check.rule()))
                .toList();
    }

    private static List<Problem> comments(Decide decision) {
        List<Problem> problems = new ArrayList<>();
        if (decision.decision() == Verdict.RETURN && decision.comments() == null) {
            problems.add(Problem.at("comments", "closeout.problem.returnComments"));
        }
        return problems;
    }

    private static List<Problem> ownWork(Case file, Actor actor) {
        Version newest = file.newest().orElseThrow();
        boolean own = actor.accountId().equals(newest.authorId()) || actor.accountId().equals(newest.senderId());
        return own ? List.of(Problem.of("closeout.problem.ownWork").under("SD1")) : List.of();
    }

    private void sendBack(Case file, Decide decision, Actor actor) {
        closeOuts.voidApprovals(file.row.id());
        move(file, CloseOutState.RETURNED, in(file.limits().correction()), "closeOut.return", decision, actor);
    }

    private void note(Case file, Step step, Decide decision, Actor actor) {
        int decisionNo = closeOuts.decisions(file.row.id()).size() + 1;
        closeOuts.insertDecision(new CloseOutMapper.DecisionRow(file.row.id(), decisionNo, file.row.versionNo(), step,
                decision.decision(), decision.comments(), actor.accountId(), actor.name().th(), actor.acting(),
                clock.dateTime(), false));
    }

    private void move(Case file, CloseOutState to, LocalDate dueOn, String command, Object data, Actor actor) {
        closeOuts.move(file.row.id(), to, dueOn);
        audit.record(actor, AuditEvent.transition(
                        file.grant.id(), command, OBJECT, file.row.id(), file.row.state(), to)
                .because(data instanceof Decide decision ? decision.comments() : null)
                .with(data));
    }

    private LocalDate in(int days) {
        return clock.today().plusDays(days);
    }

    private Case lock(String closeOutId, CloseOutState... expected) {
        CloseOutRow row = row(closeOuts.lock(closeOutId), closeOutId);
        if (!List.of(expected).contains(row.state())) {
            throw new IllegalStateException("close-out " + closeOutId + " is " + row.state());
        }
        Grant grant = grants.get(row.grantId());
        return new Case(row, grant, programmes.version(grant.programmeKey(), grant.programmeVersion()),
                book.dossier(row).newest());
    }

    private static CloseOutRow row(Optional<CloseOutRow> found, String closeOutId) {
        return found.orElseThrow(() -> new IllegalArgumentException("no close-out " + closeOutId));
    }

    /** A close-out with what it has to be judged by. */
    private record Case(CloseOutRow row, Grant grant, ProgrammeDefinition definition, Optional<Version> newest) {

        TimeLimits limits() {
            return definition.timeLimits();
        }

        /** The same, one state further. */
        Case now(CloseOutState state) {
            return new Case(new CloseOutRow(row.id(), row.grantId(), state, row.versionNo(), row.stepDueOn(),
                    row.openedOn()), grant, definition, newest);
        }
    }
}
