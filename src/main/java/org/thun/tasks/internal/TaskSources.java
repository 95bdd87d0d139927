package org.thun.tasks.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thun.shared.Money;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** The features' task sources, by process. */
@Component
class TaskSources {

    private final Map<String, TaskSource> byProcess;

    TaskSources(ObjectProvider<TaskSource> sources) {
        this.byProcess = sources.stream().collect(Collectors.toMap(TaskSource::processKey, Function.identity()));
    }

    boolean knows(String processKey) {
        return byProcess.containsKey(processKey);
    }

    TaskContext contextOf(String processKey, String elementId, String businessKey) {
        return source(processKey).contextOf(elementId, businessKey);
    }

    Optional<Money> amountOf(String processKey, String elementId, String businessKey) {
        return source(processKey).amountOf(elementId, businessKey);
    }

    private TaskSource source(String processKey) {
        TaskSource source = byProcess.get(processKey);
        if (source == null) {
            throw new IllegalStateException("no module answers for the tasks of process " + processKey);
        }
        return source;
    }
}
