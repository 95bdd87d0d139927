package org.thun.amendments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.amendments.MassAmendment;
import org.thun.amendments.MassAmendments;
import org.thun.amendments.MassAmendments.Line;
import org.thun.amendments.MassAmendments.LineState;
import org.thun.amendments.MassAmendments.Order;
import org.thun.documents.Documents;
import org.thun.documents.ObjectRef;
import org.thun.identity.Actor;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.TaskDesk;
import org.thun.web.Flash;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** Decisions for many grants, for those who draft and decide them; for anybody else there are none. */
@Controller
class MassPages {

    private final MassAmendments masses;
    private final Programmes programmes;
    private final Documents documents;
    private final TaskDesk tasks;
    private final Formats formats;

    MassPages(MassAmendments masses, Programmes programmes, Documents documents, TaskDesk tasks, Formats formats) {
        this.masses = masses;
        this.programmes = programmes;
        this.documents = documents;
        this.tasks = tasks;
        this.formats = formats;
    }

    /** A programme with its decisions. */
    record OfProgramme(String key, LocalizedText title, List<MassAmendment> decisions) {}

    /** A province with a name: several centres may share one. */
    record Province(String code, String names) {}

    /** A region with its provinces. */
    record Region(String code, LocalizedText name, List<Province> provinces) {

        /** Whether one of its provinces is among those. */
        public boolean anyOf(List<String> codes) {
            return provinces.stream().map(Province::code).anyMatch(codes::contains);
        }
    }

    @GetMapping("/amendments")
    String list(Actor actor, Model model) {
        List<OfProgramme> own = programmes.all().stream()
                .filter(programme -> masses.mayUse(programme.key(), actor))
                .map(programme -> new OfProgramme(programme.key(), programme.title(),
                        masses.ofProgramme(programme.key(), actor)))
                .toList();
        if (own.isEmpty()) {
            throw new NotFound("decisions for many grants");
        }
        model.addAttribute("programmes", own);
        return "amendments/mass-list";
    }

    @GetMapping("/amendments/new")
    String begin(@RequestParam String programme, Actor actor, Model model) {
        return form(programme(programme, actor), null, MassForm.empty(), List.of(), model);
    }

    @PostMapping("/amendments")
    String begin(@RequestParam String programme, MassForm form, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        ProgrammeDefinition definition = programme(programme, actor);
        Outcome<Order> order = form.read();
        Outcome<String> begun = order.isDone()
                ? masses.begin(programme, order.orElseThrow(), actor)
                : Outcome.refused(order.problems());
        if (!begun.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(definition, null, form, begun.problems(), model);
        }
        Flash.good(redirect, "amendments.done.begun");
        return "redirect:/amendments/" + begun.orElseThrow();
    }

    @GetMapping("/amendments/{id}")
    String mass(@PathVariable String id, Actor actor, Model model) {
        return page(find(id, actor), List.of(), null, actor, model);
    }

    @GetMapping("/amendments/{id}/edit")
    String edit(@PathVariable String id, Actor actor, Model model) {
        MassAmendment draft = draft(id, actor);
        return form(programme(draft.programmeKey(), actor), draft, MassForm.of(draft, formats::date), List.of(), model);
    }

    @PostMapping("/amendments/{id}")
    String edit(@PathVariable String id, MassForm form, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        MassAmendment draft = draft(id, actor);
        Outcome<Order> order = form.read();
        Outcome<Void> written = order.isDone()
                ? masses.rewrite(id, order.orElseThrow(), actor)
                : Outcome.refused(order.problems());
        if (!written.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(programme(draft.programmeKey(), actor), draft, form, written.problems(), model);
        }
        Flash.good(redirect, "amendments.done.described");
        return "redirect:" + draft.path();
    }

    @PostMapping("/amendments/{id}/left-out")
    String leaveOut(@PathVariable String id, @RequestParam(required = false) Set<String> grantIds, Actor actor,
            RedirectAttributes redirect) {
        MassAmendment draft = draft(id, actor);
        masses.leaveOut(id, grantIds == null ? Set.of() : grantIds, actor);
        Flash.good(redirect, "amendments.done.described");
        return "redirect:" + draft.path();
    }

    @PostMapping("/amendments/{id}/files")
    String attach(@PathVariable String id, @RequestParam(defaultValue = "") String title,
            @RequestParam MultipartFile file, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        MassAmendment draft = draft(id, actor);
        Outcome<String> added = documents.add(id, new ObjectRef(MassAmendment.OBJECT_TYPE, id),
                AmendmentPages.upload(title, file), actor);
        if (!added.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(draft, added.problems(), title, actor, model);
        }
        Flash.good(redirect, "amendments.done.attached");
        return "redirect:" + draft.path();
    }

    @GetMapping("/amendments/{id}/grants/{grantId}")
    String effect(@PathVariable String id, @PathVariable String grantId, Actor actor, Model model) {
        MassAmendment mass = find(id, actor);
        model.addAttribute("mass", mass);
        model.addAttribute("effect", masses.effect(mass, grantId)
                .orElseThrow(() -> new NotFound("grant " + grantId + " of mass amendment " + id)));
        model.addAttribute("line", masses.lines(mass).stream()
                .filter(line -> line.grant().id().equals(grantId))
                .findFirst()
                .orElseThrow(() -> new NotFound("grant " + grantId + " of mass amendment " + id)));
        return "amendments/mass-effect";
    }

    private String form(
            ProgrammeDefinition definition, MassAmendment draft, MassForm form, List<Problem> problems, Model model) {
        model.addAttribute("definition", definition);
        model.addAttribute("mass", draft);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("regions", regions(definition));
        return "amendments/mass-form";
    }

    private String page(MassAmendment mass, List<Problem> problems, String fileTitle, Actor actor, Model model) {
        List<Line> lines = masses.lines(mass);
        model.addAttribute("mass", mass);
        model.addAttribute("definition", programme(mass.programmeKey(), actor));
        model.addAttribute("said", masses.say(mass));
        model.addAttribute("lines", lines);
        model.addAttribute("taking", count(lines, LineState.PENDING, true));
        model.addAttribute("notTaking", count(lines, LineState.PENDING, false));
        model.addAttribute("applied", lines.stream().filter(line -> line.state() == LineState.APPLIED).count());
        model.addAttribute("drafting", mass.state().drafting());
        model.addAttribute("files", documents.ofObject(new ObjectRef(MassAmendment.OBJECT_TYPE, mass.id()), actor));
        model.addAttribute("fileTitle", fileTitle);
        model.addAttribute("waiting", tasks.ofCase(mass.id()).stream()
                .map(task -> new AmendmentPages.Waiting(task, tasks.open(task.taskId(), actor).isPresent()))
                .toList());
        model.addAttribute("problems", problems);
        return "amendments/mass";
    }

    private static long count(List<Line> lines, LineState state, boolean takes) {
        return lines.stream().filter(line -> line.state() == state && line.takes() == takes).count();
    }

    private List<Region> regions(ProgrammeDefinition definition) {
        return definition.regions().stream()
                .map(region -> new Region(region.code(), region.text(), provinces(definition, region.code())))
                .filter(region -> !region.provinces().isEmpty())
                .toList();
    }

    private List<Province> provinces(ProgrammeDefinition definition, String region) {
        Map<String, String> names = new TreeMap<>();
        definition.centres().stream()
                .filter(centre -> centre.region().equals(region))
                .forEach(centre -> names.merge(centre.provinceCode(), nameOf(centre), (one, other) -> one + ", " + other));
        return names.entrySet().stream().map(entry -> new Province(entry.getKey(), entry.getValue())).toList();
    }

    private String nameOf(CentreDefinition centre) {
        return formats.text(centre.name());
    }

    private ProgrammeDefinition programme(String key, Actor actor) {
        if (!masses.mayUse(key, actor)) {
            throw new NotFound("decisions of programme " + key);
        }
        return programmes.current(key).orElseThrow(() -> new NotFound("programme " + key));
    }

    private MassAmendment find(String id, Actor actor) {
        return masses.find(id, actor).orElseThrow(() -> new NotFound("mass amendment " + id));
    }

    private MassAmendment draft(String id, Actor actor) {
        MassAmendment mass = find(id, actor);
        if (!mass.state().drafting()) {
            throw new NotFound("draft " + id);
        }
        return mass;
    }
}
