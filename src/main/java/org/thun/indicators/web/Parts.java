package org.thun.indicators.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thun.indicators.CentreFigures;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.SmallCounts;

/**
 * What regions, provinces and centres have added to one indicator, as this reader may see it: who sees aggregates only does
 * not see counts so small that they could point at people.
 */
final class Parts {

    /**
     * A figure of a part.
     *
     * @param value what was counted, or {@code null} if nothing was, or it is hidden
     * @param hidden whether it is kept from this reader
     */
    record Cell(Long value, boolean hidden) {

        static final Cell NOTHING = new Cell(null, false);
    }

    /** A region with its centres. */
    record RegionPart(CodeItem region, Cell counted, List<CentrePart> centres) {}

    /** A centre with what it has added. */
    record CentrePart(CentreDefinition centre, Cell counted) {}

    private final ProgrammeDefinition definition;
    private final Map<String, Long> regions = new LinkedHashMap<>();
    private final Map<String, Long> centres = new LinkedHashMap<>();
    private final Set<String> hiddenRegions = new HashSet<>();
    private final Set<String> hiddenCentres = new HashSet<>();

    private Parts(ProgrammeDefinition definition) {
        this.definition = definition;
    }

    static Parts of(ProgrammeDefinition definition, List<CentreFigures> figures, String indicatorId, boolean hideSmall) {
        Parts parts = new Parts(definition);
        Map<String, Map<String, Long>> byRegion = new HashMap<>();
        for (CentreFigures each : figures) {
            Long counted = each.of(indicatorId);
            if (counted != null) {
                parts.centres.put(each.centre().code(), counted);
                parts.regions.merge(each.centre().region(), counted, Long::sum);
                byRegion.computeIfAbsent(each.centre().region(), region -> new HashMap<>())
                        .put(each.centre().code(), counted);
            }
        }
        if (hideSmall) {
            int small = definition.registry().smallCount();
            parts.hiddenRegions.addAll(SmallCounts.hidden(parts.regions, small));
            byRegion.forEach((region, some) -> parts.hiddenCentres.addAll(
                    parts.hiddenRegions.contains(region) ? some.keySet() : SmallCounts.hidden(some, small)));
        }
        return parts;
    }

    /** Regions in the order of the definition, with those of their centres that have added anything. */
    public List<RegionPart> regions() {
        List<RegionPart> parts = new ArrayList<>();
        for (CodeItem region : definition.regions()) {
            parts.add(new RegionPart(region, region(region.code()), definition.centres().stream()
                    .filter(centre -> centre.region().equals(region.code()) && centres.containsKey(centre.code()))
                    .map(centre -> new CentrePart(centre, centre(centre.code())))
                    .toList()));
        }
        return parts;
    }

    public Cell region(String code) {
        return cell(regions.get(code), hiddenRegions.contains(code));
    }

    public Cell centre(String code) {
        return cell(centres.get(code), hiddenCentres.contains(code));
    }

    /** Of several centres together; hidden if one of them is. */
    Cell sum(List<CentreDefinition> some) {
        List<Long> counted = some.stream().map(centre -> centres.get(centre.code())).filter(each -> each != null).toList();
        return cell(counted.isEmpty() ? null : counted.stream().mapToLong(Long::longValue).sum(),
                some.stream().anyMatch(centre -> hiddenCentres.contains(centre.code())));
    }

    /** Σ of all centres. */
    public long sum() {
        return centres.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Cell cell(Long counted, boolean hidden) {
        return counted == null ? Cell.NOTHING : hidden ? new Cell(null, true) : new Cell(counted, false);
    }
}
