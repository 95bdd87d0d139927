package org.thun.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/**
 * Runs that make many reports at once, in the background, as many at a time as the machine has processors. A run goes on
 * after a restart and on another node with the figures it began with. Runs are open to whoever reads every edition of the
 * grant; runs with all counts only to those who read them.
 */
public interface ReportRuns {

    /**
     * What to make.
     *
     * @param kind regions or centres
     * @param asOf the day whose figures count
     * @param format the form
     * @param languages {@code th}, {@code en} or both
     */
    record Order(Edition.Kind kind, LocalDate asOf, ReportFormat format, List<String> languages) {

        public Order {
            languages = List.copyOf(languages);
        }
    }

    /**
     * Starts a run.
     *
     * @return its id; refused to people who do not read every edition, and for an order of nothing
     */
    Outcome<String> start(Grant grant, Order order, Actor actor);

    /** Stops a run; what is being made at that moment is thrown away. Refused to others than those who could start it. */
    Outcome<Void> cancel(Grant grant, String runId, Actor actor);

    /** A run that this person may see. */
    Optional<ReportRun> find(Grant grant, String runId, Actor actor);

    /** The runs of a grant that this person may see, the latest first. */
    List<ReportRun> ofGrant(Grant grant, Actor actor);

    /**
     * Writes the files of a run as one ZIP, one after the other.
     *
     * @throws IllegalStateException if it has none
     */
    void writeZip(ReportRun run, OutputStream out) throws IOException;
}
