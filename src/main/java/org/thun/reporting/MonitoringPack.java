package org.thun.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.thun.reporting.MonitoringReport.Area;
import org.thun.reporting.MonitoringReport.Breakdown;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Part;
import org.thun.shared.LocalizedText;

/**
 * The figures of a grant on one day, from which every edition of its monitoring report is made: collected once, so that
 * the editions of a pack cannot contradict each other.
 *
 * @param national the edition of the whole grant
 * @param regions what each region has added, in the order of the programme
 * @param centres what each centre has added, in the order of the programme
 * @param centresOfRegion what the table of a region's centres is called
 * @param centreHeading heading of its first column
 * @param smallCount figures from one up to below this number are not shown to readers of sums
 */
public record MonitoringPack(
        MonitoringReport national,
        List<AreaFigures> regions,
        List<AreaFigures> centres,
        LocalizedText centresOfRegion,
        LocalizedText centreHeading,
        int smallCount) {

    public MonitoringPack {
        regions = List.copyOf(regions);
        centres = List.copyOf(centres);
    }

    /**
     * What one area has added to the indicators.
     *
     * @param edition the area's edition
     * @param regionCode the region itself, or the region of the centre
     * @param parts by indicator id; an indicator to which the area has added nothing is absent
     */
    public record AreaFigures(Edition edition, String regionCode, Map<String, Part> parts) {

        public AreaFigures {
            parts = Map.copyOf(parts);
        }
    }

    /** Every edition that there is: the national one, then regions, then centres. */
    public List<Edition> editions() {
        List<Edition> editions = new ArrayList<>();
        editions.add(Edition.NATIONAL);
        regions.forEach(area -> editions.add(area.edition()));
        centres.forEach(area -> editions.add(area.edition()));
        return editions;
    }

    /** The edition with that key, if there is one. */
    public Optional<MonitoringReport> edition(String key) {
        if (key.equals(Edition.NATIONAL.key())) {
            return Optional.of(national);
        }
        return areas().stream().filter(area -> area.edition().key().equals(key)).findFirst().map(this::cut);
    }

    /** The editions of those regions and centres to which anything has been added. */
    public List<MonitoringReport> areasWithFigures() {
        return areas().stream().filter(area -> !area.parts().isEmpty()).map(this::cut).toList();
    }

    /**
     * The same pack for readers of sums: small figures of people in an area, and the figures from which they could be
     * worked out, are hidden in every edition alike (BR-39).
     */
    public MonitoringPack forReadersOfSums() {
        Set<String> people = national.indicators().stream().filter(Indicator::people).map(Indicator::id)
                .collect(Collectors.toSet());
        Map<String, Set<String>> hidden = new HashMap<>();
        for (String id : people) {
            SmallCounts.hidden(id, regions, centres, smallCount)
                    .forEach(key -> hidden.computeIfAbsent(key, any -> new HashSet<>()).add(id));
        }
        return new MonitoringPack(
                national.forReadersOfSums(national.breakdowns().stream()
                        .map(breakdown -> breakdown.hiding(area -> hidden.getOrDefault(area.code(), Set.of()), smallCount))
                        .toList(), smallCount),
                hide(regions, people, hidden), hide(centres, people, hidden), centresOfRegion, centreHeading, smallCount);
    }

    private List<AreaFigures> hide(List<AreaFigures> areas, Set<String> people, Map<String, Set<String>> hidden) {
        return areas.stream()
                .map(area -> {
                    Set<String> ofArea = hidden.getOrDefault(area.edition().key(), Set.of());
                    Map<String, Part> parts = new HashMap<>();
                    area.parts().forEach((id, part) -> parts.put(id, ofArea.contains(id)
                            ? Part.HIDDEN
                            : people.contains(id) ? part.withoutSmallChanges(smallCount) : part));
                    return new AreaFigures(area.edition(), area.regionCode(), parts);
                })
                .toList();
    }

    private List<AreaFigures> areas() {
        List<AreaFigures> areas = new ArrayList<>(regions);
        areas.addAll(centres);
        return areas;
    }

    private MonitoringReport cut(AreaFigures area) {
        return national.cut(area.edition(), area.parts(),
                area.edition().kind() == Edition.Kind.REGION ? List.of(centresOf(area)) : List.of());
    }

    private Breakdown centresOf(AreaFigures region) {
        List<Area> rows = centres.stream()
                .filter(centre -> centre.regionCode().equals(region.regionCode()))
                .map(centre -> Area.of(centre.edition().name(), centre.edition().key(), centre.parts()))
                .toList();
        boolean hides = rows.stream().anyMatch(row -> !row.hidden().isEmpty());
        return new Breakdown(centresOfRegion, centreHeading,
                national.indicators().stream().map(Indicator::id).toList(), rows,
                List.of(Area.of(region.edition().name(), region.edition().key(), region.parts())), null,
                hides ? smallCount : null);
    }
}
