package org.thun.registry.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.Batches;
import org.thun.registry.Batches.Fading;
import org.thun.registry.Quarter;
import org.thun.registry.RegisterRecord;
import org.thun.registry.RegistryCounts;
import org.thun.shared.BusinessClock;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** What grows stale (BR-18): by centre and register, and the records of one centre, the most urgent first. */
@Controller
class FreshnessPages {

    private static final int PAGE_SIZE = 50;

    private final Batches batches;
    private final EntryDesk desk;
    private final BusinessClock clock;

    FreshnessPages(Batches batches, EntryDesk desk, BusinessClock clock) {
        this.batches = batches;
        this.desk = desk;
        this.clock = clock;
    }

    /** A line of the overview. */
    record Line(Fading fading, Kinds kind, Object centre, boolean bySample) {}

    /** A record of the list. */
    record Row(RegisterRecord record, String path, boolean stale) {}

    @GetMapping("/registers/freshness")
    String fading(@RequestParam(required = false) String grant, @RequestParam(required = false) String centre,
            @RequestParam(required = false) String kind, @RequestParam(required = false) Integer page, Actor actor,
            Model model) {
        if (!actor.mayAnywhere(Action.READ, ObjectKind.REGISTRY_RECORD)) {
            throw new NotFound("freshness");
        }
        List<Grant> grants = desk.readable(actor).stream()
                .filter(each -> !desk.aggregatesOnly(each, actor))
                .toList();
        LocalDate until = Quarter.of(clock.today()).next().days().to();
        model.addAttribute("grants", grants);
        model.addAttribute("until", until);
        if (!grants.isEmpty()) {
            Grant chosen = RegisterPages.chosen(grants, grant);
            ProgrammeDefinition definition = desk.definition(chosen);
            List<Line> lines = batches.fading(chosen.id(), until, actor).stream()
                    .map(each -> line(each, definition))
                    .toList();
            model.addAttribute("chosen", chosen);
            model.addAttribute("lines", lines);
            picked(lines, centre, kind).ifPresent(line -> {
                int pageNo = Paging.pageOf(page);
                RegistryCounts.Page<RegisterRecord> found = batches.fadingRecords(chosen.id(),
                        line.fading().centreCode(), line.fading().register(), until, actor, pageNo, PAGE_SIZE);
                model.addAttribute("line", line);
                model.addAttribute("rows", found.rows().stream()
                        .map(record -> new Row(record, RegisterPages.path(record), record.staleOn(clock.today())))
                        .toList());
                model.addAttribute("paging", new Paging(pageNo, PAGE_SIZE, found.total()));
            });
        }
        return "registry/freshness";
    }

    /** The line that is asked for; the only one if there is no more than one. */
    private static Optional<Line> picked(List<Line> lines, String centre, String kind) {
        return lines.size() == 1
                ? Optional.of(lines.get(0))
                : lines.stream()
                        .filter(line -> line.fading().centreCode().equals(centre) && line.kind().slug().equals(kind))
                        .findFirst();
    }

    private static Line line(Fading fading, ProgrammeDefinition definition) {
        return new Line(fading, Kinds.of(fading.register()), RecordText.centre(definition, fading.centreCode()),
                definition.registry().sampled().contains(fading.register()));
    }
}
