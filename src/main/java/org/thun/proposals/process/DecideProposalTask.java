package org.thun.proposals.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.proposals.BoardSitting;
import org.thun.proposals.BoardSitting.Leaver;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalContent;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.ProposalWork.Ruling;
import org.thun.proposals.Proposals;
import org.thun.proposals.Verdict;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The approver decides, for the authority that the amount asks for. */
@Component
class DecideProposalTask implements TaskHandler<DecideProposalTask.DecideProposal> {

    private final Proposals proposals;
    private final ProposalWork work;
    private final ProposalFacts facts;

    DecideProposalTask(Proposals proposals, ProposalWork work, ProposalFacts facts) {
        this.proposals = proposals;
        this.work = work;
        this.facts = facts;
    }

    /**
     * One condition of an approval.
     *
     * @param text what must be met before the agreement is signed
     */
    record Condition(@Size(max = 4000) String text) {}

    /**
     * A member who left the board for a conflict of interest (BR-33).
     *
     * @param name who
     * @param reason which conflict
     */
    record LeavingMember(@NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 500) String reason) {}

    /**
     * @param decision what is decided
     * @param conditions conditions; for an approval with conditions
     * @param comment grounds; needed for a revision and a rejection
     * @param membersPresent members of the board who were there; none where one person decides
     * @param leavers members who left for a conflict of interest
     * @param votesFor votes for this decision
     * @param votesAgainst votes against it
     */
    record DecideProposal(
            @NotNull Verdict decision,
            @Size(max = 100) List<Condition> conditions,
            @Size(max = 8000) String comment,
            @Min(1) @Max(500) Integer membersPresent,
            @Valid @Size(max = 100) List<LeavingMember> leavers,
            @Min(0) @Max(500) Integer votesFor,
            @Min(0) @Max(500) Integer votesAgainst) {

        /** How the board sat; {@code null} where no board is stated. */
        BoardSitting sitting() {
            return membersPresent == null
                    ? null
                    : new BoardSitting(membersPresent,
                            leavers.stream().map(member -> new Leaver(member.name(), member.reason())).toList(),
                            votesFor == null ? 0 : votesFor, votesAgainst == null ? 0 : votesAgainst);
        }
    }

    @Override
    public String formKey() {
        return "decide-proposal";
    }

    @Override
    public Class<DecideProposal> commandType() {
        return DecideProposal.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Proposal proposal = proposals.get(task.businessKey());
        ProposalContent content = facts.newest(proposal).content();
        List<Section> sections = new ArrayList<>(List.of(
                facts.outcome(proposal), facts.reviews(proposal), facts.about(proposal, content), facts.words(content),
                facts.budget(proposal, content)));
        sections.addAll(facts.comments(proposal));
        sections.addAll(facts.versions(proposal));
        return TaskPage.of(new FactSheet(sections));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, DecideProposal command, Actor actor) {
        String id = task.businessKey();
        List<String> conditions = command.conditions().stream()
                .map(Condition::text)
                .filter(Objects::nonNull)
                .toList();
        return work.decide(id, new Ruling(command.decision(), conditions, command.comment(), command.sitting()), actor)
                .map(done -> decisions(command.decision(), proposals.get(id)));
    }

    private Map<String, Object> decisions(Verdict verdict, Proposal proposal) {
        if (verdict != Verdict.REVISE) {
            return Map.of("decision", verdict.name());
        }
        int days = facts.programme(proposal).timeLimits().proposalExpiry();
        return Map.of("decision", verdict.name(), "returnTo", "REVIEW", "answerDueAt",
                Deadline.after(proposal.stateSince().plusDays(days)));
    }
}
