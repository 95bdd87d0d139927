package org.thun.registry.process;

import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.registry.BatchWork;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** Closes the check of a sample; the records themselves are judged on a page of their own. */
@Component
class CheckSampleTask implements TaskHandler<CheckSampleTask.CloseCheck> {

    private final BatchWork work;
    private final BatchFacts facts;

    CheckSampleTask(BatchWork work, BatchFacts facts) {
        this.work = work;
        this.facts = facts;
    }

    /**
     * What the form submits.
     *
     * @param note remark for whoever decides, or {@code null}
     */
    record CloseCheck(@Size(max = 1000) String note) {}

    @Override
    public String formKey() {
        return "check-sample";
    }

    @Override
    public Class<CloseCheck> commandType() {
        return CloseCheck.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.toCheck(work.get(task.businessKey())));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, CloseCheck command, Actor actor) {
        return work.closeCheck(task.businessKey(), command.note(), actor).map(done -> Map.of());
    }
}
