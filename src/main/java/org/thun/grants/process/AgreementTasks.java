package org.thun.grants.process;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.grants.Agreement.Hand;
import org.thun.grants.Agreement;
import org.thun.grants.Agreements;
import org.thun.grants.Grant;
import org.thun.grants.GrantQueries;
import org.thun.grants.Grants;
import org.thun.programmes.Programmes;
import org.thun.shared.Money;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** The tasks of an agreement; the business key is the grant. */
@Component
class AgreementTasks implements TaskSource {

    static final String PROCESS = "agreement";

    private final Grants grants;
    private final GrantQueries queries;
    private final Agreements agreements;
    private final Programmes programmes;

    AgreementTasks(Grants grants, GrantQueries queries, Agreements agreements, Programmes programmes) {
        this.grants = grants;
        this.queries = queries;
        this.agreements = agreements;
        this.programmes = programmes;
    }

    @Override
    public String processKey() {
        return PROCESS;
    }

    @Override
    public TaskContext contextOf(String elementId, String grantId) {
        Grant grant = grants.get(grantId);
        LocalDate due = queries.openedOn(grantId)
                .plusDays(programmes.version(grant.programmeKey(), grant.programmeVersion()).timeLimits().agreement());
        return new TaskContext(grantId, grant.path(), grant.number(), grant.scope(), grant.title(), due, null,
                excluded(elementId, grantId));
    }

    @Override
    public Optional<Money> amountOf(String elementId, String grantId) {
        return Optional.of(grants.get(grantId).amount());
    }

    /** Who prepared the agreement or signed for the grantee does not sign for the funder (SD1). */
    private Set<String> excluded(String elementId, String grantId) {
        Set<String> excluded = new HashSet<>();
        if (elementId.equals("task_signAgreementFunder")) {
            Agreement agreement = agreements.of(grantId);
            add(excluded, agreement.prepared());
            add(excluded, agreement.signedByGrantee());
        }
        return excluded;
    }

    private static void add(Set<String> people, Hand hand) {
        if (hand != null) {
            people.add(hand.accountId());
        }
    }
}
