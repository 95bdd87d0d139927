package org.thun.reporting.internal;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.reporting.internal.MonitoringView.AreaRow;
import org.thun.reporting.internal.MonitoringView.AreaTable;
import org.thun.reporting.internal.MonitoringView.Cell;
import org.thun.reporting.internal.MonitoringView.Row;

/** The monitoring report on A4 pages, for print and signature. */
final class MonitoringPdf {

    /** As many columns of figures as {@code monitoring-areas.jrxml} has beside the name of the area. */
    private static final int AREA_COLUMNS = 7;

    private final JasperTemplates templates;

    MonitoringPdf(JasperTemplates templates) {
        this.templates = templates;
    }

    /** The pages of the report, for every format that has pages. */
    JasperPrint pages(MonitoringView view) throws JRException {
        return templates.fill("monitoring", parameters(view), new JREmptyDataSource());
    }

    byte[] render(MonitoringView view) throws JRException {
        return export(pages(view), view.fullTitle() + " " + view.grantNumber(), view.grantee(), view.locale());
    }

    /** Pages as a file, with the properties that readers and catalogues show. */
    static byte[] export(JasperPrint pages, String title, String author, Locale locale) throws JRException {
        pages.setProperty("net.sf.jasperreports.export.pdf.classic.document.language", locale.toLanguageTag());
        SimplePdfExporterConfiguration document = new SimplePdfExporterConfiguration();
        document.setMetadataTitle(title);
        document.setMetadataAuthor(author);
        document.setDisplayMetadataTitle(true);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(pages));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(document);
        exporter.exportReport();
        return out.toByteArray();
    }

    private Map<String, Object> parameters(MonitoringView view) {
        List<AreaTable> tables = view.areaTables(AREA_COLUMNS);
        List<Map<String, ?>> part = areas(
                Stream.of(view.partTable(), view.duplicatesTable()).filter(Objects::nonNull).toList());
        List<Map<String, ?>> areas = areas(Stream.concat(
                        Stream.ofNullable(view.movementTable()), tables.stream().filter(table -> !table.annex()))
                .toList());
        List<Map<String, ?>> annex = areas(tables.stream().filter(AreaTable::annex).toList());
        List<Map<String, ?>> notes = notes(view);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, view.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, view.texts().bundle());
        parameters.put("heading", view.fullTitle());
        parameters.put("tableHeading", view.tableHeading());
        parameters.put("chartHeading", view.chartHeading());
        parameters.put("edition", view.edition());
        parameters.put("codes", view.codes());
        parameters.put("hasPart", !part.isEmpty());
        parameters.put("part", new JRMapCollectionDataSource(part));
        parameters.put("programme", view.programme());
        parameters.put("grant", view.grant());
        parameters.put("grantNumber", view.grantNumber());
        parameters.put("grantee", view.grantee());
        parameters.put("funder", view.funder());
        parameters.put("period", view.period());
        parameters.put("grantPeriod", view.grantPeriod());
        parameters.put("asOf", view.asOf());
        parameters.put("definition", view.definition());
        parameters.put("synthetic", view.synthetic());
        parameters.put("summary", String.join("\n", view.summary()));
        parameters.put("scale", view.scale());
        parameters.put("footer", view.footer());
        parameters.put("green", view.count(Status.GREEN));
        parameters.put("amber", view.count(Status.AMBER));
        parameters.put("red", view.count(Status.RED));
        parameters.put("noData", view.count(Status.NO_DATA));
        parameters.put("hasAreas", !areas.isEmpty());
        parameters.put("hasAnnex", !annex.isEmpty());
        parameters.put("hasNotes", !notes.isEmpty());
        parameters.put("indicatorsReport", templates.template("monitoring-indicators"));
        parameters.put("indicators", new JRMapCollectionDataSource(indicators(view)));
        parameters.put("chartReport", templates.template("monitoring-chart"));
        parameters.put("chart", new JRMapCollectionDataSource(chart(view)));
        parameters.put("areasReport", templates.template("monitoring-areas"));
        parameters.put("areas", new JRMapCollectionDataSource(areas));
        parameters.put("annex", new JRMapCollectionDataSource(annex));
        parameters.put("notesReport", templates.template("monitoring-notes"));
        parameters.put("notes", new JRMapCollectionDataSource(notes));
        return parameters;
    }

    private static List<Map<String, ?>> indicators(MonitoringView view) {
        List<Map<String, ?>> lines = new ArrayList<>();
        for (Row row : view.rows()) {
            Map<String, Object> line = new HashMap<>();
            line.put("title", "<b>%s</b> %s <font size=\"8\" color=\"#4A5761\">(%s)</font>".formatted(
                    escape(row.id()), escape(row.title()), escape(row.unit())));
            line.put("baseline", row.baseline());
            line.put("target", row.target());
            line.put("phasedTarget", row.phasedTarget());
            line.put("actual", "<b>%s</b>%s".formatted(escape(row.actual()), code(row.code())));
            line.put("netThisPeriod", row.netThisPeriod());
            line.put("percentOfTarget", row.percentOfTarget());
            line.put("percentOfIncrement", row.percentOfIncrement());
            line.put("statusCode", row.status().name());
            line.put("status", status(row));
            lines.add(line);
        }
        return lines;
    }

    /** The short code of a figure, small below it. */
    private static String code(String code) {
        return code == null ? "" : "\n<font size=\"6.5\" color=\"#4A5761\">%s</font>".formatted(escape(code));
    }

    private static String figure(Cell cell) {
        return escape(cell.text()) + code(cell.code());
    }

    /** The word, and below it the share of the phased target it was judged by. */
    private static String status(Row row) {
        return row.basis() == null
                ? "<b>%s</b>".formatted(escape(row.statusWord()))
                : "<b>%s</b>\n<font size=\"7.5\">%s</font>".formatted(escape(row.statusWord()), escape(row.basis()));
    }

    private static List<Map<String, ?>> chart(MonitoringView view) {
        List<Map<String, ?>> lines = new ArrayList<>();
        for (Row row : view.rows()) {
            lines.add(Map.of(
                    "label", "<b>%s</b> %s".formatted(escape(row.id()), escape(row.title())),
                    "bar", new ProgressBar(number(row.values().percentOfIncrement()),
                            number(row.values().plannedPercentOfIncrement())),
                    "reached", row.percentOfIncrement(),
                    "planned", row.plannedPercentOfIncrement(),
                    "pace", row.pace()));
        }
        return lines;
    }

    private static List<Map<String, ?>> areas(List<AreaTable> tables) {
        List<Map<String, ?>> lines = new ArrayList<>();
        for (int table = 0; table < tables.size(); table++) {
            AreaTable areas = tables.get(table);
            for (AreaRow row : areas.rows()) {
                Map<String, Object> line = new HashMap<>();
                line.put("table", String.valueOf(table));
                line.put("title", areas.title());
                line.put("note", areas.note());
                line.put("heading", areas.heading());
                line.put("name", row.name());
                line.put("closing", row.closing());
                for (int column = 0; column < areas.columns().size(); column++) {
                    line.put("head" + (column + 1), areas.columns().get(column));
                    line.put("value" + (column + 1), figure(row.values().get(column)));
                }
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<Map<String, ?>> notes(MonitoringView view) {
        List<Map<String, ?>> lines = new ArrayList<>();
        for (MonitoringView.NoteLine note : view.notes()) {
            Map<String, Object> line = new HashMap<>();
            line.put("section", note.section());
            line.put("mark", note.mark());
            line.put("text", note.text());
            lines.add(line);
        }
        return lines;
    }

    private static Double number(BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }

    /** Titles are data and stand inside markup. */
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
