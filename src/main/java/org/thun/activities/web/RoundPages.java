package org.thun.activities.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.activities.Occurrence;
import org.thun.activities.PlanChange;
import org.thun.activities.RoundPlanning;
import org.thun.activities.RoundPlanning.ChooseRounds;
import org.thun.activities.RoundPlanning.RepeatRound;
import org.thun.activities.RoundPlanning.RoundConflict;
import org.thun.activities.RoundPlanning.Source;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.programmes.Programmes;
import org.thun.shared.DateRange;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDigits;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** One more round of an activity, and the choice between the rounds of the text and those of the schedule. */
@Controller
class RoundPages {

    private final CasePages cases;
    private final PlanReader plans;
    private final RoundPlanning rounds;
    private final Programmes programmes;
    /** Who amends agreements depends on this module, and is therefore found only when asked for. */
    private final ObjectProvider<PlanChange> changes;

    RoundPages(
            CasePages cases,
            PlanReader plans,
            RoundPlanning rounds,
            Programmes programmes,
            ObjectProvider<PlanChange> changes) {
        this.cases = cases;
        this.plans = plans;
        this.rounds = rounds;
        this.programmes = programmes;
        this.changes = changes;
    }

    /** A grant month to choose. */
    record MonthChoice(int no, DateRange days) {}

    /** One more round as it was typed. */
    record RepeatForm(String month, String cost, String reason) {}

    /** With a month, what the round would mean. */
    @GetMapping("/grants/{grantId}/plan/{occurrenceId}/repeat")
    String repeat(
            @PathVariable String grantId, @PathVariable String occurrenceId, RepeatForm form, Actor actor, Model model) {
        return repeat(open(grantId, actor, model), occurrenceId, form, List.of(), actor, model);
    }

    @PostMapping("/grants/{grantId}/plan/{occurrenceId}/repeat")
    String add(
            @PathVariable String grantId,
            @PathVariable String occurrenceId,
            RepeatForm form,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Grant grant = open(grantId, actor, model);
        occurrence(grant, occurrenceId, actor);
        List<Problem> problems = new ArrayList<>();
        Money cost = money(form.cost(), problems);
        Outcome<String> outcome = problems.isEmpty()
                ? rounds.repeat(occurrenceId, new RepeatRound(number(form.month()), cost, text(form.reason())), actor)
                : Outcome.refused(problems);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return repeat(grant, occurrenceId, form, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "activities.repeat.added");
        return "redirect:" + grant.path() + "/plan/" + outcome.orElseThrow();
    }

    @GetMapping("/grants/{grantId}/plan/rounds/{activityCode}")
    String choose(@PathVariable String grantId, @PathVariable String activityCode, Actor actor, Model model) {
        return choose(open(grantId, actor, model), activityCode, new ChooseForm(null, List.of(), null), List.of(), actor,
                model);
    }

    @PostMapping("/grants/{grantId}/plan/rounds/{activityCode}")
    String chosen(
            @PathVariable String grantId,
            @PathVariable String activityCode,
            @RequestParam MultiValueMap<String, String> typed,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Grant grant = open(grantId, actor, model);
        conflict(grant, activityCode, actor);
        ChooseForm form = ChooseForm.of(typed);
        Outcome<Void> outcome = form.source() == null
                ? Outcome.refused(Problem.at("source", "activities.problem.rounds.source"))
                : rounds.choose(grant.id(), activityCode,
                        new ChooseRounds(form.source(), form.source() == Source.TEXT ? form.months() : List.of(),
                                form.reason()), actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return choose(grant, activityCode, form, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "activities.rounds.saved");
        return "redirect:" + grant.path() + "/plan";
    }

    /** A choice as it was typed; months that are none are left out, so that their number does not fit. */
    record ChooseForm(Source source, List<Integer> months, String reason) {

        static ChooseForm of(MultiValueMap<String, String> typed) {
            String source = typed.getFirst("source");
            return new ChooseForm(
                    source != null && source.matches("TEXT|SCHEDULE") ? Source.valueOf(source) : null,
                    typed.getOrDefault("months", List.of()).stream()
                            .map(RoundPages::number)
                            .filter(month -> month != null)
                            .toList(),
                    text(typed.getFirst("reason")));
        }
    }

    private String repeat(
            Grant grant, String occurrenceId, RepeatForm form, List<Problem> problems, Actor actor, Model model) {
        Occurrence occurrence = occurrence(grant, occurrenceId, actor);
        if (!rounds.mayRepeat(occurrenceId, actor)) {
            throw new NotFound("another round of " + occurrenceId);
        }
        Integer month = number(form.month());
        model.addAttribute("occurrence", occurrence);
        model.addAttribute("activity", programmes.version(grant.programmeKey(), grant.programmeVersion())
                .activity(occurrence.activityCode())
                .orElseThrow());
        model.addAttribute("months", months(grant));
        model.addAttribute("form", form);
        model.addAttribute("month", month);
        model.addAttribute("effect", rounds.repeatEffect(occurrenceId, month == null ? 0 : month));
        model.addAttribute("problems", problems);
        model.addAttribute("ask", changes.stream()
                .flatMap(change -> change.pageToAdd(grant, actor).stream())
                .findFirst()
                .orElse(null));
        return "activities/repeat";
    }

    private String choose(
            Grant grant, String activityCode, ChooseForm form, List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("conflict", conflict(grant, activityCode, actor));
        model.addAttribute("months", months(grant));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "activities/rounds";
    }

    private RoundConflict conflict(Grant grant, String activityCode, Actor actor) {
        return Optional.of(grant)
                .filter(found -> rounds.mayChoose(found, actor))
                .flatMap(found -> rounds.conflicts(found.id()).stream()
                        .filter(conflict -> conflict.activityCode().equals(activityCode))
                        .findFirst())
                .orElseThrow(() -> new NotFound("rounds of " + activityCode + " of grant " + grant.id()));
    }

    private Occurrence occurrence(Grant grant, String occurrenceId, Actor actor) {
        return plans.occurrences(grant, actor).stream()
                .filter(candidate -> candidate.id().equals(occurrenceId))
                .findFirst()
                .orElseThrow(() -> new NotFound("occurrence " + occurrenceId + " of grant " + grant.id()));
    }

    private Grant open(String grantId, Actor actor, Model model) {
        Grant grant = cases.open(grantId, PlanTab.PATH, actor);
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        return grant;
    }

    private static List<MonthChoice> months(Grant grant) {
        return IntStream.rangeClosed(1, grant.durationMonths())
                .mapToObj(no -> new MonthChoice(no, grant.months().month(no)))
                .toList();
    }

    private static Money money(String typed, List<Problem> problems) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return Money.parse(typed);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at("cost", "tasks.problem.money"));
            return null;
        }
    }

    /** A month as it stands in a field; {@code null} for anything that is none. */
    private static Integer number(String typed) {
        String plain = typed == null ? "" : ThaiDigits.toWestern(typed).strip();
        return plain.matches("[1-9][0-9]{0,2}") ? Integer.valueOf(plain) : null;
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
