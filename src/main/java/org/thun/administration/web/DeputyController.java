package org.thun.administration.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.AccountAdministration;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.Deputies.Entry;
import org.thun.identity.Deputies.Naming;
import org.thun.identity.Deputies.Part;
import org.thun.identity.Deputies.Person;
import org.thun.identity.Deputies.State;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.Cover;
import org.thun.tasks.Cover.Absence;
import org.thun.web.Flash;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** Who stands in for whom, and what would wait for nobody while somebody is away. */
@Controller
@RequestMapping("/deputies")
class DeputyController {

    private static final int DEFAULT_DAYS = 13;
    private static final Set<State> OPEN = EnumSet.of(State.RUNNING, State.COMING);

    private final Deputies deputies;
    private final Cover cover;
    private final Accounts accounts;
    private final AccountAdministration administration;
    private final BusinessClock clock;
    private final Formats formats;

    DeputyController(
            Deputies deputies,
            Cover cover,
            Accounts accounts,
            AccountAdministration administration,
            BusinessClock clock,
            Formats formats) {
        this.deputies = deputies;
        this.cover = cover;
        this.accounts = accounts;
        this.administration = administration;
        this.clock = clock;
        this.formats = formats;
    }

    /**
     * What was typed to name a deputy.
     *
     * @param username who is away
     * @param post id of the appointment, or {@code id|KIND:scope} for a part of its scope
     */
    record Typed(
            String username,
            String post,
            String deputy,
            String from,
            String to,
            String limit,
            List<String> work,
            String reason) {

        public boolean wants(String processKey) {
            return work != null && work.contains(processKey);
        }
    }

    /** Deputyships in one state. */
    record Group(State state, List<Entry> entries) {}

    /** A post to choose, with the parts of its scope. */
    record Choice(HeldPost held, LocalizedText scopeName, List<Part> parts) {}

    @GetMapping
    String list(Actor actor, Model model) {
        List<Entry> all = deputies.visibleTo(actor);
        List<Group> groups = new ArrayList<>();
        for (State state : State.values()) {
            List<Entry> entries = all.stream().filter(entry -> entry.state() == state).toList();
            if (!entries.isEmpty()) {
                groups.add(new Group(state, entries));
            }
        }
        model.addAttribute("groups", groups);
        model.addAttribute("me", actor.accountId());
        model.addAttribute("own", !deputies.postsToCover(actor, actor.accountId()).isEmpty());
        model.addAttribute("forOthers", deputies.mayNameForOthers(actor));
        return "administration/deputies";
    }

    @GetMapping("/new")
    String ask(@RequestParam(defaultValue = "") String username, Actor actor, Model model) {
        String today = formats.date(clock.today());
        return form(new Typed(username, "", "", today, "", "", List.of(), ""), List.of(), actor, model);
    }

    @PostMapping
    String name(Typed typed, Actor actor, Model model, RedirectAttributes redirect) {
        List<Problem> problems = new ArrayList<>();
        LocalDate from = TypedValues.day("from", typed.from(), problems);
        LocalDate to = TypedValues.day("to", typed.to(), problems);
        Money limit = TypedValues.amount("limit", typed.limit(), problems);
        String principal = principal(typed.username(), actor).map(Actor::accountId).orElse(null);
        String[] where = (typed.post() == null ? "" : typed.post()).split("\\|", 2);
        if (where[0].isEmpty()) {
            problems.add(Problem.at("post", "administration.problem.post"));
        }
        Part part = where.length < 2 ? null : part(where[1], problems);
        if (!problems.isEmpty() || principal == null) {
            return form(typed, problems, actor, model);
        }
        Set<String> work = typed.work() == null ? Set.of() : new LinkedHashSet<>(typed.work());
        Outcome<String> named = deputies.name(actor,
                new Naming(principal, where[0], typed.deputy(), part, from, to, limit, work, typed.reason()));
        if (!named.isDone()) {
            return form(typed, named.problems(), actor, model);
        }
        Flash.good(redirect, "administration.deputy.named");
        return "redirect:/deputies";
    }

    @GetMapping("/{id}/revoke")
    String askToRevoke(@PathVariable String id, Actor actor, Model model) {
        return revoke(id, "", List.of(), actor, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        find(id, actor);
        Outcome<Void> revoked = deputies.revoke(actor, id, reason);
        if (!revoked.isDone()) {
            return revoke(id, reason, revoked.problems(), actor, model);
        }
        Flash.good(redirect, "administration.deputy.revoked");
        return "redirect:/deputies";
    }

    /** Who can decide if somebody is away. */
    @GetMapping("/away")
    String away(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Actor actor,
            Model model) {
        List<Person> people = new ArrayList<>(deputies.people(actor));
        if (people.stream().noneMatch(one -> one.accountId().equals(actor.accountId()))) {
            people.add(0, new Person(actor.accountId(), actor.username(), actor.name()));
        }
        List<Problem> problems = new ArrayList<>();
        LocalDate first = from.isBlank() ? clock.today() : TypedValues.day("from", from, problems);
        LocalDate last = to.isBlank() && first != null
                ? first.plusDays(DEFAULT_DAYS)
                : TypedValues.day("to", to, problems);
        if (problems.isEmpty() && last.isBefore(first)) {
            problems.add(Problem.at("to", "administration.problem.range"));
        } else if (problems.isEmpty() && ChronoUnit.DAYS.between(first, last) >= Cover.MOST_DAYS) {
            problems.add(Problem.at("to", "administration.problem.tooLong", Cover.MOST_DAYS));
        }
        model.addAttribute("people", people);
        model.addAttribute("person", person);
        model.addAttribute("from", first == null ? from : formats.date(first));
        model.addAttribute("to", last == null ? to : formats.date(last));
        model.addAttribute("problems", problems);
        boolean known = people.stream().anyMatch(one -> one.accountId().equals(person));
        if (!person.isBlank() && !known) {
            throw new NotFound("absence of " + person + ", for " + actor.username());
        }
        boolean asked = known && problems.isEmpty();
        Absence absence = asked ? cover.of(actor, person, first, last).orElse(null) : null;
        Map<String, LocalizedText> names = new HashMap<>();
        if (absence != null) {
            absence.posts().forEach(post -> names.put(post.held().id(), scopeName(post.post())));
        }
        model.addAttribute("asked", asked);
        model.addAttribute("absence", absence);
        model.addAttribute("names", names);
        return "administration/away";
    }

    /** What people call the scope of a post, for templates. */
    private LocalizedText scopeName(Post post) {
        return post.scopeKind() == ScopeKind.ALL
                ? null
                : administration.scopeName(post.scopeKind(), post.scopeId())
                        .orElseGet(() -> new LocalizedText(post.scopeId(), null));
    }

    private String form(Typed typed, List<Problem> problems, Actor actor, Model model) {
        Optional<Actor> principal = principal(typed.username(), actor);
        List<Problem> all = new ArrayList<>(problems);
        List<HeldPost> posts = principal
                .map(person -> deputies.postsToCover(actor, person.accountId()))
                .orElse(List.of());
        if (posts.isEmpty()) {
            all.add(Problem.of("administration.problem.nothingToCover"));
        }
        model.addAttribute("typed", typed);
        model.addAttribute("problems", all);
        model.addAttribute("principal", principal.filter(person -> !posts.isEmpty()).map(Actor::name).orElse(null));
        model.addAttribute("onBehalf",
                principal.filter(person -> !person.accountId().equals(actor.accountId())).isPresent());
        model.addAttribute("choices", posts.stream()
                .map(held -> new Choice(held, scopeName(held.post()), deputies.partsOf(held.post())))
                .toList());
        model.addAttribute("processes", posts.stream()
                .map(held -> held.post().role())
                .distinct()
                .flatMap((Role role) -> cover.processesOf(role).stream())
                .distinct()
                .sorted()
                .toList());
        return "administration/new-deputy";
    }

    private String revoke(String id, String reason, List<Problem> problems, Actor actor, Model model) {
        Entry entry = find(id, actor);
        model.addAttribute("entry", entry);
        model.addAttribute("own", actor.accountId().equals(entry.deputyId())
                || actor.accountId().equals(entry.deputyship().principalId()));
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        return "administration/revoke-deputy";
    }

    /** A deputyship that runs or will run; the others cannot be ended any more. */
    private Entry find(String id, Actor actor) {
        return deputies.find(actor, id)
                .filter(entry -> OPEN.contains(entry.state()))
                .filter(entry -> mayRevoke(entry, actor))
                .orElseThrow(() -> new NotFound("deputyship " + id));
    }

    private boolean mayRevoke(Entry entry, Actor actor) {
        return actor.accountId().equals(entry.deputyId())
                || deputies.postsToCover(actor, entry.deputyship().principalId()).stream()
                        .anyMatch(held -> held.id().equals(entry.postId()));
    }

    private Optional<Actor> principal(String username, Actor actor) {
        return username == null || username.isBlank() ? Optional.of(actor) : accounts.actorByUsername(username);
    }

    private static Part part(String text, List<Problem> problems) {
        int colon = text.indexOf(':');
        try {
            return new Part(ScopeKind.valueOf(text.substring(0, Math.max(0, colon))), text.substring(colon + 1), null);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at("post", "administration.problem.post"));
            return null;
        }
    }
}
