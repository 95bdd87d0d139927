package org.thun.parties.internal;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Actor;
import org.thun.parties.BankAccountChanges;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.shared.BusinessClock;
import org.thun.shared.Problem;

@Service
class BankAccountChangeDesk implements BankAccountChanges {

    private final OrganisationMapper organisations;
    private final AuditTrail audit;
    private final BusinessClock clock;

    BankAccountChangeDesk(OrganisationMapper organisations, AuditTrail audit, BusinessClock clock) {
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Problem> against(NewBankAccount account) {
        return OrganisationDesk.check(plain(account));
    }

    @Override
    public boolean sameNumber(String one, String other) {
        return OrganisationDesk.digits(one).equals(OrganisationDesk.digits(other));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(
            String organisationId, NewBankAccount account, String enteredBy, String verifiedBy, Actor actor) {
        if (enteredBy.equals(verifiedBy)) {
            throw new IllegalArgumentException("one person entered and verified the account (SD1)");
        }
        organisations.lock(organisationId)
                .orElseThrow(() -> new IllegalArgumentException("no organisation " + organisationId));
        NewBankAccount entered = plain(account);
        organisations.enterAccount(organisationId, entered, enteredBy, clock.dateTime());
        organisations.verifyAccount(organisationId, verifiedBy, clock.dateTime());
        audit.record(actor, AuditEvent.of(organisationId, "organisation.replaceBankAccount", "organisation",
                organisationId).with(entered));
    }

    private static NewBankAccount plain(NewBankAccount account) {
        return new NewBankAccount(account.bankName().strip(), OrganisationDesk.digits(account.accountNumber()),
                account.accountName().strip());
    }
}
