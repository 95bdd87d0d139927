package org.thun.parties;

import java.time.LocalDate;
import org.thun.programmes.CentreDefinition.CentreKind;
import org.thun.shared.LocalizedText;

/**
 * A centre of a programme. Centres are never deleted: what a definition no longer names ends.
 *
 * @param id id of the centre
 * @param programmeKey its programme
 * @param code stable code inside the programme ({@code TH-50})
 * @param kind what it covers
 * @param name the province or zone
 * @param region code of the region
 * @param regionName the region
 * @param provinceCode number of the province in TIS 1099 and ISO 3166-2:TH
 * @param activeFrom first day, or {@code null} if it was there when the programme was loaded first
 * @param activeTo last day, or {@code null} while it is active
 */
public record Centre(
        String id,
        String programmeKey,
        String code,
        CentreKind kind,
        LocalizedText name,
        String region,
        LocalizedText regionName,
        String provinceCode,
        LocalDate activeFrom,
        LocalDate activeTo) {

    public boolean activeOn(LocalDate day) {
        return (activeFrom == null || !day.isBefore(activeFrom)) && (activeTo == null || !day.isAfter(activeTo));
    }
}
