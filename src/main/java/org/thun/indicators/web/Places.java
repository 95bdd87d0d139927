package org.thun.indicators.web;

import java.util.List;
import org.thun.indicators.Place;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.shared.LocalizedText;
import org.thun.web.NotFound;

/** Places of a programme as they stand in addresses: the narrowest that is named counts. */
final class Places {

    private Places() {}

    /** @throws NotFound if the programme has no such place */
    static Place of(ProgrammeDefinition definition, String region, String province, String centre) {
        Place place = given(centre) ? Place.centre(centre)
                : given(province) ? Place.province(province)
                : given(region) ? Place.region(region)
                : Place.WHOLE;
        if (!place.isWhole() && centres(definition, place).isEmpty()) {
            throw new NotFound(place + " of " + definition.key());
        }
        return place;
    }

    static LocalizedText name(ProgrammeDefinition definition, Place place) {
        return switch (place.kind()) {
            case WHOLE -> definition.title();
            case REGION -> definition.region(place.code());
            case PROVINCE -> province(centres(definition, place));
            case CENTRE -> definition.centre(place.code()).orElseThrow().name();
        };
    }

    static List<CentreDefinition> centres(ProgrammeDefinition definition, Place place) {
        return definition.centres().stream()
                .filter(centre -> switch (place.kind()) {
                    case WHOLE -> true;
                    case REGION -> centre.region().equals(place.code());
                    case PROVINCE -> centre.provinceCode().equals(place.code());
                    case CENTRE -> centre.code().equals(place.code());
                })
                .toList();
    }

    /** A province that is one centre bears its name; one of several zones the names of its first and last. */
    private static LocalizedText province(List<CentreDefinition> centres) {
        LocalizedText first = centres.get(0).name();
        LocalizedText last = centres.get(centres.size() - 1).name();
        return centres.size() == 1
                ? first
                : new LocalizedText(first.th() + " – " + last.th(),
                        first.en() == null || last.en() == null ? null : first.en() + " – " + last.en());
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
