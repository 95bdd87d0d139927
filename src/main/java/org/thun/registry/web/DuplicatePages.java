package org.thun.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.CodeItem;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.DuplicateEffect;
import org.thun.registry.DuplicateVerdict;
import org.thun.registry.Duplicates;
import org.thun.registry.PersonalRecords;
import org.thun.registry.RecordFacts;
import org.thun.registry.RegisterLists;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.registry.RegistryCounts;
import org.thun.registry.Suspicion;
import org.thun.registry.SuspicionState;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** Records that may be the same: what waits for a decision, and two of them side by side. */
@Controller
class DuplicatePages {

    private static final int PAGE_SIZE = 25;

    private final Duplicates duplicates;
    private final Registers registers;
    private final PersonalRecords personal;
    private final EntryDesk desk;

    DuplicatePages(Duplicates duplicates, Registers registers, PersonalRecords personal, EntryDesk desk) {
        this.duplicates = duplicates;
        this.registers = registers;
        this.personal = personal;
        this.desk = desk;
    }

    /** A pair in the list. */
    record Row(Suspicion suspicion, Object firstCentre, Object secondCentre) {}

    /** A line of two records side by side. */
    record Line(String labelKey, Object first, Object second) {

        public boolean differs() {
            return !Objects.equals(first, second);
        }
    }

    /** A count that a decision touches: of a centre or, {@code null}, of the nation. */
    record Count(Object centre, Object facet, long before, long after) {}

    /** What a decision would do. */
    record Choice(DuplicateVerdict verdict, DuplicateEffect effect, List<Count> counts, boolean reasonNeeded) {}

    @GetMapping("/registers/duplicates")
    String waiting(@RequestParam(required = false) String grant, @RequestParam(required = false) String kind,
            @RequestParam(required = false) String centre, @RequestParam(required = false) SuspicionState state,
            @RequestParam(required = false) Integer page, Actor actor, Model model) {
        List<Grant> grants = readable(actor);
        Grant chosen = RegisterPages.chosen(grants, grant);
        Kinds register = RegisterPages.blankToNull(kind) == null ? null : Kinds.named(kind);
        int pageNo = Paging.pageOf(page);
        RegistryCounts.Page<Suspicion> found = duplicates.list(
                new Duplicates.Filter(chosen.id(), register == null ? null : register.register(),
                        RegisterPages.blankToNull(centre), state),
                actor, pageNo, PAGE_SIZE);
        ProgrammeDefinition definition = desk.definition(chosen);
        model.addAttribute("grants", grants);
        model.addAttribute("chosen", chosen);
        model.addAttribute("kinds", List.of(Kinds.PEOPLE, Kinds.ORGANISATIONS, Kinds.COMPLETIONS));
        model.addAttribute("kind", kind);
        model.addAttribute("centre", centre);
        model.addAttribute("centres", desk.centreChoice(chosen, Action.READ, actor));
        model.addAttribute("states", SuspicionState.values());
        model.addAttribute("state", state == null ? SuspicionState.SUSPECTED : state);
        model.addAttribute("rows", found.rows().stream()
                .map(each -> new Row(each, centre(each.first(), definition), centre(each.second(), definition)))
                .toList());
        model.addAttribute("paging", new Paging(pageNo, PAGE_SIZE, found.total()));
        model.addAttribute("cut", found.total() >= Duplicates.MOST_COUNTED);
        return "registry/duplicates";
    }

    @GetMapping("/registers/duplicates/{id}")
    String pair(@PathVariable String id, Actor actor, Model model) {
        return show(open(id, actor), List.of(), null, actor, model);
    }

    @PostMapping("/registers/duplicates/{id}")
    String decide(@PathVariable String id, @RequestParam DuplicateVerdict verdict,
            @RequestParam(defaultValue = "") String reason, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        Suspicion suspicion = open(id, actor);
        Outcome<Void> outcome = duplicates.decide(id, verdict, reason, actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("reason", reason);
            return show(suspicion, outcome.problems(), verdict, actor, model);
        }
        Flash.good(redirect, "registry.duplicates.done." + verdict, suspicion.first().number(),
                suspicion.second().number());
        redirect.addAttribute("grant", suspicion.first().facts().grantId());
        return "redirect:/registers/duplicates";
    }

    private String show(Suspicion suspicion, List<Problem> problems, DuplicateVerdict tried, Actor actor, Model model) {
        ProgrammeDefinition definition = desk.definitionOf(suspicion.first().facts().grantId());
        Outcome<Void> mayDecide = duplicates.mayDecide(suspicion.id(), actor);
        List<Choice> choices = new ArrayList<>();
        for (DuplicateVerdict verdict : DuplicateVerdict.values()) {
            if (suspicion.state() != decided(verdict)) {
                choices.add(choice(suspicion, verdict, definition, actor));
            }
        }
        model.addAttribute("pair", suspicion);
        model.addAttribute("first", suspicion.first());
        model.addAttribute("second", suspicion.second());
        model.addAttribute("firstKind", Kinds.of(suspicion.first().facts().register()));
        model.addAttribute("lines", lines(suspicion, definition, actor));
        model.addAttribute("choices", choices);
        model.addAttribute("mayDecide", mayDecide.isDone());
        model.addAttribute("whyNot", mayDecide.problems());
        model.addAttribute("problems", problems);
        model.addAttribute("tried", tried);
        return "registry/duplicate";
    }

    private Choice choice(Suspicion suspicion, DuplicateVerdict verdict, ProgrammeDefinition definition, Actor actor) {
        DuplicateEffect effect = duplicates.effect(suspicion.id(), verdict, actor).orElseThrow();
        boolean reasonNeeded = suspicion.state() != SuspicionState.SUSPECTED
                || suspicion.certain() && verdict == DuplicateVerdict.DIFFERENT;
        return new Choice(verdict, effect, effect.lines().stream()
                .map(line -> new Count(
                        line.centreCode() == null ? null : RecordText.centre(definition, line.centreCode()),
                        facet(line.facet(), suspicion.first().facts().register(), definition), line.before(), line.after()))
                .toList(), reasonNeeded);
    }

    private List<Line> lines(Suspicion suspicion, ProgrammeDefinition definition, Actor actor) {
        RegisterRecord first = suspicion.first();
        RegisterRecord second = suspicion.second();
        List<RecordText.Line> left = RecordText.lines(readable(first, actor), definition);
        List<RecordText.Line> right = RecordText.lines(readable(second, actor), definition);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("registry.state", first.state(), second.state()));
        for (String key : RecordText.keys(left, right)) {
            lines.add(new Line(key, RecordText.valueOf(left, key), RecordText.valueOf(right, key)));
        }
        Map<String, String> numbers = registers.maskedCitizenNumbers(Set.of(first.id(), second.id()), actor);
        if (!numbers.isEmpty()) {
            lines.add(new Line("registry.field.citizenNumber", numbers.get(first.id()), numbers.get(second.id())));
        }
        lines.add(new Line("registry.enteredBy", first.authorName(), second.authorName()));
        lines.add(new Line("registry.verifiedBy", first.verifierName(), second.verifierName()));
        lines.add(new Line("registry.verifiedOn", first.verifiedOn(), second.verifiedOn()));
        return lines;
    }

    /** To compare people is to read what is sensitive about them, which leaves its trace; who may not sees the rest. */
    private RecordFacts readable(RegisterRecord record, Actor actor) {
        return personal.sensitive(record.id(), actor).isPresent()
                ? record.facts()
                : record.facts().withoutSensitive();
    }

    private static Object facet(String facet, Register register, ProgrammeDefinition definition) {
        if (facet == null) {
            return null;
        }
        String list = register == Register.PERSON
                ? ProgrammeDefinition.PERSON_ROLES
                : RegisterLists.categoryList(definition, register);
        return list == null || RegisterLists.items(definition, list).stream().map(CodeItem::code).noneMatch(facet::equals)
                ? null
                : definition.label(list, facet);
    }

    private static Object centre(RegisterRecord record, ProgrammeDefinition definition) {
        return RecordText.centre(definition, record.facts().centreCode());
    }

    private static SuspicionState decided(DuplicateVerdict verdict) {
        return verdict == DuplicateVerdict.SAME ? SuspicionState.CONFIRMED : SuspicionState.DISTINCT;
    }

    private Suspicion open(String id, Actor actor) {
        return duplicates.find(id, actor).orElseThrow(() -> new NotFound("pair " + id));
    }

    private List<Grant> readable(Actor actor) {
        List<Grant> readable = desk.readable(actor).stream()
                .filter(grant -> !desk.aggregatesOnly(grant, actor))
                .toList();
        if (readable.isEmpty() || !actor.mayAnywhere(Action.READ, ObjectKind.REGISTRY_RECORD)) {
            throw new NotFound("duplicates");
        }
        return readable;
    }
}
