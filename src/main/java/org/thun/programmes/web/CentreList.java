package org.thun.programmes.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.shared.ThaiOrder;

/**
 * The centres that pass a filter, by region.
 *
 * @param regions regions with at least one centre that passes
 * @param shown centres that pass
 * @param total all centres of the programme
 */
record CentreList(List<Region> regions, int shown, int total) {

    record Region(CodeItem region, List<CentreDefinition> centres) {}

    /**
     * @param text part of a name (either language) or of a code; blank for all
     * @param region code of a region; blank for all
     */
    static CentreList of(ProgrammeDefinition definition, String text, String region) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Region> regions = new ArrayList<>();
        int shown = 0;
        for (CodeItem item : definition.regions()) {
            List<CentreDefinition> centres = definition.centres().stream()
                    .filter(centre -> centre.region().equals(item.code()))
                    .filter(centre -> region.isBlank() || centre.region().equals(region))
                    .filter(centre -> matches(centre, wanted))
                    .sorted(ThaiOrder.by(centre -> centre.name().th()))
                    .toList();
            if (!centres.isEmpty()) {
                regions.add(new Region(item, centres));
                shown += centres.size();
            }
        }
        return new CentreList(regions, shown, definition.centres().size());
    }

    private static boolean matches(CentreDefinition centre, String wanted) {
        return centre.name().th().contains(wanted)
                || centre.name().en() != null && centre.name().en().toLowerCase(Locale.ROOT).contains(wanted)
                || centre.code().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
