package org.thun.reporting.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.thun.closeout.ArchiveSource;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReports;
import org.thun.reporting.FrozenReport;
import org.thun.reporting.ReportAccess;
import org.thun.reporting.ReportArchive;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.Statements;

/** Frozen reports and statements of a closed grant, for its archive. */
@Component
@Order(1)
class KeptReports implements ArchiveSource {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("th"), Locale.ENGLISH);
    private static final List<ReportFormat> STATEMENT_FORMATS = List.of(ReportFormat.PDF, ReportFormat.XLSX);

    private final ReportArchive archive;
    private final Statements statements;
    private final PeriodReports reports;

    KeptReports(ReportArchive archive, Statements statements, PeriodReports reports) {
        this.archive = archive;
        this.statements = statements;
        this.reports = reports;
    }

    @Override
    public List<ArchivedFile> files(Grant grant, Actor actor) {
        List<ArchivedFile> files = new ArrayList<>();
        for (Locale language : LANGUAGES) {
            for (ReportFormat format : STATEMENT_FORMATS) {
                for (PeriodReport report : reports.accepted(grant.id())) {
                    statements.period(grant, report.no(), format, language, actor)
                            .ifPresent(file -> files.add(statement("period-" + report.no(), file, language)));
                }
                statements.closing(grant, format, language, actor)
                        .ifPresent(file -> files.add(statement("closing", file, language)));
            }
        }
        ReportAccess access = ReportAccess.of(actor, grant);
        archive.monitoringReports(grant.id()).stream()
                .filter(report -> !report.forReadersOfSums() && access.whole())
                .forEach(report -> files.add(monitoring(report)));
        return files;
    }

    private static ArchivedFile statement(String what, Statements.StatementFile file, Locale language) {
        return new ArchivedFile("statements/" + what + "-" + language.getLanguage() + ending(file.format()),
                file.fileName(), null, file::content);
    }

    private ArchivedFile monitoring(FrozenReport report) {
        String edition = report.editionKey().replaceAll("[^0-9A-Za-z]+", "-");
        return new ArchivedFile("reports/period-" + report.periodNo() + "/" + edition + "-"
                + report.locale().getLanguage() + "-" + report.id() + ending(report.format()),
                report.editionKey(), report.createdAt(), () -> archive.content(report.id()));
    }

    private static String ending(ReportFormat format) {
        return "." + format.name().toLowerCase(Locale.ROOT);
    }
}
