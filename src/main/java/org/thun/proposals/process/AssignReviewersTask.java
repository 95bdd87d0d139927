package org.thun.proposals.process;

import jakarta.validation.constraints.NotEmpty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalContent;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.Proposals;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;
import org.thun.tasks.TaskPage.Option;

/** The programme officer names a further reviewer: scores lie far apart, or too few reviews came (BR-30). */
@Component
class AssignReviewersTask implements TaskHandler<AssignReviewersTask.AssignReviewers> {

    private final Proposals proposals;
    private final ProposalWork work;
    private final ProposalFacts facts;

    AssignReviewersTask(Proposals proposals, ProposalWork work, ProposalFacts facts) {
        this.proposals = proposals;
        this.work = work;
        this.facts = facts;
    }

    /** @param reviewers accounts of the further reviewers */
    record AssignReviewers(@NotEmpty List<String> reviewers) {}

    @Override
    public String formKey() {
        return "assign-reviewers";
    }

    @Override
    public Class<AssignReviewers> commandType() {
        return AssignReviewers.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Proposal proposal = proposals.get(task.businessKey());
        ProposalContent content = facts.newest(proposal).content();
        List<Option> reviewers = work.eligibleReviewers(proposal.id()).stream()
                .map(reviewer -> new Option(reviewer.accountId(), reviewer.name()))
                .toList();
        return new TaskPage(
                FactSheet.of(facts.outcome(proposal), facts.reviews(proposal), facts.about(proposal, content)),
                Map.of(),
                Map.of("reviewerChoices", reviewers));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, AssignReviewers command, Actor actor) {
        return work.addReviewers(task.businessKey(), new LinkedHashSet<>(command.reviewers()), actor)
                .map(done -> Map.of());
    }
}
