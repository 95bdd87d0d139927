package org.thun.identity.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;

@Service
@Transactional
class AccountDesk implements Accounts {

    private final AccountMapper accounts;
    private final PasswordEncoder passwords;
    private final BusinessClock clock;

    AccountDesk(AccountMapper accounts, PasswordEncoder passwords, BusinessClock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Actor> actor(String accountId) {
        return accounts.find(accountId).filter(AccountRow::enabled).map(this::toActor);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Actor> actorByUsername(String username) {
        return accounts.findByUsername(username).filter(AccountRow::enabled).map(this::toActor);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LocalizedText> nameOf(String accountId) {
        return accounts.find(accountId).map(AccountRow::name);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Actor> holders(Role role, Scope scope) {
        return accounts.holderIds(role, clock.today()).stream()
                .flatMap(id -> actor(id).stream())
                .filter(actor -> actor.holds(role, scope))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Post> postsBetween(String accountId, LocalDate from, LocalDate to) {
        return accounts.posts(accountId, from, to);
    }

    @Override
    public String create(NewAccount account) {
        if (accounts.findByUsername(account.username()).isPresent()) {
            throw new IllegalArgumentException("user name is taken: " + account.username());
        }
        String id = Ids.next();
        accounts.insert(new AccountRow(id, account.username(), passwords.encode(account.password()),
                account.name().th(), account.name().en(), account.email(), "th", true, account.mustChangePassword(),
                clock.dateTime()));
        return id;
    }

    @Override
    public void appoint(String accountId, Post post, String grantedBy) {
        accounts.insertPost(Ids.next(), accountId, post, grantedBy, clock.dateTime());
    }

    private Actor toActor(AccountRow account) {
        LocalDate today = clock.today();
        return new Actor(account.id(), account.username(), account.name(),
                accounts.posts(account.id(), today, today), null);
    }
}
