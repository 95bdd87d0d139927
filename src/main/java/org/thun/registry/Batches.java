package org.thun.registry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/**
 * Verification by sample (BR-22): a centre's coordinator hands in what its people have submitted, the application checks all
 * of it and draws a sample, verifiers of another house judge the sample (SD5), and the batch is accepted or goes back as a
 * whole. What is in no accepted batch counts nowhere (BR-17). Records of any register may still be verified one by one,
 * which asks for more; while they are in an open batch they wait for its decision.
 */
public interface Batches {

    /** Kind of object under which batches stand in the audit trail; the stream is the batch's own. */
    String OBJECT_TYPE = "registry_batch";

    /** What a coordinator may hand in now, by register and quarter; places with nothing to hand in are absent. */
    List<Ready> ready(String grantId, Actor actor);

    /**
     * Hands in all submitted records of a place up to the end of a quarter, or the verified ones that grow stale by the end
     * of the quarter after it. Right of the centre's coordinator.
     *
     * @return the id of the batch
     */
    Outcome<String> handIn(Place place, Actor actor);

    Optional<Batch> find(String batchId, Actor actor);

    /** Batches this person may see, newest first; parts of the filter that are {@code null} do not narrow it. */
    RegistryCounts.Page<Batch> list(String grantId, String centreCode, BatchState state, Actor actor, int page, int size);

    /** The sample in the order of the draw; empty if this person may not see the batch. */
    List<Sampled> sample(String batchId, Actor actor);

    /** Whether this person may judge the sample of this batch now. */
    boolean mayJudge(Batch batch, Actor actor);

    /**
     * Says of a sampled record whether it agrees with its evidence. May be changed until the check of the sample is closed.
     *
     * @param position place of the record in the sample
     * @param reason what is wrong; needed with {@link Finding#WRONG}
     */
    Outcome<Void> judge(String batchId, int position, Finding finding, String reason, Actor actor);

    /** Records that did not pass the automatic checks, and why, as they stand now; at most so many. */
    List<Faulty> faulty(String batchId, Actor actor, int atMost);

    /** Draws the sample again from the stored seed: whether the same records come out. */
    boolean drawHolds(String batchId, Actor actor);

    /** The accepted or running batches in which a record was handed in, newest first. */
    List<Batch> ofRecord(String recordId, Actor actor);

    /** How many verified records grow stale until that day, by centre and register, within what this person may see. */
    List<Fading> fading(String grantId, LocalDate until, Actor actor);

    /** The verified records of a centre that grow stale until that day, the most urgent first. */
    RegistryCounts.Page<RegisterRecord> fadingRecords(
            String grantId, String centreCode, Register register, LocalDate until, Actor actor, int page, int size);

    /**
     * What is handed in.
     *
     * @param grantId the grant
     * @param centreCode the centre
     * @param register a register the programme verifies by sample
     * @param purpose what is asked for
     * @param quarter the quarter
     */
    record Place(String grantId, String centreCode, Register register, BatchPurpose purpose, Quarter quarter) {}

    /**
     * Something that can be handed in.
     *
     * @param place the place
     * @param records records it would have
     * @param standing why it cannot be handed in just now, or {@code null}
     */
    record Ready(Place place, long records, Problem standing) {}

    /**
     * A record of the sample.
     *
     * @param position place in the order of the draw, from 1
     * @param record the record as it stands now
     * @param finding what was found, {@code null} if not judged yet
     * @param reason what is wrong, or {@code null}
     * @param judgedByName who judged, or {@code null}
     * @param judgedAt when, or {@code null}
     */
    record Sampled(
            int position,
            RegisterRecord record,
            Finding finding,
            String reason,
            String judgedByName,
            LocalDateTime judgedAt) {}

    /** A record that did not pass the automatic checks. */
    record Faulty(RegisterRecord record, List<Problem> problems) {}

    /**
     * Records of a centre that grow stale.
     *
     * @param centreCode the centre
     * @param register the register
     * @param stale records that do not count any more
     * @param fading records that still count but will not by that day
     */
    record Fading(String centreCode, Register register, long stale, long fading) {}
}
