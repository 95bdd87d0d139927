package org.thun.identity.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.identity.Deputyship;
import org.thun.identity.Post;
import org.thun.identity.internal.DeputyMapper.DeputyRow;
import org.thun.shared.BusinessClock;

/** Makes the acting person of an account: who it is, with the posts held and covered today. */
@Component
class Actors {

    private final AccountMapper accounts;
    private final DeputyMapper deputies;
    private final BusinessClock clock;

    Actors(AccountMapper accounts, DeputyMapper deputies, BusinessClock clock) {
        this.accounts = accounts;
        this.deputies = deputies;
        this.clock = clock;
    }

    Actor of(AccountRow account) {
        LocalDate today = clock.today();
        return new Actor(account.id(), account.username(), account.name(),
                accounts.posts(account.id(), today, today), deputyships(account.id()), null, null);
    }

    /** The posts whose tasks that person does for somebody else, now or later. */
    List<Post> covered(String accountId) {
        return deputies.ofDeputy(accountId, clock.today()).stream()
                .filter(DeputyRow::stands)
                .map(DeputyRow::post)
                .toList();
    }

    /** Whose tasks that person does today beside their own. */
    List<Deputyship> deputyships(String accountId) {
        LocalDate today = clock.today();
        return deputies.ofDeputy(accountId, today).stream()
                .filter(row -> row.runsOn(today))
                .map(DeputyRow::toDeputyship)
                .toList();
    }
}
