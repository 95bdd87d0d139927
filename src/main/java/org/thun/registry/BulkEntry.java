package org.thun.registry;

import java.util.List;
import org.thun.identity.Actor;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.Outcome;

/**
 * Entry of many records of one centre at once: the checks of {@link Registers#enter}, but rows are written many to a
 * statement and one audit entry stands for all that were entered together. Records are submitted, never drafts; they count
 * once they are verified (BR-17).
 */
public interface BulkEntry {

    /** Most lines of one call: they are one transaction and one audit entry. */
    int MOST_LINES = 2_000;

    /**
     * Whether a lot may be written at all: the grant runs, the centre exists, and this person may submit records for it.
     *
     * @return done, or why not
     */
    Outcome<Void> admits(Lot lot, Actor actor);

    /**
     * What {@link #write} would say, without writing.
     *
     * @return results in the order of the lines; the lot must be admitted
     */
    List<Outcome<Written>> check(Lot lot, List<Line> lines, Actor actor);

    /**
     * Writes the lines, each for itself: one that is refused keeps none of the others back. Must be called inside a
     * transaction; what was written is gone if that is rolled back. The audit entry stands in the stream
     * {@link Lot#origin} and carries the hash of ids and facts of all records entered, in order; corrections have their
     * own entries.
     *
     * @return results in the order of the lines; the lot must be admitted
     * @throws IllegalArgumentException if there are more than {@link #MOST_LINES}, or a line does not belong to the lot
     */
    List<Outcome<Written>> write(Lot lot, List<Line> lines, Actor actor);

    /**
     * Where lines belong.
     *
     * @param grantId the grant under which the evidence was collected
     * @param centreCode the centre that collected it
     * @param register the register
     * @param origin what they come from, such as the id of an import: the stream of the audit entry
     */
    record Lot(String grantId, String centreCode, Register register, String origin) {}

    /**
     * A record to enter or to correct.
     *
     * @param facts what it says; the id is a new one ({@link org.thun.shared.Ids#next()}) or that of the record to correct
     * @param version number of the facts that are corrected, 0 for a new record; refused if somebody has changed them since
     */
    record Line(RecordFacts facts, int version) {

        public static Line enter(RecordFacts facts) {
            return new Line(facts, 0);
        }

        public boolean isNew() {
            return version == 0;
        }
    }

    /**
     * A line that was written, or could be.
     *
     * @param recordId the record
     * @param version number of its facts now
     * @param before where it stood before; {@code null} for a new record
     */
    record Written(String recordId, int version, RecordState before) {}
}
