package org.thun.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.audit.AuditTrail;
import org.thun.documents.Documents;
import org.thun.documents.ObjectRef;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.Batch;
import org.thun.registry.BatchPurpose;
import org.thun.registry.BatchState;
import org.thun.registry.Batches;
import org.thun.registry.Batches.Place;
import org.thun.registry.Batches.Ready;
import org.thun.registry.Batches.Sampled;
import org.thun.registry.Finding;
import org.thun.registry.PersonalRecords;
import org.thun.registry.Quarter;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.registry.RegistryCounts;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.InboxFilter;
import org.thun.web.Flash;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** Batches: what a centre can hand in, what has been handed in, and the sample, one record after the other. */
@Controller
class BatchPages {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_FAULTY = 50;

    private final Batches batches;
    private final PersonalRecords personal;
    private final EntryDesk desk;
    private final TaskDesk tasks;
    private final Documents documents;
    private final AuditTrail audit;

    BatchPages(Batches batches, PersonalRecords personal, EntryDesk desk, TaskDesk tasks, Documents documents,
            AuditTrail audit) {
        this.batches = batches;
        this.personal = personal;
        this.desk = desk;
        this.tasks = tasks;
        this.documents = documents;
        this.audit = audit;
    }

    /** Something a coordinator can hand in. */
    record Offer(Ready ready, Kinds kind, Object centre) {}

    /** A batch of a list. */
    record Row(Batch batch, Kinds kind, Object centre) {}

    /** A record that did not pass the automatic checks. */
    record FaultyRow(RegisterRecord record, String path, List<Problem> problems) {}

    @GetMapping("/registers/batches")
    String list(@RequestParam(required = false) String grant, @RequestParam(required = false) String centre,
            @RequestParam(required = false) BatchState state, @RequestParam(required = false) Integer page, Actor actor,
            Model model) {
        return showList(grant, centre, state, page, List.of(), actor, model);
    }

    @PostMapping("/registers/batches")
    String handIn(@RequestParam String grant, @RequestParam String centre, @RequestParam String kind,
            @RequestParam BatchPurpose purpose, @RequestParam String quarter, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        Outcome<String> outcome = batches.handIn(
                new Place(grant, centre, Kinds.named(kind).register(), purpose, quarter(quarter)), actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return showList(grant, null, null, null, outcome.problems(), actor, model);
        }
        Batch batch = batches.find(outcome.orElseThrow(), actor).orElseThrow();
        Flash.good(redirect, "registry.batch.done.handedIn", batch.number(), batch.size());
        return "redirect:" + batch.path();
    }

    @GetMapping("/registers/batches/{id}")
    String batch(@PathVariable String id, Actor actor, Model model) {
        Batch batch = open(id, actor);
        ProgrammeDefinition definition = desk.definitionOf(batch.grantId());
        boolean drawn = batch.seed() != null;
        model.addAttribute("row", row(batch, definition));
        model.addAttribute("sample", batches.sample(id, actor));
        model.addAttribute("faulty", batches.faulty(id, actor, MOST_FAULTY).stream()
                .map(each -> new FaultyRow(each.record(), RegisterPages.path(each.record()), each.problems()))
                .toList());
        model.addAttribute("mayJudge", batches.mayJudge(batch, actor));
        model.addAttribute("task", task(id, actor).orElse(null));
        model.addAttribute("drawHolds", drawn && batches.drawHolds(id, actor));
        model.addAttribute("history", audit.stream(id));
        return "registry/batch";
    }

    /** The next record of the sample that waits, or one that is named. */
    @GetMapping("/registers/batches/{id}/sample")
    String judge(@PathVariable String id, @RequestParam(required = false) Integer position, Actor actor, Model model) {
        Batch batch = open(id, actor);
        if (!batches.mayJudge(batch, actor)) {
            return "redirect:" + batch.path();
        }
        return showSample(batch, position, List.of(), actor, model);
    }

    @PostMapping("/registers/batches/{id}/sample/{position}")
    String judge(@PathVariable String id, @PathVariable int position, @RequestParam Finding finding,
            @RequestParam(defaultValue = "") String reason, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        Batch batch = open(id, actor);
        Outcome<Void> outcome = batches.judge(id, position, finding, reason, actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("reason", reason);
            return showSample(batch, position, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "registry.batch.done." + finding, position);
        return "redirect:" + batch.path() + "/sample";
    }

    private String showList(String grantId, String centre, BatchState state, Integer page, List<Problem> problems,
            Actor actor, Model model) {
        if (!actor.mayAnywhere(Action.READ, ObjectKind.REGISTRY_RECORD)) {
            throw new NotFound("batches");
        }
        List<Grant> grants = desk.readable(actor).stream()
                .filter(each -> !desk.aggregatesOnly(each, actor))
                .toList();
        model.addAttribute("grants", grants);
        model.addAttribute("problems", problems);
        if (!grants.isEmpty()) {
            Grant chosen = RegisterPages.chosen(grants, grantId);
            ProgrammeDefinition definition = desk.definition(chosen);
            int pageNo = Paging.pageOf(page);
            RegistryCounts.Page<Batch> found = batches.list(
                    chosen.id(), RegisterPages.blankToNull(centre), state, actor, pageNo, PAGE_SIZE);
            model.addAttribute("chosen", chosen);
            model.addAttribute("centre", centre);
            model.addAttribute("state", state);
            model.addAttribute("states", BatchState.values());
            model.addAttribute("anyState", true);
            model.addAttribute("centres", desk.centreChoice(chosen, Action.READ, actor));
            model.addAttribute("offers", batches.ready(chosen.id(), actor).stream()
                    .map(ready -> new Offer(ready, Kinds.of(ready.place().register()),
                            RecordText.centre(definition, ready.place().centreCode())))
                    .toList());
            model.addAttribute("rows", found.rows().stream().map(batch -> row(batch, definition)).toList());
            model.addAttribute("paging", new Paging(pageNo, PAGE_SIZE, found.total()));
        }
        return "registry/batches";
    }

    private String showSample(Batch batch, Integer position, List<Problem> problems, Actor actor, Model model) {
        List<Sampled> sample = batches.sample(batch.id(), actor);
        Sampled chosen = sample.stream()
                .filter(each -> position == null ? each.finding() == null : each.position() == position)
                .findFirst()
                .orElse(null);
        if (chosen == null && position != null) {
            throw new NotFound("position " + position + " of " + batch.id());
        }
        ProgrammeDefinition definition = desk.definitionOf(batch.grantId());
        model.addAttribute("row", row(batch, definition));
        model.addAttribute("chosen", chosen);
        model.addAttribute("problems", problems);
        model.addAttribute("task", task(batch.id(), actor).orElse(null));
        if (chosen != null) {
            model.addAttribute("path", RegisterPages.path(chosen.record()));
            // The verifier compares all of it with the evidence; for people, that is a reading which leaves its trace.
            personal.sensitive(chosen.record().id(), actor);
            model.addAttribute("lines", RecordText.lines(chosen.record().facts(), definition));
            model.addAttribute("files",
                    documents.ofObject(new ObjectRef(Registers.OBJECT_TYPE, chosen.record().id()), actor));
        }
        return "registry/sample";
    }

    /** The task of the batch that waits for this person. */
    private Optional<OpenTask> task(String batchId, Actor actor) {
        return tasks.inbox(actor, new InboxFilter(batchId, null, 0, 1)).tasks().stream().findFirst();
    }

    private Batch open(String id, Actor actor) {
        return batches.find(id, actor).orElseThrow(() -> new NotFound("batch " + id));
    }

    private static Row row(Batch batch, ProgrammeDefinition definition) {
        return new Row(batch, Kinds.of(batch.register()), RecordText.centre(definition, batch.centreCode()));
    }

    private static Quarter quarter(String from) {
        try {
            return Quarter.of(LocalDate.parse(from));
        } catch (DateTimeParseException e) {
            throw new NotFound("quarter " + from);
        }
    }
}
