package org.thun.programmes.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.ProgrammeVersion;
import org.thun.programmes.Programmes;
import org.thun.programmes.web.ProgrammePage.Tab;
import org.thun.shared.ThaiDates;
import org.thun.web.NotFound;

/** The programmes and everything their definitions say. */
@Controller
class ProgrammePages {

    private final Programmes programmes;

    ProgrammePages(Programmes programmes) {
        this.programmes = programmes;
    }

    @GetMapping("/programmes")
    String list(Actor actor, Model model) {
        if (!actor.mayAnywhere(Action.READ, ObjectKind.PROGRAMME)) {
            throw new NotFound("programmes");
        }
        model.addAttribute("programmes", programmes.all().stream()
                .filter(summary -> ProgrammeAccess.mayRead(actor, summary.key()))
                .toList());
        model.addAttribute("faults", ProgrammeAccess.maySeeFaults(actor) ? programmes.problems() : List.of());
        return "programmes/list";
    }

    @GetMapping("/programmes/{key}")
    String overview(@PathVariable String key, @RequestParam(required = false) Integer version, Actor actor, Model model) {
        open(key, version, "", actor, model);
        return "programmes/overview";
    }

    @GetMapping("/programmes/{key}/plan")
    String plan(@PathVariable String key, @RequestParam(required = false) Integer version, Actor actor, Model model) {
        open(key, version, "plan", actor, model);
        return "programmes/plan";
    }

    @GetMapping("/programmes/{key}/schedule")
    String schedule(
            @PathVariable String key,
            @RequestParam(required = false) Integer version,
            @RequestParam(defaultValue = "") String start,
            Actor actor,
            Model model) {
        ProgrammeDefinition definition = open(key, version, "schedule", actor, model);
        LocalDate day = null;
        boolean understood = true;
        if (!start.isBlank()) {
            try {
                day = ThaiDates.parse(start);
            } catch (IllegalArgumentException e) {
                understood = false;
            }
        }
        model.addAttribute("start", start);
        model.addAttribute("startUnderstood", understood);
        model.addAttribute("grid", ScheduleGrid.of(definition, day));
        return "programmes/schedule";
    }

    @GetMapping("/programmes/{key}/indicators")
    String indicators(
            @PathVariable String key, @RequestParam(required = false) Integer version, Actor actor, Model model) {
        model.addAttribute("phased", IndicatorTable.of(open(key, version, "indicators", actor, model)));
        return "programmes/indicators";
    }

    @GetMapping("/programmes/{key}/centres")
    String centres(
            @PathVariable String key,
            @RequestParam(required = false) Integer version,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String region,
            Actor actor,
            Model model) {
        ProgrammeDefinition definition = open(key, version, "centres", actor, model);
        model.addAttribute("q", q);
        model.addAttribute("region", region);
        model.addAttribute("centres", CentreList.of(definition, q, region));
        return "programmes/centres";
    }

    @GetMapping("/programmes/{key}/rules")
    String rules(@PathVariable String key, @RequestParam(required = false) Integer version, Actor actor, Model model) {
        model.addAttribute("rules", RulesSheet.of(open(key, version, "rules", actor, model)));
        return "programmes/rules";
    }

    @GetMapping("/programmes/{key}/versions")
    String versions(@PathVariable String key, @RequestParam(required = false) Integer version, Actor actor, Model model) {
        open(key, version, "versions", actor, model);
        model.addAttribute("versions", programmes.versions(key));
        return "programmes/versions";
    }

    private ProgrammeDefinition open(String key, Integer versionNo, String path, Actor actor, Model model) {
        List<ProgrammeVersion> versions = programmes.versions(key);
        if (versions.isEmpty() || !ProgrammeAccess.mayRead(actor, key)) {
            throw new NotFound("programme " + key);
        }
        ProgrammeVersion version = versions.stream()
                .filter(v -> versionNo == null ? v.inForce() : v.versionNo() == versionNo)
                .findFirst()
                .orElseThrow(() -> new NotFound("version " + versionNo + " of programme " + key));
        ProgrammeDefinition definition = programmes.version(key, version.versionNo());
        TabMaker maker = new TabMaker(key, version, path);
        List<Tab> tabs = List.of(
                maker.tab("", "overview", null),
                maker.tab("plan", "plan", definition.activities().size()),
                maker.tab("schedule", "schedule", null),
                maker.tab("indicators", "indicators", definition.indicators().size()),
                maker.tab("centres", "centres", definition.centres().size()),
                maker.tab("rules", "rules", null),
                maker.tab("versions", "versions", versions.size()));
        model.addAttribute("page", new ProgrammePage(definition, version, programmes.runnability(key), tabs));
        return definition;
    }

    /** Makes the tabs of one programme; a version that was asked for stays chosen on the way from tab to tab. */
    private record TabMaker(String key, ProgrammeVersion version, String currentPath) {

        Tab tab(String path, String name, Integer count) {
            String address = "/programmes/" + key + (path.isEmpty() ? "" : "/" + path)
                    + (version.inForce() ? "" : "?version=" + version.versionNo());
            return new Tab(address, "programmes.tab." + name, count, path.equals(currentPath));
        }
    }
}
