package org.thun.closeout.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.closeout.Successors;
import org.thun.closeout.Successors.Proof;
import org.thun.closeout.Successors.Successor;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.proposals.Proposals;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** The grant that continues this one: its draft, and the proof that it begins where this one ended. */
@Controller
class SuccessorPages {

    private final CasePages cases;
    private final Successors successors;
    private final Proposals proposals;

    SuccessorPages(CasePages cases, Successors successors, Proposals proposals) {
        this.cases = cases;
        this.successors = successors;
        this.proposals = proposals;
    }

    @GetMapping("/grants/{grantId}/close-out/successor")
    String successor(@PathVariable String grantId, Actor actor, Model model) {
        return show(cases.open(grantId, CloseOutTab.PATH, actor), List.of(), actor, model);
    }

    @PostMapping("/grants/{grantId}/close-out/successor")
    String draft(
            @PathVariable String grantId,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Grant grant = cases.open(grantId, CloseOutTab.PATH, actor);
        Outcome<String> outcome = successors.draft(grant, actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(grant, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "closeout.successor.drafted");
        return "redirect:" + grant.path() + "/close-out/successor";
    }

    private String show(Grant grant, List<Problem> problems, Actor actor, Model model) {
        Optional<Successor> successor = successors.ofGrant(grant.id());
        boolean mayDraft = successors.mayDraft(grant, actor);
        if (successor.isEmpty() && !mayDraft) {
            throw new NotFound("successor of grant " + grant.id());
        }
        List<Proof> proofs = successor.map(successors::proofs).orElse(List.of());
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("successor", successor.orElse(null));
        model.addAttribute("proofs", proofs);
        model.addAttribute("holds", proofs.stream().allMatch(Proof::holds));
        model.addAttribute("proposal", successor.map(found -> proposals.get(found.proposalId())).orElse(null));
        model.addAttribute("seesProposal",
                successor.flatMap(found -> proposals.find(found.proposalId(), actor)).isPresent());
        model.addAttribute("against", mayDraft ? successors.against(grant) : List.of());
        model.addAttribute("mayDraft", mayDraft);
        model.addAttribute("problems", problems);
        return "closeout/successor";
    }
}
