package org.thun.registry;

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
        String note) {

    public RecordFacts {
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    /** The name as people read it, surname included. */
    public String fullName() {
        return surname == null ? name : name + " " + surname;
    }
}
