package org.thun.reporting.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thun.reporting.Edition;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.MonitoringReport.Area;
import org.thun.reporting.MonitoringReport.Breakdown;
import org.thun.reporting.MonitoringReport.Duplicates;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Movement;
import org.thun.reporting.MonitoringReport.Part;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.reporting.Restatement;
import org.thun.shared.LocalizedText;
import org.thun.shared.ThaiDates;

/**
 * A monitoring report in the words of one language. Every sentence is made from the numbers it goes with, so that no
 * document can say one thing and show another; templates only place what is ready here. Its methods are public because
 * the page template calls them by name.
 */
final class MonitoringView {

    /** Breakdowns of so many areas at most show each of them, with or without figures. */
    private static final int ALWAYS_SHOWN = 12;

    /** Where the axis of the chart ends; longer bars are cut there and only their number tells. */
    static final BigDecimal AXIS_END = BigDecimal.valueOf(120);

    /** The part of an area that has added nothing. */
    private static final Part NOTHING = new Part(null, null, null, null, false, false);

    private final MonitoringReport report;
    private final ReportTexts texts;
    private final Locale locale;

    MonitoringView(MonitoringReport report, Locale wanted) {
        this.report = report;
        this.texts = ReportTexts.of("monitoring", wanted);
        this.locale = texts.locale();
    }

    /** One row of the indicator table and of the chart beside it. */
    record Row(
            String id,
            String title,
            String unit,
            String baseline,
            String target,
            String phasedTarget,
            String actual,
            String code,
            String netThisPeriod,
            String percentOfTarget,
            String percentOfIncrement,
            String percentOfPhasedTarget,
            String plannedPercentOfIncrement,
            String pace,
            Status status,
            String statusWord,
            String basis,
            String description,
            Indicator values) {}

    /** One figure of a table and the short code under which its chain is shown, or {@code null}. */
    record Cell(String text, String code) {}

    /** One row of a table, with exactly as many values as the table has columns. */
    record AreaRow(String name, List<Cell> values, boolean closing) {}

    /**
     * A breakdown, or that part of its columns which fits beside each other.
     *
     * @param annex whether it is long and belongs behind the signatures on paper
     */
    record AreaTable(
            String title, String heading, List<String> columns, List<AreaRow> rows, String note, boolean annex) {}

    /**
     * The bar of one row for a drawing that is {@link #AXIS_END} percent wide.
     *
     * @param width length of the bar in percent, {@code null} without data
     * @param planned place of the mark, {@code null} without plan
     */
    record Bar(BigDecimal width, BigDecimal planned) {}

    /** A line of the last pages: evidence, verification and notes. */
    record NoteLine(String section, String mark, String text) {}

    public MonitoringReport report() {
        return report;
    }

    public ReportTexts texts() {
        return texts;
    }

    public Locale locale() {
        return locale;
    }

    public String title() {
        return texts.text("title");
    }

    /** Whose edition this is, or {@code null} for the whole grant. */
    public String edition() {
        Edition edition = report.edition();
        return edition.national() ? null : texts.text("edition." + edition.kind(), edition.name().in(locale));
    }

    /** What the table of results is called: in an area's edition it is that of the whole grant. */
    public String tableHeading() {
        return texts.text(report.edition().national() ? "table.heading" : "table.heading.whole");
    }

    /** What the chart is called. */
    public String chartHeading() {
        return texts.text(report.edition().national() ? "chart.heading" : "chart.heading.whole");
    }

    /** The title with the edition, for page heads and the properties of a file. */
    public String fullTitle() {
        return edition() == null ? title() : title() + " · " + edition();
    }

    public String programme() {
        return report.programme().in(locale);
    }

    public String grant() {
        return report.grant().in(locale);
    }

    public String grantNumber() {
        return report.grantNumber();
    }

    public String grantee() {
        return report.grantee().in(locale);
    }

    public String funder() {
        return report.funder().in(locale);
    }

    public boolean synthetic() {
        return report.synthetic();
    }

    public String period() {
        return report.period() == null
                ? texts.text("fact.period.none")
                : texts.text("fact.period.of", report.period().no(),
                        ThaiDates.formatShort(report.period().from(), locale),
                        ThaiDates.formatShort(report.period().to(), locale));
    }

    public String grantPeriod() {
        return texts.text("range", ThaiDates.formatShort(report.startsOn(), locale),
                ThaiDates.formatShort(report.endsOn(), locale));
    }

    public String asOf() {
        return ThaiDates.formatLong(report.asOf(), locale);
    }

    public String definition() {
        return texts.text("fact.definition.version", report.definitionVersion());
    }

    /** What stands at the foot of every page: of which day, made when, by which definition. */
    public String footer() {
        return texts.text("footer", ThaiDates.formatShort(report.asOf(), locale),
                ThaiDates.formatDateTime(report.generatedAt(), locale), report.definitionVersion());
    }

    /** A name for files, without extension; what some file system could not bear is replaced. */
    String fileName() {
        String grant = report.edition().national()
                ? report.grantNumber()
                : report.grantNumber() + "-" + report.edition().name().in(locale);
        return texts.text("file.monitoring", grant, ThaiDates.formatShort(report.asOf(), locale))
                .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").replace(' ', '-');
    }

    /** The statuses worth a place of their own: the four of every report, and the fifth where it occurs. */
    public List<Status> statuses() {
        return Arrays.stream(Status.values())
                .filter(status -> status != Status.NOT_APPLICABLE || report.count(status) > 0)
                .toList();
    }

    public String count(Status status) {
        return String.valueOf(report.count(status));
    }

    public String statusWord(Status status) {
        return texts.text("status." + status);
    }

    public String scale() {
        return texts.text("scale", texts.number(report.scale().greenFrom()), texts.number(report.scale().amberFrom()));
    }

    /** What the numbers say, in sentences. */
    public List<String> summary() {
        int all = report.indicators().size();
        if (all == 0) {
            return List.of(texts.text("summary.none"));
        }
        List<String> parts = new ArrayList<>();
        parts.add(texts.text("summary.onTrack", report.count(Status.GREEN), all));
        for (Status status : List.of(Status.AMBER, Status.RED, Status.NO_DATA, Status.NOT_APPLICABLE)) {
            if (report.count(status) > 0) {
                parts.add(texts.text("summary." + status, report.count(status)));
            }
        }
        List<String> sentences = new ArrayList<>();
        if (!report.edition().national()) {
            sentences.add(texts.text("summary.area", report.edition().name().in(locale), report.parts().size(), all));
        }
        sentences.add(texts.text(report.edition().national() ? "summary.sentence" : "summary.whole", asOf(), enumeration(parts)));
        long met = report.indicators().stream().filter(Indicator::isMet).count();
        if (met > 0) {
            sentences.add(texts.text("summary.met", met));
        }
        furthestBehind().ifPresent(indicator -> sentences.add(texts.text("summary.furthest", indicator.id(),
                indicator.title().in(locale), texts.number(indicator.actual()),
                texts.planned(indicator.phasedTarget()), indicator.unit().in(locale),
                texts.percent(indicator.percentOfPhasedTarget()).replace("%", ""))));
        return sentences;
    }

    public List<Row> rows() {
        return report.indicators().stream().map(this::row).toList();
    }

    public Bar bar(Row row) {
        return new Bar(onAxis(row.values().percentOfIncrement()), onAxis(row.values().plannedPercentOfIncrement()));
    }

    /** What the edition's area has added, or {@code null} in the national edition. */
    public AreaTable partTable() {
        if (report.edition().national()) {
            return null;
        }
        Changes changes = changes(report.parts().values().stream().map(Part::movement).toList(), List.of());
        List<String> columns = new ArrayList<>(List.of(texts.text("part.counted")));
        columns.addAll(changes.columns(false));
        columns.add(texts.text("part.share"));
        List<AreaRow> rows = new ArrayList<>();
        boolean hides = false;
        for (Indicator indicator : report.indicators()) {
            Part part = report.parts().getOrDefault(indicator.id(), NOTHING);
            hides |= part.hidden() || part.changesHidden();
            List<Cell> cells = new ArrayList<>();
            cells.add(part.hidden() ? hidden() : new Cell(texts.number(part.counted()), part.code()));
            cells.addAll(changes.cells(part.movement(), part.changesHidden(), false));
            cells.add(part.hidden() ? hidden() : cell(share(part, indicator)));
            rows.add(new AreaRow(indicator.id() + " " + indicator.title().in(locale), cells, false));
        }
        return new AreaTable(texts.text("part.heading", report.edition().name().in(locale)),
                texts.text("chart.indicator"), columns, rows, hides ? texts.text("hidden.changes") : null, false);
    }

    /**
     * The duplicates of the edition's area: before and after they are taken out, those still suspected, and what it shares
     * with other areas (BR-19, BR-20). {@code null} in the national edition, which shows them beside its changes, and where
     * nothing is known.
     */
    public AreaTable duplicatesTable() {
        if (report.edition().national()
                || report.parts().values().stream().allMatch(part -> part.duplicates() == null && !part.changesHidden())) {
            return null;
        }
        boolean shares = report.parts().values().stream()
                .anyMatch(part -> part.duplicates() != null && part.duplicates().shared() != null);
        List<String> columns = new ArrayList<>(List.of(texts.text("duplicates.gross"), texts.text("duplicates.confirmed"),
                texts.text("duplicates.net"), texts.text("duplicates.suspected")));
        if (shares) {
            columns.add(texts.text("duplicates.shared"));
        }
        List<AreaRow> rows = new ArrayList<>();
        boolean hides = false;
        for (Indicator indicator : report.indicators()) {
            Part part = report.parts().getOrDefault(indicator.id(), NOTHING);
            Duplicates found = part.duplicates();
            boolean hide = part.hidden() || part.changesHidden();
            if (found == null && !hide) {
                continue;
            }
            hides |= hide;
            List<Cell> cells = new ArrayList<>(List.of(cell(found == null ? null : found.gross(), hide),
                    cell(found == null ? null : found.confirmed(), hide), cell(found == null ? null : found.net(), hide),
                    cell(found == null ? null : found.suspected(), hide)));
            if (shares) {
                cells.add(cell(found == null ? null : found.shared(), hide));
            }
            rows.add(new AreaRow(indicator.id() + " " + indicator.title().in(locale), cells, false));
        }
        String note = texts.text("duplicates.note");
        return new AreaTable(texts.text("duplicates.heading", report.edition().name().in(locale)),
                texts.text("chart.indicator"), columns, rows,
                hides ? texts.text("hidden.changes") + "\n" + note : note, false);
    }

    /** How the period has changed the whole grant's counts, or {@code null} outside all periods. */
    public AreaTable movementTable() {
        List<Movement> movements = report.indicators().stream().map(Indicator::movement).toList();
        if (report.period() == null || movements.stream().allMatch(Objects::isNull)) {
            return null;
        }
        Changes changes = changes(movements, report.indicators().stream().map(Indicator::duplicates).toList());
        List<String> columns = new ArrayList<>(changes.columns(true));
        columns.addAll(changes.duplicateColumns());
        List<AreaRow> rows = new ArrayList<>();
        for (Indicator indicator : report.indicators()) {
            List<Cell> cells = new ArrayList<>(changes.cells(indicator.movement(), false, true));
            cells.addAll(changes.duplicateCells(indicator.duplicates(), false));
            rows.add(new AreaRow(indicator.id() + " " + indicator.title().in(locale), cells, false));
        }
        return new AreaTable(texts.text("movement.heading", period()), texts.text("chart.indicator"), columns, rows,
                texts.text("movement.note"), false);
    }

    /** Where the short codes of the figures are typed in, or {@code null} if there are none. */
    public String codes() {
        boolean any = report.indicators().stream().anyMatch(indicator -> indicator.code() != null)
                || report.parts().values().stream().anyMatch(part -> part.code() != null);
        return any ? texts.text("codes") : null;
    }

    /** The breakdowns, cut into tables of at most so many columns of figures. */
    public List<AreaTable> areaTables(int maxColumns) {
        List<AreaTable> tables = new ArrayList<>();
        for (Breakdown breakdown : report.breakdowns()) {
            int columns = breakdown.indicatorIds().size();
            int parts = (columns + maxColumns - 1) / maxColumns;
            // Eight columns make two tables of four, not one of seven and a lonely one.
            int width = parts == 0 ? 0 : (columns + parts - 1) / parts;
            for (int part = 0; part < parts; part++) {
                List<String> ids = breakdown.indicatorIds()
                        .subList(part * width, Math.min(columns, (part + 1) * width));
                String title = breakdown.title().in(locale);
                tables.add(new AreaTable(
                        parts == 1 ? title : texts.text("area.part", title, part + 1, parts),
                        breakdown.areaHeading().in(locale), ids, areaRows(breakdown, ids),
                        part == parts - 1 ? areaNote(breakdown) : null,
                        breakdown.areas().size() > ALWAYS_SHOWN));
            }
        }
        return tables;
    }

    public List<NoteLine> notes() {
        List<NoteLine> lines = new ArrayList<>();
        for (Indicator indicator : report.indicators()) {
            if (indicator.evidence() != null) {
                lines.add(new NoteLine(texts.text("evidence.heading"), indicator.id(),
                        indicator.evidence().in(locale)));
            }
        }
        if (report.verification() != null) {
            lines.add(new NoteLine(texts.text("verification.heading"), null, report.verification().in(locale)));
        }
        for (Indicator indicator : report.indicators()) {
            if (indicator.made() != null) {
                lines.add(new NoteLine(texts.text("notes.heading"), indicator.id(), indicator.made().in(locale)));
            }
            if (indicator.note() != null) {
                lines.add(new NoteLine(texts.text("notes.heading"), indicator.id(), indicator.note().in(locale)));
            }
        }
        for (RestatedRow row : restated()) {
            lines.add(new NoteLine(texts.text("restated.heading"), row.values().indicatorId(), texts.text("restated.line",
                    row.values().periodNo(), row.figure(), row.was(), row.is(), row.change(), row.reason())));
        }
        for (LocalizedText note : report.notes()) {
            lines.add(new NoteLine(texts.text("notes.heading"), null, note.in(locale)));
        }
        return lines;
    }

    /** A figure of an accepted period that later records have changed, in words. */
    record RestatedRow(String figure, String was, String is, String change, String reason, Restatement values) {}

    /** What later records have changed in accepted periods. */
    List<RestatedRow> restated() {
        return report.restated().stream()
                .map(each -> new RestatedRow(
                        each.area() == null
                                ? texts.text("restated." + each.figure())
                                : texts.text("restated." + each.figure() + ".of", each.area().in(locale)),
                        texts.number(each.was()), texts.number(each.is()),
                        each.was() == null || each.is() == null
                                ? texts.text("value.missing")
                                : texts.change(each.is().subtract(each.was())),
                        each.reason() == null ? texts.text("restated.noReason") : each.reason(), each))
                .toList();
    }

    /** The same lines under their headings, in order. */
    public Map<String, List<NoteLine>> noteSections() {
        return notes().stream()
                .collect(Collectors.groupingBy(NoteLine::section, LinkedHashMap::new, Collectors.toList()));
    }

    /** Which changes are known at all: columns of nothing but missing signs say nothing. */
    private Changes changes(List<Movement> movements, List<Duplicates> duplicates) {
        return new Changes(movements.stream().anyMatch(Objects::nonNull),
                movements.stream().anyMatch(movement -> movement != null && movement.added() != null),
                duplicates.stream().anyMatch(Objects::nonNull));
    }

    /** The columns of the changes of a period and of duplicates, as far as they are known. */
    private final class Changes {

        private final boolean moves;
        private final boolean newAndRemoved;
        private final boolean duplicates;

        Changes(boolean moves, boolean newAndRemoved, boolean duplicates) {
            this.moves = moves;
            this.newAndRemoved = newAndRemoved;
            this.duplicates = duplicates;
        }

        /** @param ends whether the counts at both ends of the period stand beside the change */
        List<String> columns(boolean ends) {
            List<String> columns = new ArrayList<>();
            if (moves) {
                add(columns, ends, "movement.opening");
                add(columns, newAndRemoved, "movement.added");
                add(columns, newAndRemoved, "movement.removed");
                columns.add(texts.text("movement.net"));
                add(columns, ends, "movement.closing");
            }
            return columns;
        }

        List<Cell> cells(Movement movement, boolean hide, boolean ends) {
            List<Cell> cells = new ArrayList<>();
            if (moves) {
                if (ends) {
                    cells.add(cell(movement == null ? null : movement.opening(), hide));
                }
                if (newAndRemoved) {
                    cells.add(cell(movement == null ? null : movement.added(), hide));
                    cells.add(cell(movement == null ? null : movement.removed(), hide));
                }
                cells.add(cell(net(movement), hide));
                if (ends) {
                    cells.add(cell(movement == null ? null : movement.closing(), hide));
                }
            }
            return cells;
        }

        List<String> duplicateColumns() {
            List<String> columns = new ArrayList<>();
            add(columns, duplicates, "duplicates.gross");
            add(columns, duplicates, "duplicates.found");
            return columns;
        }

        List<Cell> duplicateCells(Duplicates found, boolean hide) {
            return duplicates
                    ? List.of(cell(found == null ? null : found.gross(), hide),
                            hide || found == null ? cell(null, hide) : cell(texts.text("duplicates.of",
                                    texts.number(found.confirmed()), texts.number(found.suspected()))))
                    : List.of();
        }

        private void add(List<String> columns, boolean known, String key) {
            if (known) {
                columns.add(texts.text(key));
            }
        }
    }

    private static BigDecimal net(Movement movement) {
        return movement == null ? null : movement.net();
    }

    private Cell cell(BigDecimal value, boolean hide) {
        return hide ? hidden() : cell(texts.number(value));
    }

    private static Cell cell(String text) {
        return new Cell(text, null);
    }

    private Cell hidden() {
        return cell(texts.text("value.hidden"));
    }

    /** The area's share of what the whole grant has added. */
    private String share(Part part, Indicator indicator) {
        BigDecimal whole = indicator.movement() != null
                ? indicator.movement().closing()
                : indicator.actual() == null || indicator.baseline() == null
                        ? indicator.actual()
                        : indicator.actual().subtract(indicator.baseline());
        return part.counted() == null || indicator.noSum()
                ? texts.text("value.missing")
                : texts.percent(whole == null || whole.signum() == 0 ? null
                        : part.counted().movePointRight(2).divide(whole, 4, RoundingMode.DOWN), true);
    }

    private static BigDecimal onAxis(BigDecimal percent) {
        return percent == null ? null : percent.max(BigDecimal.ZERO).min(AXIS_END);
    }

    private Row row(Indicator indicator) {
        boolean known = indicator.actual() != null;
        String reached = texts.percent(indicator.percentOfIncrement(), known);
        String planned = texts.percent(indicator.plannedPercentOfIncrement(), indicator.phasedTarget() != null);
        return new Row(
                indicator.id(),
                indicator.title().in(locale),
                indicator.unit().in(locale),
                texts.number(indicator.baseline()),
                texts.number(indicator.target()),
                texts.planned(indicator.phasedTarget()),
                indicator.notComputable() ? texts.text("value.notApplicable") : texts.number(indicator.actual()),
                indicator.code(),
                texts.number(net(indicator.movement())),
                texts.percent(indicator.percentOfTarget(), known),
                reached,
                texts.percent(indicator.percentOfPhasedTarget(), known),
                planned,
                pace(indicator),
                indicator.status(),
                indicator.notComputable() ? texts.text("value.notApplicable") : statusWord(indicator.status()),
                basis(indicator),
                texts.text("chart.description", indicator.title().in(locale), reached, planned),
                indicator);
    }

    /** What the status was judged by, or {@code null} where there was nothing to judge. */
    private String basis(Indicator indicator) {
        return indicator.percentOfPhasedTarget() == null
                ? null
                : texts.text("status.basis", texts.percent(indicator.percentOfPhasedTarget()));
    }

    /** The pace needed, or in words why there is none. */
    private String pace(Indicator indicator) {
        if (indicator.isMet()) {
            return texts.text("pace.met");
        }
        return indicator.actual() != null && indicator.target() != null && report.monthsLeft() == 0
                ? texts.text("pace.over")
                : texts.number(report.neededPerMonth(indicator));
    }

    private Optional<Indicator> furthestBehind() {
        return report.indicators().stream()
                .filter(indicator -> indicator.status() == Status.AMBER || indicator.status() == Status.RED)
                .filter(indicator -> indicator.percentOfPhasedTarget() != null)
                .min(Comparator.comparing(Indicator::percentOfPhasedTarget));
    }

    private String enumeration(List<String> parts) {
        String text = parts.get(0);
        for (int i = 1; i < parts.size(); i++) {
            text = texts.text(i == parts.size() - 1 ? "summary.last" : "summary.list", text, parts.get(i));
        }
        return text;
    }

    private List<AreaRow> areaRows(Breakdown breakdown, List<String> ids) {
        List<AreaRow> rows = new ArrayList<>();
        shownAreas(breakdown).forEach(area -> rows.add(areaRow(area, ids, false)));
        breakdown.reconciliation().forEach(area -> rows.add(areaRow(area, ids, true)));
        return rows;
    }

    private AreaRow areaRow(Area area, List<String> ids, boolean closing) {
        return new AreaRow(area.name().in(locale),
                ids.stream()
                        .map(id -> area.hidden().contains(id)
                                ? hidden()
                                : new Cell(texts.number(area.values().get(id)), area.codes().get(id)))
                        .toList(),
                closing);
    }

    /** Many rows of nothing but missing signs hide the few that say something; those areas are named below the table. */
    private static List<Area> shownAreas(Breakdown breakdown) {
        return breakdown.areas().size() <= ALWAYS_SHOWN
                ? breakdown.areas()
                : breakdown.areas().stream().filter(area -> !area.values().isEmpty() || !area.hidden().isEmpty()).toList();
    }

    private String areaNote(Breakdown breakdown) {
        List<Area> silent = new ArrayList<>(breakdown.areas());
        silent.removeAll(shownAreas(breakdown));
        String note = breakdown.note() == null ? null : breakdown.note().in(locale);
        if (breakdown.hiddenBelow() != null) {
            String hides = texts.text("hidden.areas", breakdown.hiddenBelow() - 1);
            note = note == null ? hides : hides + "\n" + note;
        }
        if (silent.isEmpty()) {
            return note;
        }
        String names = silent.stream().map(area -> area.name().in(locale)).collect(Collectors.joining(", "));
        String missing = texts.text("area.silent", silent.size(), names);
        return note == null ? missing : missing + "\n" + note;
    }
}
