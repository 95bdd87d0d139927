package org.thun.workflow;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;

/**
 * Moves running processes to the newest version of their model. Nothing is moved that has not been tried before: a trial
 * moves every run as it stands and takes it back, so that it finds what a move would find. Both work in the background, one
 * at a time; each run is a transaction of its own, and one that cannot move stays on its version.
 *
 * <p>Every method throws {@link org.springframework.security.access.AccessDeniedException} for people who do not administer.
 */
public interface ProcessMigrations {

    /**
     * Begins to try out the move of all runs of a version.
     *
     * @param definitionId the version to leave
     * @return id of the trial; refused if that version is the newest, nothing runs on it, or another move is under way
     */
    Outcome<String> tryOut(Actor actor, String definitionId);

    /**
     * Begins to move what a trial has found to be movable, and whatever has begun on that version since.
     *
     * @param reason why, for the audit trail of every run
     * @return id of the move; refused if the trial is not over, another version is the newest meanwhile, the reason is
     *     missing, or another move is under way
     */
    Outcome<String> move(Actor actor, String trialId, String reason);

    /** A trial or a move, with what came of each run so far, those that stay first. */
    Optional<Migration> find(Actor actor, String migrationId);

    /** Trials and moves of a process, the newest first, without their runs. */
    List<Migration> ofProcess(Actor actor, String processKey);

    /** Waits for what is under way, at most that long. */
    void await(Duration atMost);

    /** How far a trial or a move is. */
    enum State {
        RUNNING,
        DONE,
        /** The engine does not accept the plan itself; no run was looked at. */
        INVALID,
        /** The application went down meanwhile. What had moved has moved. */
        INTERRUPTED
    }

    /** What comes of a run. */
    enum Verdict {
        /** Found in a trial: it would move. */
        MOVABLE,
        MOVED,
        /** It had ended before its turn came. */
        ENDED,
        /** It stands at a step that the newest version does not have. */
        NO_PLACE,
        /** Somebody was working on it each time it was tried. */
        BUSY,
        /** The engine refuses for another reason. */
        REFUSED;

        /** Whether the run remains on its version. */
        public boolean stays() {
            return this == NO_PLACE || this == BUSY || this == REFUSED;
        }
    }

    /**
     * A trial or a move.
     *
     * @param id id
     * @param processKey the process
     * @param fromId the version left
     * @param fromVersion its number
     * @param toId the version gone to
     * @param toVersion its number
     * @param trial whether everything was taken back
     * @param state how far it is
     * @param reason why, or {@code null} for a trial
     * @param lostSteps steps of the old version, at which a run can stand, that the new one does not have
     * @param fault what the engine says against the plan, technically, or {@code null}
     * @param total runs to look at
     * @param accountName who began it
     * @param startedAt when
     * @param endedAt when it was over, or {@code null}
     * @param runs what came of each run so far
     */
    record Migration(
            String id,
            String processKey,
            String fromId,
            int fromVersion,
            String toId,
            int toVersion,
            boolean trial,
            State state,
            String reason,
            List<Place> lostSteps,
            String fault,
            int total,
            String accountName,
            LocalDateTime startedAt,
            LocalDateTime endedAt,
            List<Run> runs) {

        public Migration {
            lostSteps = List.copyOf(lostSteps);
            runs = List.copyOf(runs);
        }

        public boolean running() {
            return state == State.RUNNING;
        }

        /** How far it is, 0 to 100. */
        public int percent() {
            return total == 0 ? 100 : 100 * Math.min(runs.size(), total) / total;
        }

        /** Runs that have moved, or would. */
        public long moving() {
            return runs.stream().filter(run -> run.verdict() == Verdict.MOVABLE || run.verdict() == Verdict.MOVED).count();
        }

        public long staying() {
            return runs.stream().filter(run -> run.verdict().stays()).count();
        }
    }

    /**
     * What came of a run.
     *
     * @param runId id of the run
     * @param caseId the case file it belongs to, or {@code null}
     * @param subject what it is about, or {@code null}
     * @param verdict what came of it
     * @param standsAt where it stood
     * @param lostAt the steps among them that have no place in the newest version
     * @param detail what the engine says against it, technically, or {@code null}
     */
    record Run(
            String runId,
            String caseId,
            LocalizedText subject,
            Verdict verdict,
            List<Place> standsAt,
            List<Place> lostAt,
            String detail) {

        public Run {
            standsAt = List.copyOf(standsAt);
            lostAt = List.copyOf(lostAt);
        }
    }

    /** A step: its id, and its name in the model or {@code null}. */
    record Place(String elementId, String name) {}
}
