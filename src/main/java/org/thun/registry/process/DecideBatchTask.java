package org.thun.registry.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.registry.Batch;
import org.thun.registry.BatchDecision;
import org.thun.registry.BatchWork;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** Accepts a batch or gives it back. */
@Component
class DecideBatchTask implements TaskHandler<DecideBatchTask.DecideBatch> {

    private final BatchWork work;
    private final BatchFacts facts;

    DecideBatchTask(BatchWork work, BatchFacts facts) {
        this.work = work;
        this.facts = facts;
    }

    /**
     * What the form submits.
     *
     * @param decision what becomes of the batch
     * @param reason needed to give it back
     */
    record DecideBatch(@NotNull BatchDecision decision, @Size(max = 1000) String reason) {}

    @Override
    public String formKey() {
        return "decide-batch";
    }

    @Override
    public Class<DecideBatch> commandType() {
        return DecideBatch.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        Batch batch = work.get(task.businessKey());
        return TaskPage.of(facts.toDecide(batch, actor),
                Map.of("decision", batch.aboveLimit() ? BatchDecision.RETURN.name() : BatchDecision.ACCEPT.name()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, DecideBatch command, Actor actor) {
        return work.decide(task.businessKey(), command.decision(), command.reason(), actor)
                .map(done -> Map.of("decision", command.decision().name()));
    }
}
