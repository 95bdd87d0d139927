package org.thun.administration.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.identity.Account;
import org.thun.identity.Account.HeldPost;
import org.thun.identity.AccountAdministration;
import org.thun.identity.AccountAdministration.Found;
import org.thun.identity.AccountAdministration.NewPerson;
import org.thun.identity.AccountAdministration.Search;
import org.thun.identity.AccountAdministration.TemporaryPassword;
import org.thun.identity.Accounts;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.Deputies;
import org.thun.identity.ObjectKind;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.PostTasks;
import org.thun.web.Flash;
import org.thun.web.Formats;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** People and posts: who may sign in, and as what. */
@Controller
@RequestMapping("/admin/people")
class PeopleController {

    private static final int PAGE = 50;

    private final AccountAdministration administration;
    private final Accounts accounts;
    private final PostTasks postTasks;
    private final Deputies deputies;
    private final BusinessClock clock;
    private final Formats formats;

    PeopleController(
            AccountAdministration administration,
            Accounts accounts,
            PostTasks postTasks,
            Deputies deputies,
            BusinessClock clock,
            Formats formats) {
        this.administration = administration;
        this.accounts = accounts;
        this.postTasks = postTasks;
        this.deputies = deputies;
        this.clock = clock;
        this.formats = formats;
    }

    /** What was typed into the search form. */
    record Filter(String q, Role role, Boolean enabled) {}

    /** What was typed to appoint somebody; the scope is {@code KIND:id}, dates in either era and either digits. */
    record Appointment(Role role, String scope, String validFrom, String validTo, Boolean confirmed) {}

    /** What was typed to end a post; the successor is a user name, or blank. */
    record Leaving(String lastDay, String reason, String successor, Boolean confirmed) {}

    /** A post with what people call its scope and who gave it. */
    record ShownPost(
            HeldPost held, LocalizedText scopeName, LocalizedText grantedBy, PostState state) {

        public Post post() {
            return held.post();
        }
    }

    /** Where a post stands today. */
    enum PostState {
        HELD,
        COMING,
        PAST
    }

    static boolean includes(Actor actor) {
        return actor.may(Action.READ, ObjectKind.ADMINISTRATION, Scope.GLOBAL);
    }

    /** For others there is no such page. */
    @ModelAttribute
    void onlyAdministrators(Actor actor) {
        if (!includes(actor)) {
            throw new NotFound("administration, for " + actor.username());
        }
    }

    @GetMapping
    String list(Filter filter, @RequestParam(required = false) Integer page, Actor actor, Model model) {
        int shown = Paging.pageOf(page);
        Found found = administration.search(
                actor, new Search(filter.q(), filter.role(), filter.enabled(), (shown - 1) * PAGE, PAGE));
        model.addAttribute("filter", filter);
        model.addAttribute("people", found.accounts());
        model.addAttribute("roles", Role.values());
        model.addAttribute("today", clock.today());
        model.addAttribute("paging", new Paging(shown, PAGE, found.total()));
        return "administration/people";
    }

    @GetMapping("/new")
    String newPerson(Model model) {
        model.addAttribute("person", new NewPerson("", "", "", ""));
        model.addAttribute("problems", List.of());
        return "administration/new-person";
    }

    @PostMapping
    String create(NewPerson person, Actor actor, Model model) {
        Outcome<TemporaryPassword> created = administration.create(actor, person);
        if (created.isDone()) {
            return handOver(created.orElseThrow(), actor, model);
        }
        model.addAttribute("person", person);
        model.addAttribute("problems", created.problems());
        return "administration/new-person";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Actor actor, Model model) {
        Appointment blank = new Appointment(null, "", formats.date(clock.today()), "", false);
        return person(id, actor, model, blank, List.of(), List.of());
    }

    @PostMapping("/{id}/posts")
    String appoint(
            @PathVariable String id, Appointment typed, Actor actor, Model model, RedirectAttributes redirect) {
        find(id, actor);
        List<Problem> problems = new ArrayList<>();
        Optional<Post> post = read(typed, problems);
        if (post.isEmpty()) {
            return person(id, actor, model, typed, problems, List.of());
        }
        List<Problem> concerns = Boolean.TRUE.equals(typed.confirmed()) ? List.of() : administration.concerns(actor, id, post.get());
        if (!concerns.isEmpty()) {
            return person(id, actor, model, typed, List.of(), concerns);
        }
        Outcome<Void> appointed = administration.appoint(actor, id, post.get());
        if (!appointed.isDone()) {
            return person(id, actor, model, typed, appointed.problems(), List.of());
        }
        Flash.good(redirect, "administration.person.appointed");
        return "redirect:/admin/people/" + id;
    }

    @GetMapping("/{id}/posts/{postId}/end")
    String askToEnd(@PathVariable String id, @PathVariable String postId, Actor actor, Model model) {
        Leaving blank = new Leaving(formats.date(clock.today()), "", "", false);
        return end(id, postId, blank, List.of(), List.of(), actor, model);
    }

    @PostMapping("/{id}/posts/{postId}/end")
    String end(
            @PathVariable String id,
            @PathVariable String postId,
            Leaving typed,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        held(find(id, actor), postId);
        List<Problem> problems = new ArrayList<>();
        LocalDate day = TypedValues.day("lastDay", typed.lastDay(), problems);
        if (!problems.isEmpty()) {
            return end(id, postId, typed, problems, List.of(), actor, model);
        }
        List<Problem> concerns = Boolean.TRUE.equals(typed.confirmed())
                ? List.of()
                : administration.successionConcerns(actor, id, postId, day, typed.successor());
        if (!concerns.isEmpty()) {
            return end(id, postId, typed, List.of(), concerns, actor, model);
        }
        Outcome<Void> ended = administration.endPost(actor, id, postId, day, typed.reason(), typed.successor());
        if (!ended.isDone()) {
            return end(id, postId, typed, ended.problems(), List.of(), actor, model);
        }
        Flash.good(redirect, "administration.person.ended", day);
        return "redirect:/admin/people/" + id;
    }

    @GetMapping("/{id}/disable")
    String askToDisable(@PathVariable String id, Actor actor, Model model) {
        return disable(find(id, actor), "", List.of(), model);
    }

    @PostMapping("/{id}/disable")
    String disable(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Account account = find(id, actor);
        Outcome<Void> disabled = administration.disable(actor, id, reason);
        if (!disabled.isDone()) {
            return disable(account, reason, disabled.problems(), model);
        }
        Flash.good(redirect, "administration.person.disabled", account.name());
        return "redirect:/admin/people/" + id;
    }

    @PostMapping("/{id}/enable")
    String enable(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
        Account account = find(id, actor);
        administration.enable(actor, id);
        Flash.good(redirect, "administration.person.enabled", account.name());
        return "redirect:/admin/people/" + id;
    }

    /** Shows the password at once and not after a redirect: it would have to be kept somewhere on the way. */
    @PostMapping("/{id}/reset-password")
    String resetPassword(@PathVariable String id, Actor actor, Model model) {
        find(id, actor);
        Outcome<TemporaryPassword> reset = administration.resetPassword(actor, id);
        if (!reset.isDone()) {
            Appointment blank = new Appointment(null, "", formats.date(clock.today()), "", false);
            return person(id, actor, model, blank, reset.problems(), List.of());
        }
        return handOver(reset.orElseThrow(), actor, model);
    }

    private String handOver(TemporaryPassword password, Actor actor, Model model) {
        model.addAttribute("account", find(password.accountId(), actor));
        model.addAttribute("password", password.password());
        return "administration/temporary-password";
    }

    private String person(
            String id, Actor actor, Model model, Appointment typed, List<Problem> problems, List<Problem> concerns) {
        Account account = find(id, actor);
        model.addAttribute("account", account);
        model.addAttribute("posts", account.posts().stream().map(this::shown).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("concerns", concerns);
        model.addAttribute("roles", Role.values());
        model.addAttribute("self", account.id().equals(actor.accountId()));
        model.addAttribute("coverable", deputies.people(actor).stream().anyMatch(one -> one.accountId().equals(account.id())));
        Map<ScopeKind, List<?>> scopes = new LinkedHashMap<>();
        administration.scopeChoices().forEach(owner -> scopes.put(owner.kind(), owner.choices()));
        model.addAttribute("scopes", scopes);
        return "administration/person";
    }

    private String end(
            String id,
            String postId,
            Leaving typed,
            List<Problem> problems,
            List<Problem> concerns,
            Actor actor,
            Model model) {
        Account account = find(id, actor);
        HeldPost held = held(account, postId);
        model.addAttribute("account", account);
        model.addAttribute("post", shown(held));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("concerns", concerns);
        LocalDate day = TypedValues.day("lastDay", typed.lastDay(), new ArrayList<>());
        model.addAttribute("moving", postTasks.movingWith(id, held.post(), day == null ? clock.today() : day));
        return "administration/end-post";
    }

    private String disable(Account account, String reason, List<Problem> problems, Model model) {
        model.addAttribute("moving", postTasks.takenBy(account.id()));
        model.addAttribute("account", account);
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        return "administration/disable";
    }

    private Account find(String id, Actor actor) {
        return administration.find(actor, id).orElseThrow(() -> new NotFound("account " + id));
    }

    private static HeldPost held(Account account, String postId) {
        return account.posts().stream()
                .filter(post -> post.id().equals(postId))
                .findFirst()
                .orElseThrow(() -> new NotFound("post " + postId + " of account " + account.id()));
    }

    private ShownPost shown(HeldPost held) {
        Post post = held.post();
        LocalizedText scope = post.scopeKind() == ScopeKind.ALL
                ? null
                : administration.scopeName(post.scopeKind(), post.scopeId())
                        .orElseGet(() -> new LocalizedText(post.scopeId(), null));
        LocalizedText giver = held.grantedBy() == null
                ? Actor.SYSTEM.name()
                : accounts.nameOf(held.grantedBy()).orElse(null);
        return new ShownPost(held, scope, giver, state(post));
    }

    private PostState state(Post post) {
        if (post.isHeldOn(clock.today())) {
            return PostState.HELD;
        }
        return post.validFrom().isAfter(clock.today()) ? PostState.COMING : PostState.PAST;
    }

    private Optional<Post> read(Appointment typed, List<Problem> problems) {
        if (typed.role() == null) {
            problems.add(Problem.at("role", "administration.problem.role"));
        }
        int colon = typed.scope() == null ? -1 : typed.scope().indexOf(':');
        Optional<ScopeKind> kind = colon < 0 ? Optional.empty() : kind(typed.scope().substring(0, colon));
        if (kind.isEmpty()) {
            problems.add(Problem.at("scope", "administration.problem.scope"));
        }
        LocalDate from = TypedValues.day("validFrom", typed.validFrom(), problems);
        LocalDate to = typed.validTo() == null || typed.validTo().isBlank()
                ? null
                : TypedValues.day("validTo", typed.validTo(), problems);
        return problems.isEmpty()
                ? Optional.of(new Post(typed.role(), kind.orElseThrow(), typed.scope().substring(colon + 1), from, to))
                : Optional.empty();
    }

    private static Optional<ScopeKind> kind(String name) {
        try {
            return Optional.of(ScopeKind.valueOf(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
