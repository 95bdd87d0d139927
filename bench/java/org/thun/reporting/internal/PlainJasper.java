package org.thun.reporting.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.thun.reporting.MonitoringReport;

/** Fills and exports the pages of reports whose texts are ready: what JasperReports alone needs, on all processors. */
public final class PlainJasper implements AutoCloseable {

    private final MonitoringPdf pdf = new MonitoringPdf(new JasperTemplates());
    private final List<MonitoringView> views;
    private final ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    public PlainJasper(List<MonitoringReport> reports, Locale locale) {
        this.views = reports.stream().map(report -> new MonitoringView(report, locale)).toList();
    }

    /** Makes all files and forgets them; gives their bytes. */
    public long makeAll() throws InterruptedException, ExecutionException {
        List<Future<Integer>> files = new ArrayList<>();
        for (MonitoringView view : views) {
            files.add(threads.submit(() -> pdf.render(view).length));
        }
        long bytes = 0;
        for (Future<Integer> file : files) {
            bytes += file.get();
        }
        return bytes;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
