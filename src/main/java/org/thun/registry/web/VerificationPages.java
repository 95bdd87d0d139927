package org.thun.registry.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.RecordFilter;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.registry.RegistryCounts;
import org.thun.shared.Outcome;
import org.thun.web.Flash;
import org.thun.web.Formats;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** The verifiers' work list: what waits for them, and one decision for as many records as they like. */
@Controller
class VerificationPages {

    private static final int PAGE_SIZE = 50;

    private final Registers registers;
    private final EntryDesk desk;
    private final Formats formats;

    VerificationPages(Registers registers, EntryDesk desk, Formats formats) {
        this.registers = registers;
        this.desk = desk;
        this.formats = formats;
    }

    /** A record that waits. */
    record Row(RegisterRecord record, Kinds kind, Object centre, List<Object> kinds) {}

    /** What became of one record; kept in the session for the page after the decision. */
    record Verdict(String number, String name, boolean done, String problem) implements Serializable {}

    @GetMapping("/registers/verification")
    String waiting(@RequestParam(required = false) String grant, @RequestParam(required = false) String centre,
            @RequestParam(required = false) String kind, @RequestParam(required = false) Integer page, Actor actor,
            Model model) {
        List<Grant> grants = verifiable(actor);
        Grant chosen = RegisterPages.blankToNull(grant) == null ? null : RegisterPages.chosen(grants, grant);
        Kinds register = RegisterPages.blankToNull(kind) == null ? null : Kinds.named(kind);
        int pageNo = Paging.pageOf(page);
        RegistryCounts.Page<RegisterRecord> found = registers.waiting(
                new RecordFilter(register == null ? null : register.register(), chosen == null ? null : chosen.id(),
                        RegisterPages.blankToNull(centre), null, null, null),
                actor, pageNo, PAGE_SIZE);
        model.addAttribute("grants", grants);
        model.addAttribute("anyGrant", true);
        model.addAttribute("chosen", chosen);
        model.addAttribute("kinds", Kinds.all());
        model.addAttribute("kind", kind);
        model.addAttribute("centre", centre);
        model.addAttribute("centres", centres(grants, chosen, actor));
        model.addAttribute("rows", found.rows().stream().map(this::row).toList());
        model.addAttribute("paging", new Paging(pageNo, PAGE_SIZE, found.total()));
        model.addAttribute("cut", found.total() >= Registers.MOST_WAITING);
        return "registry/verification";
    }

    @PostMapping("/registers/verification")
    String decide(@RequestParam(required = false) List<String> ids, @RequestParam String verdict,
            @RequestParam(defaultValue = "") String reason, @RequestParam(required = false) String grant,
            @RequestParam(required = false) String centre, @RequestParam(required = false) String kind, Actor actor,
            RedirectAttributes redirect) {
        verifiable(actor);
        redirect.addAttribute("grant", grant);
        redirect.addAttribute("centre", centre);
        redirect.addAttribute("kind", kind);
        if (ids == null || ids.isEmpty()) {
            Flash.bad(redirect, "registry.verification.nothing");
            return "redirect:/registers/verification";
        }
        List<Outcome<Void>> outcomes = switch (verdict) {
            case "verify" -> registers.verifyAll(ids, actor);
            case "reject" -> registers.rejectAll(ids, reason, actor);
            default -> throw new NotFound("verdict " + verdict);
        };
        long done = outcomes.stream().filter(Outcome::isDone).count();
        String key = "registry.verification." + verdict + ".done";
        if (done == ids.size()) {
            Flash.good(redirect, key, done, ids.size());
        } else {
            Flash.warn(redirect, key, done, ids.size());
        }
        redirect.addFlashAttribute("verdicts", new ArrayList<>(verdicts(ids, outcomes, actor)));
        return "redirect:/registers/verification";
    }

    private List<Verdict> verdicts(List<String> ids, List<Outcome<Void>> outcomes, Actor actor) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            RegisterRecord record = registers.find(ids.get(i), actor).orElse(null);
            Outcome<Void> outcome = outcomes.get(i);
            verdicts.add(new Verdict(record == null ? Formats.MISSING : record.number(),
                    record == null ? Formats.MISSING : formats.any(record.facts().name()), outcome.isDone(),
                    outcome.problems().stream().findFirst().map(formats::problem).orElse(null)));
        }
        return verdicts;
    }

    private Row row(RegisterRecord record) {
        ProgrammeDefinition definition = desk.definitionOf(record.facts().grantId());
        return new Row(record, Kinds.of(record.facts().register()),
                RecordText.centre(definition, record.facts().centreCode()),
                RecordText.kinds(record.facts(), definition));
    }

    /** Centres have their codes within a programme, so they are offered once it is clear which one is meant. */
    private List<CodeItem> centres(List<Grant> grants, Grant chosen, Actor actor) {
        if (chosen == null && grants.stream().map(Grant::programmeKey).distinct().count() != 1) {
            return List.of();
        }
        return desk.centreChoice(chosen == null ? grants.get(0) : chosen, Action.CHECK, actor);
    }

    private List<Grant> verifiable(Actor actor) {
        if (!actor.mayAnywhere(Action.CHECK, ObjectKind.REGISTRY_RECORD)) {
            throw new NotFound("verification");
        }
        return desk.readable(actor).stream()
                .filter(grant -> !desk.centres(grant, Action.CHECK, actor).isEmpty())
                .toList();
    }
}
