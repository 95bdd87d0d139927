package org.thun.evaluation.process;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.evaluation.Candidate;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.process.AssignEvaluatorTask.AssignEvaluator;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;
import org.thun.tasks.TaskPage.Option;

/** The evaluation manager chooses among evaluators without ties to the grant (SD3). */
@Component
class AssignEvaluatorTask implements TaskHandler<AssignEvaluator> {

    record AssignEvaluator(@NotNull String evaluatorId) {}

    private final EvaluationDesk desk;
    private final EvaluationFacts facts;

    AssignEvaluatorTask(EvaluationDesk desk, EvaluationFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "assign-evaluator";
    }

    @Override
    public Class<AssignEvaluator> commandType() {
        return AssignEvaluator.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        List<Candidate> candidates = desk.candidates(task.businessKey());
        FactSheet sheet = FactSheet.of(facts.subject(task.businessKey()), facts.candidates(candidates),
                facts.asked(task.businessKey()));
        List<Option> free = candidates.stream()
                .filter(Candidate::isFree)
                .filter(candidate -> !candidate.accountId().equals(actor.accountId()))
                .map(candidate -> new Option(candidate.accountId(), candidate.name()))
                .toList();
        return new TaskPage(sheet, Map.of(), Map.of("evaluators", free));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, AssignEvaluator command, Actor actor) {
        return desk.assign(task.businessKey(), command.evaluatorId(), actor)
                .map(answerDueOn -> Map.of("declarationDeadline", Deadlines.endOf(answerDueOn)));
    }
}
