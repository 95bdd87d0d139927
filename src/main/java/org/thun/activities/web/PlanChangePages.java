package org.thun.activities.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.activities.PlanChange;
import org.thun.activities.PlanEffect;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.programmes.Programmes;
import org.thun.shared.DateRange;
import org.thun.shared.Problem;
import org.thun.web.NotFound;

/**
 * What a wished change of months would mean, and the way to ask for it. Where a bar dragged in the grid leads, and the plain
 * form for those who do not drag; it changes nothing itself.
 */
@Controller
class PlanChangePages {

    private final CasePages cases;
    private final ActivityPlans plans;
    private final Programmes programmes;
    /** Who amends agreements depends on this module, and is therefore found only when asked for. */
    private final ObjectProvider<PlanChange> changes;

    PlanChangePages(
            CasePages cases, ActivityPlans plans, Programmes programmes, ObjectProvider<PlanChange> changes) {
        this.cases = cases;
        this.plans = plans;
        this.programmes = programmes;
        this.changes = changes;
    }

    /** A grant month to choose. */
    record MonthChoice(int no, DateRange days) {}

    @GetMapping("/grants/{grantId}/plan/{occurrenceId}/change")
    String change(
            @PathVariable String grantId,
            @PathVariable String occurrenceId,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Actor actor,
            Model model) {
        Grant grant = cases.open(grantId, PlanTab.PATH, actor);
        Occurrence occurrence = plans.ofGrant(grantId).stream()
                .filter(candidate -> candidate.id().equals(occurrenceId))
                .findFirst()
                .filter(candidate -> mayAsk(grant, actor))
                .orElseThrow(() -> new NotFound("change of occurrence " + occurrenceId + " of grant " + grantId));
        Integer first = month(from);
        Integer last = to == null ? first : month(to);
        List<Problem> problems = new ArrayList<>();
        PlanEffect effect = null;
        if (from != null) {
            if (first == null || last == null || last < first) {
                problems.add(Problem.at("to", "activities.problem.change.months"));
            } else {
                effect = plans.effect(occurrenceId, first, last);
                problems.addAll(effect.problems());
            }
        }
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("occurrence", occurrence);
        model.addAttribute("activity", programmes.version(grant.programmeKey(), grant.programmeVersion())
                .activity(occurrence.activityCode())
                .orElseThrow());
        model.addAttribute("months", IntStream.rangeClosed(1, grant.durationMonths())
                .mapToObj(no -> new MonthChoice(no, grant.months().month(no)))
                .toList());
        model.addAttribute("from", first == null ? occurrence.firstMonth() : first);
        model.addAttribute("to", last == null ? occurrence.lastMonth() : last);
        model.addAttribute("problems", problems);
        model.addAttribute("effect", effect);
        model.addAttribute("ask", effect == null || !problems.isEmpty()
                ? null
                : ask(grant, occurrence, first, last, actor).orElse(null));
        return "activities/change";
    }

    private boolean mayAsk(Grant grant, Actor actor) {
        return changes.stream().anyMatch(change -> change.mayAsk(grant, actor));
    }

    private Optional<String> ask(Grant grant, Occurrence occurrence, int first, int last, Actor actor) {
        YearMonth start = YearMonth.from(grant.effectiveFrom());
        PlanChange.Move move = new PlanChange.Move(
                occurrence.id(), start.plusMonths(first - 1L), start.plusMonths(last - 1L));
        return changes.stream().flatMap(change -> change.page(grant, move, actor).stream()).findFirst();
    }

    /** A month as it stands in the address; {@code null} for anything that is none. */
    private static Integer month(String text) {
        if (text == null || !text.matches("[1-9][0-9]{0,2}")) {
            return null;
        }
        return Integer.valueOf(text);
    }
}
