package org.thun.tasks.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.shared.BusinessClock;
import org.thun.tasks.TaskContext;
import org.thun.workflow.TaskLifecycle;

/** Writes the inbox as the engine's tasks come and go, in the engine's transaction. */
@Component
class InboxFeed implements TaskLifecycle {

    private final InboxMapper inbox;
    private final TaskSources sources;
    private final BusinessClock clock;

    InboxFeed(InboxMapper inbox, TaskSources sources, BusinessClock clock) {
        this.inbox = inbox;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public void created(CreatedTask task) {
        TaskContext context = sources.contextOf(task.processKey(), task.elementId(), task.businessKey());
        Scope scope = context.scope();
        InboxRow row = new InboxRow(task.taskId(), task.runId(), task.processKey(), task.elementId(), task.formKey(),
                String.join(",", task.roleCodes()), task.businessKey(), context.caseId(), scope.programmeKey(),
                scope.organisationId(), scope.grantId(), scope.centreCode(), context.caseLabel(),
                context.subject().th(), context.subject().en(), context.dueOn(), clock.dateTime(),
                context.assigneeId());
        inbox.insert(row);
        inbox.insertAudiences(task.taskId(), row.dueOn(), audiences(row));
        if (!context.excludedIds().isEmpty()) {
            inbox.insertExclusions(task.taskId(), context.excludedIds());
        }
    }

    @Override
    public void ended(String taskId) {
        inbox.insertDone(taskId, clock.dateTime(), String.join(" ", inbox.audiences(taskId)));
        inbox.delete(taskId);
        inbox.deleteAudiences(taskId);
        inbox.deleteExclusions(taskId);
        inbox.deleteDrafts(taskId);
    }

    /** Addresses under which a task is found: its one person, or each of its roles at each of its scopes. */
    static Collection<String> audiences(InboxRow row) {
        if (row.assigneeId() != null) {
            return List.of(Actor.audience(row.assigneeId()));
        }
        Set<String> audiences = new LinkedHashSet<>();
        List<String> addresses = row.toTask().scope().addresses();
        for (Role role : row.roles()) {
            addresses.forEach(address -> audiences.add(Actor.audience(role, address)));
        }
        return audiences;
    }
}
