package org.thun.grants.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Agreement;
import org.thun.grants.Agreement.Condition;
import org.thun.grants.Agreement.Hand;
import org.thun.grants.AgreementEffective;
import org.thun.grants.AgreementLapsed;
import org.thun.grants.Agreements;
import org.thun.grants.GrantState;
import org.thun.grants.internal.AgreementMapper.VersionRow;
import org.thun.identity.Actor;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
@Transactional
class AgreementDesk implements Agreements {

    private final GrantMapper grants;
    private final AgreementMapper agreements;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    AgreementDesk(
            GrantMapper grants,
            AgreementMapper agreements,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.grants = grants;
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Agreement of(String grantId) {
        VersionRow row = agreements.newest(grantId);
        if (row == null) {
            throw new IllegalArgumentException("no grant " + grantId);
        }
        List<Condition> conditions = agreements.conditions(grantId).stream()
                .map(c -> new Condition(c.conditionNo(), c.textTh(), hand(c.metBy(), c.metAt())))
                .toList();
        return new Agreement(grantId, row.versionNo(), row.amount(), row.durationMonths(), row.effectiveFrom(),
                agreements.lines(grantId, row.versionNo()), agreements.tranches(grantId, row.versionNo()), conditions,
                hand(row.preparedBy(), row.preparedAt()), hand(row.granteeSignedBy(), row.granteeSignedAt()),
                hand(row.funderSignedBy(), row.funderSignedAt()), hand(row.returnedBy(), row.returnedAt()),
                row.returnedComment());
    }

    @Override
    public Outcome<Void> prepare(String grantId, Terms terms, Actor actor) {
        Agreement agreement = of(grantId);
        List<Problem> problems = new ArrayList<>(
                TranchePlan.check(agreement.amount(), agreement.budget(), agreement.tranches()));
        grants.idOfNumber(terms.number())
                .filter(other -> !other.equals(grantId))
                .ifPresent(other -> problems.add(Problem.at("number", "grants.problem.numberTaken", terms.number())));
        long open = agreement.conditions().stream()
                .filter(condition -> condition.open() && !terms.conditionsMet().contains(condition.no()))
                .count();
        if (open > 0) {
            problems.add(Problem.at("conditionsMet", "grants.problem.conditionsOpen", open));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        if (grants.renumber(grantId, GrantState.DRAFT, terms.number()) == 0) {
            throw new IllegalStateException("grant " + grantId + " is no draft");
        }
        agreements.prepare(grantId, agreement.version(), terms.effectiveOn(), actor.accountId(), clock.dateTime());
        terms.conditionsMet()
                .forEach(no -> agreements.meetCondition(grantId, no, actor.accountId(), clock.dateTime()));
        audit.record(actor, AuditEvent.of(grantId, "agreement.prepare", "grant", grantId).with(terms));
        return Outcome.done();
    }

    @Override
    public Outcome<Void> signForGrantee(String grantId, Actor actor) {
        Agreement agreement = of(grantId);
        move(grantId, GrantState.DRAFT, GrantState.SIGNED_GRANTEE);
        agreements.signForGrantee(grantId, agreement.version(), actor.accountId(), clock.dateTime());
        audit.record(actor, AuditEvent.transition(grantId, "agreement.signForGrantee", "grant", grantId,
                GrantState.DRAFT, GrantState.SIGNED_GRANTEE).with(agreement));
        return Outcome.done();
    }

    @Override
    public Outcome<LocalDate> signForFunder(String grantId, Actor actor) {
        Agreement agreement = of(grantId);
        if (isHand(agreement.prepared(), actor) || isHand(agreement.signedByGrantee(), actor)) {
            return Outcome.refused(Problem.of("grants.problem.ownAgreement").under("SD1"));
        }
        move(grantId, GrantState.SIGNED_GRANTEE, GrantState.SIGNED_BOTH);
        agreements.signForFunder(grantId, agreement.version(), actor.accountId(), clock.dateTime());
        audit.record(actor, AuditEvent.transition(grantId, "agreement.signForFunder", "grant", grantId,
                GrantState.SIGNED_GRANTEE, GrantState.SIGNED_BOTH).with(agreement));
        return Outcome.done(agreement.effectiveFrom());
    }

    @Override
    public Outcome<Void> sendBack(String grantId, String comment, Actor actor) {
        if (comment == null || comment.isBlank()) {
            return Outcome.refused(Problem.at("comment", "grants.problem.commentNeeded"));
        }
        Agreement agreement = of(grantId);
        GrantState from = grants.find(grantId).orElseThrow().state();
        if (from == GrantState.SIGNED_GRANTEE) {
            move(grantId, from, GrantState.DRAFT);
        } else {
            requireState(grantId, GrantState.DRAFT);
        }
        agreements.sendBack(grantId, agreement.version(), comment, actor.accountId(), clock.dateTime());
        audit.record(actor, AuditEvent.transition(grantId, "agreement.sendBack", "grant", grantId, from,
                GrantState.DRAFT).because(comment));
        return Outcome.done();
    }

    @Override
    public void makeEffective(String grantId) {
        Agreement agreement = of(grantId);
        move(grantId, GrantState.SIGNED_BOTH, GrantState.EFFECTIVE);
        DateRange term = agreement.termFrom(agreement.effectiveFrom());
        grants.setTerm(grantId, term.from(), term.to());
        audit.record(Actor.SYSTEM, AuditEvent.transition(grantId, "agreement.makeEffective", "grant", grantId,
                GrantState.SIGNED_BOTH, GrantState.EFFECTIVE).with(term));
        events.publishEvent(new AgreementEffective(grantId));
    }

    @Override
    public void lapse(String grantId) {
        GrantState from = grants.find(grantId).orElseThrow().state();
        if (from != GrantState.DRAFT && from != GrantState.SIGNED_GRANTEE) {
            throw new IllegalStateException("grant " + grantId + " is " + from + " and cannot lapse");
        }
        move(grantId, from, GrantState.LAPSED);
        audit.record(Actor.SYSTEM,
                AuditEvent.transition(grantId, "agreement.lapse", "grant", grantId, from, GrantState.LAPSED));
        events.publishEvent(new AgreementLapsed(grantId));
    }

    private void move(String grantId, GrantState from, GrantState to) {
        if (grants.move(grantId, from, to, clock.today()) == 0) {
            throw new OptimisticLockingFailureException("grant " + grantId + " is no longer " + from);
        }
    }

    /** Takes the row, so that a signature cannot slip in between. */
    private void requireState(String grantId, GrantState state) {
        move(grantId, state, state);
    }

    private static boolean isHand(Hand hand, Actor actor) {
        return hand != null && hand.accountId().equals(actor.accountId());
    }

    private static Hand hand(String accountId, LocalDateTime at) {
        return accountId == null ? null : new Hand(accountId, at);
    }
}
