package org.thun.parties;

import java.util.List;
import org.thun.identity.Actor;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.shared.Problem;

/** Another bank account by an approved amendment: asked for, called back and confirmed by different people (SD8). */
public interface BankAccountChanges {

    /** What stands against that account; empty if nothing. */
    List<Problem> against(NewBankAccount account);

    /** Whether two ways of writing mean the same account number. */
    boolean sameNumber(String one, String other);

    /**
     * Replaces the account, verified, in the caller's transaction.
     *
     * @param enteredBy account of who asked for it
     * @param verifiedBy account of who confirmed it by the bank's letter
     * @param actor who brings the change about
     */
    void replace(
            String organisationId, NewBankAccount account, String enteredBy, String verifiedBy, Actor actor);
}
