package org.thun.registry.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.HeldRole;
import org.thun.registry.LawfulGround;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordState;
import org.thun.registry.RegisterRecord;

/** A row of {@code registry_record}; {@code recordNo} is {@code null} until the database has given it. */
record RecordRow(
        String id,
        Long recordNo,
        Register registerCode,
        String programmeKey,
        String organisationId,
        String grantId,
        String centreCode,
        String provinceCode,
        String name,
        String surname,
        String nameEn,
        byte[] sortKey,
        String district,
        String subdistrict,
        String categoryCode,
        String channelCode,
        String link,
        String sexCode,
        Integer birthYear,
        Integer roundNo,
        LocalDate datedOn,
        String sourceText,
        LawfulGround groundCode,
        LocalDate consentedOn,
        boolean purposeTold,
        String note,
        RecordState state,
        int versionNo,
        String authorId,
        String authorName,
        LocalDateTime enteredAt,
        LocalDate firstSubmittedOn,
        LocalDateTime submittedAt,
        String verifierName,
        LocalDate verifiedOn,
        LocalDate freshUntil,
        String reason,
        LocalDate anonymisedOn) {

    /** Whether nothing may be shown of the person any more. */
    boolean nameless() {
        return state == RecordState.WITHDRAWN || anonymisedOn != null;
    }

    /** The record as others read it; of a person who has withdrawn nothing is left but that there was a record. */
    RegisterRecord toRecord(List<HeldRole> roles) {
        RecordFacts facts = nameless()
                ? new RecordFacts(id, registerCode, grantId, centreCode, null, null, null, null, null, null, null, null,
                        null, null, List.of(), null, datedOn, null, null, null, false, null)
                : new RecordFacts(id, registerCode, grantId, centreCode, name, surname, nameEn, district, subdistrict,
                        categoryCode, channelCode, link, sexCode, birthYear, roles, roundNo, datedOn, sourceText,
                        groundCode, consentedOn, purposeTold, note);
        return new RegisterRecord(facts, RecordNumbers.write(registerCode, recordNo), programmeKey, organisationId,
                provinceCode, state, versionNo, authorId, authorName, enteredAt, verifierName, verifiedOn,
                Cases.FOR_EVER.equals(freshUntil) ? null : freshUntil, reason);
    }
}
