package org.thun.reporting.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.springframework.stereotype.Component;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.internal.Statement.Row;
import org.thun.shared.Money;

/** Sets a statement on A4 pages or in a sheet. The same rows give the same pages. */
@Component
class StatementRenderer {

    private static final int COLUMNS = 5;
    private static final String HEAD = "HEAD_";

    private final JasperTemplates templates = new JasperTemplates();

    byte[] render(Statement statement, ReportFormat format, ReportTexts texts) {
        try {
            return switch (format) {
                case PDF -> MonitoringPdf.export(fill("statement", statement, texts, false), statement.heading(),
                        statement.subtitle(), texts.locale());
                case XLSX -> MonitoringWorkbook.export(List.of(fill("statement-sheet", statement, texts, true)),
                        List.of(texts.text("sheet")));
                case DOCX, HTML -> throw new IllegalArgumentException("no statement as " + format);
            };
        } catch (JRException e) {
            throw new IllegalStateException(statement.heading() + " cannot be made as " + format, e);
        }
    }

    private JasperPrint fill(String template, Statement statement, ReportTexts texts, boolean numbers) throws JRException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
        parameters.put("heading", statement.heading());
        parameters.put("subtitle", statement.subtitle());
        parameters.put("mark", statement.mark());
        parameters.put("footer", statement.footer());
        List<Map<String, ?>> rows = numbers ? sheet(statement, texts) : pages(statement, texts);
        return templates.fill(template, parameters, new JRMapCollectionDataSource(rows));
    }

    /** A sheet is one page: every row stands where it is. */
    private static List<Map<String, ?>> sheet(Statement statement, ReportTexts texts) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (Row row : statement.rows()) {
            Map<String, Object> line = new HashMap<>();
            line.put("kind", row.kind().name());
            cells(row, "c", cell -> number(cell, texts), line);
            rows.add(line);
        }
        return rows;
    }

    /** On pages the head of a table goes with each of its rows, so that it is printed again where the page breaks. */
    private static List<Map<String, ?>> pages(Statement statement, ReportTexts texts) {
        List<Map<String, ?>> rows = new ArrayList<>();
        Row head = null;
        int table = 0;
        for (Row row : statement.rows()) {
            String kind = row.kind().name();
            if (kind.startsWith(HEAD)) {
                head = row;
                table++;
                continue;
            }
            if (head != null && !kind.endsWith(head.kind().name().substring(HEAD.length()))) {
                head = null;
                table++;
            }
            Map<String, Object> line = new HashMap<>();
            line.put("kind", kind);
            line.put("table", Integer.toString(table));
            line.put("head", head == null ? "" : head.kind().name());
            cells(row, "c", cell -> word(cell, texts), line);
            if (head != null) {
                cells(head, "h", cell -> word(cell, texts), line);
            }
            rows.add(line);
        }
        return rows;
    }

    private static void cells(Row row, String prefix, UnaryOperator<Object> form, Map<String, Object> line) {
        for (int i = 0; i < COLUMNS; i++) {
            line.put(prefix + (i + 1), form.apply(i < row.cells().size() ? row.cells().get(i) : ""));
        }
    }

    private static String word(Object cell, ReportTexts texts) {
        if (cell == null) {
            return texts.text("value.missing");
        }
        if (cell instanceof Money money) {
            return money.formatted();
        }
        return cell instanceof BigDecimal number ? texts.number(number) : cell.toString();
    }

    private static Object number(Object cell, ReportTexts texts) {
        if (cell == null) {
            return texts.text("value.missing");
        }
        return cell instanceof Money money ? money.toBaht() : cell;
    }
}
