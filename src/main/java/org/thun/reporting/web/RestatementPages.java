package org.thun.reporting.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.reporting.Restatement;
import org.thun.reporting.Restatements;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** The restatement sheet: figures of accepted periods that later records have changed, and why (BR-15). */
@Controller
@RequestMapping("/grants/{id}/reports/restated")
class RestatementPages {

    private final ReportDesk desk;
    private final Restatements restatements;
    private final CasePages cases;

    RestatementPages(ReportDesk desk, Restatements restatements, CasePages cases) {
        this.desk = desk;
        this.restatements = restatements;
        this.cases = cases;
    }

    @GetMapping
    String sheet(@PathVariable String id, Actor actor, Model model) {
        return page(id, List.of(), actor, model);
    }

    @PostMapping("/look")
    String look(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
        Grant grant = desk.wholeGrant(id, actor);
        if (!restatements.mayExplain(grant, actor)) {
            throw new NotFound("restatements of grant " + id);
        }
        Flash.info(redirect, "reporting.restated.looked", restatements.look(grant));
        return "redirect:" + path(grant);
    }

    @PostMapping("/{restatementId}")
    String explain(@PathVariable String id, @PathVariable String restatementId, @RequestParam(required = false) String reason,
            Actor actor, Model model, RedirectAttributes redirect) {
        Grant grant = desk.wholeGrant(id, actor);
        List<Restatement> known = restatements.of(grant, actor);
        if (!restatements.mayExplain(grant, actor) || known.stream().noneMatch(each -> each.id().equals(restatementId))) {
            throw new NotFound("restatement " + restatementId);
        }
        Outcome<Void> done = restatements.explain(grant, restatementId, reason, actor);
        if (!done.isDone()) {
            return page(id, done.problems(), actor, model);
        }
        Flash.good(redirect, "reporting.restated.explained");
        return "redirect:" + path(grant);
    }

    private String page(String id, List<Problem> problems, Actor actor, Model model) {
        Grant grant = cases.open(id, MonitoringTab.PATH, actor);
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("problems", problems);
        model.addAttribute("restated", restatements.of(grant, actor));
        model.addAttribute("explains", restatements.mayExplain(grant, actor));
        return "reporting/restated";
    }

    private static String path(Grant grant) {
        return grant.path() + "/reports/restated";
    }
}
