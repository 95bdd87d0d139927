package org.thun.reporting.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/**
 * One activity over the months of its grant, drawn as lines: the plan in the upper half, what was held in the lower.
 * Rows stacked without gaps make the months run through the whole grid. Colours are told apart by hatching and crosses too,
 * because plans are printed in grey.
 */
final class PlanStrip extends AbstractRenderer implements Graphics2DRenderable {

    private static final long serialVersionUID = 1L;

    private static final Color GRID = new Color(0xD5DDE3);
    private static final Color EXTENSION = new Color(0xEEF1E0);
    private static final Color TODAY = new Color(0xFFF0CC);
    private static final Color END = new Color(0x12344D);
    private static final Color PLANNED = new Color(0x9DBDCB);
    private static final Color UNDER_WAY = new Color(0x2F6F9F);
    private static final Color ACCEPTED = new Color(0x14612F);
    private static final Color LATE = new Color(0xA4262C);
    private static final Color CANCELLED = new Color(0xC9D1D6);
    private static final Color INK = new Color(0x4A5761);
    private static final double PLAN_TOP = 0.16;
    private static final double PLAN_HEIGHT = 0.4;
    private static final double HELD_TOP = 0.66;
    private static final double HELD_HEIGHT = 0.18;
    private static final double MARGIN = 1.2;
    private static final double HATCH = 4;
    private static final double THINNEST = 2.5;

    private final int months;
    private final int agreedMonths;
    private final List<Piece> pieces;
    private final int today;

    /** What a piece shows. */
    enum Kind {
        PLANNED,
        UNDER_WAY,
        ACCEPTED,
        LATE,
        CANCELLED,
        AGREED,
        HELD
    }

    /**
     * A mark or a bar.
     *
     * @param from where it begins, in months from the start of the grant
     * @param to where it ends
     * @param mark whether it is a mark
     * @param open whether nobody stated its end
     */
    record Piece(Kind kind, double from, double to, boolean mark, boolean open) implements java.io.Serializable {}

    /**
     * @param months length of the grant
     * @param agreedMonths length agreed at first
     * @param pieces what to draw, later ones above earlier ones
     * @param today the month that runs, or 0
     */
    PlanStrip(int months, int agreedMonths, List<Piece> pieces, int today) {
        this.months = months;
        this.agreedMonths = agreedMonths;
        this.pieces = List.copyOf(pieces);
        this.today = today;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
        double month = area.getWidth() / months;
        if (months > agreedMonths) {
            fill(graphics, EXTENSION, new Rectangle2D.Double(area.getX() + agreedMonths * month, area.getY(),
                    (months - agreedMonths) * month, area.getHeight()));
        }
        if (today > 0) {
            fill(graphics, TODAY, new Rectangle2D.Double(
                    area.getX() + (today - 1) * month, area.getY(), month, area.getHeight()));
        }
        for (int no = 0; no <= months; no++) {
            boolean end = no == agreedMonths && months > agreedMonths;
            graphics.setColor(end ? END : GRID);
            graphics.setStroke(new BasicStroke(end ? 1f : 0.4f));
            double x = area.getX() + no * month;
            graphics.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
        }
        for (Piece piece : pieces) {
            draw(graphics, piece, area, month);
        }
    }

    private static void draw(Graphics2D graphics, Piece piece, Rectangle2D area, double month) {
        boolean held = piece.kind() == Kind.HELD;
        double top = area.getY() + area.getHeight() * (held ? HELD_TOP : PLAN_TOP);
        double height = area.getHeight() * (held ? HELD_HEIGHT : PLAN_HEIGHT);
        double from = area.getX() + piece.from() * month;
        double width = (piece.to() - piece.from()) * month;
        Rectangle2D box = held
                ? new Rectangle2D.Double(from, top, Math.max(width, THINNEST), height)
                : new Rectangle2D.Double(from + MARGIN, top, width - 2 * MARGIN, height);
        if (piece.mark() && !held) {
            double side = Math.min(box.getWidth(), height);
            box = new Rectangle2D.Double(box.getCenterX() - side / 2, top, side, height);
        }
        switch (piece.kind()) {
            case PLANNED -> fill(graphics, PLANNED, box);
            case UNDER_WAY -> {
                fill(graphics, UNDER_WAY, box);
                hatch(graphics, box, Color.WHITE);
            }
            case ACCEPTED, HELD -> fill(graphics, ACCEPTED, box);
            case LATE -> {
                fill(graphics, Color.WHITE, box);
                hatch(graphics, box, LATE);
                outline(graphics, LATE, box, new BasicStroke(1.2f));
            }
            case CANCELLED -> {
                fill(graphics, CANCELLED, box);
                graphics.setColor(INK);
                graphics.setStroke(new BasicStroke(1f));
                graphics.draw(new Line2D.Double(box.getX(), box.getY(), box.getMaxX(), box.getMaxY()));
                graphics.draw(new Line2D.Double(box.getX(), box.getMaxY(), box.getMaxX(), box.getY()));
            }
            case AGREED -> outline(graphics, INK, box, new BasicStroke(0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER,
                    10f, new float[] {2f, 1.5f}, 0f));
        }
        if (piece.open()) {
            // Nobody stated the end: the bar breaks up instead of stopping.
            graphics.setColor(Color.WHITE);
            graphics.setStroke(new BasicStroke(1.4f));
            for (int gap = 1; gap <= 3; gap++) {
                double x = box.getMaxX() - gap * HATCH;
                graphics.draw(new Line2D.Double(x, box.getY(), x, box.getMaxY()));
            }
        }
    }

    private static void fill(Graphics2D graphics, Color color, Rectangle2D box) {
        graphics.setColor(color);
        graphics.fill(box);
    }

    private static void outline(Graphics2D graphics, Color color, Rectangle2D box, BasicStroke stroke) {
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(box);
    }

    private static void hatch(Graphics2D graphics, Rectangle2D box, Color color) {
        Shape before = graphics.getClip();
        graphics.clip(box);
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(0.6f));
        for (double x = box.getX() - box.getHeight(); x < box.getMaxX(); x += HATCH) {
            graphics.draw(new Line2D.Double(x, box.getMaxY(), x + box.getHeight(), box.getY()));
        }
        graphics.setClip(before);
    }
}
