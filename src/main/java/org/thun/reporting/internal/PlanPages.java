package org.thun.reporting.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignGroup;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.thun.shared.DateRange;
import org.thun.shared.ThaiDates;

/**
 * The template of the activity plan with as many month columns as the grant has. A template cannot have a number of columns
 * that comes from the data; their heads are added before it is compiled, once for each calendar of months.
 */
final class PlanPages {

    private static final String TEMPLATE = "/reports/plan.jrxml";
    private static final String GROUP = "part";
    /** Where the months lie on the page, as in the template: from here, so wide in all, heads so high. */
    private static final int LEFT = 222;
    private static final int WIDTH = 560;
    private static final int YEAR_TOP = 20;
    private static final int YEAR_HEIGHT = 16;
    private static final int MONTH_HEIGHT = 40;

    private final Map<List<Integer>, JasperReport> compiled = new ConcurrentHashMap<>();

    /** So many months, the first beginning on that day, begin in one Thai fiscal year (BR-42). */
    record FiscalYear(LocalDate begins, int months) {}

    static List<FiscalYear> fiscalYears(List<DateRange> months) {
        Map<Integer, List<DateRange>> byYear = months.stream().collect(Collectors.groupingBy(
                month -> ThaiDates.fiscalYear(month.from()), LinkedHashMap::new, Collectors.toList()));
        return byYear.values().stream().map(year -> new FiscalYear(year.get(0).from(), year.size())).toList();
    }

    JasperPrint fill(List<DateRange> months, Map<String, Object> parameters, JRDataSource rows) throws JRException {
        List<Integer> shape = fiscalYears(months).stream().map(FiscalYear::months).toList();
        return JasperFillManager.fillReport(compiled.computeIfAbsent(shape, PlanPages::compile), parameters, rows);
    }

    /** @param years months in each fiscal year */
    private static JasperReport compile(List<Integer> years) {
        try (InputStream source = PlanPages.class.getResourceAsStream(TEMPLATE)) {
            JasperDesign design = JRXmlLoader.load(source);
            JRDesignGroup group = (JRDesignGroup) design.getGroupsMap().get(GROUP);
            JRDesignBand heads = (JRDesignBand) ((JRDesignSection) group.getGroupHeaderSection()).getBandsList().get(0);
            int months = years.stream().mapToInt(Integer::intValue).sum();
            int first = 0;
            for (int year = 0; year < years.size(); year++) {
                heads.addElement(head(design, edge(first, months), YEAR_TOP,
                        edge(first + years.get(year), months) - edge(first, months), YEAR_HEIGHT,
                        "$P{yearHeads}.get(" + year + ")"));
                first += years.get(year);
            }
            for (int month = 0; month < months; month++) {
                heads.addElement(head(design, edge(month, months), YEAR_TOP + YEAR_HEIGHT,
                        edge(month + 1, months) - edge(month, months), MONTH_HEIGHT,
                        "\"" + (month + 1) + "\\n\" + $P{monthHeads}.get(" + month + ")"));
            }
            return JasperCompileManager.compileReport(design);
        } catch (IOException | JRException e) {
            throw new IllegalStateException("report template does not compile: " + TEMPLATE, e);
        }
    }

    private static int edge(int month, int months) {
        return LEFT + Math.round((float) month * WIDTH / months);
    }

    private static JRDesignTextField head(
            JasperDesign design, int x, int y, int width, int height, String expression) {
        JRDesignTextField field = new JRDesignTextField(design);
        field.setX(x);
        field.setY(y);
        field.setWidth(width);
        field.setHeight(height);
        field.setStyleNameReference("head");
        field.setFontSize(7f);
        field.setExpression(new JRDesignExpression(expression));
        return field;
    }
}
