package org.thun.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.thun.grants.Grants;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.registry.RecordFilter;
import org.thun.registry.internal.NameMapper.PlaceRow;
import org.thun.registry.internal.RecordQuery.Spot;

/** Provinces, districts and sub-districts by what somebody writes of them: some hundred names, each looked at. */
@Component
class PlaceSearch {

    /** Spots of one statement; whoever writes what more places bear is shown the first of them. */
    private static final int MOST_SPOTS = 200;

    /** What stands before the name of a place and is often left out. */
    private static final Pattern KIND =
            Pattern.compile("^(?:จังหวัด|จ\\.|อำเภอ|อ\\.|ตำบล|ต\\.|เขต|แขวง)\\s*");

    private static final double ALIKE = 0.75;

    private final NameMapper names;
    private final Grants grants;
    private final Programmes programmes;

    PlaceSearch(NameMapper names, Grants grants, Programmes programmes) {
        this.names = names;
        this.grants = grants;
        this.programmes = programmes;
    }

    /** Where the places of a filter are; {@code null} if it names none. Whole provinces stand for what is in them. */
    List<Spot> spots(RecordFilter filter) {
        String sought = filter.place() == null || filter.grantId() == null ? "" : fold(filter.place());
        if (sought.isEmpty()) {
            return filter.place() == null || filter.place().isBlank() ? null : List.of();
        }
        ProgrammeDefinition definition = new Cases(grants, programmes).definition(grants.get(filter.grantId()));
        List<Spot> spots = new ArrayList<>();
        for (CentreDefinition centre : definition.centres()) {
            if (means(sought, centre.name().th()) || means(sought, centre.name().en())) {
                spots.add(new Spot(centre.code(), null, null));
            }
        }
        List<PlaceRow> places = names.places(filter.grantId(), filter.register() == null ? null : filter.register().name(),
                filter.centreCode());
        for (PlaceRow place : places) {
            if (means(sought, place.district())) {
                add(spots, new Spot(place.centreCode(), place.district(), null));
            } else if (means(sought, place.subdistrict())) {
                add(spots, new Spot(place.centreCode(), place.district().isEmpty() ? null : place.district(),
                        place.subdistrict()));
            }
        }
        return spots.size() <= MOST_SPOTS ? spots : spots.subList(0, MOST_SPOTS);
    }

    private static void add(List<Spot> spots, Spot spot) {
        if (!spots.contains(spot) && !spots.contains(new Spot(spot.centreCode(), null, null))) {
            spots.add(spot);
        }
    }

    private static boolean means(String sought, String name) {
        String folded = name == null || name.isEmpty() ? "" : fold(name);
        return !folded.isEmpty() && (folded.startsWith(sought) || NameFold.likeness(sought, folded) >= ALIKE);
    }

    private static String fold(String place) {
        return NameFold.fold(KIND.matcher(place.strip()).replaceFirst(""));
    }
}
