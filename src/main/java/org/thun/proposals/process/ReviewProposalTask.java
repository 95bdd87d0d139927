package org.thun.proposals.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalContent;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.Proposals;
import org.thun.proposals.Recommendation;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** A reviewer scores a proposal, without knowing what the others say. */
@Component
class ReviewProposalTask implements TaskHandler<ReviewProposalTask.ReviewProposal> {

    private final Proposals proposals;
    private final ProposalWork work;
    private final ProposalFacts facts;

    ReviewProposalTask(Proposals proposals, ProposalWork work, ProposalFacts facts) {
        this.proposals = proposals;
        this.work = work;
        this.facts = facts;
    }

    /**
     * @param score points out of 100
     * @param recommendation what the reviewer recommends
     * @param comment the grounds; the applicant reads them without the name if the proposal is returned
     */
    record ReviewProposal(
            @NotNull @Min(0) @Max(100) Integer score,
            @NotNull Recommendation recommendation,
            @NotNull @Size(max = 8000) String comment) {}

    @Override
    public String formKey() {
        return "review-proposal";
    }

    @Override
    public Class<ReviewProposal> commandType() {
        return ReviewProposal.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Proposal proposal = proposals.get(proposals.review(task.businessKey()).proposalId());
        ProposalContent content = facts.newest(proposal).content();
        List<Section> sections = new ArrayList<>(List.of(
                facts.about(proposal, content), facts.words(content), facts.budget(proposal, content)));
        sections.addAll(facts.comments(proposal));
        sections.add(facts.conditionsOf(facts.programme(proposal)));
        return TaskPage.of(new FactSheet(sections));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, ReviewProposal command, Actor actor) {
        return work.review(task.businessKey(), command.score(), command.recommendation(), command.comment(), actor)
                .map(done -> Map.of());
    }
}
