package org.thun.proposals.process;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.programmes.Programmes;
import org.thun.programmes.TimeLimits;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.Proposals;
import org.thun.shared.BusinessClock;
import org.thun.shared.Money;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** The tasks of a proposal; the business key is the proposal. */
@Component
class ProposalTasks implements TaskSource {

    private final Proposals proposals;
    private final ProposalWork work;
    private final Programmes programmes;
    private final BusinessClock clock;

    ProposalTasks(Proposals proposals, ProposalWork work, Programmes programmes, BusinessClock clock) {
        this.proposals = proposals;
        this.work = work;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return "project-proposal";
    }

    @Override
    public TaskContext contextOf(String elementId, String proposalId) {
        Proposal proposal = proposals.get(proposalId);
        return new TaskContext(proposalId, proposal.path(), proposal.number(), proposal.scope(), proposal.title(),
                due(elementId, proposal), null, excluded(elementId, proposalId));
    }

    private LocalDate due(String elementId, Proposal proposal) {
        TimeLimits limits =
                programmes.version(proposal.programmeKey(), proposal.programmeVersion()).timeLimits();
        return switch (elementId) {
            case "task_draftProposal" -> proposal.stateSince().plusDays(limits.proposalExpiry());
            case "task_screenProposal" -> proposal.stateSince().plusDays(limits.screening());
            case "task_reviseProposal" -> proposal.stateSince().plusDays(limits.revision());
            // These come up while the proposal stays under review, so their time runs from the day they come up.
            case "task_assignReviewers" -> clock.today().plusDays(limits.screening());
            case "task_decideProposal" -> clock.today().plusDays(limits.decision());
            default -> throw new IllegalArgumentException("no task " + elementId + " in project-proposal");
        };
    }

    @Override
    public Optional<Money> amountOf(String elementId, String proposalId) {
        return elementId.equals("task_decideProposal")
                ? Optional.ofNullable(proposals.get(proposalId).amount())
                : Optional.empty();
    }

    private Set<String> excluded(String elementId, String proposalId) {
        return switch (elementId) {
            case "task_screenProposal", "task_assignReviewers" -> work.authors(proposalId);
            case "task_decideProposal" -> work.hands(proposalId);
            default -> Set.of();
        };
    }
}
