package org.thun.grants.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.thun.grants.Agreement;
import org.thun.grants.Agreements;
import org.thun.grants.CasePages;
import org.thun.grants.CasePanel;
import org.thun.grants.CaseStory;
import org.thun.grants.CaseStory.Happening;
import org.thun.grants.CaseStory.Reader;
import org.thun.grants.CaseStory.Run;
import org.thun.grants.CaseStory.RunSteps;
import org.thun.grants.DrawingState;
import org.thun.grants.Grant;
import org.thun.grants.GrantQueries;
import org.thun.grants.GrantQueries.GrantFilter;
import org.thun.grants.GrantQueries.GrantList;
import org.thun.grants.GrantState;
import org.thun.grants.process.AgreementFacts;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.tasks.FactSheet;
import org.thun.web.Choice;
import org.thun.web.Formats;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** The list of grants and the pages of a case file that belong to the grant itself. */
@Controller
class GrantPages {

    private static final int ROWS = 20;
    private static final int HAPPENINGS = 50;

    private final GrantQueries queries;
    private final CasePages cases;
    private final CaseStory story;
    private final Agreements agreements;
    private final AgreementFacts agreementFacts;
    private final Programmes programmes;
    private final Accounts accounts;
    private final BusinessClock clock;
    private final Formats formats;
    private final List<CasePanel> panels;

    GrantPages(
            GrantQueries queries,
            CasePages cases,
            CaseStory story,
            Agreements agreements,
            AgreementFacts agreementFacts,
            Programmes programmes,
            Accounts accounts,
            BusinessClock clock,
            Formats formats,
            ObjectProvider<CasePanel> panels) {
        this.queries = queries;
        this.cases = cases;
        this.story = story;
        this.agreements = agreements;
        this.agreementFacts = agreementFacts;
        this.programmes = programmes;
        this.accounts = accounts;
        this.clock = clock;
        this.formats = formats;
        this.panels = panels.stream().sorted(Comparator.comparingInt(CasePanel::order)).toList();
    }

    /** The people who hold one role over a grant. */
    record Holders(Role role, List<Actor> people) {}

    @GetMapping("/grants")
    String list(
            @RequestParam(required = false) String programme,
            @RequestParam(required = false) GrantState state,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer page,
            Actor actor,
            Model model) {
        int current = Paging.pageOf(page);
        GrantFilter filter = new GrantFilter(programme == null || programme.isBlank() ? null : programme, state, q);
        GrantList grants = queries.list(actor, filter, (current - 1) * ROWS, ROWS);
        model.addAttribute("filter", filter);
        model.addAttribute("filtered", !filter.equals(GrantFilter.ALL));
        model.addAttribute("paging", new Paging(current, ROWS, grants.total()));
        model.addAttribute("rows", grants.grants().stream()
                .map(grant -> row(grant, actor))
                .toList());
        model.addAttribute("states", GrantState.values());
        model.addAttribute("programmes", queries.programmes(actor).stream()
                .map(key -> new Choice(key, programmes.current(key)
                        .map(definition -> definition.title())
                        .orElseGet(() -> new LocalizedText(key, null))))
                .toList());
        return "grants/list";
    }

    @GetMapping("/grants/{id}")
    String overview(@PathVariable String id, Actor actor, Model model) {
        Grant grant = open(id, GrantTabs.OVERVIEW, actor, model);
        model.addAttribute("view", row(grant, actor));
        model.addAttribute("readsAgreement", GrantTabs.readsAgreement(actor, grant));
        model.addAttribute("lead", queries.leadOf(id).flatMap(accounts::nameOf).orElse(null));
        model.addAttribute("panels", new FactSheet(panels.stream()
                .flatMap(panel -> panel.sections(grant, actor).stream())
                .toList()));
        return "grants/overview";
    }

    @GetMapping("/grants/{id}/agreement")
    String agreement(@PathVariable String id, Actor actor, Model model) {
        Grant grant = open(id, GrantTabs.AGREEMENT, actor, model);
        Agreement agreement = agreements.of(id);
        LocalDate start = agreement.effectiveFrom() == null ? clock.today() : agreement.effectiveFrom();
        model.addAttribute("facts", agreementFacts.sheet(grant, agreement, start));
        model.addAttribute("assumed", agreement.effectiveFrom() == null);
        return "grants/agreement";
    }

    @GetMapping("/grants/{id}/timeline")
    String timeline(
            @PathVariable String id, @RequestParam(required = false) Integer page, Actor actor, Model model) {
        Grant grant = open(id, GrantTabs.TIMELINE, actor, model);
        int current = Paging.pageOf(page);
        List<Happening> found = story.timeline(
                caseIds(grant), (current - 1) * HAPPENINGS, HAPPENINGS + 1, Reader.of(actor, grant.scope()));
        model.addAttribute("happenings", found.stream().limit(HAPPENINGS).toList());
        model.addAttribute("page", current);
        model.addAttribute("older", found.size() > HAPPENINGS);
        return "grants/timeline";
    }

    @GetMapping("/grants/{id}/processes")
    String processes(@PathVariable String id, @RequestParam(required = false) String run, Actor actor, Model model) {
        Grant grant = open(id, GrantTabs.PROCESSES, actor, model);
        List<Run> runs = story.runs(caseIds(grant));
        model.addAttribute("runs", runs);
        String shown = run != null ? run : runs.isEmpty() ? null : runs.get(0).run().runId();
        model.addAttribute("shown", shown == null ? null : steps(grant, shown));
        return "grants/processes";
    }

    @GetMapping(path = "/grants/{id}/processes/{runId}/xml", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String drawing(@PathVariable String id, @PathVariable String runId, Actor actor) {
        Grant grant = cases.open(id, GrantTabs.PROCESSES, actor);
        return story.drawing(steps(grant, runId).run().runId());
    }

    @GetMapping(path = "/grants/{id}/processes/{runId}/state", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    DrawingState drawingState(@PathVariable String id, @PathVariable String runId, Actor actor) {
        Grant grant = cases.open(id, GrantTabs.PROCESSES, actor);
        return DrawingState.of(steps(grant, runId), formats);
    }

    @GetMapping("/grants/{id}/people")
    String people(@PathVariable String id, Actor actor, Model model) {
        Grant grant = open(id, GrantTabs.PEOPLE, actor, model);
        model.addAttribute("holders", Arrays.stream(Role.values())
                .filter(role -> role != Role.SA)
                .map(role -> new Holders(role, accounts.holders(role, grant.scope())))
                .filter(holders -> !holders.people().isEmpty())
                .toList());
        model.addAttribute("lead", queries.leadOf(id).orElse(null));
        return "grants/people";
    }

    private Grant open(String id, String path, Actor actor, Model model) {
        Grant grant = cases.open(id, path, actor);
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        return grant;
    }

    private GrantRowView row(Grant grant, Actor actor) {
        LocalizedText programme =
                programmes.version(grant.programmeKey(), grant.programmeVersion()).title();
        return GrantRowView.of(grant, programme,
                GrantTabs.readsAgreement(actor, grant) ? grant.amount() : null, clock.today(),
                story.waiting(List.of(grant.id()), Reader.of(actor, grant.scope())));
    }

    private RunSteps steps(Grant grant, String runId) {
        return story.run(caseIds(grant), runId).orElseThrow(() -> new NotFound("run " + runId));
    }

    private static List<String> caseIds(Grant grant) {
        return List.of(grant.id(), grant.proposalId());
    }
}
