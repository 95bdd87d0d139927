package org.thun.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;
import org.thun.workflow.ClockMoves;
import org.thun.workflow.TrainingClock;

/** Where an administrator lets time pass, in training. */
@Controller
@ConditionalOnProperty("thun.training-clock.enabled")
@RequestMapping("/admin/clock")
class ClockController {

    /** Short moves are over before the page comes back; only long ones show their progress. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TrainingClock clock;
    private final ClockMoves moves;

    ClockController(TrainingClock clock, ClockMoves moves) {
        this.clock = clock;
        this.moves = moves;
    }

    /** How far to move; {@code DATE} goes to the day typed in. */
    enum Step {
        DAY,
        MONTH,
        DUE,
        DATE
    }

    @GetMapping
    String show(Actor actor, Model model) {
        Administrators.require(actor);
        return page(model, List.of(), null);
    }

    /** The part of the page that changes while the clock moves; the whole page once it stands. */
    @GetMapping("/progress")
    String progress(Actor actor, Model model, HttpServletResponse response) {
        Administrators.require(actor);
        Optional<ClockMoves.Move> move = moves.latest();
        if (move.filter(ClockMoves.Move::running).isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("move", move.orElse(null));
        return "workflow/clock :: progress";
    }

    @PostMapping
    String move(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam Step step,
            @RequestParam(required = false) String day,
            Actor actor,
            Model model) {
        Administrators.require(actor);
        Outcome<LocalDate> target = target(from, step, day);
        List<Problem> problems = target.isDone()
                ? moves.begin(actor, from, target.orElseThrow()).problems()
                : target.problems();
        if (!problems.isEmpty()) {
            return page(model, problems, day);
        }
        moves.await(PATIENCE);
        return "redirect:/admin/clock";
    }

    private Outcome<LocalDate> target(LocalDate from, Step step, String day) {
        return switch (step) {
            case DAY -> Outcome.done(from.plusDays(1));
            case MONTH -> Outcome.done(from.plusMonths(1));
            case DUE -> clock.nextDueDay()
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(Problem.of("workflow.clock.problem.nothingDue")));
            case DATE -> typed(day);
        };
    }

    private static Outcome<LocalDate> typed(String day) {
        try {
            return Outcome.done(ThaiDates.parse(day == null ? "" : day));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Problem.at("day", "workflow.clock.problem.date"));
        }
    }

    private String page(Model model, List<Problem> problems, String typed) {
        model.addAttribute("today", clock.today());
        model.addAttribute("nextDue", clock.nextDueDay().orElse(null));
        model.addAttribute("move", moves.latest().orElse(null));
        model.addAttribute("problems", problems);
        model.addAttribute("typed", typed);
        return "workflow/clock";
    }
}
