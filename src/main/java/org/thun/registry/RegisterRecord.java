package org.thun.registry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.thun.identity.Scope;

/**
 * A record as it stands.
 *
 * @param facts what it says
 * @param number number for people ({@code PER-1024}), unique over the installation
 * @param programmeKey programme of its grant
 * @param organisationId grantee of its grant
 * @param provinceCode province of its centre
 * @param state where it stands
 * @param version number of the facts, from 1; raised by each correction
 * @param authorId account that entered it
 * @param authorName name of that person at the time
 * @param enteredAt when it was entered
 * @param verifierName who verified it last, or {@code null}
 * @param verifiedOn business day of the last verification, or {@code null}
 * @param freshUntil last day on which it counts without being confirmed again (BR-18); {@code null} if not
 *     verified, or if such records do not grow stale
 * @param reason why it was rejected or withdrawn, or {@code null}
 */
public record RegisterRecord(
        RecordFacts facts,
        String number,
        String programmeKey,
        String organisationId,
        String provinceCode,
        RecordState state,
        int version,
        String authorId,
        String authorName,
        LocalDateTime enteredAt,
        String verifierName,
        LocalDate verifiedOn,
        LocalDate freshUntil,
        String reason) {

    /** The same without what is behind a permission of its own (BR-39). */
    public RegisterRecord withoutSensitive() {
        return new RegisterRecord(facts.withoutSensitive(), number, programmeKey, organisationId, provinceCode, state,
                version, authorId, authorName, enteredAt, verifierName, verifiedOn, freshUntil, reason);
    }

    public String id() {
        return facts.id();
    }

    /** Where the record belongs. */
    public Scope scope() {
        return Scope.ofGrant(programmeKey, organisationId, facts.grantId()).atCentre(facts.centreCode());
    }

    /** Verified, but not confirmed for so long that it does not count on that day (BR-18). */
    public boolean staleOn(LocalDate day) {
        return state == RecordState.VERIFIED && freshUntil != null && day.isAfter(freshUntil);
    }
}
