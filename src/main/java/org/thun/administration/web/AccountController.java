package org.thun.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.identity.Account;
import org.thun.identity.Actor;
import org.thun.identity.CurrentActor;
import org.thun.identity.Deputies;
import org.thun.identity.OwnAccount;
import org.thun.identity.OwnAccount.PasswordChange;
import org.thun.identity.OwnAccount.Profile;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;

/** What everybody looks after by themselves: name, address for notices, language, password. */
@Controller
@RequestMapping("/account")
class AccountController {

    private final OwnAccount own;
    private final Deputies deputies;
    private final CurrentActor currentActor;
    private final LocaleResolver languages;

    AccountController(OwnAccount own, Deputies deputies, CurrentActor currentActor, LocaleResolver languages) {
        this.own = own;
        this.deputies = deputies;
        this.currentActor = currentActor;
        this.languages = languages;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        Account account = own.of(actor);
        return page(actor, model, new Profile(
                account.name().th(), account.name().en(), account.email(), account.language()), List.of());
    }

    @PostMapping
    String change(
            Profile profile,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        Outcome<Void> changed = own.change(actor, profile);
        if (!changed.isDone()) {
            return page(actor, model, profile, changed.problems());
        }
        if (profile.language() != null && !profile.language().isBlank()) {
            languages.setLocale(request, response, Locale.forLanguageTag(profile.language()));
        }
        Flash.good(redirect, "administration.account.saved");
        return "redirect:/account";
    }

    @GetMapping("/password")
    String password(Model model) {
        return passwordPage(model, List.of());
    }

    @PostMapping("/password")
    String changePassword(
            PasswordChange change, Actor actor, Model model, RedirectAttributes redirect, HttpServletRequest request) {
        boolean temporary = currentActor.mustChangePassword();
        Optional<String> session = Optional.ofNullable(request.getSession(false)).map(HttpSession::getId);
        Outcome<Void> changed = own.changePassword(actor, change, session);
        if (!changed.isDone()) {
            return passwordPage(model, changed.problems());
        }
        Flash.good(redirect, "administration.password.changed");
        return temporary ? "redirect:/" : "redirect:/account";
    }

    private String page(Actor actor, Model model, Profile profile, List<Problem> problems) {
        model.addAttribute("account", own.of(actor));
        model.addAttribute("posts", actor.posts());
        model.addAttribute("deputyships", actor.deputyships());
        model.addAttribute("deputies", deputies.of(actor.accountId()));
        model.addAttribute("profile", profile);
        model.addAttribute("problems", problems);
        return "administration/account";
    }

    private String passwordPage(Model model, List<Problem> problems) {
        model.addAttribute("temporary", currentActor.mustChangePassword());
        model.addAttribute("problems", problems);
        return "administration/password";
    }
}
