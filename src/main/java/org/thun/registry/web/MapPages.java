package org.thun.registry.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CentreDefinition.CentreKind;
import org.thun.programmes.CodeItem;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.IndicatorKind;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.CountFilter;
import org.thun.registry.RegistryCounts;
import org.thun.registry.SmallCounts;
import org.thun.registry.web.Tiles.Tile;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.ThaiOrder;
import org.thun.web.NotFound;

/** What counts by province: a tile for each on a map, and the same as a table. */
@Controller
class MapPages {

    private static final Set<IndicatorKind> COUNTED = Set.of(IndicatorKind.UNIQUE_COUNT, IndicatorKind.COUNT);

    /** Side of a tile in the units of the drawing, the gap to the next one included. */
    private static final int STEP = 40;

    /** Shades from few to many. */
    private static final int SHADES = 5;

    /** Where centres stand that are parts of a province: in the empty corner beside the south. */
    private static final int INSET_COLUMN = 5;
    private static final int INSET_ROW = 12;
    private static final int INSET_COLUMNS = 3;

    private final RegistryCounts counts;
    private final Grants grants;
    private final EntryDesk desk;
    private final BusinessClock clock;

    MapPages(RegistryCounts counts, Grants grants, EntryDesk desk, BusinessClock clock) {
        this.counts = counts;
        this.grants = grants;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Something that is counted.
     *
     * @param code as it stands in the address: an indicator's id or the name of a register
     * @param indicator the indicator, or {@code null}
     * @param kind the register
     * @param filter what is counted of it
     */
    record Subject(String code, Indicator indicator, Kinds kind, CountFilter filter) {

        public LocalizedText title() {
            return indicator == null ? null : indicator.title();
        }
    }

    /**
     * The figure of a centre.
     *
     * @param value what counts, or {@code null} if nothing does or this reader is not shown it
     * @param hidden whether it is kept from this reader
     * @param shade 0 for none, then from 1 (few) up
     * @param link where the figure is explained, or {@code null}
     */
    record Part(CentreDefinition centre, Long value, boolean hidden, int shade, String link) {}

    /** A centre on the map; a part that is {@code null} stands for a province without a centre. */
    record Placed(Part part, LocalizedText letters, int x, int y) {}

    /** A region and its centres. */
    record Region(CodeItem item, List<Part> parts) {}

    /** A shade and the figures it stands for. */
    record Shade(int no, long from, long to) {}

    @GetMapping("/registers/map")
    String map(@RequestParam(required = false) String grant, @RequestParam(required = false) String what, Actor actor,
            Model model) {
        List<Grant> readable = readable(actor);
        if (readable.isEmpty()) {
            throw new NotFound("map, for " + actor.username());
        }
        Grant chosen = RegisterPages.chosen(readable, grant);
        ProgrammeDefinition definition = desk.definition(chosen);
        List<Subject> subjects = subjects(definition);
        Subject subject = subjects.stream().filter(each -> each.code().equals(what)).findFirst().orElse(subjects.get(0));
        List<Part> parts = parts(chosen, definition, subject, actor);
        long most = parts.stream().filter(part -> part.value() != null).mapToLong(Part::value).max().orElse(0);
        model.addAttribute("grants", readable);
        model.addAttribute("chosen", chosen);
        model.addAttribute("readsRegisters", !desk.readable(actor).isEmpty());
        model.addAttribute("subjects", subjects);
        model.addAttribute("subject", subject);
        model.addAttribute("today", clock.today());
        model.addAttribute("aggregatesOnly", desk.aggregatesOnly(chosen, actor));
        model.addAttribute("tiles", placed(definition, parts));
        model.addAttribute("step", STEP);
        model.addAttribute("shades", shades(most));
        model.addAttribute("regions", regions(definition, parts));
        if (sees(chosen, actor)) {
            long national = counts.counted(chosen.id(), subject.filter(), clock.today());
            long sum = counts.countedByCentre(chosen.id(), subject.filter(), clock.today()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            model.addAttribute("sum", sum);
            model.addAttribute("national", national);
        }
        return "registry/map";
    }

    /** Grants whose registers or indicators this person may look into. */
    private List<Grant> readable(Actor actor) {
        return Stream.concat(desk.readable(actor).stream(), grants.visibleTo(actor).stream()
                        .filter(grant -> grant.effectiveFrom() != null && sees(grant, actor)))
                .distinct()
                .toList();
    }

    /** What can be shown: indicators that count records, and the registers themselves. */
    private static List<Subject> subjects(ProgrammeDefinition definition) {
        List<Subject> subjects = new ArrayList<>();
        for (Indicator indicator : definition.indicators()) {
            if (COUNTED.contains(indicator.kind()) && indicator.source().register() != null) {
                subjects.add(new Subject(indicator.id(), indicator, Kinds.of(indicator.source().register()),
                        new CountFilter(indicator.source().register(), indicator.source().role())));
            }
        }
        Kinds.all().forEach(kind ->
                subjects.add(new Subject(kind.slug(), null, kind, CountFilter.of(kind.register()))));
        return subjects;
    }

    private List<Part> parts(Grant grant, ProgrammeDefinition definition, Subject subject, Actor actor) {
        Map<String, Long> counted = counts.countedByCentre(grant.id(), subject.filter(), clock.today());
        Set<String> hidden = desk.aggregatesOnly(grant, actor) ? hidden(definition, counted) : Set.of();
        boolean sees = sees(grant, actor);
        boolean explained = sees && grants.find(grant.id(), actor).isPresent();
        Set<String> own = desk.centres(grant, Action.READ, actor).stream()
                .map(CentreDefinition::code)
                .collect(Collectors.toSet());
        long most = counted.entrySet().stream()
                .filter(each -> !hidden.contains(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
        List<Part> parts = new ArrayList<>();
        for (CentreDefinition centre : definition.centres()) {
            if (sees || own.contains(centre.code())) {
                boolean kept = hidden.contains(centre.code());
                Long value = kept ? null : counted.get(centre.code());
                parts.add(new Part(centre, value, kept, value == null ? 0 : shade(value, most),
                        value == null ? null : link(grant, subject, centre, explained, own.contains(centre.code()))));
            }
        }
        return parts;
    }

    /** Whether somebody may know the sums of all centres, as on the pages of the indicators. */
    private static boolean sees(Grant grant, Actor actor) {
        return actor.may(Action.READ, ObjectKind.MEASUREMENT, grant.scope());
    }

    /** To the chain of the figure; for what is no indicator, to the records, for who may see them. */
    private static String link(Grant grant, Subject subject, CentreDefinition centre, boolean explained, boolean own) {
        if (subject.indicator() != null && explained) {
            return grant.path() + "/indicators/" + subject.code() + "?centre=" + centre.code();
        }
        return own
                ? subject.kind().path() + "?grant=" + grant.id() + "&centre=" + centre.code() + "&state=VERIFIED"
                : null;
    }

    /** Small figures and those from which they could be reckoned (BR-39): first among regions, then among centres. */
    private static Set<String> hidden(ProgrammeDefinition definition, Map<String, Long> counted) {
        int small = definition.registry().smallCount();
        Map<String, Map<String, Long>> byRegion = new HashMap<>();
        definition.centres().stream()
                .filter(centre -> counted.containsKey(centre.code()))
                .forEach(centre -> byRegion.computeIfAbsent(centre.region(), region -> new HashMap<>())
                        .put(centre.code(), counted.get(centre.code())));
        Map<String, Long> regions = new HashMap<>();
        byRegion.forEach((region, some) -> regions.put(region, some.values().stream().mapToLong(Long::longValue).sum()));
        Set<String> hiddenRegions = SmallCounts.hidden(regions, small);
        Set<String> hidden = new HashSet<>();
        byRegion.forEach((region, some) ->
                hidden.addAll(hiddenRegions.contains(region) ? some.keySet() : SmallCounts.hidden(some, small)));
        return hidden;
    }

    /** Every province on its tile, in the order of their names; parts of a province, and what has no tile, in a corner. */
    private static List<Placed> placed(ProgrammeDefinition definition, List<Part> parts) {
        List<Placed> placed = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int aside = 0;
        for (Part part : parts) {
            Tile tile = Tiles.byProvince().get(part.centre().provinceCode());
            if (part.centre().kind() == CentreKind.PROVINCE && tile != null && taken.add(tile.province())) {
                placed.add(new Placed(part, tile.letters(), STEP * tile.column(), STEP * tile.row()));
            } else {
                String no = String.valueOf(++aside);
                placed.add(new Placed(part, tile == null ? new LocalizedText(no, no)
                        : new LocalizedText(tile.letters().th() + no, tile.letters().en() + no),
                        STEP * (INSET_COLUMN + (aside - 1) % INSET_COLUMNS), STEP * (INSET_ROW + (aside - 1) / INSET_COLUMNS)));
                if (tile != null) {
                    taken.add(tile.province());
                }
            }
        }
        placed.sort(Comparator.comparing(Placed::part, ThaiOrder.by(part -> part.centre().name().th())));
        Tiles.byProvince().values().stream()
                .filter(tile -> !taken.contains(tile.province()))
                .map(tile -> new Placed(null, tile.letters(), STEP * tile.column(), STEP * tile.row()))
                .forEach(placed::add);
        return placed;
    }

    private static List<Region> regions(ProgrammeDefinition definition, List<Part> parts) {
        return definition.regions().stream()
                .map(region -> new Region(region, parts.stream()
                        .filter(part -> part.centre().region().equals(region.code()))
                        .toList()))
                .filter(region -> !region.parts().isEmpty())
                .toList();
    }

    private static int shade(long value, long most) {
        return (int) Math.max(1, (value * SHADES + most - 1) / most);
    }

    private static List<Shade> shades(long most) {
        return IntStream.rangeClosed(1, SHADES)
                .mapToObj(no -> new Shade(no, (no - 1) * most / SHADES + 1, no * most / SHADES))
                .filter(shade -> shade.to() >= shade.from())
                .toList();
    }
}
