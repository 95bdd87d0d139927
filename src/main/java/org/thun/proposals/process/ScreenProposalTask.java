package org.thun.proposals.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalContent;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.Proposals;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;
import org.thun.tasks.TaskPage.Option;

/** The programme officer checks whether a proposal is complete and eligible, and names its reviewers. */
@Component
class ScreenProposalTask implements TaskHandler<ScreenProposalTask.ScreenProposal> {

    private final Proposals proposals;
    private final ProposalWork work;
    private final ProposalFacts facts;

    ScreenProposalTask(Proposals proposals, ProposalWork work, ProposalFacts facts) {
        this.proposals = proposals;
        this.work = work;
        this.facts = facts;
    }

    /** What becomes of a proposal at screening. */
    enum ScreeningChoice {
        PASS,
        RETURN,
        REJECT
    }

    /**
     * One comment for the applicant.
     *
     * @param text what is missing or wrong
     */
    record Comment(@Size(max = 4000) String text) {}

    /**
     * @param decision what becomes of it
     * @param reviewers accounts of the reviewers; for a pass
     * @param comments what to change; for a return
     * @param reason why it is refused; for a rejection
     */
    record ScreenProposal(
            @NotNull ScreeningChoice decision,
            List<String> reviewers,
            @Size(max = 100) List<Comment> comments,
            @Size(max = 4000) String reason) {}

    @Override
    public String formKey() {
        return "screen-proposal";
    }

    @Override
    public Class<ScreenProposal> commandType() {
        return ScreenProposal.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Proposal proposal = proposals.get(task.businessKey());
        ProposalContent content = facts.newest(proposal).content();
        List<Section> sections = new ArrayList<>(List.of(
                facts.about(proposal, content), facts.words(content), facts.budget(proposal, content)));
        sections.addAll(facts.comments(proposal));
        sections.addAll(facts.versions(proposal));
        sections.add(facts.conditionsOf(facts.programme(proposal)));
        List<Option> reviewers = work.eligibleReviewers(proposal.id()).stream()
                .map(reviewer -> new Option(reviewer.accountId(), reviewer.name()))
                .toList();
        return new TaskPage(new FactSheet(sections), Map.of(), Map.of("reviewerChoices", reviewers));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, ScreenProposal command, Actor actor) {
        String id = task.businessKey();
        Outcome<Void> outcome = switch (command.decision()) {
            case PASS -> work.passScreening(id, new LinkedHashSet<>(command.reviewers()), actor);
            case RETURN -> work.returnFromScreening(id, texts(command), actor);
            case REJECT -> work.rejectAtScreening(id, command.reason(), actor);
        };
        return outcome.map(done -> decisions(command.decision(), proposals.get(id)));
    }

    private Map<String, Object> decisions(ScreeningChoice decision, Proposal proposal) {
        if (decision != ScreeningChoice.RETURN) {
            return Map.of("screeningDecision", decision.name());
        }
        int days = facts.programme(proposal).timeLimits().proposalExpiry();
        return Map.of("screeningDecision", decision.name(), "returnTo", "SCREENING", "answerDueAt",
                Deadline.after(proposal.stateSince().plusDays(days)));
    }

    private static List<String> texts(ScreenProposal command) {
        return command.comments().stream().map(Comment::text).filter(Objects::nonNull).toList();
    }
}
