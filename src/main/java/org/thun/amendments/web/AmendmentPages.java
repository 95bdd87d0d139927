package org.thun.amendments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.amendments.Amendment;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentDesk.Description;
import org.thun.amendments.AmendmentDesk.Offer;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.MassAmendments;
import org.thun.amendments.Part;
import org.thun.amendments.VersionDifference;
import org.thun.documents.Documents;
import org.thun.documents.Documents.Upload;
import org.thun.documents.ObjectRef;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.indicators.IndicatorQueries;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** Amendments in the case file: the list, the draft with what it would do, and the versions of the agreement. */
@Controller
class AmendmentPages {

    private final CasePages cases;
    private final AmendmentDesk desk;
    private final MassAmendments masses;
    private final PartChoices choices;
    private final Documents documents;
    private final IndicatorQueries indicators;
    private final Programmes programmes;
    private final TaskDesk tasks;
    private final BusinessClock clock;

    AmendmentPages(
            CasePages cases,
            AmendmentDesk desk,
            MassAmendments masses,
            PartChoices choices,
            Documents documents,
            IndicatorQueries indicators,
            Programmes programmes,
            TaskDesk tasks,
            BusinessClock clock) {
        this.cases = cases;
        this.desk = desk;
        this.masses = masses;
        this.choices = choices;
        this.documents = documents;
        this.indicators = indicators;
        this.programmes = programmes;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** An open step, and whether the reader can do it. */
    record Waiting(OpenTask task, boolean mine) {}

    @GetMapping("/grants/{grantId}/amendments")
    String list(@PathVariable String grantId, Actor actor, Model model) {
        Grant grant = open(grantId, actor, model);
        model.addAttribute("amendments", desk.ofGrant(grant, actor));
        model.addAttribute("mayAsk", desk.offers(grant, actor).stream().anyMatch(Offer::open));
        model.addAttribute("offers", desk.offers(grant, actor));
        model.addAttribute("differences", desk.differences(grant));
        return "amendments/list";
    }

    @GetMapping("/grants/{grantId}/amendments/new")
    String begin(@PathVariable String grantId, @RequestParam(required = false) String type,
            @RequestParam(required = false) String occurrence, @RequestParam(required = false) String from,
            @RequestParam(required = false) String to, @RequestParam(required = false) String indicator, Actor actor,
            Model model) {
        Grant grant = open(grantId, actor, model);
        return part(grant, null, type, occurrence, from, to, indicator, actor, model);
    }

    @PostMapping("/grants/{grantId}/amendments")
    String begin(@PathVariable String grantId, PartForm form, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        Grant grant = open(grantId, actor, model);
        AmendmentKind kind = PartForm.kindOf(form.type()).orElseThrow(() -> new NotFound("kind " + form.type()));
        Outcome<Part> part = form.read(kind);
        Outcome<String> begun = part.isDone()
                ? desk.begin(grant, part.orElseThrow(), actor)
                : Outcome.refused(part.problems());
        if (!begun.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(grant, null, kind, form, begun.problems(), actor, model);
        }
        Flash.good(redirect, "amendments.done.begun");
        return "redirect:" + address(grant, begun.orElseThrow());
    }

    @GetMapping("/grants/{grantId}/amendments/{amendmentId}")
    String amendment(@PathVariable String grantId, @PathVariable String amendmentId, Actor actor, Model model) {
        Grant grant = open(grantId, actor, model);
        return page(grant, find(grant, amendmentId, actor), List.of(), null, actor, model);
    }

    @GetMapping("/grants/{grantId}/amendments/{amendmentId}/parts/new")
    String part(@PathVariable String grantId, @PathVariable String amendmentId,
            @RequestParam(required = false) String type, @RequestParam(required = false) String occurrence,
            @RequestParam(required = false) String from, @RequestParam(required = false) String to,
            @RequestParam(required = false) String indicator, Actor actor, Model model) {
        Grant grant = open(grantId, actor, model);
        return part(grant, draft(grant, amendmentId, actor), type, occurrence, from, to, indicator, actor, model);
    }

    @PostMapping("/grants/{grantId}/amendments/{amendmentId}/parts")
    String add(@PathVariable String grantId, @PathVariable String amendmentId, PartForm form, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        Grant grant = open(grantId, actor, model);
        Amendment draft = draft(grant, amendmentId, actor);
        AmendmentKind kind = PartForm.kindOf(form.type()).orElseThrow(() -> new NotFound("kind " + form.type()));
        Outcome<Part> part = form.read(kind);
        Outcome<Void> added = part.isDone()
                ? desk.add(grant, amendmentId, part.orElseThrow(), actor)
                : Outcome.refused(part.problems());
        if (!added.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(grant, draft, kind, form, added.problems(), actor, model);
        }
        Flash.good(redirect, "amendments.done.added");
        return "redirect:" + draft.path();
    }

    @PostMapping("/grants/{grantId}/amendments/{amendmentId}/parts/{partNo}/remove")
    String remove(@PathVariable String grantId, @PathVariable String amendmentId, @PathVariable int partNo, Actor actor,
            Model model, RedirectAttributes redirect) {
        Grant grant = open(grantId, actor, model);
        desk.remove(grant, draft(grant, amendmentId, actor).id(), partNo, actor);
        Flash.good(redirect, "amendments.done.removed");
        return "redirect:" + address(grant, amendmentId);
    }

    @PostMapping("/grants/{grantId}/amendments/{amendmentId}/description")
    String describe(@PathVariable String grantId, @PathVariable String amendmentId,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String letter,
            @RequestParam(defaultValue = "") String wantedOn, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        Grant grant = open(grantId, actor, model);
        Amendment draft = draft(grant, amendmentId, actor);
        Outcome<Void> outcome;
        try {
            LocalDate day = wantedOn.isBlank() ? null : ThaiDates.parse(wantedOn);
            outcome = desk.describe(grant, amendmentId, new Description(reason, letter, day), actor);
        } catch (IllegalArgumentException e) {
            outcome = Outcome.refused(Problem.at("wantedOn", "amendments.problem.day"));
        }
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("typed", List.of(reason, letter, wantedOn));
            return page(grant, draft, outcome.problems(), null, actor, model);
        }
        Flash.good(redirect, "amendments.done.described");
        return "redirect:" + draft.path();
    }

    @PostMapping("/grants/{grantId}/amendments/{amendmentId}/files")
    String attach(@PathVariable String grantId, @PathVariable String amendmentId,
            @RequestParam(defaultValue = "") String title, @RequestParam MultipartFile file, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        Grant grant = open(grantId, actor, model);
        Amendment draft = draft(grant, amendmentId, actor);
        Outcome<String> added = documents.add(grantId, new ObjectRef(Amendment.OBJECT_TYPE, amendmentId),
                upload(title, file), actor);
        if (!added.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(grant, draft, added.problems(), title, actor, model);
        }
        Flash.good(redirect, "amendments.done.attached");
        return "redirect:" + draft.path();
    }

    @PostMapping("/grants/{grantId}/amendments/{amendmentId}/withdraw")
    String withdraw(@PathVariable String grantId, @PathVariable String amendmentId, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        Grant grant = open(grantId, actor, model);
        Amendment amendment = find(grant, amendmentId, actor);
        Outcome<Void> outcome = desk.withdraw(grant, amendmentId, actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(grant, amendment, outcome.problems(), null, actor, model);
        }
        Flash.good(redirect, "amendments.done.withdrawn");
        return "redirect:" + amendment.path();
    }

    /** The letter that tells the grantee what was decided; for printing. */
    @GetMapping("/grants/{grantId}/amendments/{amendmentId}/letter")
    String letter(@PathVariable String grantId, @PathVariable String amendmentId, Actor actor, Model model) {
        Grant grant = open(grantId, actor, model);
        Amendment amendment = find(grant, amendmentId, actor);
        if (amendment.inForceOn() == null) {
            throw new NotFound("letter of amendment " + amendmentId);
        }
        model.addAttribute("amendment", amendment);
        model.addAttribute("words", desk.words(grant, amendment));
        model.addAttribute("mass", amendment.massId() == null ? null : masses.get(amendment.massId()));
        model.addAttribute("programme", programmes.version(grant.programmeKey(), grant.programmeVersion()));
        model.addAttribute("difference", desk.differences(grant).stream()
                .filter(version -> amendment.id().equals(version.after().amendmentId()))
                .findFirst()
                .orElseThrow());
        return "amendments/letter";
    }

    @GetMapping("/grants/{grantId}/amendments/versions/{no}")
    String version(@PathVariable String grantId, @PathVariable int no, Actor actor, Model model) {
        Grant grant = open(grantId, actor, model);
        List<VersionDifference> differences = desk.differences(grant);
        VersionDifference shown = differences.stream()
                .filter(difference -> difference.after().no() == no)
                .findFirst()
                .orElseThrow(() -> new NotFound("version " + no + " of " + grantId));
        model.addAttribute("differences", differences);
        model.addAttribute("shown", shown);
        model.addAttribute("definition", programmes.version(grant.programmeKey(), grant.programmeVersion()));
        model.addAttribute("amendment", desk.find(grant, shown.after().amendmentId(), actor).orElse(null));
        return "amendments/version";
    }

    private String part(Grant grant, Amendment draft, String type, String occurrence, String from, String to,
            String indicator, Actor actor, Model model) {
        AmendmentKind kind = PartForm.kindOf(type).orElse(null);
        PartForm form = null;
        if (kind == AmendmentKind.ACTIVITY_MOVE && occurrence != null && from != null && to != null) {
            form = month(grant, from).flatMap(first -> month(grant, to)
                    .map(last -> PartForm.ofMove(occurrence, first, last))).orElse(null);
        } else if (kind == AmendmentKind.TARGET && indicator != null) {
            form = indicators.measure(grant, indicator, clock.today())
                    .map(at -> PartForm.ofTarget(indicator, at.baseline(), at.target()))
                    .orElse(null);
        }
        if (kind == AmendmentKind.TRANCHES) {
            form = PartForm.ofTranches(choices.tranches(grant));
        }
        if (kind != null && form == null) {
            form = PartForm.ofKind(kind);
        }
        return show(grant, draft, kind, form, List.of(), actor, model);
    }

    private String show(Grant grant, Amendment draft, AmendmentKind kind, PartForm form, List<Problem> problems,
            Actor actor, Model model) {
        List<Offer> offers = desk.offers(grant, actor);
        if (offers.isEmpty()) {
            throw new NotFound("amendments of " + grant.id() + " are not this person's to draft");
        }
        model.addAttribute("amendment", draft);
        model.addAttribute("offers", offers);
        model.addAttribute("kind", kind);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        Optional<Problem> against = offers.stream()
                .filter(offer -> offer.kind() == kind && !offer.open())
                .map(Offer::against)
                .findFirst();
        model.addAttribute("closed", against.orElse(null));
        model.addAttribute("here", draft == null ? grant.path() + "/amendments/new" : draft.path() + "/parts/new");
        model.addAttribute("action", draft == null ? grant.path() + "/amendments" : draft.path() + "/parts");
        if (kind != null && against.isEmpty()) {
            choices.into(grant, kind, model);
        }
        return "amendments/part";
    }

    private String page(Grant grant, Amendment amendment, List<Problem> problems, String fileTitle, Actor actor,
            Model model) {
        boolean drafting = desk.mayDraft(grant, amendment, actor);
        model.addAttribute("amendment", amendment);
        model.addAttribute("words", desk.words(grant, amendment));
        model.addAttribute("mass", amendment.massId() == null ? null : masses.get(amendment.massId()));
        model.addAttribute("seesMass", masses.mayUse(grant.programmeKey(), actor));
        model.addAttribute("effect", amendment.state().ended() ? null : desk.effect(grant, amendment));
        model.addAttribute("drafting", drafting);
        model.addAttribute("mayWithdraw", desk.mayWithdraw(grant, amendment, actor));
        model.addAttribute("files",
                documents.ofObject(new ObjectRef(Amendment.OBJECT_TYPE, amendment.id()), actor));
        model.addAttribute("fileTitle", fileTitle);
        model.addAttribute("waiting", tasks.ofCase(grant.id()).stream()
                .filter(task -> task.businessKey().equals(amendment.id()))
                .map(task -> new Waiting(task, tasks.open(task.taskId(), actor).isPresent()))
                .toList());
        model.addAttribute("problems", problems);
        return "amendments/amendment";
    }

    private Grant open(String grantId, Actor actor, Model model) {
        Grant grant = cases.open(grantId, AmendmentTab.PATH, actor);
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        return grant;
    }

    private Amendment find(Grant grant, String amendmentId, Actor actor) {
        return desk.find(grant, amendmentId, actor).orElseThrow(() -> new NotFound("amendment " + amendmentId));
    }

    private Amendment draft(Grant grant, String amendmentId, Actor actor) {
        Amendment amendment = find(grant, amendmentId, actor);
        if (!desk.mayDraft(grant, amendment, actor)) {
            throw new NotFound("draft " + amendmentId);
        }
        return amendment;
    }

    /** The grant month that begins in a calendar month. */
    private static Optional<Integer> month(Grant grant, String calendarMonth) {
        try {
            return Optional.of((int) ChronoUnit.MONTHS.between(
                    YearMonth.from(grant.months().start()), YearMonth.parse(calendarMonth)) + 1);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Upload upload(String title, MultipartFile file) {
        try {
            return new Upload(title, file.getOriginalFilename(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("upload cut off", e);
        }
    }

    private static String address(Grant grant, String amendmentId) {
        return grant.path() + "/amendments/" + amendmentId;
    }
}
