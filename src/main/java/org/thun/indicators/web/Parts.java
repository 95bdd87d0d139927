package org.thun.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.thun.indicators.AreaValue;
import org.thun.indicators.CentreFigures;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CodeItem;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.IndicatorKind;
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
     * @param part what the part comes to, or {@code null} if it has said nothing, or it is hidden
     * @param hidden whether it is kept from this reader
     */
    record Cell(AreaValue part, boolean hidden) {

        static final Cell NOTHING = new Cell(null, false);
        static final Cell HIDDEN = new Cell(null, true);

        /** What is shown, or {@code null}. */
        public BigDecimal value() {
            return part == null ? null : part.value();
        }

        /** Whether something was reported but there is nothing below the line to divide by. */
        public boolean notComputable() {
            return part != null && part.value() == null;
        }
    }

    /** A region with its centres. */
    record RegionPart(CodeItem region, Cell counted, List<CentrePart> centres) {}

    /** A centre with what it has added. */
    record CentrePart(CentreDefinition centre, Cell counted) {}

    private final ProgrammeDefinition definition;
    private final Indicator indicator;
    private final Map<String, AreaValue> regions = new LinkedHashMap<>();
    private final Map<String, AreaValue> centres = new LinkedHashMap<>();
    private final Set<String> hiddenRegions = new HashSet<>();
    private final Set<String> hiddenCentres = new HashSet<>();

    private Parts(ProgrammeDefinition definition, Indicator indicator) {
        this.definition = definition;
        this.indicator = indicator;
    }

    static Parts of(ProgrammeDefinition definition, List<CentreFigures> figures, String indicatorId,
            boolean hideSmall) {
        Parts parts = new Parts(definition, definition.indicator(indicatorId).orElseThrow());
        Map<String, Map<String, Long>> byRegion = new HashMap<>();
        Map<String, Long> sums = new LinkedHashMap<>();
        for (CentreFigures each : figures) {
            AreaValue value = each.values().get(indicatorId);
            if (value != null) {
                long people = value.people(parts.indicator);
                parts.centres.put(each.centre().code(), value);
                byRegion.computeIfAbsent(each.centre().region(), region -> new HashMap<>())
                        .put(each.centre().code(), people);
            }
        }
        byRegion.forEach((region, some) -> {
            AreaValue value = AreaValue.together(parts.indicator, some.keySet().stream().map(parts.centres::get).toList());
            if (value != null) {
                parts.regions.put(region, value);
                sums.put(region, value.people(parts.indicator));
            }
        });
        boolean protects = parts.indicator.source().register() != null || parts.indicator.tellsOfPeople();
        if (hideSmall && protects) {
            int small = definition.registry().smallCount();
            parts.hiddenRegions.addAll(SmallCounts.hidden(sums, small));
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
    Cell together(List<CentreDefinition> some) {
        List<CentreDefinition> known = some.stream().filter(centre -> centres.containsKey(centre.code())).toList();
        if (known.isEmpty()) {
            return Cell.NOTHING;
        }
        if (known.stream().anyMatch(centre -> hiddenCentres.contains(centre.code()))) {
            return Cell.HIDDEN;
        }
        return known.size() == 1
                ? centre(known.get(0).code())
                : cell(AreaValue.together(indicator,
                        known.stream().map(centre -> centres.get(centre.code())).toList()), false);
    }

    /** Σ of all centres, of what adds up; {@code null} otherwise. */
    public BigDecimal sum() {
        return indicator.kind().addsUp()
                ? centres.values().stream().map(AreaValue::amount).reduce(BigDecimal.ZERO, BigDecimal::add)
                : null;
    }

    /** How many centres stand on each step of a ladder, from the first; empty of other kinds. */
    public List<Integer> onSteps() {
        if (indicator.kind() != IndicatorKind.MILESTONE_LADDER) {
            return List.of();
        }
        return IntStream.rangeClosed(1, indicator.steps())
                .mapToObj(step -> (int) centres.values().stream()
                        .filter(value -> value.amount().intValue() == step)
                        .count())
                .toList();
    }

    boolean hides(String centre) {
        return hiddenCentres.contains(centre);
    }

    private static Cell cell(AreaValue part, boolean hidden) {
        return part == null ? Cell.NOTHING : hidden ? Cell.HIDDEN : new Cell(part, false);
    }
}
