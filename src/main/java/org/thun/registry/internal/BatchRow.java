package org.thun.registry.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.Batch;
import org.thun.registry.BatchDecision;
import org.thun.registry.BatchPurpose;
import org.thun.registry.BatchState;
import org.thun.registry.ErrorRate;
import org.thun.registry.Quarter;

/** A row of {@code registry_batch}, with what has been judged of its sample. */
record BatchRow(
        String id,
        Long batchNo,
        BatchPurpose purpose,
        String grantId,
        String programmeKey,
        String organisationId,
        String centreCode,
        Register registerCode,
        LocalDate quarterFrom,
        int roundNo,
        BatchState state,
        String handedInBy,
        String handedInName,
        LocalDateTime handedInAt,
        int sizeHandedIn,
        int sizeChecked,
        int sampleSize,
        Long seed,
        BigDecimal limitPercent,
        LocalDate dueOn,
        LocalDate remindedOn,
        String checkedName,
        BatchDecision decision,
        String decidedName,
        LocalDate decidedOn,
        String reason,
        int settled,
        int judged,
        int wrong) {

    Batch toBatch() {
        return new Batch(id, "B-" + batchNo, purpose, grantId, programmeKey, organisationId, centreCode, registerCode,
                new Quarter(quarterFrom), roundNo, state, handedInBy, handedInName, handedInAt, sizeHandedIn, sizeChecked,
                sampleSize, seed, limitPercent, dueOn, remindedOn, new ErrorRate(wrong, judged), checkedName, decision,
                decidedName, decidedOn, reason, settled);
    }
}
