package org.thun.evaluation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.evaluation.Assessment;
import org.thun.evaluation.Evaluation;
import org.thun.evaluation.EvaluationState;
import org.thun.evaluation.Evaluations;
import org.thun.evaluation.Evaluations.DeskFilter;
import org.thun.evaluation.Evaluations.DeskPage;
import org.thun.evaluation.Recommendation;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.CodeItem;
import org.thun.programmes.EvaluationPolicy.RatingScale;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.web.Flash;
import org.thun.web.NotFound;
import org.thun.web.Paging;

@Controller
class EvaluationPages {

    private static final int PAGE_SIZE = 25;

    /**
     * One evaluation on the page of a case.
     *
     * @param assessment what this person may see of it, or {@code null}
     * @param recommendations its recommendations once final
     */
    public record Entry(Evaluation evaluation, Assessment assessment, List<RecommendationEntry> recommendations) {}

    /** A recommendation, whether it is overdue, and whether this person may say that it was seen done. */
    public record RecommendationEntry(Recommendation one, boolean overdue, boolean verifiable) {}

    private final Evaluations evaluations;
    private final CasePages cases;
    private final Programmes programmes;
    private final BusinessClock clock;

    EvaluationPages(Evaluations evaluations, CasePages cases, Programmes programmes, BusinessClock clock) {
        this.evaluations = evaluations;
        this.cases = cases;
        this.programmes = programmes;
        this.clock = clock;
    }

    @GetMapping("/grants/{id}/evaluation")
    String ofGrant(@PathVariable String id, Actor actor, Model model) {
        Grant grant = cases.open(id, EvaluationPlaces.TAB, actor);
        RatingScale scale =
                programmes.version(grant.programmeKey(), grant.programmeVersion()).evaluation().scale();
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("entries", entries(grant, actor));
        model.addAttribute("levels", labels(scale.levels()));
        model.addAttribute("criteria", labels(scale.criteria()));
        return "evaluation/grant";
    }

    @PostMapping("/grants/{id}/evaluation/recommendations/{recommendationId}/verify")
    String verify(
            @PathVariable String id,
            @PathVariable String recommendationId,
            @RequestParam String note,
            Actor actor,
            RedirectAttributes redirect) {
        Grant grant = cases.open(id, EvaluationPlaces.TAB, actor);
        if (!actor.may(Action.CHECK, ObjectKind.RECOMMENDATION, grant.scope())) {
            throw new NotFound("recommendation " + recommendationId);
        }
        Outcome<Void> outcome = evaluations.verify(grant, recommendationId, note, actor);
        if (outcome.isDone()) {
            Flash.good(redirect, "evaluation.page.verified");
        } else {
            Flash.bad(redirect, outcome.problems().get(0).messageKey());
        }
        return "redirect:" + grant.path() + "/" + EvaluationPlaces.TAB;
    }

    @GetMapping("/evaluation")
    String desk(
            @RequestParam(required = false) EvaluationState state,
            @RequestParam(required = false) Integer page,
            Actor actor,
            Model model) {
        if (!actor.mayAnywhere(Action.SUBMIT, ObjectKind.ASSESSMENT)
                && !actor.mayAnywhere(Action.CHECK, ObjectKind.ASSESSMENT)) {
            throw new NotFound("the desk of evaluations");
        }
        int no = Paging.pageOf(page);
        DeskPage found = evaluations.desk(new DeskFilter(state, no, PAGE_SIZE), actor);
        model.addAttribute("rows", found.rows());
        model.addAttribute("paging", new Paging(no, PAGE_SIZE, found.total()));
        model.addAttribute("states", EvaluationState.values());
        model.addAttribute("state", state);
        return "evaluation/desk";
    }

    private List<Entry> entries(Grant grant, Actor actor) {
        LocalDate today = clock.today();
        boolean mayVerify = actor.may(Action.CHECK, ObjectKind.RECOMMENDATION, grant.scope());
        List<Recommendation> recommendations = evaluations.recommendations(grant, actor);
        List<Entry> entries = new ArrayList<>();
        for (Evaluation evaluation : evaluations.ofGrant(grant, actor)) {
            entries.add(new Entry(evaluation,
                    evaluations.assessment(grant, evaluation.id(), actor).orElse(null),
                    recommendations.stream()
                            .filter(one -> one.evaluationId().equals(evaluation.id()))
                            .map(one -> new RecommendationEntry(one, one.isOverdue(today),
                                    mayVerify && one.isVerifiable()))
                            .toList()));
        }
        return entries;
    }

    private static Map<String, LocalizedText> labels(List<CodeItem> items) {
        return items.stream().collect(Collectors.toMap(CodeItem::code, CodeItem::text));
    }
}
