package org.thun.activities.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDossier;
import org.thun.activities.ActivityDossier.Decision;
import org.thun.activities.ActivityDossier.Plan;
import org.thun.activities.ActivityDossier.Report;
import org.thun.activities.ActivityPreparation;
import org.thun.activities.ActivityPreparation.Preparation;
import org.thun.activities.ActivityPreparation.Prepare;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.activities.PlanChange;
import org.thun.activities.RoundPlanning;
import org.thun.activities.RoundPlanning.RoundConflict;
import org.thun.activities.web.PlanGrid.Zoom;
import org.thun.activities.web.PlanSteps.Standing;
import org.thun.documents.Documents;
import org.thun.documents.Documents.Upload;
import org.thun.documents.ObjectRef;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** The plan of a grant as a grid over its months or as a table, and each occurrence with its history. */
@Controller
class PlanPages {

    private static final String TABLE = "table";
    private static final String PROCESSES = "processes";

    private final CasePages cases;
    private final PlanReader plans;
    private final ActivityDelivery delivery;
    private final ActivityPreparation preparations;
    private final RoundPlanning rounds;
    private final Programmes programmes;
    private final TaskDesk tasks;
    private final PlanSteps steps;
    private final Documents documents;
    private final PlanDrawing drawing;
    /** Who amends agreements depends on this module, and is therefore found only when asked for. */
    private final ObjectProvider<PlanChange> changes;

    PlanPages(
            CasePages cases,
            PlanReader plans,
            ActivityDelivery delivery,
            ActivityPreparation preparations,
            RoundPlanning rounds,
            Programmes programmes,
            TaskDesk tasks,
            PlanSteps steps,
            Documents documents,
            PlanDrawing drawing,
            ObjectProvider<PlanChange> changes) {
        this.cases = cases;
        this.plans = plans;
        this.delivery = delivery;
        this.preparations = preparations;
        this.rounds = rounds;
        this.programmes = programmes;
        this.tasks = tasks;
        this.steps = steps;
        this.documents = documents;
        this.drawing = drawing;
        this.changes = changes;
    }

    /** The grid by month, quarter or year, or the same as a table. */
    @GetMapping("/grants/{grantId}/plan")
    String plan(
            @PathVariable String grantId,
            @RequestParam(required = false) String zoom,
            @RequestParam(required = false) String view,
            Actor actor,
            Model model) {
        Grant grant = open(grantId, actor, model);
        List<Occurrence> occurrences = plans.occurrences(grant, actor);
        Map<String, Standing> standings = steps.of(grant);
        model.addAttribute("grid", drawing.draw(grant, occurrences, standings, Zoom.of(zoom), mayAsk(grant, actor)));
        model.addAttribute("zooms", Zoom.values());
        model.addAttribute("standings", standings);
        model.addAttribute("showsRuns", showsRuns(grant, actor));
        model.addAttribute("accepted", count(occurrences, OccurrenceState.ACCEPTED));
        model.addAttribute("all", occurrences.size() - count(occurrences, OccurrenceState.CANCELLED));
        model.addAttribute("rounds", rounds.conflicts(grant.id()).stream()
                .collect(Collectors.toMap(RoundConflict::activityCode, Function.identity())));
        model.addAttribute("mayChooseRounds", rounds.mayChoose(grant, actor));
        model.addAttribute("late", occurrences.stream().filter(Occurrence::isLate).count());
        return TABLE.equals(view) ? "activities/plan-table" : "activities/plan";
    }

    @GetMapping("/grants/{grantId}/plan/{occurrenceId}")
    String occurrence(
            @PathVariable String grantId, @PathVariable String occurrenceId, Actor actor, Model model) {
        return show(open(grantId, actor, model), occurrenceId, List.of(), actor, model);
    }

    /** Evidence of an occurrence, such as a picture taken with a phone. */
    @PostMapping("/grants/{grantId}/plan/{occurrenceId}/files")
    String attach(
            @PathVariable String grantId,
            @PathVariable String occurrenceId,
            @RequestParam(defaultValue = "") String title,
            @RequestParam MultipartFile file,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Grant grant = open(grantId, actor, model);
        Outcome<String> outcome = documents.add(
                grant.id(), files(occurrence(grant, occurrenceId, actor)), upload(title, file), actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(grant, occurrenceId, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "activities.files.added");
        return "redirect:" + grant.path() + "/plan/" + occurrenceId + "#files";
    }

    /** What is ready, and who is invited. */
    @PostMapping("/grants/{grantId}/plan/{occurrenceId}/preparation")
    String prepare(
            @PathVariable String grantId,
            @PathVariable String occurrenceId,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Grant grant = open(grantId, actor, model);
        occurrence(grant, occurrenceId, actor);
        Outcome<Prepare> read = PreparationForm.read(form);
        Outcome<Void> outcome = read.isDone()
                ? preparations.prepare(occurrenceId, read.orElseThrow(), actor)
                : Outcome.refused(read.problems());
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(grant, occurrenceId, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "activities.preparation.saved");
        return "redirect:" + grant.path() + "/plan/" + occurrenceId + "#preparation";
    }

    private static ObjectRef files(Occurrence occurrence) {
        return new ObjectRef(ActivityDelivery.OBJECT_TYPE, occurrence.id());
    }

    private static Upload upload(String title, MultipartFile file) {
        try {
            return new Upload(title, file.getOriginalFilename(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("upload cut off", e);
        }
    }

    private Occurrence occurrence(Grant grant, String occurrenceId, Actor actor) {
        return plans.occurrences(grant, actor).stream()
                .filter(candidate -> candidate.id().equals(occurrenceId))
                .findFirst()
                .orElseThrow(() -> new NotFound("occurrence " + occurrenceId + " of grant " + grant.id()));
    }

    private String show(Grant grant, String occurrenceId, List<Problem> problems, Actor actor, Model model) {
        Occurrence occurrence = occurrence(grant, occurrenceId, actor);
        ActivityDossier file = delivery.dossier(occurrenceId);
        model.addAttribute("occurrence", occurrence);
        model.addAttribute("subject", file.subject());
        model.addAttribute("activity", definition(grant).activity(occurrence.activityCode()).orElseThrow());
        model.addAttribute("definition", definition(grant));
        model.addAttribute("budget", delivery.budget(occurrence));
        model.addAttribute("plans", seenPlans(file, grant, actor));
        model.addAttribute("reports", seenReports(file, grant, actor));
        model.addAttribute("decisions", seenDecisions(file, grant, actor));
        model.addAttribute("waiting", waiting(grant, occurrence, actor));
        model.addAttribute("run", showsRuns(grant, actor)
                ? Optional.ofNullable(steps.of(grant).get(occurrenceId)).map(Standing::run).orElse(null)
                : null);
        model.addAttribute("problems", problems);
        model.addAttribute("files", documents.ofObject(files(occurrence), actor));
        model.addAttribute("mayAttach", delivery.mayAttach(occurrenceId, actor));
        Preparation preparation = preparations.of(occurrenceId);
        boolean funderReader = actor.readsAcceptedOnly(ObjectKind.ACTIVITY_PLAN, grant.scope());
        model.addAttribute("preparation", preparation);
        model.addAttribute("showsPreparation", !funderReader && !occurrence.state().equals(OccurrenceState.PLANNED)
                && !(preparation.items().isEmpty() && preparation.invitations().isEmpty()));
        model.addAttribute("mayPrepare", preparations.mayPrepare(occurrenceId, actor));
        model.addAttribute("uninvited", uninvited(definition(grant), preparation));
        model.addAttribute("mayRepeat", rounds.mayRepeat(occurrenceId, actor));
        model.addAttribute("mayMove", occurrence.movable() && mayAsk(grant, actor));
        return "activities/occurrence";
    }

    /** Centres nobody of which is invited yet, in the order of the programme. */
    private static List<CentreDefinition> uninvited(ProgrammeDefinition definition, Preparation preparation) {
        return definition.centres().stream()
                .filter(centre -> preparation.invitations().stream()
                        .noneMatch(invitation -> invitation.centreCode().equals(centre.code())))
                .toList();
    }

    private boolean mayAsk(Grant grant, Actor actor) {
        return changes.stream().anyMatch(change -> change.mayAsk(grant, actor));
    }

    /** Whether the reader sees the page on which the runs of the case are drawn. */
    private boolean showsRuns(Grant grant, Actor actor) {
        return cases.tabs(grant, actor).stream().anyMatch(tab -> tab.path().equals(PROCESSES));
    }

    private Grant open(String grantId, Actor actor, Model model) {
        Grant grant = cases.open(grantId, PlanTab.PATH, actor);
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        return grant;
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    private static List<Plan> seenPlans(ActivityDossier file, Grant grant, Actor actor) {
        boolean approved = file.occurrence().state() != OccurrenceState.READY;
        if (actor.readsAcceptedOnly(ObjectKind.ACTIVITY_PLAN, grant.scope())) {
            return approved ? file.newestPlan().stream().toList() : List.of();
        }
        return file.plans();
    }

    private static List<Report> seenReports(ActivityDossier file, Grant grant, Actor actor) {
        if (!PlanReader.readsReports(grant, actor)) {
            return List.of();
        }
        boolean acceptedOnly = actor.readsAcceptedOnly(ObjectKind.ACTIVITY_REPORT, grant.scope());
        return file.reports().stream().filter(report -> !acceptedOnly || report.state().accepted()).toList();
    }

    private static List<Decision> seenDecisions(ActivityDossier file, Grant grant, Actor actor) {
        boolean all = PlanReader.readsReports(grant, actor)
                && !actor.readsAcceptedOnly(ObjectKind.ACTIVITY_REPORT, grant.scope());
        return all ? file.decisions() : List.of();
    }

    /** The step that waits now; those who can do it are led there. */
    private List<Waiting> waiting(Grant grant, Occurrence occurrence, Actor actor) {
        return tasks.ofCase(grant.id()).stream()
                .filter(task -> task.businessKey().equals(occurrence.id()))
                .map(task -> new Waiting(task, tasks.open(task.taskId(), actor).isPresent()))
                .toList();
    }

    /** An open step, and whether the reader can do it. */
    record Waiting(OpenTask task, boolean mine) {}

    private static long count(List<Occurrence> occurrences, OccurrenceState state) {
        return occurrences.stream().filter(occurrence -> occurrence.state() == state).count();
    }
}
