package org.thun.reporting.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.thun.activities.AcceptedReport;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.activities.OccurrenceState;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.Activity;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.WorkPlan;
import org.thun.reporting.PlanReport;
import org.thun.reporting.PlanReport.Item;
import org.thun.reporting.PlanReport.Row;
import org.thun.reporting.PlanReports;
import org.thun.reporting.ReportFormat;
import org.thun.shared.BusinessClock;
import org.thun.shared.DateRange;
import org.thun.shared.Money;
import org.thun.shared.ThaiDates;

/** Collects the activity plan report of a grant and prints it. */
@Service
class PlanDesk implements PlanReports {

    private static final String PART_GRID = "GRID";
    private static final String PART_LIST = "LIST";

    /** What wins where several things stand in one month: the last. */
    private static final List<PlanStrip.Kind> PRESSING = List.of(PlanStrip.Kind.CANCELLED, PlanStrip.Kind.ACCEPTED,
            PlanStrip.Kind.PLANNED, PlanStrip.Kind.UNDER_WAY, PlanStrip.Kind.LATE);

    /** Signs that say without colour what stands in a month; {@code sheet.legend} explains them. */
    private static final Map<PlanStrip.Kind, String> SIGNS = Map.of(PlanStrip.Kind.PLANNED, "○",
            PlanStrip.Kind.UNDER_WAY, "◐", PlanStrip.Kind.ACCEPTED, "●", PlanStrip.Kind.LATE, "!",
            PlanStrip.Kind.CANCELLED, "×", PlanStrip.Kind.AGREED, "‹›");

    private static final String HELD = " ■";

    private final Grants grants;
    private final Programmes programmes;
    private final ActivityPlans plans;
    private final MessageSource messages;
    private final BusinessClock clock;
    private final JasperTemplates templates = new JasperTemplates();
    private final PlanPages pages = new PlanPages();
    private final PlanGridSheet monthSheet = new PlanGridSheet();

    PlanDesk(Grants grants, Programmes programmes, ActivityPlans plans, MessageSource messages, BusinessClock clock) {
        this.grants = grants;
        this.programmes = programmes;
        this.plans = plans;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<PlanReport> of(String grantId, Actor actor) {
        return grants.find(grantId, actor)
                .filter(grant -> grant.effectiveFrom() != null
                        && actor.may(Action.READ, ObjectKind.ACTIVITY_PLAN, grant.scope()))
                .map(grant -> collect(grant, actor));
    }

    private PlanReport collect(Grant grant, Actor actor) {
        boolean withReports = actor.may(Action.READ, ObjectKind.ACTIVITY_REPORT, grant.scope());
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        Map<String, List<Occurrence>> byActivity =
                plans.ofGrant(grant.id()).stream().collect(Collectors.groupingBy(Occurrence::activityCode));
        Map<String, AcceptedReport> accepted = withReports
                ? plans.accepted(grant.id()).stream()
                        .collect(Collectors.toMap(AcceptedReport::occurrenceId, Function.identity()))
                : Map.of();
        List<Row> rows = new ArrayList<>();
        for (WorkPlan plan : definition.workPlans()) {
            for (Activity activity : plan.activities()) {
                rows.add(new Row(plan.title(), activity.code(), activity.title(),
                        byActivity.getOrDefault(activity.code(), List.of()).stream()
                                .map(occurrence -> item(occurrence, accepted.get(occurrence.id())))
                                .toList()));
            }
        }
        return new PlanReport(grant.id(), grant.number(), grant.title(), grant.granteeName(), clock.today(),
                clock.dateTime(), grant.synthetic(), grant.term(),
                IntStream.rangeClosed(1, grant.durationMonths()).mapToObj(grant.months()::month).toList(),
                Math.min(plans.agreedMonths(grant.id()), grant.durationMonths()), withReports, rows);
    }

    private static Item item(Occurrence occurrence, AcceptedReport report) {
        return new Item(occurrence.no(), occurrence.firstMonth(), occurrence.lastMonth(), occurrence.days(),
                occurrence.agreedFirstMonth(), occurrence.agreedLastMonth(), occurrence.mark(), occurrence.endAssumed(),
                occurrence.state(), occurrence.isLate() ? occurrence.lateSince() : null,
                report == null ? null : report.held(),
                report == null ? null : report.participants(),
                report == null ? null : report.outputs(),
                occurrence.plannedBudget(),
                report == null ? null : report.total());
    }

    @Override
    public byte[] render(PlanReport report, ReportFormat format, Locale wanted) {
        ReportTexts texts = ReportTexts.of("plan", wanted);
        try {
            return switch (format) {
                case PDF -> MonitoringPdf.export(paper(report, texts), texts.text("title"),
                        report.grantee().in(texts.locale()), texts.locale());
                case XLSX -> MonitoringWorkbook.export(List.of(sheet(report, texts), months(report, texts)),
                        List.of(texts.text("sheet"), texts.text("grid")));
                case DOCX, HTML -> throw new IllegalArgumentException("the activity plan is not made as " + format);
            };
        } catch (JRException e) {
            throw new IllegalStateException("plan of " + report.number() + " cannot be made as " + format, e);
        }
    }

    @Override
    public String fileName(PlanReport report, ReportFormat format, Locale wanted) {
        ReportTexts texts = ReportTexts.of("plan", wanted);
        String name = texts.text("file", report.number(), ThaiDates.formatShort(report.asOf(), texts.locale()));
        return name.replaceAll("[\\s/\\\\:*?\"<>|]+", "-") + "." + format.extension();
    }

    private JasperPrint paper(PlanReport report, ReportTexts texts) throws JRException {
        Map<String, Object> parameters = parameters(report, texts);
        parameters.put("monthHeads", report.months().stream()
                .map(days -> ThaiDates.formatMonth(days.from(), texts.locale()).replace(' ', '\n'))
                .toList());
        parameters.put("yearHeads", PlanPages.fiscalYears(report.months()).stream()
                .map(year -> texts.text("fiscalYear", ThaiDates.formatFiscalYear(year.begins(), texts.locale())))
                .toList());
        List<Map<String, ?>> rows = new ArrayList<>(grid(report, texts));
        rows.addAll(list(report, texts));
        return pages.fill(report.months(), parameters, new JRMapCollectionDataSource(rows));
    }

    private Map<String, Object> parameters(PlanReport report, ReportTexts texts) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
        parameters.put("grant", texts.text("grant", report.number(), report.title().in(texts.locale())));
        parameters.put("grantee", texts.text("grantee", report.grantee().in(texts.locale()), range(report.term(), texts)));
        parameters.put("summary", summary(report, texts));
        parameters.put("synthetic", report.synthetic());
        parameters.put("footer", texts.text("footer", report.number(),
                ThaiDates.formatShort(report.asOf(), texts.locale()),
                ThaiDates.formatDateTime(report.generatedAt(), texts.locale())));
        return parameters;
    }

    /** In words made from the numbers, so that they cannot contradict them. */
    private static String summary(PlanReport report, ReportTexts texts) {
        List<Item> items = report.items();
        long cancelled = items.stream().filter(item -> item.state() == OccurrenceState.CANCELLED).count();
        List<String> words = new ArrayList<>();
        words.add(texts.text("summary.accepted",
                items.stream().filter(item -> item.state() == OccurrenceState.ACCEPTED).count(),
                items.size() - cancelled));
        long late = items.stream().filter(Item::late).count();
        words.add(late == 0 ? texts.text("summary.noneLate") : texts.text("summary.late", late));
        if (cancelled > 0) {
            words.add(texts.text("summary.cancelled", cancelled));
        }
        long moved = items.stream().filter(Item::moved).count();
        if (moved > 0) {
            words.add(texts.text("summary.moved", moved));
        }
        long added = items.stream().filter(Item::added).count();
        if (added > 0) {
            words.add(texts.text("summary.added", added));
        }
        if (report.months().size() > report.agreedMonths()) {
            words.add(texts.text("summary.extended", report.agreedMonths(), report.months().size()));
        }
        if (report.withReports()) {
            words.add(texts.text("summary.cost", Money.sum(items.stream()
                    .map(Item::cost)
                    .filter(cost -> cost != null)
                    .toList()).formatted()));
        }
        return String.join(" · ", words);
    }

    private static List<Map<String, ?>> grid(PlanReport report, ReportTexts texts) {
        int today = IntStream.range(0, report.months().size())
                .filter(month -> report.months().get(month).contains(report.asOf()))
                .map(month -> month + 1)
                .findFirst()
                .orElse(0);
        List<Map<String, ?>> rows = new ArrayList<>();
        for (Row row : report.rows()) {
            Map<String, Object> values = new HashMap<>();
            values.put("part", PART_GRID);
            values.put("group", row.workPlan().in(texts.locale()));
            values.put("activity", row.code() + " " + row.title().in(texts.locale())
                    + (row.items().isEmpty() ? "\n" + texts.text("noSchedule") : ""));
            values.put("strip", new PlanStrip(report.months().size(), report.agreedMonths(),
                    pieces(row, report), today));
            rows.add(values);
        }
        return rows;
    }

    private static List<PlanStrip.Piece> pieces(Row row, PlanReport report) {
        List<PlanStrip.Piece> pieces = new ArrayList<>();
        for (Item item : row.items()) {
            if (item.moved()) {
                pieces.add(new PlanStrip.Piece(PlanStrip.Kind.AGREED, item.agreedFirstMonth() - 1.0,
                        item.agreedLastMonth(), item.mark(), false));
            }
            pieces.add(new PlanStrip.Piece(kind(item), item.firstMonth() - 1.0, item.lastMonth(), item.mark(),
                    item.endAssumed() && item.lastMonth() == report.months().size()));
            if (item.held() != null) {
                double from = at(report, item.held().from(), 0);
                double to = at(report, item.held().to(), 1);
                pieces.add(new PlanStrip.Piece(PlanStrip.Kind.HELD, from, to, false, false));
            }
        }
        return pieces;
    }

    /** Where a day lies among the months, in months from the start; {@code after} 1 for its evening. */
    private static double at(PlanReport report, LocalDate day, int after) {
        for (int month = 0; month < report.months().size(); month++) {
            DateRange days = report.months().get(month);
            if (days.contains(day)) {
                double length = days.to().toEpochDay() - days.from().toEpochDay() + 1.0;
                return month + (day.toEpochDay() - days.from().toEpochDay() + after) / length;
            }
        }
        return day.isBefore(report.term().from()) ? 0 : report.months().size();
    }

    private static PlanStrip.Kind kind(Item item) {
        if (item.late()) {
            return PlanStrip.Kind.LATE;
        }
        return switch (item.state()) {
            case PLANNED -> PlanStrip.Kind.PLANNED;
            case ACCEPTED -> PlanStrip.Kind.ACCEPTED;
            case CANCELLED -> PlanStrip.Kind.CANCELLED;
            case READY, IN_PROGRESS, DONE, REPORTED -> PlanStrip.Kind.UNDER_WAY;
        };
    }

    /** Late ones first, the longest late at the top; then in the order of the plan. */
    private List<Map<String, ?>> list(PlanReport report, ReportTexts texts) {
        record Entry(Row row, Item item) {}
        List<Entry> entries = new ArrayList<>();
        report.rows().forEach(row -> row.items().forEach(item -> entries.add(new Entry(row, item))));
        entries.sort(Comparator.comparing((Entry entry) -> entry.item().lateSince(),
                Comparator.nullsLast(Comparator.naturalOrder())));
        List<Map<String, ?>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            Item item = entry.item();
            Map<String, Object> values = new HashMap<>();
            values.put("part", PART_LIST);
            values.put("late", item.late());
            values.put("activity", entry.row().code() + " " + entry.row().title().in(texts.locale()) + " ("
                    + item.no() + ")");
            values.put("scheduled", scheduled(item, texts));
            values.put("held", item.held() == null ? texts.text("value.missing") : range(item.held(), texts));
            values.put("state", state(item, texts));
            values.put("outputs", item.outputs() == null ? texts.text("value.missing") : outputs(item, texts));
            values.put("budget", money(item.budget(), texts));
            values.put("cost", money(item.cost(), texts));
            rows.add(values);
        }
        return rows;
    }

    private static String scheduled(Item item, ReportTexts texts) {
        List<String> words = new ArrayList<>(List.of(months(item.firstMonth(), item.lastMonth(), texts)));
        if (item.endAssumed()) {
            words.add(texts.text("endAssumed"));
        }
        if (item.moved()) {
            words.add(texts.text("movedFrom", months(item.agreedFirstMonth(), item.agreedLastMonth(), texts)));
        }
        if (item.added()) {
            words.add(texts.text("added"));
        }
        words.add(range(item.days(), texts));
        return String.join("\n", words);
    }

    private String state(Item item, ReportTexts texts) {
        String state = stateName(item.state(), texts);
        return item.late()
                ? state + "\n" + texts.text("lateSince", ThaiDates.formatShort(item.lateSince(), texts.locale()))
                : state;
    }

    private String stateName(OccurrenceState state, ReportTexts texts) {
        return messages.getMessage("activities.OccurrenceState." + state.name(), null, texts.locale());
    }

    private static String outputs(Item item, ReportTexts texts) {
        return item.outputs() + "\n" + texts.text("participants", item.participants());
    }

    private static String months(int first, int last, ReportTexts texts) {
        return first == last ? texts.text("month", first) : texts.text("months", first, last);
    }

    private static String range(DateRange days, ReportTexts texts) {
        String from = ThaiDates.formatShort(days.from(), texts.locale());
        return days.from().equals(days.to())
                ? from
                : texts.text("range", from, ThaiDates.formatShort(days.to(), texts.locale()));
    }

    private static String money(Money money, ReportTexts texts) {
        return money == null ? texts.text("value.missing") : money.formatted();
    }

    private JasperPrint sheet(PlanReport report, ReportTexts texts) throws JRException {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (Row row : report.rows()) {
            for (Item item : row.items()) {
                rows.add(figures(row, item, texts));
            }
        }
        return templates.fill("plan-sheet", parameters(report, texts), new JRMapCollectionDataSource(rows));
    }

    /** The months as a sheet: what the bars show on paper, as signs in cells. */
    private JasperPrint months(PlanReport report, ReportTexts texts) throws JRException {
        Map<String, Object> parameters = parameters(report, texts);
        parameters.put("monthHeads", report.months().stream()
                .map(days -> ThaiDates.formatMonth(days.from(), texts.locale()))
                .toList());
        List<Map<String, ?>> rows = new ArrayList<>();
        for (Row row : report.rows()) {
            Map<String, Object> values = new HashMap<>();
            values.put("workPlan", row.workPlan().in(texts.locale()));
            values.put("code", row.code());
            values.put("activity", row.title().in(texts.locale()));
            for (int month = 1; month <= report.months().size(); month++) {
                cell(values, row, month, report);
            }
            rows.add(values);
        }
        return monthSheet.fill(report.months().size(), parameters, new JRMapCollectionDataSource(rows));
    }

    /** The sign and colour of a month: the most pressing of what stands in it, and whether anything was held in it. */
    private static void cell(Map<String, Object> values, Row row, int month, PlanReport report) {
        List<Item> here = row.items().stream()
                .filter(item -> item.firstMonth() <= month && month <= item.lastMonth())
                .toList();
        PlanStrip.Kind kind = here.stream()
                .map(PlanDesk::kind)
                .max(Comparator.comparingInt(PRESSING::indexOf))
                .or(() -> row.items().stream()
                        .filter(item -> item.moved() && item.agreedFirstMonth() <= month && month <= item.agreedLastMonth())
                        .findFirst()
                        .map(item -> PlanStrip.Kind.AGREED))
                .orElse(null);
        DateRange days = report.months().get(month - 1);
        boolean held = row.items().stream()
                .anyMatch(item -> item.held() != null && !item.held().from().isAfter(days.to())
                        && !item.held().to().isBefore(days.from()));
        values.put(PlanGridSheet.kind(month), kind == null ? null : kind.name());
        values.put(PlanGridSheet.text(month), (kind == null ? "" : SIGNS.get(kind)) + (held ? HELD : ""));
    }

    /** An occurrence as a workbook calculates with it. */
    private Map<String, Object> figures(Row row, Item item, ReportTexts texts) {
        Map<String, Object> values = new HashMap<>();
        values.put("workPlan", row.workPlan().in(texts.locale()));
        values.put("code", row.code());
        values.put("activity", row.title().in(texts.locale()));
        values.put("no", item.no());
        values.put("firstMonth", item.firstMonth());
        values.put("lastMonth", item.lastMonth());
        values.put("from", ThaiDates.formatShort(item.days().from(), texts.locale()));
        values.put("to", ThaiDates.formatShort(item.days().to(), texts.locale()));
        values.put("remarks", String.join("; ", remarks(item, texts)));
        values.put("heldFrom", item.held() == null
                ? texts.text("value.missing")
                : ThaiDates.formatShort(item.held().from(), texts.locale()));
        values.put("heldTo", item.held() == null
                ? texts.text("value.missing")
                : ThaiDates.formatShort(item.held().to(), texts.locale()));
        values.put("state", stateName(item.state(), texts));
        values.put("late", item.late()
                ? ThaiDates.formatShort(item.lateSince(), texts.locale())
                : texts.text("value.missing"));
        values.put("participants", item.participants() == null ? texts.text("value.missing") : item.participants());
        values.put("outputs", item.outputs() == null ? texts.text("value.missing") : item.outputs());
        values.put("budget", item.budget() == null ? texts.text("value.missing") : item.budget().toBaht());
        values.put("cost", item.cost() == null ? texts.text("value.missing") : item.cost().toBaht());
        return values;
    }

    private static List<String> remarks(Item item, ReportTexts texts) {
        List<String> remarks = new ArrayList<>(Arrays.asList(scheduled(item, texts).split("\n")));
        remarks.remove(0);
        remarks.remove(remarks.size() - 1);
        return remarks;
    }
}
