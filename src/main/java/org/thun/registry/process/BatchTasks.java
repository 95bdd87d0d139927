package org.thun.registry.process;

import org.springframework.stereotype.Component;
import org.thun.grants.Grants;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.Programmes;
import org.thun.registry.Batch;
import org.thun.registry.BatchWork;
import org.thun.shared.LocalizedText;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** What the tasks of {@code registry-verification} are about, and who may not do them (SD5). A batch is its own case file. */
@Component
class BatchTasks implements TaskSource {

    private final BatchWork work;
    private final Grants grants;
    private final Programmes programmes;

    BatchTasks(BatchWork work, Grants grants, Programmes programmes) {
        this.work = work;
        this.grants = grants;
        this.programmes = programmes;
    }

    @Override
    public String processKey() {
        return "registry-verification";
    }

    @Override
    public TaskContext contextOf(String elementId, String businessKey) {
        Batch batch = work.get(businessKey);
        return new TaskContext(batch.id(), batch.path(), batch.number(), batch.scope(), subject(batch), batch.dueOn(), null,
                work.excluded(batch.id()));
    }

    private LocalizedText subject(Batch batch) {
        return programmes.version(batch.programmeKey(), grants.get(batch.grantId()).programmeVersion())
                .centre(batch.centreCode())
                .map(CentreDefinition::name)
                .orElseGet(() -> new LocalizedText(batch.centreCode(), null));
    }
}
