package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.registry.RegistryChecks;
import org.thun.registry.internal.CheckMapper.Wrong;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.workflow.DailyWork;

/** Compares the summaries with the records once a day and puts them right when an administrator says so. */
@Service
class TallyCheck implements RegistryChecks, DailyWork {

    private static final Logger LOG = LoggerFactory.getLogger(TallyCheck.class);

    private static final String OBJECT_TYPE = "registry_check";

    private final CheckMapper checks;
    private final TallyLedger ledger;
    private final AuditTrail audit;
    private final BusinessClock clock;

    TallyCheck(CheckMapper checks, TallyLedger ledger, AuditTrail audit, BusinessClock clock) {
        this.checks = checks;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void on(LocalDate day) {
        // Days that are made up need no look of their own: the look of the last one covers all.
        if (day.equals(clock.today())) {
            check();
        }
    }

    @Override
    @Transactional
    public void check() {
        ledger.flush();
        LocalDate today = clock.today();
        for (String grantId : checks.grants()) {
            Wrong days = checks.wrongDays(grantId);
            Wrong wrong = days.counted() > 0 ? days : checks.wrongMonths(grantId);
            note(grantId, Kind.SUMMARY, wrong, today);
            note(grantId, Kind.RECORDS, checks.wrongRecords(grantId, today), today);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> findings() {
        return checks.findings(SHOWN);
    }

    @Override
    @Transactional(readOnly = true)
    public long open() {
        return checks.open();
    }

    @Override
    @Transactional
    public Outcome<Void> repair(String findingId, Actor actor) {
        Role role = actor.roleFor(Action.EDIT, ObjectKind.ADMINISTRATION, Scope.GLOBAL)
                .orElseThrow(() -> new AccessDeniedException("checks of the registers"));
        Finding finding = checks.lock(findingId).filter(Finding::repairable).orElse(null);
        if (finding == null) {
            return Outcome.refused(Problem.of("registry.problem.check.closed"));
        }
        ledger.flush();
        checks.repairDays(finding.grantId());
        checks.repairMonths(finding.grantId());
        checks.close(findingId, actor.name().th(), clock.dateTime());
        audit.record(actor.as(role), AuditEvent
                .of(finding.grantId(), "registry.repairSummary", OBJECT_TYPE, findingId)
                .because(finding.example())
                .with(finding));
        return Outcome.done();
    }

    private void note(String grantId, Kind kind, Wrong wrong, LocalDate today) {
        List<Finding> open = checks.openOf(grantId, kind);
        if (wrong.counted() == 0) {
            open.forEach(finding -> checks.close(finding.id(), Actor.SYSTEM.name().th(), clock.dateTime()));
        } else if (open.isEmpty()) {
            LOG.error("Summaries of the registers of grant {} do not agree: {} wrong, {}, such as {}", grantId,
                    wrong.counted(), kind, wrong.example());
            checks.insert(Ids.next(), grantId, kind, today, clock.dateTime(), wrong.counted(), wrong.example());
        }
    }
}
