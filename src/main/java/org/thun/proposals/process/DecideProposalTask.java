package org.thun.proposals.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
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
     * @param decision what is decided
     * @param conditions conditions; for an approval with conditions
     * @param comment grounds; needed for a revision and a rejection
     */
    record DecideProposal(
            @NotNull Verdict decision,
            @Size(max = 100) List<Condition> conditions,
            @Size(max = 8000) String comment) {}

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
        return work.decide(id, new Ruling(command.decision(), conditions, command.comment()), actor)
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
