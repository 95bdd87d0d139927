package org.thun.imports;

import java.time.LocalDateTime;
import java.util.List;
import org.thun.identity.Scope;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.Problem;

/**
 * A file that was sent in.
 *
 * @param id its id
 * @param grantId the grant under which its records were collected
 * @param programmeKey programme of the grant
 * @param organisationId grantee of the grant
 * @param centreCode the centre that sent it
 * @param register the register it is for
 * @param source name of where such files come from; one source, one numbering of rows
 * @param fileName its name on the computer it came from
 * @param bytes its size
 * @param encoding how its text was written ({@code UTF-8}, {@code Windows-874}), or {@code null} for a workbook
 * @param rows rows below the headings, empty ones not counted
 * @param state how far it has come
 * @param counts rows checked or entered so far, by kind
 * @param percent how far the present work has come
 * @param allOrNothing whether nothing is entered unless every row can be
 * @param stoppedBy why it stopped on the way, or {@code null}
 * @param uploadedByName who sent it
 * @param uploadedAt when
 * @param finishedAt when it was over, or {@code null}
 * @param rowsKept whether its rows are still kept, so that the refused ones can be fetched
 */
public record ImportFile(
        String id,
        String grantId,
        String programmeKey,
        String organisationId,
        String centreCode,
        Register register,
        String source,
        String fileName,
        long bytes,
        String encoding,
        int rows,
        ImportState state,
        RowCounts counts,
        int percent,
        boolean allOrNothing,
        List<Problem> stoppedBy,
        String uploadedByName,
        LocalDateTime uploadedAt,
        LocalDateTime finishedAt,
        boolean rowsKept) {

    /** Kind of object under which imports stand in the audit trail. */
    public static final String OBJECT_TYPE = "import";

    public Scope scope() {
        return Scope.ofGrant(programmeKey, organisationId, grantId).atCentre(centreCode);
    }

    public String path() {
        return "/registers/imports/" + id;
    }
}
