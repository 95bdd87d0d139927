package org.thun.privacy;

import java.time.LocalDateTime;
import java.util.List;
import org.thun.registry.PersonalRecords.Counted;
import org.thun.registry.PersonalRecords.Sensitive;
import org.thun.registry.RecordVersion;
import org.thun.registry.RegisterRecord;

/**
 * All that is held about a person, for that person.
 *
 * @param madeAt when the file was made
 * @param madeBy who made it
 * @param reason why
 * @param records the records, the one it was asked for first
 * @param elsewhere records of the same citizen number that other centres hold, which their data managers hand out
 */
public record SubjectFile(
        LocalDateTime madeAt, String madeBy, String reason, List<Held> records, long elsewhere) {

    public SubjectFile {
        records = List.copyOf(records);
    }

    /**
     * One record and what has happened to it.
     *
     * @param record what it says
     * @param sensitive what else is held, or {@code null} if nothing is left of the person
     * @param versions what it has said over time, newest first
     * @param counted the days on which it counted
     * @param trail who did what to it, oldest first
     * @param files names of its evidence files
     */
    public record Held(
            RegisterRecord record,
            Sensitive sensitive,
            List<RecordVersion> versions,
            List<Counted> counted,
            List<Trace> trail,
            List<String> files) {}

    /**
     * An entry of the trail.
     *
     * @param at when
     * @param who who did it
     * @param command what was done, as a command of the trail
     * @param reason the words given for it, or {@code null}
     */
    public record Trace(LocalDateTime at, String who, String command, String reason) {}
}
