package org.thun.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.thun.reporting.MonitoringPack.AreaFigures;

/**
 * Which areas' figures of one indicator stay hidden from readers of sums. A small figure alone is not enough: a reader who
 * knows the total works out a single gap, so next larger ones are hidden with it until at least two are, which together
 * are not small themselves. Regions within the grant and centres within their region follow the same rule.
 */
final class SmallCounts {

    private SmallCounts() {}

    /** The keys of the editions whose figure of that indicator is hidden. */
    static Set<String> hidden(String indicatorId, List<AreaFigures> regions, List<AreaFigures> centres, int smallCount) {
        Set<String> hidden = new HashSet<>();
        hide(indicatorId, regions, smallCount, hidden);
        Map<String, List<AreaFigures>> byRegion = new TreeMap<>();
        centres.forEach(centre -> byRegion.computeIfAbsent(centre.regionCode(), any -> new ArrayList<>()).add(centre));
        for (AreaFigures region : regions) {
            List<AreaFigures> inside = byRegion.getOrDefault(region.regionCode(), List.of());
            if (hidden.contains(region.edition().key())) {
                // The centres of a hidden region would add up to it.
                shown(indicatorId, inside).forEach(centre -> hidden.add(centre.edition().key()));
            } else {
                hide(indicatorId, inside, smallCount, hidden);
            }
        }
        return hidden;
    }

    private static void hide(String indicatorId, List<AreaFigures> areas, int smallCount, Set<String> hidden) {
        List<AreaFigures> rising = shown(indicatorId, areas);
        List<AreaFigures> gaps = new ArrayList<>(rising.stream()
                .filter(area -> tells(indicatorId, area, smallCount))
                .toList());
        if (gaps.isEmpty()) {
            return;
        }
        BigDecimal sum = gaps.stream().map(area -> value(indicatorId, area)).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (AreaFigures area : rising) {
            if (gaps.size() >= 2 && sum.compareTo(BigDecimal.valueOf(smallCount)) >= 0) {
                break;
            }
            if (!gaps.contains(area)) {
                gaps.add(area);
                sum = sum.add(value(indicatorId, area));
            }
        }
        gaps.forEach(area -> hidden.add(area.edition().key()));
    }

    /** Whether the figure is small, or was when the period began: its change would tell. */
    private static boolean tells(String indicatorId, AreaFigures area, int smallCount) {
        MonitoringReport.Movement movement = area.parts().get(indicatorId).movement();
        return small(value(indicatorId, area), smallCount) || movement != null && small(movement.opening(), smallCount);
    }

    /** From one up to below the limit; nothing at all tells of nobody. */
    static boolean small(BigDecimal value, int smallCount) {
        return value != null && value.signum() != 0 && value.abs().compareTo(BigDecimal.valueOf(smallCount)) < 0;
    }

    private static List<AreaFigures> shown(String indicatorId, List<AreaFigures> areas) {
        return areas.stream()
                .filter(area -> area.parts().containsKey(indicatorId) && value(indicatorId, area) != null
                        && value(indicatorId, area).signum() > 0)
                .sorted(Comparator.comparing(area -> value(indicatorId, area)))
                .toList();
    }

    private static BigDecimal value(String indicatorId, AreaFigures area) {
        MonitoringReport.Part part = area.parts().get(indicatorId);
        return part.people() != null ? part.people() : part.counted();
    }
}
