package org.thun.proposals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.grants.CaseStory;
import org.thun.grants.CaseStory.Happening;
import org.thun.grants.CaseStory.Reader;
import org.thun.grants.CaseStory.Run;
import org.thun.grants.CaseStory.RunSteps;
import org.thun.grants.DrawingState;
import org.thun.identity.Accounts;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ObjectKind;
import org.thun.identity.Scope;
import org.thun.parties.Organisations;
import org.thun.programmes.ProgrammeSummary;
import org.thun.programmes.Programmes;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalState;
import org.thun.proposals.ProposalVersion;
import org.thun.proposals.Proposals;
import org.thun.proposals.Proposals.NewProposal;
import org.thun.proposals.Proposals.ProposalFilter;
import org.thun.proposals.Proposals.ProposalList;
import org.thun.proposals.Review;
import org.thun.proposals.process.ProposalFacts;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.InboxFilter;
import org.thun.web.Choice;
import org.thun.web.Flash;
import org.thun.web.Formats;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** The list of proposals, the beginning of a new one, and the case file of a proposal. */
@Controller
class ProposalPages {

    private static final int ROWS = 20;
    private static final int HAPPENINGS = 50;
    private static final int LONGEST_TITLE = 400;

    private final Proposals proposals;
    private final ProposalFacts facts;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Accounts accounts;
    private final CaseStory story;
    private final TaskDesk desk;
    private final Formats formats;

    ProposalPages(
            Proposals proposals,
            ProposalFacts facts,
            Programmes programmes,
            Organisations organisations,
            Accounts accounts,
            CaseStory story,
            TaskDesk desk,
            Formats formats) {
        this.proposals = proposals;
        this.facts = facts;
        this.programmes = programmes;
        this.organisations = organisations;
        this.accounts = accounts;
        this.story = story;
        this.desk = desk;
        this.formats = formats;
    }

    /** A programme and an organisation for which this person may propose; {@code value} is {@code programme|organisation}. */
    record Applicant(String value, LocalizedText programme, LocalizedText organisation) {}

    /** A programme whose grants cannot be run yet, with the reasons. */
    record Closed(LocalizedText programme, List<Problem> reasons) {}

    /** A review with the name of its reviewer. */
    record NamedReview(Review review, LocalizedText reviewer) {}

    @GetMapping("/proposals")
    String list(
            @RequestParam(required = false) String programme,
            @RequestParam(required = false) ProposalState state,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer page,
            Actor actor,
            Model model) {
        int current = Paging.pageOf(page);
        ProposalFilter filter = new ProposalFilter(programme == null || programme.isBlank() ? null : programme, state, q);
        ProposalList found = proposals.list(actor, filter, (current - 1) * ROWS, ROWS);
        model.addAttribute("filter", filter);
        model.addAttribute("filtered", !filter.equals(ProposalFilter.ALL));
        model.addAttribute("paging", new Paging(current, ROWS, found.total()));
        model.addAttribute("rows", found.proposals());
        model.addAttribute("states", ProposalState.values());
        model.addAttribute("programmes", programmes.all().stream()
                .map(summary -> new Choice(summary.key(), summary.title()))
                .toList());
        model.addAttribute("mayBegin", actor.mayAnywhere(Action.CREATE, ObjectKind.PROPOSAL));
        return "proposals/list";
    }

    @GetMapping("/proposals/new")
    String blank(Actor actor, Model model) {
        requireBeginner(actor);
        return form("", "", "", List.of(), actor, model);
    }

    @PostMapping("/proposals")
    String begin(
            @RequestParam(defaultValue = "") String applicant,
            @RequestParam(defaultValue = "") String titleTh,
            @RequestParam(defaultValue = "") String titleEn,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        requireBeginner(actor);
        Outcome<String> outcome = titleTh.isBlank() || titleTh.length() > LONGEST_TITLE || titleEn.length() > LONGEST_TITLE
                ? Outcome.refused(Problem.at("titleTh", "proposals.problem.noTitle"))
                : begin(applicant, new LocalizedText(titleTh.strip(), titleEn.strip()), actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(applicant, titleTh, titleEn, outcome.problems(), actor, model);
        }
        String id = outcome.orElseThrow();
        Flash.good(redirect, "proposals.begun");
        return "redirect:" + desk.inbox(actor, new InboxFilter(id, null, 0, 1)).tasks().stream()
                .findFirst()
                .map(task -> "/tasks/" + task.taskId())
                .orElse("/proposals/" + id);
    }

    @GetMapping("/proposals/{id}")
    String overview(@PathVariable String id, Actor actor, Model model) {
        Proposal proposal = open(id, ProposalTab.OVERVIEW, actor, model);
        ProposalVersion newest = facts.newest(proposal);
        model.addAttribute("waiting", story.waiting(List.of(id), Reader.of(actor, proposal.scope())));
        model.addAttribute("decisions", proposals.decisions(id));
        // Who is related to whom concerns those who decide and who audit, not the applicant.
        model.addAttribute("showsLeavers",
                actor.firstHeld(List.of(Role.PO, Role.AP, Role.AU), proposal.scope()).isPresent());
        model.addAttribute("conditions", proposals.conditions(id));
        model.addAttribute("comments", proposals.comments(id));
        model.addAttribute("about", FactSheet.of(
                facts.about(proposal, newest.content()), facts.words(newest.content()),
                facts.budget(proposal, newest.content())));
        return "proposals/overview";
    }

    @GetMapping("/proposals/{id}/versions")
    String versions(@PathVariable String id, Actor actor, Model model) {
        Proposal proposal = open(id, ProposalTab.VERSIONS, actor, model);
        model.addAttribute("table", VersionTable.of(proposals.versions(id), facts.programme(proposal)));
        return "proposals/versions";
    }

    @GetMapping("/proposals/{id}/reviews")
    String reviews(@PathVariable String id, Actor actor, Model model) {
        Proposal proposal = open(id, ProposalTab.REVIEWS, actor, model);
        model.addAttribute("reviews", ProposalTab.visible(proposals.reviews(id), proposal, actor).stream()
                .map(review -> new NamedReview(review, accounts.nameOf(review.reviewerId()).orElse(null)))
                .toList());
        model.addAttribute("outcome", Reader.of(actor, proposal.scope()).reviewers()
                ? FactSheet.of(facts.outcome(proposal))
                : null);
        return "proposals/reviews";
    }

    @GetMapping("/proposals/{id}/timeline")
    String timeline(
            @PathVariable String id, @RequestParam(required = false) Integer page, Actor actor, Model model) {
        Proposal proposal = open(id, ProposalTab.TIMELINE, actor, model);
        int current = Paging.pageOf(page);
        List<Happening> found = story.timeline(
                List.of(id), (current - 1) * HAPPENINGS, HAPPENINGS + 1, Reader.of(actor, proposal.scope()));
        model.addAttribute("happenings", found.stream().limit(HAPPENINGS).toList());
        model.addAttribute("page", current);
        model.addAttribute("older", found.size() > HAPPENINGS);
        return "proposals/timeline";
    }

    @GetMapping("/proposals/{id}/processes")
    String processes(@PathVariable String id, @RequestParam(required = false) String run, Actor actor, Model model) {
        open(id, ProposalTab.PROCESSES, actor, model);
        List<Run> runs = story.runs(List.of(id));
        String shown = run != null ? run : runs.isEmpty() ? null : runs.get(0).run().runId();
        model.addAttribute("runs", runs);
        model.addAttribute("shown", shown == null ? null : steps(id, shown));
        return "proposals/processes";
    }

    @GetMapping(path = "/proposals/{id}/processes/{runId}/xml", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String drawing(@PathVariable String id, @PathVariable String runId, Actor actor) {
        find(id, actor);
        return story.drawing(steps(id, runId).run().runId());
    }

    @GetMapping(path = "/proposals/{id}/processes/{runId}/state", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    DrawingState drawingState(@PathVariable String id, @PathVariable String runId, Actor actor) {
        find(id, actor);
        return DrawingState.of(steps(id, runId), formats);
    }

    private Outcome<String> begin(String applicant, LocalizedText title, Actor actor) {
        String[] parts = applicant.split("\\|", 2);
        return parts.length == 2
                ? proposals.begin(new NewProposal(parts[0], parts[1], title, false), actor)
                : Outcome.refused(Problem.at("applicant", "proposals.problem.noProgramme"));
    }

    private String form(
            String applicant, String titleTh, String titleEn, List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("applicant", applicant);
        model.addAttribute("titleTh", titleTh);
        model.addAttribute("titleEn", titleEn);
        model.addAttribute("problems", problems);
        model.addAttribute("applicants", programmes.all().stream()
                .filter(ProgrammeSummary::runnable)
                .flatMap(programme -> organisations.grantees(programme.key()).stream()
                        .filter(organisation -> actor.may(Action.CREATE, ObjectKind.PROPOSAL,
                                Scope.ofApplicant(programme.key(), organisation.id())))
                        .map(organisation -> new Applicant(programme.key() + "|" + organisation.id(), programme.title(),
                                organisation.name())))
                .toList());
        model.addAttribute("closed", programmes.all().stream()
                .filter(programme -> !programme.runnable())
                .map(programme -> new Closed(programme.title(), programmes.runnability(programme.key()).reasons()))
                .toList());
        return "proposals/new";
    }

    private static void requireBeginner(Actor actor) {
        if (!actor.mayAnywhere(Action.CREATE, ObjectKind.PROPOSAL)) {
            throw new NotFound("form of a new proposal for " + actor.username());
        }
    }

    private Proposal open(String id, String path, Actor actor, Model model) {
        Proposal proposal = find(id, actor);
        List<ProposalTab> tabs = ProposalTab.of(proposal, proposals.reviews(id), actor);
        if (tabs.stream().noneMatch(tab -> tab.path().equals(path))) {
            throw new NotFound("page " + path + " of proposal " + id);
        }
        model.addAttribute("proposal", proposal);
        model.addAttribute("tabs", tabs);
        return proposal;
    }

    private Proposal find(String id, Actor actor) {
        return proposals.find(id, actor).orElseThrow(() -> new NotFound("proposal " + id));
    }

    private RunSteps steps(String id, String runId) {
        return story.run(List.of(id), runId).orElseThrow(() -> new NotFound("run " + runId));
    }
}
