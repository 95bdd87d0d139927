package org.thun.identity.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.identity.AccountChanged;
import org.thun.identity.AccountChanged.Change;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.internal.AccountMapper.PostRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;

@Service
@Transactional
class AccountDesk implements Accounts {

    private final AccountMapper accounts;
    private final Actors actors;
    private final PasswordEncoder passwords;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    AccountDesk(
            AccountMapper accounts,
            Actors actors,
            PasswordEncoder passwords,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.actors = actors;
        this.passwords = passwords;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Actor> actor(String accountId) {
        return accounts.find(accountId).filter(AccountRow::enabled).map(actors::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Actor> actorByUsername(String username) {
        return accounts.findByUsername(Usernames.normal(username))
                .filter(AccountRow::enabled)
                .map(actors::of);
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
    public Optional<Actor> successorOf(String accountId, Role role, Scope scope) {
        return accounts.allPosts(List.of(accountId)).stream()
                .filter(row -> row.validTo() != null && row.validTo().isBefore(clock.today()))
                .filter(row -> row.role() == role && row.toHeld().post().covers(scope))
                .max(Comparator.comparing(PostRow::validTo))
                .map(PostRow::successorId)
                .flatMap(this::actor);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Post> postsBetween(String accountId, LocalDate from, LocalDate to) {
        return accounts.posts(accountId, from, to);
    }

    @Override
    public String create(NewAccount account) {
        return create(account, Actor.SYSTEM);
    }

    /** Creates an account for {@code creator}. */
    String create(NewAccount account, Actor creator) {
        String username = Usernames.normal(account.username());
        if (accounts.findByUsername(username).isPresent()) {
            throw new IllegalArgumentException("user name is taken: " + username);
        }
        String id = Ids.next();
        accounts.insert(new AccountRow(id, username, passwords.encode(account.password()), account.name().th(),
                account.name().en(), account.email(), null, true, account.mustChangePassword(), clock.dateTime()));
        events.publishEvent(new AccountChanged(creator, id, Change.CREATED, id, null, "ENABLED", null,
                Map.of("username", username, "name", account.name())));
        return id;
    }

    @Override
    public void appoint(String accountId, Post post, String grantedBy) {
        Actor giver = grantedBy == null ? Actor.SYSTEM : actor(grantedBy).orElseThrow();
        appoint(accountId, post, giver);
    }

    /** Gives a post in the name of {@code giver}. */
    void appoint(String accountId, Post post, Actor giver) {
        String id = Ids.next();
        accounts.insertPost(id, accountId, post, giver.accountId(), clock.dateTime());
        events.publishEvent(new AccountChanged(giver, accountId, Change.APPOINTED, id, null, post.role().name(),
                inWords(post), post));
    }

    /** The post as the trail tells it: {@code PO@programme:p, 2016-05-01 – 2017-10-31}. */
    static String inWords(Post post) {
        return Actor.audience(post.role(), post.address()) + ", " + post.validFrom() + " – "
                + (post.validTo() == null ? "" : post.validTo());
    }
}
