package org.thun.evaluation.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.EvaluationDesk.Declaration;
import org.thun.evaluation.process.DeclareConflictTask.DeclareConflict;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The evaluator signs a conflict declaration and takes the work or not (BR-26). */
@Component
class DeclareConflictTask implements TaskHandler<DeclareConflict> {

    enum Conflict {
        NONE,
        SOME
    }

    enum Answer {
        ACCEPT,
        DECLINE
    }

    record DeclareConflict(
            @NotNull Conflict conflict, Answer answer, @Size(max = 4000) String words, boolean signed) {}

    private final EvaluationDesk desk;
    private final EvaluationFacts facts;

    DeclareConflictTask(EvaluationDesk desk, EvaluationFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "declare-conflict";
    }

    @Override
    public Class<DeclareConflict> commandType() {
        return DeclareConflict.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(FactSheet.of(facts.subject(task.businessKey())));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, DeclareConflict command, Actor actor) {
        if (!command.signed()) {
            return Outcome.refused(Problem.at("signed", "evaluation.problem.notSigned").under("BR-26"));
        }
        boolean conflict = command.conflict() == Conflict.SOME;
        if (!conflict && command.answer() == null) {
            return Outcome.refused(Problem.at("answer", "evaluation.problem.answerNeeded").under("BR-26"));
        }
        Declaration declaration = new Declaration(conflict, command.answer() == Answer.ACCEPT, command.words());
        return desk.declare(task.businessKey(), declaration, actor).map(state -> Map.of("declared", state.name()));
    }
}
