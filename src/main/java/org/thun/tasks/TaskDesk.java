package org.thun.tasks;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/** The inbox and the one way to finish a task. A task that a person may not do does not exist for that person. */
public interface TaskDesk {

    /** One page of what this person can do now, the most urgent first. */
    InboxPage inbox(Actor actor, InboxFilter filter);

    /** Who ended a task that was this person's to see, for a page left open too long; empty for anybody else. */
    Optional<Completion.AlreadyDone> ended(String taskId, Actor actor);

    /** The open tasks of a case, whoever may do them; for readers of the case. */
    List<OpenTask> ofCase(String caseId);

    /** A task this person can do now. */
    Optional<OpenTask> open(String taskId, Actor actor);

    /** Everything the task's page shows, or empty if the person cannot do the task. */
    Optional<TaskView> view(String taskId, Actor actor);

    /** Takes a task, so that others of the role no longer see it. False if it cannot be taken (any more). */
    boolean claim(String taskId, Actor actor);

    /** Gives a taken task back to everybody of its roles. False if the person does not have it. */
    boolean release(String taskId, Actor actor);

    /** Keeps what the person has typed so far; when it was saved, or empty if the person cannot do the task. */
    Optional<LocalDateTime> saveDraft(String taskId, Map<String, Object> data, Actor actor);

    /**
     * Completes a task with what was submitted: binds it to the command of the task's form, checks it, acts and lets the
     * process go on, all in one transaction.
     */
    Completion complete(String taskId, Map<String, Object> data, Actor actor);

    /**
     * Which tasks to list.
     *
     * @param caseId only of this case, or {@code null}
     * @param processKey only of this process, or {@code null}
     * @param page page number, from 0
     * @param size rows on a page
     */
    record InboxFilter(String caseId, String processKey, int page, int size) {

        public static InboxFilter firstPage() {
            return new InboxFilter(null, null, 0, 25);
        }
    }

    /**
     * A page of the inbox.
     *
     * @param tasks the rows
     * @param total all rows of that filter
     * @param processes keys of the processes from which tasks wait, whichever the filter asks for; to choose from
     * @param page page number, from 0
     * @param size rows on a page
     * @param inPlaceOf for whom the person would do tasks as a deputy, by task; the person's own tasks are not in it
     */
    record InboxPage(
            List<OpenTask> tasks,
            long total,
            List<String> processes,
            int page,
            int size,
            Map<String, LocalizedText> inPlaceOf) {

        public int pages() {
            return (int) ((total + size - 1) / size);
        }
    }

    /**
     * What a task's page shows.
     *
     * @param task the task
     * @param casePath where its case file is shown
     * @param page facts and what the form begins with
     * @param draft what this person has typed before, or {@code null}
     * @param draftSavedAt when, or {@code null}
     * @param inPlaceOf for whom the person would do it as a deputy, or {@code null} in their own name
     */
    record TaskView(
            OpenTask task,
            String casePath,
            TaskPage page,
            Map<String, Object> draft,
            LocalDateTime draftSavedAt,
            LocalizedText inPlaceOf) {}

    /** What came of completing a task. */
    sealed interface Completion {

        /** Done; {@code next} is the next task of the same case that this person can do now, if any. */
        record Completed(OpenTask task, Optional<OpenTask> next) implements Completion {}

        /** Not done, for those reasons; nothing was changed. */
        record Refused(List<Problem> problems) implements Completion {}

        /**
         * It is done already, in general because somebody else was faster.
         *
         * @param by who did it, or {@code null} if the process itself took the task away
         * @param at when
         * @param subject what the task was about, or {@code null} where that was not kept
         */
        record AlreadyDone(LocalizedText by, LocalDateTime at, LocalizedText subject) implements Completion {}

        /** No such task for this person. */
        record Unknown() implements Completion {}
    }
}
