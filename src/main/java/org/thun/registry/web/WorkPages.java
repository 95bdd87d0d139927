package org.thun.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.Batches;
import org.thun.registry.Batches.Fading;
import org.thun.registry.Cursor;
import org.thun.registry.Duplicates;
import org.thun.registry.Quarter;
import org.thun.registry.RecordFilter;
import org.thun.registry.RecordGap;
import org.thun.registry.RecordState;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.registry.RegistryCounts;
import org.thun.registry.RegistryCounts.Standing;
import org.thun.shared.BusinessClock;
import org.thun.web.NotFound;

/** What the people of a centre have to do next: drafts, what came back, what is incomplete or grows stale, what may be double. */
@Controller
class WorkPages {

    /** Records that came back which are shown with their reasons. */
    private static final int SHOWN = 10;

    /** Beyond that many it says "or more". */
    private static final int MANY = 1_000;

    private final Registers registers;
    private final RegistryCounts counts;
    private final Batches batches;
    private final Duplicates duplicates;
    private final EntryDesk desk;
    private final BusinessClock clock;

    WorkPages(Registers registers, RegistryCounts counts, Batches batches, Duplicates duplicates, EntryDesk desk,
            BusinessClock clock) {
        this.registers = registers;
        this.counts = counts;
        this.batches = batches;
        this.duplicates = duplicates;
        this.desk = desk;
        this.clock = clock;
    }

    /** Records that do not say something. */
    record Missing(RecordGap gap, long records) {

        public boolean many() {
            return records >= MANY;
        }
    }

    /** What is to be done in one register. */
    record Line(Kinds kind, long drafts, long returned, long waiting, long stale, long fading, List<Missing> missing) {

        boolean empty() {
            return drafts + returned + waiting + stale + fading == 0 && missing.isEmpty();
        }
    }

    /** A record that came back. */
    record Returned(RegisterRecord record, Kinds kind) {}

    @GetMapping("/registers/work")
    String work(@RequestParam(required = false) String grant, @RequestParam(required = false) String centre, Actor actor,
            Model model) {
        List<Grant> grants = desk.readable(actor).stream()
                .filter(each -> !desk.aggregatesOnly(each, actor))
                .filter(each -> !desk.centres(each, Action.READ, actor).isEmpty())
                .toList();
        if (grants.isEmpty() || !actor.mayAnywhere(Action.READ, ObjectKind.REGISTRY_RECORD)) {
            throw new NotFound("work of a centre, for " + actor.username());
        }
        Grant chosen = RegisterPages.chosen(grants, grant);
        List<CentreDefinition> centres = desk.centres(chosen, Action.READ, actor);
        CentreDefinition here = centres.stream()
                .filter(each -> each.code().equals(centre))
                .findFirst()
                .orElse(centres.get(0));
        List<Line> lines = lines(chosen, here.code(), actor);
        model.addAttribute("grants", grants);
        model.addAttribute("chosen", chosen);
        model.addAttribute("here", here);
        model.addAttribute("centreChoice", centres);
        model.addAttribute("lines", lines);
        model.addAttribute("mayEdit",
                actor.may(Action.EDIT, ObjectKind.REGISTRY_RECORD, chosen.scope().atCentre(here.code())));
        model.addAttribute("returned", returned(chosen, here.code(), lines, actor));
        model.addAttribute("pairs", duplicates.list(
                new Duplicates.Filter(chosen.id(), null, here.code(), null), actor, 1, 1).total());
        return "registry/work";
    }

    /** The registers in which there is something to do. */
    private List<Line> lines(Grant grant, String centre, Actor actor) {
        Map<Register, Standing> standings = counts.standings(List.of(grant.id()), actor).stream()
                .filter(standing -> standing.centreCode().equals(centre))
                .collect(Collectors.toMap(Standing::register, Function.identity()));
        LocalDate until = Quarter.of(clock.today()).next().days().to();
        Map<Register, Fading> fading = batches.fading(grant.id(), until, actor).stream()
                .filter(each -> each.centreCode().equals(centre))
                .collect(Collectors.toMap(Fading::register, Function.identity()));
        List<Line> lines = new ArrayList<>();
        for (Kinds kind : Kinds.all()) {
            Standing standing = standings.get(kind.register());
            if (standing != null) {
                Fading fresh = fading.get(kind.register());
                lines.add(new Line(kind, standing.draft(), standing.rejected(), standing.waiting(),
                        fresh == null ? 0 : fresh.stale(), fresh == null ? 0 : fresh.fading(),
                        missing(grant, kind.register(), centre, actor)));
            }
        }
        return lines.stream().filter(line -> !line.empty()).toList();
    }

    private List<Missing> missing(Grant grant, Register register, String centre, Actor actor) {
        return RecordGap.of(register).stream()
                .map(gap -> new Missing(gap, registers.count(
                        new RecordFilter(register, grant.id(), centre, null, null, null, null, gap), actor, MANY)))
                .filter(missing -> missing.records() > 0)
                .toList();
    }

    private List<Returned> returned(Grant grant, String centre, List<Line> lines, Actor actor) {
        return lines.stream()
                .filter(line -> line.returned() > 0)
                .flatMap(line -> registers.list(new RecordFilter(line.kind().register(), grant.id(), centre,
                                RecordState.REJECTED, null, null), actor, Cursor.FIRST, SHOWN)
                        .rows().stream()
                        .map(record -> new Returned(record, line.kind())))
                .limit(SHOWN)
                .toList();
    }
}
