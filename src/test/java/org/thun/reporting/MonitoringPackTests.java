package org.thun.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.thun.reporting.MonitoringPack.AreaFigures;
import org.thun.reporting.MonitoringReport.Area;
import org.thun.reporting.MonitoringReport.Breakdown;
import org.thun.reporting.MonitoringReport.Duplicates;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Movement;
import org.thun.reporting.MonitoringReport.Part;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.reporting.MonitoringReport.StatusScale;
import org.thun.shared.LocalizedText;

class MonitoringPackTests {

    private static final LocalizedText TEXT = new LocalizedText("ก", "a");
    private static final LocalDate DAY = LocalDate.of(2017, 2, 28);
    private static final int SMALL = 5;

    @Test
    void hasAnEditionForTheGrantEachRegionAndEachCentre() {
        MonitoringPack pack = pack(true, Map.of("a", 7L, "b", 9L), Map.of("c", 11L));

        assertThat(pack.editions()).extracting(Edition::key).containsExactly("national", "region-r0", "region-r1",
                "centre-a", "centre-b", "centre-c");
        assertThat(pack.edition("centre-b").orElseThrow().parts().get("P").counted()).isEqualByComparingTo("9");
        assertThat(pack.edition("region-r0").orElseThrow().breakdowns()).singleElement().satisfies(table ->
                assertThat(table.areas()).extracting(Area::code).containsExactly("centre-a", "centre-b"));
        assertThat(pack.edition("centre-x")).isEmpty();
    }

    @Test
    @DisplayName("BR-39: readers of sums see no small number of people, nor a way to work it out")
    void hidesSmallCountsAndTheirNeighbours() {
        assertThat(hidden(pack(true, Map.of("a", 2L, "b", 9L, "c", 40L), Map.of("d", 100L)))).containsExactlyInAnyOrder(
                "centre-a", "centre-b");
        assertThat(hidden(pack(true, Map.of("a", 1L, "b", 1L, "c", 40L), Map.of("d", 100L)))).as("two that sum to two")
                .containsExactlyInAnyOrder("centre-a", "centre-b", "centre-c");
        assertThat(hidden(pack(true, Map.of("a", 2L), Map.of("d", 100L)))).as("a region of one small centre")
                .containsExactlyInAnyOrder("region-r0", "region-r1", "centre-a", "centre-d");
        assertThat(hidden(pack(true, Map.of("a", 0L, "b", 9L), Map.of("d", 100L)))).as("nothing tells of nobody").isEmpty();
        assertThat(hidden(pack(false, Map.of("a", 2L, "b", 9L), Map.of("d", 100L)))).as("organisations").isEmpty();
    }

    @Test
    void hidesWhatASmallChangeWouldTell() {
        MonitoringPack pack = withMovement(new Movement(BigDecimal.valueOf(98), null, null, BigDecimal.valueOf(100)));

        Part part = pack.forReadersOfSums().edition("centre-a").orElseThrow().parts().get("P");

        assertThat(part.counted()).isEqualByComparingTo("100");
        assertThat(part.changesHidden()).isTrue();
        assertThat(part.movement()).isNull();
    }

    @Test
    void hidesTheSameFiguresInTheTablesOfTheWholeGrant() {
        MonitoringPack shown = pack(true, Map.of("a", 2L, "b", 9L, "c", 40L), Map.of("d", 100L)).forReadersOfSums();

        Breakdown centres = shown.national().breakdowns().get(0);
        assertThat(centres.hiddenBelow()).isEqualTo(SMALL);
        assertThat(centres.areas()).filteredOn(area -> area.hidden().contains("P")).extracting(Area::code)
                .containsExactlyInAnyOrder("centre-a", "centre-b");
        assertThat(centres.areas()).filteredOn(area -> !area.hidden().isEmpty())
                .allSatisfy(area -> assertThat(area.values()).doesNotContainKey("P"));
    }

    @Test
    void hidesDuplicatesOfTheWholeGrantThatTellOfFewPeople() {
        Duplicates few = new Duplicates(BigDecimal.valueOf(104), BigDecimal.ZERO, BigDecimal.valueOf(2));
        Duplicates many = new Duplicates(BigDecimal.valueOf(150), BigDecimal.valueOf(20), BigDecimal.valueOf(30));

        assertThat(shownDuplicates(true, few)).isNull();
        assertThat(shownDuplicates(true, many)).isEqualTo(many);
        assertThat(shownDuplicates(false, few)).as("organisations").isEqualTo(few);
    }

    private static Duplicates shownDuplicates(boolean people, Duplicates duplicates) {
        return new MonitoringPack(report(people, duplicates, List.of()), List.of(), List.of(), TEXT, TEXT, SMALL)
                .forReadersOfSums().national().indicators().get(0).duplicates();
    }

    private static Set<String> hidden(MonitoringPack pack) {
        MonitoringPack shown = pack.forReadersOfSums();
        Set<String> hidden = new java.util.TreeSet<>();
        shown.editions().stream().skip(1).forEach(edition -> {
            Part part = shown.edition(edition.key()).orElseThrow().parts().get("P");
            if (part != null && part.hidden()) {
                assertThat(part.counted()).isNull();
                hidden.add(edition.key());
            }
        });
        return hidden;
    }

    private static MonitoringPack withMovement(Movement movement) {
        AreaFigures centre = new AreaFigures(new Edition(Edition.Kind.CENTRE, "a", TEXT), "r0",
                Map.of("P", new Part(movement.closing(), movement, null, null, false, false)));
        return new MonitoringPack(report(true, List.of()), List.of(), List.of(centre), TEXT, TEXT, SMALL);
    }

    /** Regions {@code r0}, {@code r1}, … with these centres. */
    @SafeVarargs
    private static MonitoringPack pack(boolean people, Map<String, Long>... regions) {
        List<AreaFigures> regionFigures = new ArrayList<>();
        List<AreaFigures> centreFigures = new ArrayList<>();
        for (int i = 0; i < regions.length; i++) {
            String region = "r" + i;
            long sum = regions[i].values().stream().mapToLong(Long::longValue).sum();
            regionFigures.add(new AreaFigures(new Edition(Edition.Kind.REGION, region, TEXT), region, parts(sum)));
            regions[i].entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(centre -> centreFigures.add(
                    new AreaFigures(new Edition(Edition.Kind.CENTRE, centre.getKey(), TEXT), region,
                            parts(centre.getValue()))));
        }
        Breakdown centres = new Breakdown(TEXT, TEXT, List.of("P"), centreFigures.stream()
                .map(area -> Area.of(TEXT, area.edition().key(), area.parts())).toList(), List.of(), null, null);
        return new MonitoringPack(report(people, List.of(centres)), regionFigures, centreFigures, TEXT, TEXT, SMALL);
    }

    private static Map<String, Part> parts(long counted) {
        return new HashMap<>(Map.of("P", new Part(BigDecimal.valueOf(counted), null, null, null, false, false)));
    }

    private static MonitoringReport report(boolean people, List<Breakdown> breakdowns) {
        return report(people, null, breakdowns);
    }

    private static MonitoringReport report(boolean people, Duplicates duplicates, List<Breakdown> breakdowns) {
        return new MonitoringReport(Edition.NATIONAL, Map.of(), TEXT, TEXT, "1", TEXT, TEXT, DAY.minusYears(1),
                DAY.plusYears(1), DAY, DAY.atStartOfDay(), null, "1", false,
                new StatusScale(BigDecimal.valueOf(90), BigDecimal.valueOf(70)),
                List.of(new Indicator("P", TEXT, TEXT, null, null, null, BigDecimal.TEN, null, duplicates, null, people,
                        Status.NOT_APPLICABLE, null, null)),
                breakdowns, null, List.of(), List.of());
    }
}
