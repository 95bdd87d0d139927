package org.thun.workflow.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.identity.Actor;
import org.thun.web.Flash;
import org.thun.workflow.Incidents;

/** Work that has failed, and how to set it going again. */
@Controller
@RequestMapping("/admin/incidents")
class IncidentController {

    private final Incidents incidents;

    IncidentController(Incidents incidents) {
        this.incidents = incidents;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        Administrators.require(actor);
        model.addAttribute("incidents", incidents.open());
        return "workflow/incidents";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
        Administrators.require(actor);
        if (incidents.retry(actor, id).isDone()) {
            Flash.good(redirect, "workflow.incidents.retried");
        } else {
            Flash.warn(redirect, "workflow.incident.problem.gone");
        }
        return "redirect:/admin/incidents";
    }
}
