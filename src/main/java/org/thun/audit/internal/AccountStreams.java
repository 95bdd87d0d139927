package org.thun.audit.internal;

import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.thun.audit.AuditStreams;
import org.thun.identity.Accounts;
import org.thun.identity.Reach;
import org.thun.identity.Scope;

/** The stories of accounts. They belong to no programme, so only those read them who may read the whole trail. */
@Component
@Order
class AccountStreams implements AuditStreams {

    private final Accounts accounts;

    AccountStreams(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Set<String> within(Reach reach) {
        return Set.of();
    }

    @Override
    public Optional<Subject> subjectOf(String streamId) {
        return accounts.nameOf(streamId).map(name -> new Subject(name, Scope.GLOBAL, null));
    }
}
