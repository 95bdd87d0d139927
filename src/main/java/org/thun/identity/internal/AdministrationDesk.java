package org.thun.identity.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.identity.Account;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.AccountAdministration;
import org.thun.identity.AccountChanged;
import org.thun.identity.AccountChanged.Change;
import org.thun.identity.Accounts.NewAccount;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeChoices;
import org.thun.identity.ScopeKind;
import org.thun.identity.internal.AccountMapper.PostRow;
import org.thun.identity.internal.AccountMapper.Wanted;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
@Transactional
class AdministrationDesk implements AccountAdministration {

    private final AccountMapper accounts;
    private final AccountDesk desk;
    private final Actors actors;
    private final ScopeDirectory scopes;
    private final OpenSessions sessions;
    private final PasswordEncoder passwords;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    AdministrationDesk(
            AccountMapper accounts,
            AccountDesk desk,
            Actors actors,
            ScopeDirectory scopes,
            OpenSessions sessions,
            PasswordEncoder passwords,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.desk = desk;
        this.actors = actors;
        this.scopes = scopes;
        this.sessions = sessions;
        this.passwords = passwords;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Found search(Actor actor, Search search) {
        acting(actor, Action.READ);
        Wanted wanted = new Wanted(pattern(search.text()), search.enabled(), search.role(), clock.today());
        List<AccountRow> rows = accounts.search(wanted, search.limit(), search.offset());
        Map<String, List<HeldPost>> posts = rows.isEmpty() ? Map.of() : posts(rows.stream().map(AccountRow::id).toList());
        return new Found(
                rows.stream().map(row -> row.toAccount(posts.getOrDefault(row.id(), List.of()))).toList(),
                accounts.countFound(wanted));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Account> find(Actor actor, String accountId) {
        acting(actor, Action.READ);
        return accounts.find(accountId).map(this::toAccount);
    }

    @Override
    public Outcome<TemporaryPassword> create(Actor actor, NewPerson person) {
        Actor administrator = acting(actor, Action.CREATE);
        String username = Usernames.normal(person.username());
        List<Problem> problems = new ArrayList<>(ProfileRules.check(person.nameTh(), person.nameEn(), person.email()));
        Usernames.check(username).ifPresent(problems::add);
        if (accounts.findByUsername(username).isPresent()) {
            problems.add(Problem.at("username", "identity.problem.username.taken", username));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        String password = TemporaryPasswords.next();
        String id = desk.create(new NewAccount(username, password, ProfileRules.name(person.nameTh(), person.nameEn()),
                ProfileRules.blankToNull(person.email()), true), administrator);
        return Outcome.done(new TemporaryPassword(id, password));
    }

    @Override
    public Outcome<TemporaryPassword> resetPassword(Actor actor, String accountId) {
        Actor administrator = acting(actor, Action.EDIT);
        AccountRow account = existing(accountId);
        if (account.id().equals(actor.accountId())) {
            return Outcome.refused(Problem.of("identity.problem.ownPassword"));
        }
        String password = TemporaryPasswords.next();
        accounts.setPassword(accountId, passwords.encode(password), true);
        sessions.end(account.username(), Optional.empty());
        announce(administrator, accountId, Change.PASSWORD_RESET, accountId, null, null, null);
        return Outcome.done(new TemporaryPassword(accountId, password));
    }

    @Override
    public Outcome<Void> disable(Actor actor, String accountId, String reason) {
        Actor administrator = acting(actor, Action.EDIT);
        AccountRow account = existing(accountId);
        List<Problem> problems = new ArrayList<>();
        if (account.id().equals(actor.accountId())) {
            problems.add(Problem.of("identity.problem.ownAccount"));
        } else if (isLastAdministrator(accountId, clock.today())) {
            problems.add(Problem.of("identity.problem.lastAdministrator"));
        }
        if (isBlank(reason)) {
            problems.add(Problem.at("reason", "identity.problem.reason"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        if (account.enabled()) {
            accounts.setEnabled(accountId, false);
            sessions.end(account.username(), Optional.empty());
            announce(administrator, accountId, Change.DISABLED, accountId, "ENABLED", "DISABLED", reason.strip());
        }
        return Outcome.done();
    }

    @Override
    public Outcome<Void> enable(Actor actor, String accountId) {
        Actor administrator = acting(actor, Action.EDIT);
        if (!existing(accountId).enabled()) {
            accounts.setEnabled(accountId, true);
            announce(administrator, accountId, Change.ENABLED, accountId, "DISABLED", "ENABLED", null);
        }
        return Outcome.done();
    }

    @Override
    public Outcome<Void> appoint(Actor actor, String accountId, Post post) {
        Actor administrator = acting(actor, Action.APPROVE);
        existing(accountId);
        List<Problem> problems = new ArrayList<>(refusals(accountId, post));
        if (problems.stream().noneMatch(problem -> "scope".equals(problem.field()))) {
            scopes.check(post.scopeKind(), post.scopeId()).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        desk.appoint(accountId, post, administrator);
        return Outcome.done();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Problem> concerns(Actor actor, String accountId, Post post) {
        acting(actor, Action.READ);
        return AppointmentRules.concerns(everHeld(accountId), post);
    }

    @Override
    public Outcome<Void> endPost(
            Actor actor, String accountId, String postId, LocalDate lastDay, String reason, String successor) {
        Actor administrator = acting(actor, Action.APPROVE);
        HeldPost held = held(accountId, postId);
        List<Problem> problems = new ArrayList<>();
        if (isBlank(reason)) {
            problems.add(Problem.at("reason", "identity.problem.reason"));
        }
        if (lastDay.isBefore(clock.today().minusDays(1))) {
            // What was done under a post stays lawful: nobody ends it for days that have passed.
            problems.add(Problem.at("lastDay", "identity.problem.post.endedBefore", clock.today().minusDays(1)));
        }
        if (held.post().validTo() != null && lastDay.isAfter(held.post().validTo())) {
            problems.add(Problem.at("lastDay", "identity.problem.post.endsEarlier", held.post().validTo()));
        }
        if (held.post().role() == Role.SA && isLastAdministrator(accountId, lastDay.plusDays(1))) {
            problems.add(Problem.of("identity.problem.lastAdministrator"));
        }
        Optional<AccountRow> next = isBlank(successor) ? Optional.empty() : enabled(successor);
        Post taken = succession(held.post(), lastDay);
        if (!isBlank(successor)) {
            next.ifPresentOrElse(
                    person -> problems.addAll(againstSuccession(accountId, person, taken)),
                    () -> problems.add(Problem.at("successor", "identity.problem.noPerson", successor.strip())));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        // The successor first: whoever hears that the post has ended finds the next holder in place.
        next.filter(person -> !holds(person.id(), taken))
                .ifPresent(person -> desk.appoint(person.id(), taken, administrator));
        accounts.endPost(postId, lastDay, next.map(AccountRow::id).orElse(null));
        Post ended = held.post();
        String words = AccountDesk.inWords(
                new Post(ended.role(), ended.scopeKind(), ended.scopeId(), ended.validFrom(), lastDay));
        announce(administrator, accountId, Change.POST_ENDED, postId, ended.role().name(), null,
                words + next.map(person -> " → " + person.nameTh()).orElse("") + ": " + reason.strip());
        return Outcome.done();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Problem> successionConcerns(
            Actor actor, String accountId, String postId, LocalDate lastDay, String successor) {
        acting(actor, Action.READ);
        Post taken = succession(held(accountId, postId).post(), lastDay);
        return isBlank(successor)
                ? List.of()
                : enabled(successor)
                        .map(person -> AppointmentRules.concerns(everHeld(person.id()), taken))
                        .orElse(List.of());
    }

    private List<Problem> refusals(String accountId, Post post) {
        return Stream.concat(
                        AppointmentRules.refusals(everHeld(accountId), post).stream(),
                        AppointmentRules.refusalsBesideCovered(actors.covered(accountId), post).stream())
                .distinct()
                .toList();
    }

    private Optional<AccountRow> enabled(String username) {
        return accounts.findByUsername(Usernames.normal(username)).filter(AccountRow::enabled);
    }

    /** The post as its successor gets it: from the day after, for the rest of its time. */
    private static Post succession(Post post, LocalDate lastDay) {
        LocalDate last = post.validTo() != null && post.validTo().isAfter(lastDay) ? post.validTo() : null;
        return new Post(post.role(), post.scopeKind(), post.scopeId(), lastDay.plusDays(1), last);
    }

    private List<Problem> againstSuccession(String leavingId, AccountRow person, Post taken) {
        if (person.id().equals(leavingId)) {
            return List.of(Problem.at("successor", "identity.problem.successor.self"));
        }
        return holds(person.id(), taken)
                ? List.of()
                : refusals(person.id(), taken).stream()
                        .map(problem -> new Problem("successor", problem.messageKey(), problem.args(), problem.rule()))
                        .toList();
    }

    /** Whether that person holds the very same post on its first day anyway. */
    private boolean holds(String accountId, Post post) {
        return everHeld(accountId).stream()
                .anyMatch(held -> held.role() == post.role() && held.address().equals(post.address())
                        && held.isHeldOn(post.validFrom()));
    }

    private HeldPost held(String accountId, String postId) {
        return posts(List.of(accountId)).getOrDefault(accountId, List.of()).stream()
                .filter(candidate -> candidate.id().equals(postId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no post " + postId + " of " + accountId));
    }

    @Override
    public List<ScopeKind> scopesOf(Role role) {
        return AppointmentRules.scopesOf(role);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ScopeChoices> scopeChoices() {
        return scopes.all();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LocalizedText> scopeName(ScopeKind kind, String scopeId) {
        return scopes.name(kind, scopeId);
    }

    private static Actor acting(Actor actor, Action action) {
        return actor.as(actor.roleFor(action, ObjectKind.ADMINISTRATION, Scope.GLOBAL)
                .orElseThrow(() -> new AccessDeniedException("administration: " + action)));
    }

    private AccountRow existing(String accountId) {
        return accounts.find(accountId)
                .orElseThrow(() -> new IllegalArgumentException("no account " + accountId));
    }

    private boolean isLastAdministrator(String accountId, LocalDate day) {
        List<String> administrators = accounts.holderIds(Role.SA, day);
        return administrators.contains(accountId) && administrators.size() == 1;
    }

    private List<Post> everHeld(String accountId) {
        return posts(List.of(accountId)).getOrDefault(accountId, List.of()).stream()
                .map(HeldPost::post)
                // A post ended before its first day never came into force.
                .filter(post -> post.validTo() == null || !post.validTo().isBefore(post.validFrom()))
                .toList();
    }

    private Map<String, List<HeldPost>> posts(List<String> accountIds) {
        return accounts.allPosts(accountIds).stream()
                .collect(Collectors.groupingBy(
                        PostRow::accountId, Collectors.mapping(PostRow::toHeld, Collectors.toList())));
    }

    private Account toAccount(AccountRow row) {
        return row.toAccount(posts(List.of(row.id())).getOrDefault(row.id(), List.of()));
    }

    private void announce(
            Actor actor, String accountId, Change change, String objectId, String from, String to, String reason) {
        events.publishEvent(new AccountChanged(actor, accountId, change, objectId, from, to, reason, null));
    }

    private static String pattern(String text) {
        if (isBlank(text)) {
            return null;
        }
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
