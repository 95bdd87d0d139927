package org.thun.grants;

import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/** The grants. What a person may not see does not exist for that person. */
public interface Grants {

    /** A grant that this person may read. */
    Optional<Grant> find(String grantId, Actor actor);

    /** A grant for the system's own work; never to answer a person. */
    Grant get(String grantId);

    /** Every grant this person may read, newest first. */
    List<Grant> visibleTo(Actor actor);

    /** Grants of a programme that run now: those under which evidence is collected. */
    List<Grant> running(String programmeKey);

    /** Grants of a programme whose agreement can still be amended: those that run and those that stand still. */
    List<Grant> inForce(String programmeKey);

    /** All running grants, for daily work. */
    List<Grant> running();

    /** All closed grants, for daily work: what is kept of them ends some day (BR-38). */
    List<Grant> closed();

    List<BudgetLine> budget(String grantId);

    /** The tranche plan of the agreement in force, by number. */
    List<AgreedTranche> tranches(String grantId);

    /**
     * Opens the case file for an approved proposal and starts the agreement process.
     *
     * @return the id of the grant
     */
    String open(NewGrant grant, Actor actor);

    /** The term is over or all is reported: from now on only closing. */
    void waitToClose(String grantId, Actor actor);

    /** Everything is settled. */
    void close(String grantId, Actor actor);

    /**
     * An approved proposal about to become a grant.
     *
     * @param proposalId the proposal
     * @param programmeKey its programme
     * @param programmeVersion version of the definition it was approved under
     * @param organisationId the grantee
     * @param leadAccountId who leads the project for the grantee
     * @param title title of the project
     * @param amount the approved amount, equal to the sum of the budget (BR-01)
     * @param durationMonths approved length
     * @param budget the approved budget
     * @param synthetic whether the amounts are made up (demonstration)
     * @param conditions conditions of the approval, each to be met before the agreement can be signed
     */
    record NewGrant(
            String proposalId,
            String programmeKey,
            int programmeVersion,
            String organisationId,
            String leadAccountId,
            LocalizedText title,
            Money amount,
            int durationMonths,
            List<BudgetLine> budget,
            boolean synthetic,
            List<String> conditions) {

        public NewGrant {
            budget = List.copyOf(budget);
            conditions = List.copyOf(conditions);
        }

        /** Approved without conditions. */
        public NewGrant(
                String proposalId,
                String programmeKey,
                int programmeVersion,
                String organisationId,
                String leadAccountId,
                LocalizedText title,
                Money amount,
                int durationMonths,
                List<BudgetLine> budget,
                boolean synthetic) {
            this(proposalId, programmeKey, programmeVersion, organisationId, leadAccountId, title, amount,
                    durationMonths, budget, synthetic, List.of());
        }
    }
}
