package org.thun.reporting.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/**
 * One row of the progress chart, drawn as lines: the bar is the share of the way from baseline to target, so that a
 * target of 80 and one of 500,000 read alike. Rows stacked without gaps make the target line run through the whole
 * chart. The axis labels in {@code monitoring-chart.jrxml} stand at {@link #ORIGIN} and every {@link #HUNDRED}.
 */
final class ProgressBar extends AbstractRenderer implements Graphics2DRenderable {

    private static final long serialVersionUID = 1L;

    /** Where 0 % lies, in points from the left edge. */
    static final double ORIGIN = 13;

    /** How long 100 % is, in points. */
    static final double HUNDRED = 190;

    private static final Color BAR = new Color(0x2F6F9F);
    private static final Color GRID = new Color(0xD5DDE3);
    private static final Color TARGET = new Color(0xA4262C);
    private static final Color PLAN = new Color(0x1C2730);
    private static final double BAR_HEIGHT = 9;
    private static final double TICK_HEIGHT = 17;
    private static final double THINNEST_BAR = 0.8;
    private static final double ARROW = 5;

    private final Double reached;
    private final Double planned;

    /**
     * @param reached percent of the increment, or {@code null} for no data: then there is no bar at all
     * @param planned percent of the increment planned by now, or {@code null}
     */
    ProgressBar(Double reached, Double planned) {
        this.reached = reached;
        this.planned = planned;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
        double middle = area.getCenterY();
        for (int percent = 0; percent <= 75; percent += 25) {
            vertical(graphics, area, percent, area.getHeight(), GRID, new BasicStroke(percent == 0 ? 0.9f : 0.4f));
        }
        if (reached != null) {
            double end = at(area, reached);
            double limit = area.getMaxX() - ARROW - 2;
            graphics.setColor(BAR);
            bar(graphics, at(area, 0), Math.min(Math.max(end, area.getX() + 1), limit), middle);
            if (end > limit) {
                arrow(graphics, limit, middle);
            }
        }
        vertical(graphics, area, 100, area.getHeight(), TARGET, new BasicStroke(1f, BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER, 10f, new float[] {3f, 2f}, 0f));
        if (planned != null) {
            vertical(graphics, area, planned, TICK_HEIGHT, PLAN, new BasicStroke(1.8f));
        }
    }

    private static void bar(Graphics2D graphics, double from, double to, double middle) {
        double width = to == from ? 0 : Math.max(Math.abs(to - from), THINNEST_BAR);
        graphics.fill(new Rectangle2D.Double(Math.min(from, to), middle - BAR_HEIGHT / 2, width, BAR_HEIGHT));
    }

    private static void arrow(Graphics2D graphics, double x, double middle) {
        Path2D head = new Path2D.Double();
        head.moveTo(x, middle - BAR_HEIGHT / 2);
        head.lineTo(x + ARROW, middle);
        head.lineTo(x, middle + BAR_HEIGHT / 2);
        head.closePath();
        graphics.fill(head);
    }

    private static void vertical(
            Graphics2D graphics, Rectangle2D area, double percent, double height, Color color, BasicStroke stroke) {
        double x = at(area, percent);
        if (x > area.getMaxX() || x < area.getX()) {
            return;
        }
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(new Line2D.Double(x, area.getCenterY() - height / 2, x, area.getCenterY() + height / 2));
    }

    private static double at(Rectangle2D area, double percent) {
        return area.getX() + ORIGIN + percent / 100 * HUNDRED;
    }
}
