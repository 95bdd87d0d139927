package org.thun.registry.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Scope;
import org.thun.registry.RegistryChecks;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** What the nightly comparison of the summaries with the records has found, for administrators. */
@Controller
@RequestMapping("/admin/register-checks")
class CheckPages {

    private final RegistryChecks checks;

    CheckPages(RegistryChecks checks) {
        this.checks = checks;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        require(actor);
        model.addAttribute("findings", checks.findings());
        return "registry/checks";
    }

    @PostMapping
    String check(Actor actor, RedirectAttributes redirect) {
        require(actor);
        checks.check();
        long open = checks.open();
        if (open == 0) {
            Flash.good(redirect, "registry.checks.agree");
        } else {
            Flash.warn(redirect, "registry.checks.differ", open);
        }
        return "redirect:/admin/register-checks";
    }

    @PostMapping("/{id}/repair")
    String repair(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
        require(actor);
        if (checks.repair(id, actor).isDone()) {
            Flash.good(redirect, "registry.checks.repaired");
        } else {
            Flash.warn(redirect, "registry.problem.check.closed");
        }
        return "redirect:/admin/register-checks";
    }

    static boolean administers(Actor actor) {
        return actor.may(Action.EDIT, ObjectKind.ADMINISTRATION, Scope.GLOBAL);
    }

    private static void require(Actor actor) {
        if (!administers(actor)) {
            throw new NotFound("checks of the registers, for " + actor.username());
        }
    }
}
