package org.thun.programmes;

import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * The areas that join in one year of a programme.
 *
 * @param year year of the programme, from 1
 * @param areaCount how many areas, also where they are not yet named
 * @param areas the areas that are named; may be empty
 * @param focus what the year is for, or {@code null}
 */
public record Cohort(int year, int areaCount, List<LocalizedText> areas, LocalizedText focus) {

    public Cohort {
        areas = List.copyOf(areas);
    }
}
