package org.thun.grants.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thun.grants.AgreedTranche;
import org.thun.grants.BudgetLine;
import org.thun.grants.CasePages;
import org.thun.grants.CaseStory;
import org.thun.grants.CaseStory.Reader;
import org.thun.grants.Grant;
import org.thun.grants.GrantQueries;
import org.thun.grants.GrantQueries.GrantFilter;
import org.thun.grants.GrantQueries.GrantList;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.grants.TrancheRelease;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/** Grants for programs: the same doors, the same permissions; what a person may not see answers 404. */
@RestController
@RequestMapping("/api/v1/grants")
@Tag(name = "grants", description = "Grants within the reach of the signed-in person")
class GrantApi {

    private static final int MOST_ROWS = 200;

    private final Grants grants;
    private final GrantQueries queries;
    private final CasePages cases;
    private final CaseStory story;

    GrantApi(Grants grants, GrantQueries queries, CasePages cases, CaseStory story) {
        this.grants = grants;
        this.queries = queries;
        this.cases = cases;
        this.story = story;
    }

    @GetMapping
    @Operation(summary = "Grants this person may read, newest first")
    GrantPage list(
            @RequestParam(required = false) String programme,
            @RequestParam(required = false) GrantState state,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size,
            Actor actor) {
        int rows = Math.min(Math.max(1, size), MOST_ROWS);
        int no = Math.max(0, page);
        GrantList found = queries.list(actor, new GrantFilter(programme, state, q), no * rows, rows);
        return new GrantPage(found.grants().stream().map(grant -> GrantSummary.of(grant, actor)).toList(), found.total(), no, rows);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One grant by its agreement in force; budget and tranches for readers of the agreement")
    @ApiResponse(responseCode = "404", description = "no such grant for this person")
    GrantDetail one(@PathVariable String id, Actor actor) {
        Grant grant = cases.open(id, GrantTabs.OVERVIEW, actor);
        boolean money = GrantTabs.readsAgreement(actor, grant);
        return new GrantDetail(GrantSummary.of(grant, actor),
                money ? grants.budget(id).stream().map(BudgetCell::of).toList() : List.of(),
                money ? grants.tranches(id).stream().map(Tranche::of).toList() : List.of(),
                story.waiting(List.of(id), Reader.of(actor, grant.scope())).stream().map(OpenStep::of).toList());
    }

    @GetMapping("/{id}/timeline")
    @Operation(summary = "What has happened to a grant and its proposal, newest first")
    @ApiResponse(responseCode = "404", description = "no such grant for this person")
    Timeline timeline(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        Grant grant = cases.open(id, GrantTabs.TIMELINE, actor);
        int rows = Math.min(Math.max(1, size), MOST_ROWS);
        int no = Math.max(0, page);
        return new Timeline(story
                .timeline(List.of(id, grant.proposalId()), no * rows, rows, Reader.of(actor, grant.scope()))
                .stream()
                .map(Entry::of)
                .toList(), no, rows);
    }

    /** A page of grants. */
    record GrantPage(List<GrantSummary> grants, long total, int page, int size) {}

    /** A grant in a list; days in ISO form, the amount in baht and only for readers of the agreement. */
    record GrantSummary(
            String id,
            String number,
            String programme,
            int programmeVersion,
            LocalizedText title,
            LocalizedText grantee,
            GrantState state,
            @Schema(type = "string", example = "1000000.00") Money amount,
            int durationMonths,
            LocalDate effectiveFrom,
            LocalDate endsOn,
            @Schema(description = "amounts and people are made up") boolean synthetic) {

        static GrantSummary of(Grant grant, Actor actor) {
            return new GrantSummary(grant.id(), grant.number(), grant.programmeKey(), grant.programmeVersion(),
                    grant.title(), grant.granteeName(), grant.state(),
                    GrantTabs.readsAgreement(actor, grant) ? grant.amount() : null, grant.durationMonths(),
                    grant.effectiveFrom(), grant.endsOn(), grant.synthetic());
        }
    }

    /** A grant with its budget, tranche plan and open steps. */
    record GrantDetail(GrantSummary grant, List<BudgetCell> budget, List<Tranche> tranches, List<OpenStep> waiting) {}

    /** One cell of the budget. */
    record BudgetCell(String activity, String costHead, @Schema(type = "string") Money amount) {

        static BudgetCell of(BudgetLine line) {
            return new BudgetCell(line.activityCode(), line.costHead(), line.amount());
        }
    }

    /** One tranche of the plan. */
    record Tranche(
            int no,
            BigDecimal sharePercent,
            @Schema(type = "string") Money amount,
            TrancheRelease release,
            Integer afterPeriod) {

        static Tranche of(AgreedTranche tranche) {
            return new Tranche(tranche.no(), tranche.sharePercent(), tranche.amount(), tranche.release(),
                    tranche.afterPeriod());
        }
    }

    /** A step at which the case waits for people. */
    record OpenStep(
            String process,
            String element,
            LocalizedText subject,
            List<Role> roles,
            LocalizedText person,
            LocalDateTime since,
            LocalDate dueOn) {

        static OpenStep of(CaseStory.Waiting waiting) {
            return new OpenStep(waiting.task().processKey(), waiting.task().elementId(), waiting.task().subject(),
                    waiting.roles(), waiting.person(), waiting.task().createdAt(), waiting.task().dueOn());
        }
    }

    /** A page of a timeline. */
    record Timeline(List<Entry> entries, int page, int size) {}

    /** Something that happened, in the language asked for. */
    record Entry(
            long seq, LocalDateTime at, String what, LocalizedText who, Role role, String toState, String reason) {

        static Entry of(CaseStory.Happening happening) {
            return new Entry(happening.seq(), happening.at(), happening.what(), happening.who(), happening.role(),
                    happening.toState(), happening.reason());
        }
    }
}
