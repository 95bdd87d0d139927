package org.thun.administration.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.identity.FirstAdministrator;
import org.thun.identity.FirstAdministrator.Choice;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** Where the one-time link on the console leads. Without its token there is no such page. */
@Controller
@RequestMapping("/setup")
class SetupController {

    private final FirstAdministrator first;

    SetupController(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String token, Model model) {
        requireToken(token);
        return page(token, new Choice("admin", "", "", "", ""), List.of(), model);
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String token, Choice choice, Model model, RedirectAttributes redirect) {
        requireToken(token);
        Outcome<Void> created = first.create(token, choice);
        if (!created.isDone()) {
            return page(token, choice, created.problems(), model);
        }
        Flash.good(redirect, "administration.setup.done");
        return "redirect:/signin";
    }

    private void requireToken(String token) {
        if (!first.accepts(token)) {
            throw new NotFound("setup with a token that is not good");
        }
    }

    private static String page(String token, Choice choice, List<Problem> problems, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("choice", choice);
        model.addAttribute("problems", problems);
        return "administration/setup";
    }
}
