package org.thun.reporting.internal;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.pdf.AbstractPdfTextRenderer;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.PdfGlyphGraphics2D;
import net.sf.jasperreports.pdf.PdfGlyphRenderer;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import net.sf.jasperreports.pdf.common.PdfProducerFactory;
import net.sf.jasperreports.pdf.common.PdfTextRendererContext;

/**
 * Puts Thai marks where the font wants them. JasperReports writes the glyphs of a line one after the other by their plain
 * widths; the font's own offsets get lost, and a tone mark over the vowel of a tall consonant (the second mark of ปั๊ม, ฟื้น,
 * ฝั่ง) lands beside it. Here each glyph that does not stand where its predecessors end is placed by itself. Named as the
 * producer factory in {@code jasperreports.properties}.
 */
public final class PlacedMarks implements PdfProducerFactory {

    /** Points below which a place counts as the same. */
    private static final double TOLERANCE = 0.01;

    @Override
    public PdfProducer createProducer(PdfProducerContext context) {
        return new Producer(context);
    }

    private static final class Producer extends ClassicPdfProducer {

        private final boolean actualText;

        Producer(PdfProducerContext context) {
            super(context);
            actualText = context.getProperties()
                    .getBooleanProperty("net.sf.jasperreports.export.pdf.glyph.renderer.add.actual.text", false);
        }

        @Override
        public AbstractPdfTextRenderer getTextRenderer(PdfTextRendererContext text) {
            AbstractPdfTextRenderer renderer = super.getTextRenderer(text);
            return renderer instanceof PdfGlyphRenderer
                    ? new Renderer(getContext().getJasperReportsContext(), text, actualText)
                    : renderer;
        }
    }

    private static final class Renderer extends PdfGlyphRenderer {

        private final Locale locale;
        private Graphics graphics;

        Renderer(JasperReportsContext context, PdfTextRendererContext text, boolean actualText) {
            super(context, text.getAwtIgnoreMissingFont(), text.getIndentFirstLine(), text.getJustifyLastLine(),
                    actualText);
            locale = text.getTextLocale();
        }

        @Override
        public void render() {
            graphics = new Graphics((ClassicPdfProducer) pdfProducer, pdfExporter, locale);
            super.render();
            graphics.dispose();
        }

        @Override
        public void draw() {
            if (bulletChunk != null) {
                super.draw();
                return;
            }
            segments.get(segmentIndex).layout.draw(graphics, x + drawPosX, y + topPadding + verticalAlignOffset + drawPosY);
        }
    }

    /** Writes the glyphs of one text straight to the page. */
    private static final class Graphics extends PdfGlyphGraphics2D {

        private final ClassicPdfProducer producer;
        private final PdfContentByte content;
        private final float pageHeight;
        private final Locale locale;

        Graphics(ClassicPdfProducer producer, JRPdfExporter exporter, Locale locale) {
            super(producer.getPdfContentByte(), exporter, producer, locale);
            this.producer = producer;
            this.content = producer.getPdfContentByte();
            this.pageHeight = producer.getPdfWriter().getPageSize().getHeight();
            this.locale = locale;
        }

        @Override
        public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
            Font font = glyphs.getFont();
            Map<Attribute, Object> attributes = new HashMap<>(font.getAttributes());
            BaseFont pdfFont = producer.getFont(attributes, locale).getBaseFont();
            PdfContentByte text = content.getDuplicate();
            text.beginText();
            text.setFontAndSize(pdfFont, font.getSize2D());
            text.setColorFill(getColor());
            int start = 0;
            double pen = glyphs.getGlyphPosition(0).getX();
            double line = glyphs.getGlyphPosition(0).getY();
            for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
                Point2D place = glyphs.getGlyphPosition(i);
                if (Math.abs(place.getX() - pen) > TOLERANCE || Math.abs(place.getY() - line) > TOLERANCE) {
                    show(text, glyphs, start, i, x, y);
                    start = i;
                    pen = place.getX();
                    line = place.getY();
                }
                pen += width(glyphs, i);
            }
            show(text, glyphs, start, glyphs.getNumGlyphs(), x, y);
            text.resetRGBColorFill();
            text.endText();
            content.add(text);
        }

        private void show(PdfContentByte text, GlyphVector glyphs, int start, int end, float x, float y) {
            if (end > start) {
                Point2D place = glyphs.getGlyphPosition(start);
                Point2D onPage = getTransform().transform(new Point2D.Double(x + place.getX(), y + place.getY()), null);
                text.setTextMatrix(1, 0, 0, 1, (float) onPage.getX(), (float) (pageHeight - onPage.getY()));
                text.showText(glyphs, start, end);
            }
        }

        /** The width by which a PDF reader moves on after a glyph: the font's, whatever the layout made of it. */
        private static double width(GlyphVector glyphs, int i) {
            return glyphs.getFont()
                    .createGlyphVector(glyphs.getFontRenderContext(), new int[] {glyphs.getGlyphCode(i)})
                    .getGlyphMetrics(0)
                    .getAdvanceX();
        }
    }
}
