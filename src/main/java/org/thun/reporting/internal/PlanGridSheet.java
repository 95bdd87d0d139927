package org.thun.reporting.internal;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignConditionalStyle;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignStyle;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.thun.reporting.internal.PlanStrip.Kind;

/**
 * The months of the plan as a sheet of the workbook: a row for each activity, a cell for each month with a sign and a colour.
 * As on paper, the months are added to the template before it is compiled, once for each number of them.
 */
final class PlanGridSheet {

    private static final String TEMPLATE = "/reports/plan-grid.jrxml";

    /** Where the months begin on the sheet, as in the template, and how wide each is. */
    private static final int LEFT = 520;
    private static final int MONTH_WIDTH = 48;

    /** Colours of the kinds; the sign in the cell says the same for those who see none. */
    private static final Map<Kind, Color> COLOURS = new EnumMap<>(Map.of(
            Kind.PLANNED, new Color(0xD5E3EE),
            Kind.UNDER_WAY, new Color(0xF6E3B4),
            Kind.ACCEPTED, new Color(0xCDE7D1),
            Kind.LATE, new Color(0xF5C9C0),
            Kind.CANCELLED, new Color(0xE3E3E3),
            Kind.AGREED, new Color(0xF4F4F4)));

    private final Map<Integer, JasperReport> compiled = new ConcurrentHashMap<>();

    JasperPrint fill(int months, Map<String, Object> parameters, JRDataSource rows) throws JRException {
        return JasperFillManager.fillReport(compiled.computeIfAbsent(months, PlanGridSheet::compile), parameters, rows);
    }

    /** Under this name a row holds what stands in a month. */
    static String text(int month) {
        return "text" + month;
    }

    /** Under this name a row holds the kind that colours a month. */
    static String kind(int month) {
        return "kind" + month;
    }

    private static JasperReport compile(int months) {
        try (InputStream source = PlanGridSheet.class.getResourceAsStream(TEMPLATE)) {
            JasperDesign design = JRXmlLoader.load(source);
            design.setPageWidth(LEFT + months * MONTH_WIDTH);
            design.setColumnWidth(LEFT + months * MONTH_WIDTH);
            JRDesignBand heads = (JRDesignBand) design.getColumnHeader();
            JRDesignBand rows = (JRDesignBand) ((JRDesignSection) design.getDetailSection()).getBandsList().get(0);
            for (int month = 1; month <= months; month++) {
                field(design, text(month));
                field(design, kind(month));
                heads.addElement(cell(design, month, heads.getHeight(), "head",
                        "\"" + month + "\\n\" + $P{monthHeads}.get(" + (month - 1) + ")"));
                rows.addElement(cell(design, month, rows.getHeight(), coloured(design, month),
                        "$F{" + text(month) + "}"));
            }
            return JasperCompileManager.compileReport(design);
        } catch (IOException | JRException e) {
            throw new IllegalStateException("report template does not compile: " + TEMPLATE, e);
        }
    }

    private static void field(JasperDesign design, String name) throws JRException {
        JRDesignField field = new JRDesignField();
        field.setName(name);
        field.setValueClass(String.class);
        design.addField(field);
    }

    /** The style of a month: coloured by the kind of what stands in it. */
    private static String coloured(JasperDesign design, int month) throws JRException {
        JRDesignStyle style = new JRDesignStyle();
        style.setName("month" + month);
        style.setParentStyleNameReference("cell");
        style.setHorizontalTextAlign(HorizontalTextAlignEnum.CENTER);
        for (Map.Entry<Kind, Color> colour : COLOURS.entrySet()) {
            JRDesignConditionalStyle when = new JRDesignConditionalStyle();
            when.setConditionExpression(new JRDesignExpression(
                    "\"" + colour.getKey().name() + "\".equals($F{" + kind(month) + "})"));
            when.setMode(ModeEnum.OPAQUE);
            when.setBackcolor(colour.getValue());
            style.addConditionalStyle(when);
        }
        design.addStyle(style);
        return style.getName();
    }

    private static JRDesignTextField cell(
            JasperDesign design, int month, int height, String style, String expression) {
        JRDesignTextField field = new JRDesignTextField(design);
        field.setX(LEFT + (month - 1) * MONTH_WIDTH);
        field.setY(0);
        field.setWidth(MONTH_WIDTH);
        field.setHeight(height);
        field.setStyleNameReference(style);
        field.setExpression(new JRDesignExpression(expression));
        return field;
    }
}
