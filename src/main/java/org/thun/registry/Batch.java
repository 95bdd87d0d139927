package org.thun.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.thun.identity.Scope;
import org.thun.programmes.IndicatorSource.Register;

/**
 * What a centre has handed in of one register for one quarter, to be verified by a random sample (BR-22).
 *
 * @param id its id
 * @param number its number for people ({@code B-12})
 * @param purpose what it asks for
 * @param grantId the grant under which the evidence was collected
 * @param programmeKey programme of that grant
 * @param organisationId grantee of that grant
 * @param centreCode the centre
 * @param register the register
 * @param quarter the quarter up to whose end the records were submitted, or in which they are confirmed again
 * @param round 1 when first handed in, one more each time after
 * @param state where it stands
 * @param handedInById who handed it in
 * @param handedInByName name of that person at the time
 * @param handedInAt when
 * @param size records handed in
 * @param checked of those, records that passed all automatic checks and from which the sample was drawn
 * @param sampleSize records in the sample
 * @param seed seed of the draw, {@code null} before it
 * @param limitPercent share of faults above which the batch goes back, as it was when handed in
 * @param dueOn day by which the sample should be judged, {@code null} before the draw
 * @param remindedOn day on which the verifiers were reminded, or {@code null}
 * @param found what has been judged so far
 * @param checkedByName who closed the check of the sample, or {@code null}
 * @param decision what was decided, or {@code null}
 * @param decidedByName who decided, or {@code null}
 * @param decidedOn business day of the decision, or {@code null}; the first day on which its records count
 * @param reason the words given for the decision, or {@code null}
 * @param settled records already brought to where the decision puts them
 */
public record Batch(
        String id,
        String number,
        BatchPurpose purpose,
        String grantId,
        String programmeKey,
        String organisationId,
        String centreCode,
        Register register,
        Quarter quarter,
        int round,
        BatchState state,
        String handedInById,
        String handedInByName,
        LocalDateTime handedInAt,
        int size,
        int checked,
        int sampleSize,
        Long seed,
        BigDecimal limitPercent,
        LocalDate dueOn,
        LocalDate remindedOn,
        ErrorRate found,
        String checkedByName,
        BatchDecision decision,
        String decidedByName,
        LocalDate decidedOn,
        String reason,
        int settled) {

    /** Where the batch is shown. */
    public String path() {
        return "/registers/batches/" + id;
    }

    /** Where it belongs. */
    public Scope scope() {
        return Scope.ofGrant(programmeKey, organisationId, grantId).atCentre(centreCode);
    }

    /** Whether the application works on it by itself just now. */
    public boolean moving() {
        return state == BatchState.DRAWING || state == BatchState.SETTLING;
    }

    /** Whether every record of the sample has been judged. */
    public boolean allJudged() {
        return found.judged() == sampleSize;
    }

    /** Whether the share found wrong lies above the limit. */
    public boolean aboveLimit() {
        return found.above(limitPercent);
    }

    /** How much of it has been settled, in per cent. */
    public int settledPercent() {
        return size == 0 ? 100 : (int) (100L * settled / size);
    }
}
