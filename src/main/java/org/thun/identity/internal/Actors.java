package org.thun.identity.internal;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.shared.BusinessClock;

/** Makes the acting person of an account: who it is, with the posts held today. */
@Component
class Actors {

    private final AccountMapper accounts;
    private final BusinessClock clock;

    Actors(AccountMapper accounts, BusinessClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Actor of(AccountRow account) {
        LocalDate today = clock.today();
        return new Actor(account.id(), account.username(), account.name(),
                accounts.posts(account.id(), today, today), null);
    }
}
