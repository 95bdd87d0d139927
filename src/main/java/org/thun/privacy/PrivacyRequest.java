package org.thun.privacy;

import java.time.LocalDateTime;
import org.thun.identity.Scope;

/**
 * Something with data of people that a second person has to agree to.
 *
 * @param id its id
 * @param number its number for people ({@code P-3})
 * @param kind what is asked for
 * @param state where it stands
 * @param programmeKey programme of the grant
 * @param organisationId grantee of the grant
 * @param grantId the grant
 * @param centreCode the centre, or {@code null} where it is about the whole grant
 * @param recordId the record to lose its name, or {@code null}
 * @param filter which records an export has, as it was written down, or {@code null}
 * @param people how many people it is about
 * @param done how many of them have been dealt with
 * @param reason why it was asked for
 * @param askedById who asked, or {@code null} for the system
 * @param askedByName name of that person at the time
 * @param askedAt when
 * @param decidedByName who decided, or {@code null}
 * @param decidedAt when, or {@code null}
 * @param decidedReason the words given for it, or {@code null}
 */
public record PrivacyRequest(
        String id,
        String number,
        RequestKind kind,
        RequestState state,
        String programmeKey,
        String organisationId,
        String grantId,
        String centreCode,
        String recordId,
        String filter,
        long people,
        long done,
        String reason,
        String askedById,
        String askedByName,
        LocalDateTime askedAt,
        String decidedByName,
        LocalDateTime decidedAt,
        String decidedReason) {

    /** Where it belongs. */
    public Scope scope() {
        Scope grant = Scope.ofGrant(programmeKey, organisationId, grantId);
        return centreCode == null ? grant : grant.atCentre(centreCode);
    }
}
