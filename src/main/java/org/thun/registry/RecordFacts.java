package org.thun.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.Ids;

/**
 * What a record says. Parts that its register does not have are {@code null} (or empty).
 *
 * @param id identity of the record, chosen by whoever enters it ({@link Ids#next()}): sending the same entry twice enters
 *     it once
 * @param register the register
 * @param grantId the grant under which the evidence was collected
 * @param centreCode the centre that collected it
 * @param name name of the organisation, title of the item or issue, or first name of the person
 * @param surname surname of a person, else {@code null}
 * @param nameEn the name in English, or {@code null}
 * @param district district (amphoe, khet) in words, or {@code null}
 * @param subdistrict sub-district (tambon, khwaeng) in words, or {@code null}
 * @param categoryCode type of the organisation, category of the knowledge item or theme of the campaign: a code of the
 *     list that belongs to the register
 * @param channelCode channel of a campaign
 * @param link where the item or the campaign is published
 * @param sexCode code in the list {@code sex}, for people and completions, or {@code null}
 * @param birthYear year of birth (C.E.) of a person, or {@code null}
 * @param roles the roles of a person
 * @param roundNo round of the course that was completed
 * @param datedOn day the evidence speaks of: collected, published, completed
 * @param source where it is known from, in words, or {@code null}
 * @param ground why the data of a person may be kept (BR-39)
 * @param consentedOn day of the consent; with {@link LawfulGround#CONSENT} only
 * @param purposeTold whether the person has been told what the data are for (BR-39)
 * @param note remark for the verifier, or {@code null}
 * @param citizenNumber number of the person in the civil register as typed ({@link CitizenNumber#read}), with
 *     {@link LawfulGround#CONSENT} only (BR-19). It goes in and never comes out: what is read back has {@code null} here,
 *     and {@code null} in a correction leaves the number that is known. Written into no version, no audit entry, no log
 */
public record RecordFacts(
        String id,
        Register register,
        String grantId,
        String centreCode,
        String name,
        String surname,
        String nameEn,
        String district,
        String subdistrict,
        String categoryCode,
        String channelCode,
        String link,
        String sexCode,
        Integer birthYear,
        List<HeldRole> roles,
        Integer roundNo,
        LocalDate datedOn,
        String source,
        LawfulGround ground,
        LocalDate consentedOn,
        boolean purposeTold,
        String note,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String citizenNumber) {

    public RecordFacts {
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    /** What a record says of somebody whose citizen number is not known, or not to be asked for. */
    public RecordFacts(
            String id,
            Register register,
            String grantId,
            String centreCode,
            String name,
            String surname,
            String nameEn,
            String district,
            String subdistrict,
            String categoryCode,
            String channelCode,
            String link,
            String sexCode,
            Integer birthYear,
            List<HeldRole> roles,
            Integer roundNo,
            LocalDate datedOn,
            String source,
            LawfulGround ground,
            LocalDate consentedOn,
            boolean purposeTold,
            String note) {
        this(id, register, grantId, centreCode, name, surname, nameEn, district, subdistrict, categoryCode, channelCode,
                link, sexCode, birthYear, roles, roundNo, datedOn, source, ground, consentedOn, purposeTold, note, null);
    }

    /** The same with the citizen number of the person, or without it. */
    public RecordFacts withCitizenNumber(String typed) {
        return new RecordFacts(id, register, grantId, centreCode, name, surname, nameEn, district, subdistrict,
                categoryCode, channelCode, link, sexCode, birthYear, roles, roundNo, datedOn, source, ground, consentedOn,
                purposeTold, note, typed);
    }

    /**
     * The same without what is behind a permission of its own where the record is about a person: year of birth,
     * sub-district, citizen number (BR-39).
     */
    public RecordFacts withoutSensitive() {
        return !PersonalRecords.about(register)
                ? this
                : new RecordFacts(id, register, grantId, centreCode, name, surname, nameEn, district, null, categoryCode,
                channelCode, link, sexCode, null, roles, roundNo, datedOn, source, ground, consentedOn, purposeTold, note);
    }

    /** The same without anything that names or describes the person: what is left is that there was a record. */
    public RecordFacts withoutPerson() {
        return new RecordFacts(id, register, grantId, centreCode, null, null, null, null, null, null, null, null, null,
                null, List.of(), roundNo, datedOn, null, ground, consentedOn, purposeTold, null);
    }

    /** The name as people read it, surname included. */
    public String fullName() {
        return surname == null ? name : name + " " + surname;
    }

    /** Names nobody, so that no data of a person reaches a log. */
    @Override
    public String toString() {
        return "RecordFacts[" + register + " " + id + "]";
    }
}
