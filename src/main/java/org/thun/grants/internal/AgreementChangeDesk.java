package org.thun.grants.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.AgreementChanges;
import org.thun.grants.AgreementVersion;
import org.thun.grants.GrantState;
import org.thun.grants.GrantTerminated;
import org.thun.grants.internal.AgreementChangeMapper.ChangeRow;
import org.thun.identity.Actor;
import org.thun.shared.BusinessClock;
import org.thun.shared.GrantMonths;
import org.thun.shared.Problem;

@Service
@Transactional(propagation = Propagation.MANDATORY)
class AgreementChangeDesk implements AgreementChanges {

    private final GrantMapper grants;
    private final AgreementMapper agreements;
    private final AgreementChangeMapper changes;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    AgreementChangeDesk(
            GrantMapper grants,
            AgreementMapper agreements,
            AgreementChangeMapper changes,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.grants = grants;
        this.agreements = agreements;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AgreementVersion> versions(String grantId) {
        GrantRow grant = grant(grantId);
        if (grant.effectiveFrom() == null) {
            return List.of();
        }
        return changes.versions(grantId).stream().map(row -> version(grant, row)).toList();
    }

    @Override
    public int amend(String grantId, NewVersion version, Actor actor) {
        GrantRow grant = grant(grantId);
        int before = grant.agreementNo();
        int no = before + 1;
        List<Problem> problems = TranchePlan.check(grant.amount(), version.budget(), version.tranches());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("version " + no + " of " + grantId + " does not add up: " + problems);
        }
        LocalDate today = clock.today();
        changes.insert(new ChangeRow(grantId, no, grant.amount(), version.durationMonths(), grant.effectiveFrom(),
                version.amendmentId(), version.amendmentLabel(), today, version.endsOn(), version.phasesRespread()));
        for (int i = 0; i < version.budget().size(); i++) {
            agreements.insertLine(grantId, no, i + 1, version.budget().get(i));
        }
        version.tranches().forEach(tranche -> agreements.insertTranche(grantId, no, tranche));
        for (int i = 0; i < version.terms().size(); i++) {
            changes.insertTerm(grantId, no, i + 1, version.terms().get(i));
        }
        if (changes.bringIntoForce(grantId, before, no, version.endsOn()) == 0) {
            throw new OptimisticLockingFailureException("agreement of " + grantId + " is no longer version " + before);
        }
        audit.record(actor, AuditEvent.of(grantId, "agreement.amend", "grant", grantId)
                .because(version.amendmentLabel())
                .with(version));
        return no;
    }

    @Override
    public void suspend(String grantId, String reason, Actor actor) {
        move(grantId, GrantState.EFFECTIVE, GrantState.SUSPENDED, "grant.suspend", reason, actor);
        changes.setSuspendedOn(grantId, clock.today());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LocalDate> suspendedOn(String grantId) {
        return Optional.ofNullable(changes.suspendedOn(grantId));
    }

    @Override
    public void resume(String grantId, String reason, Actor actor) {
        move(grantId, GrantState.SUSPENDED, GrantState.EFFECTIVE, "grant.resume", reason, actor);
        changes.setSuspendedOn(grantId, null);
    }

    @Override
    public void terminate(String grantId, String reasonCode, String reason, Actor actor) {
        move(grantId, grant(grantId).state(), GrantState.TERMINATED, "grant.terminate", reason, actor);
        changes.setTerminated(grantId, clock.today(), reasonCode);
        events.publishEvent(new GrantTerminated(grantId));
    }

    @Override
    public void changeLead(String grantId, String accountId, Actor actor) {
        changes.setLead(grantId, accountId);
        audit.record(actor, AuditEvent.of(grantId, "grant.changeLead", "grant", grantId).with(accountId));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Respread> respreads(String grantId) {
        List<Respread> result = new ArrayList<>();
        int first = 0;
        for (ChangeRow row : changes.versions(grantId)) {
            first = first == 0 ? row.durationMonths() : first;
            if (row.phasesRespread()) {
                result.add(new Respread(row.inForceOn(), first, row.durationMonths()));
            }
        }
        return result;
    }

    private AgreementVersion version(GrantRow grant, ChangeRow row) {
        LocalDate start = grant.effectiveFrom();
        return new AgreementVersion(row.versionNo(), row.amendmentId(), row.amendmentLabel(),
                row.inForceOn() == null ? start : row.inForceOn(), row.amount(), row.durationMonths(),
                row.endsOn() == null ? new GrantMonths(start).months(1, row.durationMonths()).to() : row.endsOn(),
                row.phasesRespread(), agreements.lines(grant.id(), row.versionNo()),
                agreements.tranches(grant.id(), row.versionNo()), changes.terms(grant.id(), row.versionNo()));
    }

    private void move(String grantId, GrantState from, GrantState to, String command, String reason, Actor actor) {
        if (grants.move(grantId, from, to, clock.today()) == 0) {
            throw new OptimisticLockingFailureException("grant " + grantId + " is no longer " + from);
        }
        audit.record(actor, AuditEvent.transition(grantId, command, "grant", grantId, from, to).because(reason));
    }

    private GrantRow grant(String grantId) {
        return grants.find(grantId).orElseThrow(() -> new IllegalArgumentException("no grant " + grantId));
    }
}
