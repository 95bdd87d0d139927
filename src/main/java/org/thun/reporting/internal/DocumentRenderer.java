package org.thun.reporting.internal;

import java.util.Locale;
import net.sf.jasperreports.engine.JRException;
import org.springframework.stereotype.Component;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRenderer;

/** Sends each format to the class that makes it. */
@Component
class DocumentRenderer implements ReportRenderer {

    private final MonitoringPdf pdf;
    private final MonitoringWorkbook workbook;
    private final MonitoringHtml html = new MonitoringHtml();

    DocumentRenderer() {
        JasperTemplates templates = new JasperTemplates();
        pdf = new MonitoringPdf(templates);
        workbook = new MonitoringWorkbook(templates);
    }

    @Override
    public byte[] render(MonitoringReport report, ReportFormat format, Locale locale) {
        MonitoringView view = new MonitoringView(report, locale);
        try {
            return switch (format) {
                case PDF -> pdf.render(view);
                case XLSX -> workbook.render(view);
                case DOCX -> MonitoringDocx.export(pdf.pages(view), view.fullTitle() + " " + view.grantNumber(), view.grantee());
                case HTML -> html.document(view);
            };
        } catch (JRException e) {
            throw new IllegalStateException("report " + report.grantNumber() + " cannot be made as " + format, e);
        }
    }

    @Override
    public String article(MonitoringReport report, Locale locale) {
        return html.article(new MonitoringView(report, locale));
    }

    @Override
    public String fileName(MonitoringReport report, ReportFormat format, Locale locale) {
        return new MonitoringView(report, locale).fileName() + "." + format.extension();
    }
}
