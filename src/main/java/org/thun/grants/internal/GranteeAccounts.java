package org.thun.grants.internal;

import org.springframework.stereotype.Component;
import org.thun.parties.AccountInUse;

/** A grantee's account is in use while one of its agreements is in force, suspended ones included. */
@Component
class GranteeAccounts implements AccountInUse {

    private final GrantMapper grants;

    GranteeAccounts(GrantMapper grants) {
        this.grants = grants;
    }

    @Override
    public boolean paysTo(String organisationId) {
        return grants.inForceOf(organisationId) > 0;
    }
}
