package org.thun.programmes;

import org.thun.shared.LocalizedText;

/**
 * A centre of a programme.
 *
 * @param code stable code inside the programme ({@code TH-50}, {@code TH-10-1})
 * @param name the province or zone
 * @param kind what one centre covers
 * @param region code in {@link ProgrammeDefinition#regions()}
 * @param provinceCode number of the province in TIS 1099 and ISO 3166-2:TH ({@code 50}); zones of Bangkok share {@code 10}
 */
public record CentreDefinition(String code, LocalizedText name, CentreKind kind, String region, String provinceCode) {

    /** What one centre covers. */
    public enum CentreKind {
        PROVINCE,
        BANGKOK_ZONE
    }
}
