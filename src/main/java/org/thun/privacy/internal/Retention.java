package org.thun.privacy.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.privacy.Privacy;
import org.thun.privacy.RequestKind;
import org.thun.privacy.RequestState;
import org.thun.privacy.internal.PrivacyMapper.RequestRow;
import org.thun.programmes.Programmes;
import org.thun.registry.PersonalRecords;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.workflow.DailyWork;

/**
 * The end of retention (BR-38): when a grant has been closed for as many years as its programme keeps data of people, this
 * asks to reduce them to counts; once a person agrees, it does so in small steps, each for itself.
 */
@Component
class Retention implements DailyWork {

    private static final int PART = 500;

    /** A refusal is not asked about again for a year. */
    private static final int YEARS_OF_PEACE = 1;

    private final PrivacyMapper requests;
    private final PrivacyDesk desk;
    private final PersonalRecords people;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final TransactionTemplate part;

    Retention(PrivacyMapper requests, PrivacyDesk desk, PersonalRecords people, Grants grants, Programmes programmes,
            AuditTrail audit, BusinessClock clock, PlatformTransactionManager transactions) {
        this.requests = requests;
        this.desk = desk;
        this.people = people;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
        this.part = new TransactionTemplate(transactions);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void on(LocalDate day) {
        requests.ofKind(RequestKind.RETENTION, RequestState.APPROVED).forEach(this::carryOut);
        grants.closed().stream()
                .filter(grant -> ended(grant, day))
                .filter(grant -> people.naming(grant.id()) > 0)
                .filter(grant -> requests.countRecent(RequestKind.RETENTION, grant.id(),
                        clock.dateTime().minusYears(YEARS_OF_PEACE)) == 0)
                .forEach(this::ask);
    }

    private boolean ended(Grant grant, LocalDate day) {
        int years = programmes.version(grant.programmeKey(), grant.programmeVersion()).registry().retentionYears();
        return closedOn(grant).filter(closed -> day.isAfter(closed.plusYears(years))).isPresent();
    }

    private Optional<LocalDate> closedOn(Grant grant) {
        return audit.stream(grant.id()).stream()
                .filter(entry -> GrantState.CLOSED.name().equals(entry.toState()) && grant.id().equals(entry.objectId()))
                .reduce((first, second) -> second)
                .map(AuditEntry::atTime)
                .map(at -> at.toLocalDate());
    }

    private void ask(Grant grant) {
        long count = people.naming(grant.id());
        String id = Ids.next();
        requests.insert(new RequestRow(id, null, RequestKind.RETENTION, RequestState.ASKED, grant.programmeKey(),
                grant.organisationId(), grant.id(), null, null, null, count, 0, "BR-38", null,
                Actor.SYSTEM.name().th(), clock.dateTime(), null, null, null));
        audit.record(Actor.SYSTEM, AuditEvent
                .transition(id, "privacy.ask", Privacy.OBJECT_TYPE, id, null, RequestState.ASKED)
                .with(List.of(RequestKind.RETENTION, count)));
    }

    private void carryOut(RequestRow request) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(part.execute(status -> {
                List<String> next = people.nextNaming(request.grantId(), PART);
                if (next.isEmpty()) {
                    requests.progress(request.id(), RequestState.DONE, 0);
                    return false;
                }
                desk.anonymise(request.id(), next, "BR-38", Actor.SYSTEM);
                return true;
            }));
        }
    }
}
