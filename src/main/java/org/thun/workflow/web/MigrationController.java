package org.thun.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.NotFound;
import org.thun.workflow.ProcessMigrations;
import org.thun.workflow.ProcessMigrations.Migration;
import org.thun.workflow.ProcessModels;

/** Where running processes move to the newest version of their model: first tried, then done with a reason. */
@Controller
@RequestMapping("/admin/processes")
class MigrationController {

    /** Few runs have moved before the page comes back; only many show their progress. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** More lines than anybody reads; what stays comes first. */
    private static final int MOST_RUNS = 200;

    private final ProcessMigrations migrations;
    private final ProcessModels models;

    MigrationController(ProcessMigrations migrations, ProcessModels models) {
        this.migrations = migrations;
        this.models = models;
    }

    @PostMapping("/{definitionId}/trial")
    String tryOut(@PathVariable String definitionId, Actor actor, RedirectAttributes redirect) {
        Administrators.require(actor);
        Outcome<String> trial = migrations.tryOut(actor, definitionId);
        if (!trial.isDone()) {
            Flash.warn(redirect, trial.problems().get(0).messageKey());
            return "redirect:/admin/processes";
        }
        migrations.await(PATIENCE);
        return "redirect:/admin/processes/migrations/" + trial.orElseThrow();
    }

    @GetMapping("/migrations/{id}")
    String show(@PathVariable String id, Actor actor, Model page) {
        return page(find(id, actor), List.of(), null, page);
    }

    /** The part of the page that changes meanwhile; the whole page once it is over. */
    @GetMapping("/migrations/{id}/progress")
    String progress(@PathVariable String id, Actor actor, Model page, HttpServletResponse response) {
        Migration migration = find(id, actor);
        if (!migration.running()) {
            response.setHeader("HX-Refresh", "true");
        }
        page.addAttribute("migration", migration);
        return "workflow/migration :: progress";
    }

    @PostMapping("/migrations/{id}/move")
    String move(@PathVariable String id, @RequestParam(required = false) String reason, Actor actor, Model page) {
        Migration trial = find(id, actor);
        Outcome<String> move = migrations.move(actor, id, reason);
        if (!move.isDone()) {
            return page(trial, move.problems(), reason, page);
        }
        migrations.await(PATIENCE);
        return "redirect:/admin/processes/migrations/" + move.orElseThrow();
    }

    private Migration find(String id, Actor actor) {
        Administrators.require(actor);
        return migrations.find(actor, id).orElseThrow(() -> new NotFound("process migration " + id));
    }

    private String page(Migration migration, List<Problem> problems, String reason, Model page) {
        String newest = models.all().stream()
                .filter(model -> model.key().equals(migration.processKey()))
                .map(ProcessModels.Model::definitionId)
                .findFirst()
                .orElse(null);
        page.addAttribute("migration", migration);
        page.addAttribute("runs", migration.runs().stream().limit(MOST_RUNS).toList());
        page.addAttribute("canMove", migration.trial() && migration.state() == ProcessMigrations.State.DONE
                && migration.moving() > 0 && migration.toId().equals(newest));
        page.addAttribute("problems", problems);
        page.addAttribute("reason", reason);
        return "workflow/migration";
    }
}
