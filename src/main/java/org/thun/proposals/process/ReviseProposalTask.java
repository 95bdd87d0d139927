package org.thun.proposals.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The lead answers every comment and hands a new version in, or takes the proposal back. */
@Component
class ReviseProposalTask implements TaskHandler<ReviseProposalTask.ReviseProposal> {

    private final Proposals proposals;
    private final ProposalWork work;
    private final ProposalFacts facts;

    ReviseProposalTask(Proposals proposals, ProposalWork work, ProposalFacts facts) {
        this.proposals = proposals;
        this.work = work;
        this.facts = facts;
    }

    /** What to do with a returned proposal. */
    enum RevisionChoice {
        RESUBMIT,
        WITHDRAW
    }

    /**
     * An answer to a comment.
     *
     * @param no number of the comment
     * @param answer the answer
     */
    record Answer(@NotNull Integer no, @Size(max = 4000) String answer) {}

    /**
     * @param answers an answer to each open comment
     * @param titleTh title in Thai
     * @param titleEn title in English
     * @param summary what is to be done, and why
     * @param objectives what is to be reached
     * @param durationMonths length in months
     * @param amount amount asked for
     * @param plannedStart a day of the month in which the work is to begin
     * @param budget the amount by activity and cost head
     * @param decision what to do with the proposal
     */
    record ReviseProposal(
            @Valid @Size(max = 500) List<Answer> answers,
            @NotNull @Size(max = 400) String titleTh,
            @Size(max = 400) String titleEn,
            @Size(max = 8000) String summary,
            @Size(max = 8000) String objectives,
            Integer durationMonths,
            Money amount,
            LocalDate plannedStart,
            @Valid @Size(max = 500) List<Line> budget,
            @NotNull RevisionChoice decision) {}

    @Override
    public String formKey() {
        return "revise-proposal";
    }

    @Override
    public Class<ReviseProposal> commandType() {
        return ReviseProposal.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Proposal proposal = proposals.get(task.businessKey());
        ProposalContent content = facts.newest(proposal).content();
        ProgrammeDefinition programme = facts.programme(proposal);
        List<Section> sections = new ArrayList<>(facts.comments(proposal));
        sections.add(facts.about(proposal, content));
        sections.add(facts.conditionsOf(programme));
        sections.add(facts.budget(proposal, content));
        Map<String, Object> values = new HashMap<>(ProposalForm.values(content, programme));
        values.put("answers", proposals.comments(proposal.id()).stream()
                .filter(comment -> comment.answer() == null)
                .map(comment -> Map.of("no", comment.no()))
                .toList());
        return new TaskPage(new FactSheet(sections), values, ProposalForm.options(programme));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, ReviseProposal command, Actor actor) {
        Outcome<Void> outcome = command.decision() == RevisionChoice.WITHDRAW
                ? work.withdraw(task.businessKey(), actor)
                : resubmit(task.businessKey(), command, actor);
        return outcome.map(done -> Map.of("revisionDecision", command.decision().name()));
    }

    private Outcome<Void> resubmit(String proposalId, ReviseProposal command, Actor actor) {
        Map<Integer, String> answers = new HashMap<>();
        for (Answer answer : command.answers()) {
            if (answers.containsKey(answer.no())) {
                return Outcome.refused(Problem.at("answers", "proposals.problem.answerTwice", answer.no()));
            }
            answers.put(answer.no(), answer.answer());
        }
        ProposalContent content = ProposalForm.content(command.titleTh(), command.titleEn(), command.summary(),
                command.objectives(), command.durationMonths(), command.amount(), command.plannedStart(),
                command.budget());
        return work.resubmit(proposalId, content, answers, actor);
    }
}
