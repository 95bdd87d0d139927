package org.thun.reporting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A run that makes the editions of all regions or all centres at once.
 *
 * @param id its id
 * @param grantId the grant
 * @param kind which editions it makes
 * @param asOf the day whose figures they show
 * @param format their form
 * @param languages their languages, as tags
 * @param sumsOnly whether small counts are hidden in them
 * @param state where it stands
 * @param total reports to make
 * @param done reports made
 * @param failed keys of the editions that could not be made
 * @param startedBy account of the person who asked
 * @param startedAt when
 * @param endedAt when it ended, or {@code null} while it runs
 */
public record ReportRun(
        String id,
        String grantId,
        Edition.Kind kind,
        LocalDate asOf,
        ReportFormat format,
        List<String> languages,
        boolean sumsOnly,
        State state,
        int total,
        int done,
        List<String> failed,
        String startedBy,
        LocalDateTime startedAt,
        LocalDateTime endedAt) {

    public ReportRun {
        languages = List.copyOf(languages);
        failed = List.copyOf(failed);
    }

    /** Where a run stands. */
    public enum State {
        /** Reports are being made, or will be as soon as an application goes on with them. */
        RUNNING,
        /** All were made, apart from those named as failed. */
        DONE,
        /** Somebody stopped it. */
        CANCELLED,
        /** It broke the application more than once and was given up. */
        FAILED,
        /** Its files were deleted after their time. */
        EXPIRED
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /** Whether there are files to fetch. */
    public boolean hasFiles() {
        return state == State.DONE && done > 0;
    }

    /** How much is done, in whole percent. */
    public int percent() {
        return total == 0 ? 100 : (done + failed.size()) * 100 / total;
    }
}
