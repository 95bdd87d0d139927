package org.thun.proposals.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.thun.grants.BudgetLine;
import org.thun.identity.Actor;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalComment;
import org.thun.proposals.ProposalDecision;
import org.thun.proposals.ProposalState;
import org.thun.proposals.ProposalVersion;
import org.thun.proposals.Proposals;
import org.thun.proposals.Verdict;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.web.NotFound;

/** Proposals for programs: the same door, the same permissions; what a person may not see answers 404. */
@RestController
@RequestMapping("/api/v1/proposals")
@Tag(name = "proposals", description = "Proposals within the reach of the signed-in person")
class ProposalApi {

    private final Proposals proposals;

    ProposalApi(Proposals proposals) {
        this.proposals = proposals;
    }

    @GetMapping("/{id}")
    @Operation(summary = "One proposal with its versions, comments with answers, and decisions")
    @ApiResponse(responseCode = "404", description = "no such proposal for this person")
    ProposalDetail one(@PathVariable String id, Actor actor) {
        Proposal proposal = proposals.find(id, actor).orElseThrow(() -> new NotFound("proposal " + id));
        return new ProposalDetail(proposal.id(), proposal.number(), proposal.programmeKey(),
                proposal.programmeVersion(), proposal.applicant(), proposal.title(), proposal.state(),
                proposal.stateSince(), proposal.revisionLoops(), proposal.grantId(), proposal.synthetic(),
                proposals.versions(id).stream().map(Version::of).toList(),
                proposals.comments(id),
                proposals.decisions(id).stream().map(Decision::of).toList(),
                proposals.conditions(id));
    }

    /** A proposal; days in ISO form. Who reviewed it is not told. */
    record ProposalDetail(
            String id,
            String number,
            String programme,
            int programmeVersion,
            LocalizedText applicant,
            LocalizedText title,
            ProposalState state,
            LocalDate stateSince,
            int revisionLoops,
            @Schema(description = "the grant it became") String grantId,
            @Schema(description = "amounts and people are made up") boolean synthetic,
            List<Version> versions,
            List<ProposalComment> comments,
            List<Decision> decisions,
            List<String> conditions) {}

    /** A version of a proposal. */
    record Version(
            int no,
            LocalDateTime submittedAt,
            LocalizedText title,
            String summary,
            String objectives,
            Integer durationMonths,
            @Schema(type = "string", example = "250000.00") Money amount,
            LocalDate plannedStart,
            List<Cell> budget) {

        static Version of(ProposalVersion version) {
            var content = version.content();
            return new Version(version.no(), version.submittedAt(), content.title(), content.summary(),
                    content.objectives(), content.durationMonths(), content.amount(), content.plannedStart(),
                    content.budget().stream().map(Cell::of).toList());
        }
    }

    /** One cell of a budget. */
    record Cell(String activity, String costHead, @Schema(type = "string") Money amount) {

        static Cell of(BudgetLine line) {
            return new Cell(line.activityCode(), line.costHead(), line.amount());
        }
    }

    /** A decision, without the person. */
    record Decision(int version, Verdict verdict, String authority, LocalDateTime decidedAt) {

        static Decision of(ProposalDecision decision) {
            return new Decision(decision.version(), decision.verdict(), decision.authority(), decision.decidedAt());
        }
    }
}
