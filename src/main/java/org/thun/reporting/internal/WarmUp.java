package org.thun.reporting.internal;

import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRenderer;

/**
 * Makes one report that nobody asked for, in the background after the start: compiling templates and opening fonts takes
 * seconds the first time, and the first reader should not wait for them.
 */
@Component
class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final ReportRenderer renderer;

    WarmUp(ReportRenderer renderer) {
        this.renderer = renderer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread thread = new Thread(this::warmUp, "report-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    void warmUp() {
        try {
            for (ReportFormat format : List.of(ReportFormat.PDF, ReportFormat.XLSX, ReportFormat.HTML)) {
                renderer.render(SampleReport.REPORT, format, Locale.forLanguageTag("th"));
            }
        } catch (RuntimeException e) {
            LOG.error("reports cannot be made; the first reader would meet the same error", e);
        }
    }
}
