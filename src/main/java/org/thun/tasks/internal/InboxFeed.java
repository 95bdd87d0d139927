package org.thun.tasks.internal;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.shared.BusinessClock;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskGone;
import org.thun.tasks.TaskWaiting;
import org.thun.tasks.internal.DeputyTaskMapper.ActRow;
import org.thun.workflow.TaskLifecycle;

/** Writes the inbox as the engine's tasks come and go, in the engine's transaction. */
@Component
class InboxFeed implements TaskLifecycle {

    private final InboxMapper inbox;
    private final DeputyTaskMapper deputies;
    private final TaskSources sources;
    private final Sides sides;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /** The task that a person is just completing; the engine tells of its end without saying who ended it. */
    private final ThreadLocal<Completing> completing = new ThreadLocal<>();

    InboxFeed(
            InboxMapper inbox,
            DeputyTaskMapper deputies,
            TaskSources sources,
            Sides sides,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.inbox = inbox;
        this.deputies = deputies;
        this.sources = sources;
        this.sides = sides;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void created(CreatedTask task) {
        TaskContext context = put(task, clock.dateTime());
        events.publishEvent(new TaskWaiting(task.taskId(), context.caseId()));
    }

    /** Whoever had taken the task, or begun to write, begins anew if it is another one now. */
    @Override
    public void moved(CreatedTask task) {
        InboxRow row = inbox.lock(task.taskId())
                .orElseThrow(() -> new IllegalStateException("task " + task.taskId() + " is in nobody's inbox"));
        if (!row.elementId().equals(task.elementId()) || !row.formKey().equals(task.formKey())
                || !row.roleCodes().equals(String.join(",", task.roleCodes()))) {
            inbox.delete(task.taskId());
            put(task, row.createdAt());
        }
    }

    private TaskContext put(CreatedTask task, LocalDateTime since) {
        TaskContext context = sources.contextOf(task.processKey(), task.elementId(), task.businessKey());
        Scope scope = context.scope();
        InboxRow row = new InboxRow(task.taskId(), task.runId(), task.processKey(), task.elementId(), task.formKey(),
                String.join(",", task.roleCodes()), task.businessKey(), context.caseId(), scope.programmeKey(),
                scope.organisationId(), scope.grantId(), scope.centreCode(), context.caseLabel(),
                context.subject().th(), context.subject().en(), context.dueOn(), since,
                context.assigneeId());
        inbox.insert(row);
        inbox.insertAudiences(task.taskId(), row.dueOn(), audiences(row));
        if (!context.excludedIds().isEmpty()) {
            inbox.insertExclusions(task.taskId(), sides.widened(task.businessKey(), context.excludedIds()));
        }
        return context;
    }

    @Override
    public void ended(String taskId) {
        Completing person = completing.get();
        if (person != null && person.row().taskId().equals(taskId)) {
            end(person.row(), person.actor());
        } else {
            inbox.find(taskId).ifPresent(row -> end(row, null));
        }
    }

    /** Runs what makes the engine complete a task, in the name of that person and in the role they act in. */
    void completedBy(Actor actor, InboxRow row, Runnable completion) {
        completing.set(new Completing(row, actor));
        try {
            completion.run();
        } finally {
            completing.remove();
        }
    }

    private void end(InboxRow row, Actor actor) {
        inbox.insertDone(new InboxMapper.DoneRow(row.taskId(), row.processKey(), row.elementId(), row.caseId(),
                actor == null ? null : actor.accountId(), actor == null ? null : actor.name().th(), row.createdAt(),
                clock.dateTime(), String.join(" ", audiences(row)), row.subjectTh(), row.subjectEn(),
                actor == null ? null : actor.acting()));
        if (actor != null && actor.inPlaceOf() != null) {
            deputies.insert(new ActRow(row.taskId(), row.caseId(), row.businessKey(), actor.accountId(),
                    actor.inPlaceOf().principalId(), actor.inPlaceOf().id(), actor.acting(), clock.dateTime()));
        }
        inbox.delete(row.taskId());
        events.publishEvent(new TaskGone(row.taskId()));
    }

    private record Completing(InboxRow row, Actor actor) {}

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
