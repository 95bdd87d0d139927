package org.thun.grants;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.shared.LocalizedText;
import org.thun.tasks.OpenTask;
import org.thun.workflow.ProcessRun;

/**
 * What a case file tells of itself: whom it waits for, what has happened, where its processes stand. Whoever calls it has
 * made sure that the reader may see the case. A case may have several ids: a grant and the proposal it came from.
 */
public interface CaseStory {

    /** The open tasks of a case, the most urgent first, with whom they wait for. */
    List<Waiting> waiting(List<String> caseIds, Reader reader);

    /** What has happened, newest first, in words. */
    List<Happening> timeline(List<String> caseIds, int offset, int limit, Reader reader);

    /** The runs of the processes that serve the case, the newest first. */
    List<Run> runs(List<String> caseIds);

    /** A run with every step it has taken, for the drawing; empty if it is not of that case. */
    Optional<RunSteps> run(List<String> caseIds, String runId);

    /** The drawing of a run, as BPMN XML. */
    String drawing(String runId);

    /**
     * What of a story its reader may be told.
     *
     * @param reasons the words people gave for what they did; readers of accepted data see none (BR-50)
     * @param reviewers who the reviewers are; the applicant must not know
     */
    record Reader(boolean reasons, boolean reviewers) {

        private static final Set<Role> KNOW_REVIEWERS = Set.of(Role.PO, Role.AP, Role.AU);

        public static Reader of(Actor actor, Scope scope) {
            return new Reader(
                    actor.readingPosts().stream().anyMatch(post -> post.role() != Role.FR && post.covers(scope)),
                    KNOW_REVIEWERS.stream().anyMatch(role -> actor.holds(role, scope)));
        }
    }

    /**
     * An open task and whom it waits for.
     *
     * @param task the task
     * @param person the one person who has or must do it; {@code null} while it waits for a role, or for a reviewer whom
     *     the reader must not know
     */
    record Waiting(OpenTask task, LocalizedText person) {

        public List<Role> roles() {
            return task.roles();
        }
    }

    /**
     * Something that happened.
     *
     * @param seq its place in the order of things
     * @param at when
     * @param what in the reader's language
     * @param who whose doing it was, or {@code null} for a reviewer whom the reader must not know
     * @param role role in which the person acted, or {@code null}
     * @param inPlaceOf in whose place the person acted as a deputy, or {@code null}
     * @param toState the state it led to, in the reader's language, or {@code null}
     * @param reason the words given for it, or {@code null}
     */
    record Happening(
            long seq,
            LocalDateTime at,
            String what,
            LocalizedText who,
            Role role,
            LocalizedText inPlaceOf,
            String toState,
            String reason) {}

    /**
     * A run and the steps at which it stands.
     *
     * @param run the run
     * @param standing where it stands now; empty when it has ended
     */
    record Run(ProcessRun run, List<StepView> standing) {}

    /** A run with all its steps, in order. */
    record RunSteps(ProcessRun run, List<StepView> steps) {}

    /**
     * A step in the reader's language.
     *
     * @param elementId id of its element in the model
     * @param name its name, or {@code null} for one without
     * @param since when the run came there
     * @param until when it left, or {@code null} while it stands there
     * @param failed whether work there has failed and waits for help
     */
    record StepView(String elementId, String name, LocalDateTime since, LocalDateTime until, boolean failed) {}
}
