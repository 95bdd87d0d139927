package org.thun.programmes;

import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * An organisation named in a programme.
 *
 * @param code stable code inside the programme ({@code LDI})
 * @param abbreviation how people abbreviate it ({@code ศปจ.}), or {@code null}
 * @param aliases other abbreviations in use
 * @param name full name
 * @param units how many units it has (76 provincial centres), or {@code null} for a single organisation
 * @param area what one unit covers, or {@code null}
 */
public record ProgrammeParty(
        String code, String abbreviation, List<String> aliases, LocalizedText name, Integer units, LocalizedText area) {

    public ProgrammeParty {
        aliases = List.copyOf(aliases);
    }
}
