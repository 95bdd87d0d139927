package org.thun.proposals.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalContent;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.Proposals;
import org.thun.proposals.process.ProposalForm.Line;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The applicant writes the proposal; the coordinator may prepare it, the lead hands it in or takes it back. */
@Component
class DraftProposalTask implements TaskHandler<DraftProposalTask.DraftProposal> {

    private final Proposals proposals;
    private final ProposalWork work;
    private final ProposalFacts facts;

    DraftProposalTask(Proposals proposals, ProposalWork work, ProposalFacts facts) {
        this.proposals = proposals;
        this.work = work;
        this.facts = facts;
    }

    /** What to do with a draft. */
    enum DraftChoice {
        KEEP,
        SUBMIT,
        WITHDRAW
    }

    /**
     * @param titleTh title in Thai
     * @param titleEn title in English
     * @param summary what is to be done, and why
     * @param objectives what is to be reached
     * @param durationMonths length in months
     * @param amount amount asked for
     * @param plannedStart a day of the month in which the work is to begin
     * @param budget the amount by activity and cost head
     * @param decision what to do with the draft
     */
    record DraftProposal(
            @NotNull @Size(max = 400) String titleTh,
            @Size(max = 400) String titleEn,
            @Size(max = 8000) String summary,
            @Size(max = 8000) String objectives,
            Integer durationMonths,
            Money amount,
            LocalDate plannedStart,
            @Valid @Size(max = 500) List<Line> budget,
            @NotNull DraftChoice decision) {}

    @Override
    public String formKey() {
        return "draft-proposal";
    }

    @Override
    public Class<DraftProposal> commandType() {
        return DraftProposal.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Proposal proposal = proposals.get(task.businessKey());
        ProposalContent content = facts.newest(proposal).content();
        ProgrammeDefinition programme = facts.programme(proposal);
        return new TaskPage(
                FactSheet.of(facts.about(proposal, content), facts.conditionsOf(programme), facts.budget(proposal, content)),
                ProposalForm.values(content, programme),
                ProposalForm.options(programme));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, DraftProposal command, Actor actor) {
        String id = task.businessKey();
        ProposalContent content = ProposalForm.content(command.titleTh(), command.titleEn(), command.summary(),
                command.objectives(), command.durationMonths(), command.amount(), command.plannedStart(),
                command.budget());
        Outcome<Void> outcome = switch (command.decision()) {
            case KEEP -> work.keep(id, content, actor);
            case SUBMIT -> work.submit(id, content, actor);
            case WITHDRAW -> work.withdraw(id, actor);
        };
        return outcome.map(done -> Map.of("draftDecision", command.decision().name()));
    }
}
