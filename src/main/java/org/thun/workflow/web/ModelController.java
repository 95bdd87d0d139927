package org.thun.workflow.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.thun.identity.Actor;
import org.thun.web.NotFound;
import org.thun.workflow.ProcessMigrations;
import org.thun.workflow.ProcessModels;
import org.thun.workflow.ProcessModels.Model;

/** Which process models are in force, and what runs on which version. */
@Controller
@RequestMapping("/admin/processes")
class ModelController {

    private final ProcessModels models;
    private final ProcessMigrations migrations;

    ModelController(ProcessModels models, ProcessMigrations migrations) {
        this.models = models;
        this.migrations = migrations;
    }

    /** A process with its versions, the newest first. */
    record Versions(Model newest, List<Model> older) {

        public long olderRuns() {
            return older.stream().mapToLong(Model::openRuns).sum();
        }

        /** The newest of the older versions on which something still runs, or {@code null}. */
        public Model left() {
            return older.stream().filter(model -> model.openRuns() > 0).findFirst().orElse(null);
        }
    }

    @GetMapping
    String list(Actor actor, org.springframework.ui.Model page) {
        Administrators.require(actor);
        Map<String, List<Model>> byKey = new LinkedHashMap<>();
        models.all().forEach(model -> byKey.computeIfAbsent(model.key(), key -> new ArrayList<>()).add(model));
        page.addAttribute("processes", byKey.values().stream()
                .map(versions -> new Versions(versions.get(0), versions.subList(1, versions.size())))
                .toList());
        return "workflow/models";
    }

    @GetMapping("/{definitionId}")
    String show(@PathVariable String definitionId, Actor actor, org.springframework.ui.Model page) {
        Administrators.require(actor);
        Model model = find(definitionId);
        List<Model> versions = models.all().stream().filter(other -> other.key().equals(model.key())).toList();
        page.addAttribute("model", model);
        page.addAttribute("versions", versions);
        page.addAttribute("newest", versions.get(0));
        page.addAttribute("migrations", migrations.ofProcess(actor, model.key()));
        return "workflow/model";
    }

    @GetMapping("/{definitionId}/xml")
    ResponseEntity<String> xml(@PathVariable String definitionId, Actor actor) {
        Administrators.require(actor);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .body(models.xml(find(definitionId).definitionId()));
    }

    private Model find(String definitionId) {
        return models.all().stream()
                .filter(model -> model.definitionId().equals(definitionId))
                .findFirst()
                .orElseThrow(() -> new NotFound("process model " + definitionId));
    }
}
