package org.thun.reporting.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.export.ooxml.JRDocxExporter;
import net.sf.jasperreports.export.SimpleDocxExporterConfiguration;
import net.sf.jasperreports.export.SimpleDocxReportConfiguration;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;

/**
 * The pages of a report as a text document that people edit. JasperReports writes size and weight for Latin letters only;
 * word processors take those of Thai from settings of their own ({@code szCs}, {@code bCs}) and would print Thai small and
 * light, so these are added. Every part of the file carries the same date: the same report gives the same bytes.
 */
final class MonitoringDocx {

    private MonitoringDocx() {}

    static byte[] export(JasperPrint pages, String title, String author) throws JRException {
        SimpleDocxExporterConfiguration document = new SimpleDocxExporterConfiguration();
        document.setMetadataTitle(title);
        document.setMetadataAuthor(author);
        SimpleDocxReportConfiguration layout = new SimpleDocxReportConfiguration();
        // Rows grow with what people write into them.
        layout.setFlexibleRowHeight(true);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JRDocxExporter exporter = new JRDocxExporter();
        exporter.setExporterInput(new SimpleExporterInput(pages));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(document);
        exporter.setConfiguration(layout);
        exporter.exportReport();
        return withThaiSizes(out.toByteArray());
    }

    private static byte[] withThaiSizes(byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTime(0);
                to.putNextEntry(copy);
                byte[] content = from.readAllBytes();
                to.write(part.getName().matches("word/(document|styles|header\\d*|footer\\d*)\\.xml")
                        ? withThaiSizes(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                        : content);
                to.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file in memory cannot be read", e);
        }
        return out.toByteArray();
    }

    static String withThaiSizes(String xml) {
        return xml.replaceAll("<w:sz w:val=\"(\\d+)\" ?/>", "$0<w:szCs w:val=\"$1\"/>")
                .replaceAll("<w:b w:val=\"(\\w+)\" ?/>", "$0<w:bCs w:val=\"$1\"/>");
    }
}
