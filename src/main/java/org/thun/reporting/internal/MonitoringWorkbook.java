package org.thun.reporting.internal;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.export.ooxml.JRXlsxExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.export.SimpleXlsxReportConfiguration;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.MonitoringReport.Area;
import org.thun.reporting.MonitoringReport.Breakdown;
import org.thun.reporting.MonitoringReport.Duplicates;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Movement;
import org.thun.reporting.MonitoringReport.Part;
import org.thun.reporting.internal.MonitoringView.NoteLine;
import org.thun.reporting.internal.MonitoringView.RestatedRow;
import org.thun.reporting.internal.MonitoringView.Row;

/**
 * The monitoring report as a workbook: the indicators, the areas as one long table that can be filtered and pivoted, and
 * the evidence. Numbers are numbers; a missing one is the missing sign, which sums and charts pass over.
 */
final class MonitoringWorkbook {

    private final JasperTemplates templates;

    MonitoringWorkbook(JasperTemplates templates) {
        this.templates = templates;
    }

    byte[] render(MonitoringView view) throws JRException {
        List<JasperPrint> sheets = new ArrayList<>();
        List<String> names = new ArrayList<>();
        add(sheets, names, view, "indicators", indicators(view));
        List<Map<String, ?>> areas = areas(view);
        if (!areas.isEmpty()) {
            add(sheets, names, view, "areas", areas);
        }
        if (!view.restated().isEmpty()) {
            add(sheets, names, view, "restated", restated(view));
        }
        if (!view.notes().isEmpty()) {
            add(sheets, names, view, "notes", notes(view));
        }
        return export(sheets, names);
    }

    /** Sheets as one file. Texts stay texts, whatever they begin with: no cell of a report is a formula. */
    static byte[] export(List<JasperPrint> sheets, List<String> names) throws JRException {
        SimpleXlsxReportConfiguration layout = new SimpleXlsxReportConfiguration();
        layout.setSheetNames(names.toArray(String[]::new));
        layout.setDetectCellType(true);
        layout.setOnePagePerSheet(false);
        layout.setWhitePageBackground(false);
        layout.setRemoveEmptySpaceBetweenRows(true);
        layout.setCollapseRowSpan(true);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JRXlsxExporter exporter = new JRXlsxExporter();
        exporter.setExporterInput(SimpleExporterInput.getInstance(sheets));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(layout);
        exporter.exportReport();
        return out.toByteArray();
    }

    private void add(List<JasperPrint> sheets, List<String> names, MonitoringView view, String sheet,
            List<Map<String, ?>> rows) throws JRException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, view.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, view.texts().bundle());
        parameters.put("heading", view.fullTitle());
        parameters.put("programme", view.programme());
        parameters.put("grant", view.grant());
        parameters.put("grantNumber", view.grantNumber());
        parameters.put("grantee", view.grantee());
        parameters.put("funder", view.funder());
        parameters.put("period", view.period());
        parameters.put("asOf", view.asOf());
        parameters.put("definition", view.definition());
        parameters.put("footer", view.footer());
        parameters.put("scale", view.scale());
        parameters.put("synthetic", view.synthetic());
        sheets.add(templates.fill("monitoring-sheet-" + sheet, parameters, new JRMapCollectionDataSource(rows)));
        names.add(view.texts().text("sheet." + sheet));
    }

    private static List<Map<String, ?>> indicators(MonitoringView view) {
        List<Map<String, ?>> lines = new ArrayList<>();
        MonitoringReport report = view.report();
        for (Row row : view.rows()) {
            Indicator values = row.values();
            BigDecimal pace = report.neededPerMonth(values);
            Map<String, Object> line = new HashMap<>();
            line.put("id", row.id());
            line.put("title", row.title());
            line.put("unit", row.unit());
            line.put("baseline", orText(values.baseline(), row.baseline()));
            line.put("target", orText(values.target(), row.target()));
            line.put("phasedTarget", orText(values.phasedTarget(), row.phasedTarget()));
            line.put("actual", orText(values.actual(), row.actual()));
            line.put("netThisPeriod", orText(values.movement() == null ? null : values.movement().net(),
                    row.netThisPeriod()));
            line.put("code", row.code());
            line.put("percentOfTarget", share(values.percentOfTarget(), row.percentOfTarget()));
            line.put("percentOfIncrement", share(values.percentOfIncrement(), row.percentOfIncrement()));
            line.put("plannedPercentOfIncrement",
                    share(values.plannedPercentOfIncrement(), row.plannedPercentOfIncrement()));
            line.put("percentOfPhasedTarget", share(values.percentOfPhasedTarget(), row.percentOfPhasedTarget()));
            line.put("pace", orText(pace, row.pace()));
            line.put("status", row.statusWord());
            line.put("pattern", pattern(values.baseline(), values.target(), values.actual()));
            line.put("plannedPattern", pattern(values.phasedTarget()));
            lines.add(line);
        }
        return lines;
    }

    /** The area's own part, the changes of the period and the breakdowns, one figure a line. */
    private static List<Map<String, ?>> areas(MonitoringView view) {
        List<Map<String, ?>> lines = new ArrayList<>();
        ReportTexts texts = view.texts();
        if (view.partTable() != null) {
            for (Indicator indicator : view.report().indicators()) {
                Part part = view.report().parts().get(indicator.id());
                if (part != null) {
                    line(lines, view, view.partTable().title(), texts.text("part.counted"), indicator,
                            part.counted(), part.hidden(), part.code());
                    changes(lines, view, view.partTable().title(), indicator, part.movement(), part.duplicates(),
                            part.changesHidden());
                }
            }
        }
        if (view.movementTable() != null) {
            for (Indicator indicator : view.report().indicators()) {
                changes(lines, view, view.movementTable().title(), indicator, indicator.movement(),
                        indicator.duplicates(), false);
            }
        }
        for (Breakdown breakdown : view.report().breakdowns()) {
            List<Area> areas = new ArrayList<>(breakdown.areas());
            areas.addAll(breakdown.reconciliation());
            for (Area area : areas) {
                for (Indicator indicator : view.report().indicators()) {
                    if (breakdown.indicatorIds().contains(indicator.id())) {
                        line(lines, view, breakdown.title().in(view.locale()), area.name().in(view.locale()), indicator,
                                area.values().get(indicator.id()), area.hidden().contains(indicator.id()),
                                area.codes().get(indicator.id()));
                    }
                }
            }
        }
        return lines;
    }

    private static void changes(List<Map<String, ?>> lines, MonitoringView view, String table, Indicator indicator,
            Movement movement, Duplicates duplicates, boolean hidden) {
        ReportTexts texts = view.texts();
        if (movement != null || hidden) {
            line(lines, view, table, texts.text("movement.opening"), indicator,
                    movement == null ? null : movement.opening(), hidden, null);
            if (movement != null && movement.added() != null) {
                line(lines, view, table, texts.text("movement.added"), indicator, movement.added(), hidden, null);
                line(lines, view, table, texts.text("movement.removed"), indicator, movement.removed(), hidden, null);
            }
            line(lines, view, table, texts.text("movement.net"), indicator,
                    movement == null ? null : movement.net(), hidden, null);
        }
        if (duplicates != null) {
            line(lines, view, table, texts.text("duplicates.gross"), indicator, duplicates.gross(), hidden, null);
            line(lines, view, table, texts.text("duplicates.confirmed"), indicator, duplicates.confirmed(), hidden, null);
            line(lines, view, table, texts.text("duplicates.net"), indicator, duplicates.net(), hidden, null);
            line(lines, view, table, texts.text("duplicates.suspected"), indicator, duplicates.suspected(), hidden, null);
            if (duplicates.shared() != null) {
                line(lines, view, table, texts.text("duplicates.shared"), indicator, duplicates.shared(), hidden, null);
            }
        }
    }

    private static void line(List<Map<String, ?>> lines, MonitoringView view, String table, String name,
            Indicator indicator, BigDecimal value, boolean hidden, String code) {
        Map<String, Object> line = new HashMap<>();
        line.put("table", table);
        line.put("name", name.replace('\n', ' '));
        line.put("id", indicator.id());
        line.put("title", indicator.title().in(view.locale()));
        line.put("value", orText(hidden ? null : value,
                hidden ? view.texts().text("value.hidden") : view.texts().number(value)));
        line.put("pattern", pattern(value));
        line.put("code", code);
        lines.add(line);
    }

    private static List<Map<String, ?>> restated(MonitoringView view) {
        List<Map<String, ?>> lines = new ArrayList<>();
        for (RestatedRow row : view.restated()) {
            BigDecimal was = row.values().was();
            BigDecimal is = row.values().is();
            Map<String, Object> line = new HashMap<>();
            line.put("period", row.values().periodNo());
            line.put("id", row.values().indicatorId());
            line.put("figure", row.figure());
            line.put("was", orText(was, row.was()));
            line.put("is", orText(is, row.is()));
            line.put("change", orText(was == null || is == null ? null : is.subtract(was), row.change()));
            line.put("reason", row.reason());
            line.put("pattern", pattern(was, is));
            lines.add(line);
        }
        return lines;
    }

    private static List<Map<String, ?>> notes(MonitoringView view) {
        List<Map<String, ?>> lines = new ArrayList<>();
        for (NoteLine note : view.notes()) {
            Map<String, Object> line = new HashMap<>();
            line.put("section", note.section());
            line.put("mark", note.mark());
            line.put("text", note.text());
            lines.add(line);
        }
        return lines;
    }

    private static Object orText(BigDecimal value, String text) {
        return value == null ? text : value;
    }

    /** A percentage as the fraction that percent cells expect, cut to the two decimals they show. */
    private static Object share(BigDecimal percent, String text) {
        return percent == null ? text : percent.setScale(2, RoundingMode.DOWN).movePointLeft(2);
    }

    /** As many decimals as the values of the row have; a workbook shows the point of {@code #.##} even without decimals. */
    private static String pattern(BigDecimal... values) {
        int decimals = 0;
        for (BigDecimal value : values) {
            if (value != null) {
                decimals = Math.max(decimals, value.stripTrailingZeros().scale());
            }
        }
        return decimals <= 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }
}
