package org.thun.imports.internal;

import java.time.LocalDateTime;
import org.thun.identity.Scope;
import org.thun.imports.ImportState;
import org.thun.imports.RowCounts;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.BulkEntry.Lot;

/** A row of {@code import_file} with the name of its source; {@code worker} and {@code beat_at} are the runner's own. */
record ImportFileRow(
        String id,
        String sourceId,
        String sourceName,
        String programmeKey,
        String organisationId,
        String grantId,
        String centreCode,
        Register registerCode,
        String fileName,
        long fileBytes,
        String fileHash,
        String formatCode,
        String encoding,
        String headings,
        int rowCount,
        int partCount,
        String mapping,
        boolean allOrNothing,
        ImportState state,
        int nextPart,
        int newRows,
        int changedRows,
        int unchangedRows,
        int duplicateRows,
        int refusedRows,
        String effect,
        String stoppedBy,
        String actingId,
        String uploadedBy,
        String uploadedByName,
        LocalDateTime uploadedAt,
        LocalDateTime finishedAt,
        boolean purged) {

    Scope scope() {
        return Scope.ofGrant(programmeKey, organisationId, grantId).atCentre(centreCode);
    }

    Lot lot() {
        return new Lot(grantId, centreCode, registerCode, id);
    }

    RowCounts counts() {
        return new RowCounts(newRows, changedRows, unchangedRows, duplicateRows, refusedRows);
    }

    /** How much of the present work is done, in percent; a file that waits for somebody shows what was done last. */
    int percent() {
        return partCount == 0 ? 100 : Math.min(100, (nextPart - 1) * 100 / partCount);
    }
}
