package org.thun.identity.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.AccountChanged;
import org.thun.identity.AccountChanged.Change;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.identity.internal.AccountMapper.HolderRow;
import org.thun.identity.internal.AccountMapper.PostRow;
import org.thun.identity.internal.DeputyMapper.DeputyRow;
import org.thun.identity.internal.DeputyMapper.NewRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
@Transactional
class DeputyDesk implements Deputies {

    private static final Pattern WORK = Pattern.compile("[a-z0-9-]{1,100}");
    private static final int LONGEST_WORK = 1000;

    /** How long what has ended is listed; older ones are in the audit trail. */
    private static final Period SHOWN = Period.ofYears(1);

    /** More would not be found in a list; a post over less says it better. */
    private static final int MOST_PARTS = 300;

    /** Whose deputies the lead of a grantee may name, and whose the officer of the programme. */
    private static final Set<Role> OF_THE_LEAD = EnumSet.of(Role.GL, Role.GC, Role.GF);
    private static final Set<Role> OF_THE_OFFICER = EnumSet.of(Role.GL, Role.GC, Role.GF, Role.MT, Role.RV);

    /** Who looks after a programme or a grant, and so may know who stands in for whom. */
    private static final Set<Role> LOOKING = EnumSet.of(Role.PO, Role.AP, Role.GL, Role.AU);

    private final DeputyMapper deputies;
    private final AccountMapper accounts;
    private final Actors actors;
    private final ScopeDirectory scopes;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    DeputyDesk(
            DeputyMapper deputies,
            AccountMapper accounts,
            Actors actors,
            ScopeDirectory scopes,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.deputies = deputies;
        this.accounts = accounts;
        this.actors = actors;
        this.scopes = scopes;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Outcome<String> name(Actor by, Naming naming) {
        HeldPost held = postsToCover(by, naming.principalId()).stream()
                .filter(candidate -> candidate.id().equals(naming.postId()))
                .findFirst()
                .orElse(null);
        if (held == null) {
            return Outcome.refused(Problem.at("post", "identity.problem.deputy.post"));
        }
        List<Problem> problems = new ArrayList<>();
        boolean onBehalf = !naming.principalId().equals(by.accountId());
        if (onBehalf && isBlank(naming.reason())) {
            problems.add(Problem.at("reason", "identity.problem.reason"));
        }
        if (naming.limit() != null && !naming.limit().isPositive()) {
            problems.add(Problem.at("limit", "identity.problem.deputy.limit"));
        }
        String work = naming.work().stream().sorted().collect(Collectors.joining(" "));
        if (work.length() > LONGEST_WORK || naming.work().stream().anyMatch(key -> !WORK.matcher(key).matches())) {
            problems.add(Problem.at("work", "identity.problem.deputy.work"));
        }
        Post post = covered(held.post(), naming, problems);
        AccountRow deputy = deputy(naming, problems);
        if (problems.isEmpty() && onBehalf && deputy.id().equals(by.accountId())) {
            problems.add(Problem.at("deputy", "identity.problem.deputy.oneself").under("SD6"));
        }
        if (problems.isEmpty()) {
            problems.addAll(DeputyRules.refusals(work(deputy.id()), post));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        String id = Ids.next();
        deputies.insert(new NewRow(id, held.id(), naming.principalId(), deputy.id(), post,
                naming.limit() == null ? null : naming.limit().toBaht(), work,
                isBlank(naming.reason()) ? null : naming.reason().strip(), by.accountId(), clock.dateTime()));
        announce(by, naming.principalId(), Change.DEPUTY_NAMED, id, held.post(), deputy.nameTh() + ", "
                + AccountDesk.inWords(post) + (isBlank(naming.reason()) ? "" : ": " + naming.reason().strip()), naming);
        return Outcome.done(id);
    }

    /** The post as the deputy gets it: its days, and its scope or a part of it. */
    private Post covered(Post held, Naming naming, List<Problem> problems) {
        if (naming.from().isBefore(clock.today()) || naming.from().isBefore(held.validFrom())) {
            LocalDate first = held.validFrom().isAfter(clock.today()) ? held.validFrom() : clock.today();
            problems.add(Problem.at("from", "identity.problem.deputy.from", first));
        }
        if (naming.to().isBefore(naming.from())) {
            problems.add(Problem.at("to", "identity.problem.post.dates"));
        }
        if (held.validTo() != null && naming.to().isAfter(held.validTo())) {
            problems.add(Problem.at("to", "identity.problem.post.endsEarlier", held.validTo()));
        }
        Part part = naming.part();
        if (part == null) {
            return new Post(held.role(), held.scopeKind(), held.scopeId(), naming.from(), naming.to());
        }
        if (!AppointmentRules.scopesOf(held.role()).contains(part.kind())
                || !isWithin(held, part.kind(), part.scopeId())) {
            problems.add(Problem.at("post", "identity.problem.deputy.scope"));
        }
        return new Post(held.role(), part.kind(), part.scopeId(), naming.from(), naming.to());
    }

    private AccountRow deputy(Naming naming, List<Problem> problems) {
        String username = naming.deputy() == null ? "" : naming.deputy().strip();
        AccountRow deputy = accounts.findByUsername(Usernames.normal(username)).filter(AccountRow::enabled).orElse(null);
        if (deputy == null) {
            problems.add(Problem.at("deputy", "identity.problem.noPerson", username));
        } else if (deputy.id().equals(naming.principalId())) {
            problems.add(Problem.at("deputy", "identity.problem.deputy.self"));
        }
        return deputy;
    }

    /** Everything a person holds or covers, at any time. */
    private List<Post> work(String accountId) {
        return Stream.concat(
                        accounts.allPosts(List.of(accountId)).stream()
                                .map(row -> row.toHeld().post())
                                // A post ended before its first day never came into force.
                                .filter(post -> post.validTo() == null || !post.validTo().isBefore(post.validFrom())),
                        actors.covered(accountId).stream())
                .toList();
    }

    @Override
    public Outcome<Void> revoke(Actor by, String id, String reason) {
        DeputyRow row = deputies.find(id).orElseThrow(() -> new IllegalArgumentException("no deputyship " + id));
        boolean concerned = isConcerned(by, row);
        if (!concerned && !mayName(by, row.principalId(), row.post())) {
            throw new AccessDeniedException("deputyship " + id);
        }
        List<Problem> problems = new ArrayList<>();
        if (!concerned && isBlank(reason)) {
            problems.add(Problem.at("reason", "identity.problem.reason"));
        }
        if (row.revokedAt() != null || row.lastRunning().isBefore(clock.today())) {
            problems.add(Problem.of("identity.problem.deputy.over"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        String words = isBlank(reason) ? "" : reason.strip();
        deputies.revoke(id, by.accountId(), clock.dateTime(), words);
        announce(by, row.principalId(), Change.DEPUTY_REVOKED, id, row.post(),
                row.deputyTh() + ", " + AccountDesk.inWords(row.post()) + (words.isEmpty() ? "" : ": " + words), null);
        return Outcome.done();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Entry> find(Actor reader, String id) {
        return deputies.find(id).filter(row -> isConcerned(reader, row) || maySee(reader, row.post())).map(this::entry);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Entry> get(String id) {
        return deputies.find(id).map(this::entry);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> visibleTo(Actor reader) {
        Map<String, Boolean> seen = new HashMap<>();
        return deputies.since(clock.today().minus(SHOWN)).stream()
                .filter(row -> isConcerned(reader, row)
                        || seen.computeIfAbsent(row.post().address(), address -> maySee(reader, row.post())))
                .map(this::entry)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(String principalId) {
        return deputies.ofPrincipal(principalId, clock.today()).stream()
                .filter(row -> row.revokedAt() == null)
                .map(this::entry)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> beginningOn(LocalDate day) {
        return deputies.beginningOn(day).stream().filter(DeputyRow::stands).map(this::entry).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<HeldPost> postsToCover(Actor by, String accountId) {
        return accounts.allPosts(List.of(accountId)).stream()
                .map(PostRow::toHeld)
                .filter(held -> DeputyRules.canBeCovered(held.post().role()))
                .filter(held -> held.post().validTo() == null
                        || !held.post().validTo().isBefore(clock.today())
                                && !held.post().validTo().isBefore(held.post().validFrom()))
                .filter(held -> mayName(by, accountId, held.post()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<HeldPost> postsOf(String accountId, DateRange days) {
        return accounts.allPosts(List.of(accountId)).stream()
                .map(PostRow::toHeld)
                .filter(held -> DeputyRules.canBeCovered(held.post().role())
                        && !held.post().validFrom().isAfter(days.to())
                        && (held.post().validTo() == null
                                || !held.post().validTo().isBefore(later(days.from(), held.post().validFrom()))))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Part> partsOf(Post post) {
        return scopes.all().stream()
                .filter(owner -> owner.kind().compareTo(post.scopeKind()) > 0)
                .filter(owner -> AppointmentRules.scopesOf(post.role()).contains(owner.kind()))
                .flatMap(owner -> owner.choices().stream()
                        .filter(choice -> isWithin(post, owner.kind(), choice.scopeId()))
                        .map(choice -> new Part(owner.kind(), choice.scopeId(), choice.name())))
                .limit(MOST_PARTS)
                .toList();
    }

    /** Whether all of that lies within the post; what is not known to does not. */
    private boolean isWithin(Post post, ScopeKind kind, String scopeId) {
        List<Scope> where = scopes.scopes(kind, scopeId);
        return !where.isEmpty() && where.stream().allMatch(post::covers);
    }

    @Override
    public boolean mayNameForOthers(Actor actor) {
        return actor.posts().stream()
                .anyMatch(post -> post.role() == Role.SA || post.role() == Role.GL || post.role() == Role.PO);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean maySee(Actor reader, Post post) {
        return reader.roles().contains(Role.SA)
                || scopes.scopes(post.scopeKind(), post.scopeId()).stream()
                        .anyMatch(scope -> reader.firstHeld(LOOKING, scope).isPresent());
    }

    private boolean mayName(Actor by, String principalId, Post post) {
        if (principalId.equals(by.accountId()) || by.roles().contains(Role.SA)) {
            return true;
        }
        List<Scope> where = scopes.scopes(post.scopeKind(), post.scopeId());
        return OF_THE_LEAD.contains(post.role()) && where.stream().anyMatch(scope -> by.holds(Role.GL, scope))
                || OF_THE_OFFICER.contains(post.role()) && where.stream().anyMatch(scope -> by.holds(Role.PO, scope));
    }

    private static boolean isConcerned(Actor reader, DeputyRow row) {
        return reader.accountId().equals(row.principalId()) || reader.accountId().equals(row.deputyId());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Stand> able(Role role, LocalDate from, LocalDate to) {
        Stream<Stand> holders = accounts.holdersBetween(role, from, to).stream()
                .map(holder -> new Stand(holder.accountId(), holder.name(), later(from, holder.post().validFrom()),
                        earlier(to, holder.post().validTo()), holder.post(), null));
        Stream<Stand> standing = deputies.ofRole(role, from, to).stream()
                .filter(DeputyRow::stands)
                .map(row -> new Stand(row.deputyId(), row.deputyName(), later(from, later(row.firstDay(), row.postFrom())),
                        earlier(to, row.lastRunning()), row.post(), row.toDeputyship()))
                .filter(stand -> !stand.to().isBefore(stand.from()));
        return Stream.concat(holders, standing)
                .sorted(Comparator.comparing((Stand stand) -> stand.deputyship() != null)
                        .thenComparing(stand -> stand.name().th()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Stand> able(Post post, LocalDate from, LocalDate to) {
        List<Scope> where = scopes.scopes(post.scopeKind(), post.scopeId());
        return able(post.role(), from, to).stream()
                .filter(stand -> stand.post().address().equals(post.address())
                        || !where.isEmpty() && where.stream().allMatch(stand.post()::covers))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Person> people(Actor reader) {
        Map<String, Boolean> seen = new HashMap<>();
        Map<String, Person> people = new LinkedHashMap<>();
        for (HolderRow holder : accounts.holdersOn(clock.today())) {
            Post post = holder.post();
            if (DeputyRules.canBeCovered(post.role())
                    && seen.computeIfAbsent(post.address(), address -> maySee(reader, post))) {
                people.put(holder.accountId(), new Person(holder.accountId(), holder.username(), holder.name()));
            }
        }
        return List.copyOf(people.values());
    }

    private Entry entry(DeputyRow row) {
        LocalDate today = clock.today();
        State state;
        if (row.revokedAt() != null) {
            state = State.REVOKED;
        } else if (!row.stands() || row.lastRunning().isBefore(today)) {
            state = State.ENDED;
        } else {
            state = row.runsOn(today) ? State.RUNNING : State.COMING;
        }
        LocalizedText scope = row.scopeKind() == ScopeKind.ALL
                ? null
                : scopes.name(row.scopeKind(), row.scopeId()).orElse(new LocalizedText(row.scopeId(), null));
        return new Entry(row.toDeputyship(), row.postId(), row.deputyId(), row.deputyName(), state, scope, row.reason(),
                accounts.find(row.namedBy()).map(AccountRow::name).orElse(null), row.namedAt(), row.revokeReason());
    }

    private void announce(
            Actor by, String principalId, Change change, String id, Post post, String words, Naming naming) {
        Role acting = principalId.equals(by.accountId())
                ? post.role()
                : Stream.of(Role.SA, Role.GL, Role.PO).filter(by.roles()::contains).findFirst().orElse(post.role());
        boolean named = change == Change.DEPUTY_NAMED;
        events.publishEvent(new AccountChanged(by.as(acting), principalId, change, id, named ? null : post.role().name(),
                named ? post.role().name() : null, words, naming == null ? null : data(naming)));
    }

    private static Map<String, Object> data(Naming naming) {
        return Map.of("post", naming.postId(), "deputy", naming.deputy(), "from", naming.from(), "to", naming.to(),
                "limit", naming.limit() == null ? "" : naming.limit().formatted(), "work", naming.work());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
