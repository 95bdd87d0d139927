package org.thun.grants.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.AgreedTranche;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.GrantClosed;
import org.thun.grants.GrantQueries;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.parties.Organisation;
import org.thun.parties.Organisations;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.ThaiDates;
import org.thun.workflow.Processes;

@Service
@Transactional
class GrantDesk implements Grants, GrantQueries {

    private static final int FIRST_VERSION = 1;

    private final GrantMapper grants;
    private final AgreementMapper agreements;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Processes processes;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    GrantDesk(
            GrantMapper grants,
            AgreementMapper agreements,
            Programmes programmes,
            Organisations organisations,
            Processes processes,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.grants = grants;
        this.agreements = agreements;
        this.programmes = programmes;
        this.organisations = organisations;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Grant> find(String grantId, Actor actor) {
        return grants.findWithin(grantId, CaseReach.of(actor)).map(GrantRow::toGrant);
    }

    @Override
    @Transactional(readOnly = true)
    public Grant get(String grantId) {
        return row(grantId).toGrant();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> visibleTo(Actor actor) {
        return grants.within(CaseReach.of(actor)).stream().map(GrantRow::toGrant).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> running(String programmeKey) {
        return grants.running(programmeKey).stream().map(GrantRow::toGrant).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> inForce(String programmeKey) {
        return grants.inForce(programmeKey).stream().map(GrantRow::toGrant).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> running() {
        return running(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> closed() {
        return grants.closed().stream().map(GrantRow::toGrant).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<BudgetLine> budget(String grantId) {
        return agreements.lines(grantId, row(grantId).agreementNo());
    }

    @Override
    @Transactional(readOnly = true)
    public List<AgreedTranche> tranches(String grantId) {
        return agreements.tranches(grantId, row(grantId).agreementNo());
    }

    @Override
    @Transactional(readOnly = true)
    public GrantList list(Actor actor, GrantFilter filter, int offset, int limit) {
        var reach = CaseReach.of(actor);
        String pattern = filter.text() == null ? null : "%" + filter.text().toLowerCase(Locale.ROOT) + "%";
        List<Grant> rows = grants.page(reach, filter, pattern, limit, offset).stream()
                .map(GrantRow::toGrant)
                .toList();
        return new GrantList(rows, grants.count(reach, filter, pattern));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> programmes(Actor actor) {
        return grants.programmes(CaseReach.of(actor));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> leadOf(String grantId) {
        return grants.find(grantId).map(GrantRow::leadAccountId);
    }

    @Override
    @Transactional(readOnly = true)
    public LocalDate openedOn(String grantId) {
        return row(grantId).openedAt().toLocalDate();
    }

    @Override
    public String open(NewGrant grant, Actor actor) {
        if (!TranchePlan.budgetTotal(grant.budget()).equals(grant.amount())) {
            throw new IllegalArgumentException("budget does not sum to the grant (BR-01): proposal " + grant.proposalId());
        }
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        GrantRow row = newRow(grant);
        grants.insert(row);
        agreements.insertVersion(row.id(), FIRST_VERSION, grant.amount(), grant.durationMonths());
        for (int i = 0; i < grant.budget().size(); i++) {
            agreements.insertLine(row.id(), FIRST_VERSION, i + 1, grant.budget().get(i));
        }
        TranchePlan.propose(programme.tranches(), grant.amount())
                .forEach(tranche -> agreements.insertTranche(row.id(), FIRST_VERSION, tranche));
        for (int i = 0; i < grant.conditions().size(); i++) {
            agreements.insertCondition(row.id(), i + 1, grant.conditions().get(i));
        }
        audit.record(actor, AuditEvent.transition(row.id(), "grant.open", "grant", row.id(), null, GrantState.DRAFT)
                .with(grant));
        LocalDateTime lapse = clock.today()
                .plusDays(programme.timeLimits().agreementLapse())
                .atStartOfDay();
        processes.start("agreement", row.id(), row.id(), grant.title(),
                Map.of("lapseAt", lapse.atZone(BusinessClock.ZONE).toOffsetDateTime().toString()));
        return row.id();
    }

    @Override
    public void waitToClose(String grantId, Actor actor) {
        move(grantId, GrantState.EFFECTIVE, GrantState.WAITING_TO_CLOSE, "grant.waitToClose", actor);
    }

    @Override
    public void close(String grantId, Actor actor) {
        GrantState from = row(grantId).state() == GrantState.TERMINATED
                ? GrantState.TERMINATED
                : GrantState.WAITING_TO_CLOSE;
        if (move(grantId, from, GrantState.CLOSED, "grant.close", actor)) {
            events.publishEvent(new GrantClosed(grantId));
        }
    }

    /** Whether the grant moved now; a grant that is there already stays as it is. */
    private boolean move(String grantId, GrantState from, GrantState to, String command, Actor actor) {
        if (grants.move(grantId, from, to, clock.today()) == 0) {
            GrantState now = row(grantId).state();
            if (now != to) {
                throw new OptimisticLockingFailureException("grant " + grantId + " is " + now + ", not " + from);
            }
            return false;
        }
        audit.record(actor, AuditEvent.transition(grantId, command, "grant", grantId, from, to));
        return true;
    }

    private GrantRow newRow(NewGrant grant) {
        LocalizedText grantee = organisations
                .find(grant.organisationId())
                .map(Organisation::name)
                .orElseThrow(() -> new IllegalArgumentException("no organisation " + grant.organisationId()));
        return new GrantRow(Ids.next(), nextNumber(), grant.programmeKey(), grant.programmeVersion(),
                grant.organisationId(), grantee.th(), grantee.en(), grant.proposalId(), grant.leadAccountId(),
                grant.title().th(), grant.title().en(), GrantState.DRAFT, clock.today(), FIRST_VERSION, null, null,
                grant.synthetic(), clock.dateTime(), grant.amount(), grant.durationMonths());
    }

    /** Fiscal year and a running number; the programme officer may write the agreement's own number over it. */
    private String nextNumber() {
        String year = ThaiDates.fiscalYear(clock.today()) + "-";
        for (int n = grants.numbered(year) + 1; ; n++) {
            String number = year + String.format(Locale.ROOT, "%04d", n);
            if (grants.idOfNumber(number).isEmpty()) {
                return number;
            }
        }
    }

    private GrantRow row(String grantId) {
        return grants.find(grantId).orElseThrow(() -> new IllegalArgumentException("no grant " + grantId));
    }
}
