package org.thun.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.LawfulGround;
import org.thun.registry.PersonalRecords;
import org.thun.registry.RecordState;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** Entry and correction of one record: a plain form that a telephone on a slow line can send. */
@Controller
class EntryPages {

    private final Registers registers;
    private final PersonalRecords personal;
    private final EntryDesk desk;
    private final Formats formats;

    EntryPages(Registers registers, PersonalRecords personal, EntryDesk desk, Formats formats) {
        this.registers = registers;
        this.personal = personal;
        this.desk = desk;
        this.formats = formats;
    }

    @GetMapping("/registers/{kind}/new")
    String begin(@PathVariable String kind, @RequestParam(required = false) String grant,
            @RequestParam(required = false) String centre, Actor actor, Model model) {
        List<Grant> enterable = enterable(actor);
        Grant chosen = RegisterPages.chosen(enterable, grant);
        // The id is made with the empty form, so that a form sent twice over a bad line enters one record.
        EntryForm form = EntryForm.empty(Ids.next(), chosen.id(), centre == null ? "" : centre);
        return show(Kinds.named(kind), form, chosen, enterable, List.of(), actor, model);
    }

    @PostMapping("/registers/{kind}")
    String enter(@PathVariable String kind, @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "submit") String then, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        Kinds register = Kinds.named(kind);
        List<Grant> enterable = enterable(actor);
        EntryForm form = new EntryForm(typed);
        Grant chosen = RegisterPages.chosen(enterable, form.value("grantId"));
        EntryForm.Reading reading = form.read(register.register());
        Outcome<String> outcome = reading.problems().isEmpty()
                ? registers.enter(reading.facts(), !then.equals("draft"), actor)
                : Outcome.refused(reading.problems());
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(register, form, chosen, enterable, outcome.problems(), actor, model);
        }
        RegisterRecord record = registers.find(outcome.orElseThrow(), actor).orElseThrow();
        Flash.good(redirect, then.equals("draft") ? "registry.done.drafted" : "registry.done.submitted", record.number());
        if (then.equals("another")) {
            redirect.addAttribute("grant", chosen.id());
            redirect.addAttribute("centre", record.facts().centreCode());
            return "redirect:" + register.path() + "/new";
        }
        return "redirect:" + RegisterPages.path(record);
    }

    @GetMapping("/registers/{kind}/{id}/edit")
    String edit(@PathVariable String kind, @PathVariable String id, Actor actor, Model model) {
        RegisterRecord record = editable(kind, id, actor);
        return showCorrection(record, EntryForm.of(record.facts()), record.version(), List.of(), actor, model);
    }

    @PostMapping("/registers/{kind}/{id}")
    String correct(@PathVariable String kind, @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed, @RequestParam int version,
            @RequestParam(defaultValue = "submit") String then, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        RegisterRecord record = editable(kind, id, actor);
        typed.set("id", id);
        EntryForm form = new EntryForm(typed);
        EntryForm.Reading reading = form.read(record.facts().register());
        Outcome<Void> outcome = reading.problems().isEmpty()
                ? registers.correct(reading.facts(), version, !then.equals("draft"), actor)
                : Outcome.refused(reading.problems());
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return showCorrection(record, form, version, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "registry.done.corrected", record.number());
        return "redirect:" + RegisterPages.path(record);
    }

    private String showCorrection(RegisterRecord record, EntryForm form, int version, List<Problem> problems,
            Actor actor, Model model) {
        Grant grant = desk.grantOf(record.facts().grantId());
        // The form shows what is sensitive, so that opening it is a reading like any other.
        personal.sensitive(record.id(), actor);
        model.addAttribute("record", record);
        model.addAttribute("version", version);
        model.addAttribute("maskedNumber",
                registers.maskedCitizenNumbers(List.of(record.id()), actor).get(record.id()));
        model.addAttribute("mayStayDraft", record.state() == RecordState.DRAFT);
        return show(Kinds.of(record.facts().register()), form, grant, List.of(grant), problems, actor, model);
    }

    private String show(Kinds kind, EntryForm form, Grant chosen, List<Grant> enterable, List<Problem> problems,
            Actor actor, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("register", kind.register().name());
        model.addAttribute("form", form);
        model.addAttribute("grants", enterable);
        model.addAttribute("choices", desk.choices(chosen, kind.register(), actor));
        model.addAttribute("grounds", LawfulGround.values());
        model.addAttribute("problems", problems);
        model.addAttribute("wrongFields", problems.stream().map(Problem::field).filter(Objects::nonNull).toList());
        model.addAttribute("personal",
                kind.register() == Register.PERSON || kind.register() == Register.COURSE_COMPLETION);
        model.addAttribute("heading", formats.message(
                model.containsAttribute("record") ? "registry.correct.title" : "registry.entry.title", kind.register()));
        return "registry/entry";
    }

    private List<Grant> enterable(Actor actor) {
        List<Grant> enterable = desk.enterable(actor);
        if (enterable.isEmpty()) {
            throw new NotFound("entry of records");
        }
        return enterable;
    }

    private RegisterRecord editable(String kind, String id, Actor actor) {
        return registers.find(id, actor)
                .filter(record -> record.facts().register() == Kinds.named(kind).register())
                .filter(record -> record.facts().name() != null && record.state() != RecordState.MERGED)
                .filter(record -> actor.may(Action.EDIT, ObjectKind.REGISTRY_RECORD, record.scope()))
                .orElseThrow(() -> new NotFound("correction of record " + id));
    }
}
