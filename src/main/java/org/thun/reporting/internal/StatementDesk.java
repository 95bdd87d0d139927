package org.thun.reporting.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.thun.closeout.CloseOutDossier;
import org.thun.closeout.CloseOutState;
import org.thun.closeout.ClosingDesk;
import org.thun.grants.Grant;
import org.thun.grants.GrantClosed;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.progress.PeriodAccepted;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReports;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.Statements;
import org.thun.reporting.internal.SnapshotMapper.Head;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;

/**
 * Hands out statements: drafts as they are now, accepted ones as they were kept. They are kept in the background right after
 * the acceptance; what a crash left out is kept when it is first asked for, from rows that no longer change.
 */
@Service
class StatementDesk implements Statements, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(StatementDesk.class);
    private static final String PERIOD = "PERIOD";
    private static final String CLOSING = "CLOSING";
    private static final List<ReportFormat> FORMATS = List.of(ReportFormat.PDF, ReportFormat.XLSX);
    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("th"), Locale.ENGLISH);

    private final PeriodReports reports;
    private final PeriodReporting reporting;
    private final ClosingDesk closings;
    private final Grants grants;
    private final StatementWriter writer;
    private final StatementRenderer renderer;
    private final SnapshotMapper snapshots;
    private final BusinessClock clock;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "statement-freezer");
        thread.setDaemon(true);
        return thread;
    });

    StatementDesk(PeriodReports reports, PeriodReporting reporting, ClosingDesk closings, Grants grants,
            StatementWriter writer, StatementRenderer renderer, SnapshotMapper snapshots, BusinessClock clock) {
        this.reports = reports;
        this.reporting = reporting;
        this.closings = closings;
        this.grants = grants;
        this.writer = writer;
        this.renderer = renderer;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Writes a statement in a language. */
    private interface Source {
        Statement in(ReportTexts texts);
    }

    @Override
    public Optional<StatementFile> period(Grant grant, int periodNo, ReportFormat format, Locale locale, Actor actor) {
        if (!actor.may(Action.READ, ObjectKind.PROGRESS_REPORT, grant.scope())) {
            return Optional.empty();
        }
        return reporting.dossier(grant.id(), periodNo)
                .filter(file -> file.newest().isPresent())
                .filter(file -> file.report().accepted()
                        || !actor.readsAcceptedOnly(ObjectKind.PROGRESS_REPORT, grant.scope()))
                .map(file -> file(grant, PERIOD, periodNo, file.report().days().to(), file.report().accepted(),
                        texts -> writer.period(grant, file, texts), format, locale));
    }

    @Override
    public Optional<StatementFile> closing(Grant grant, ReportFormat format, Locale locale, Actor actor) {
        if (!actor.may(Action.READ, ObjectKind.CLOSE_OUT, grant.scope())) {
            return Optional.empty();
        }
        return closings.ofGrant(grant.id())
                .filter(file -> file.state() == CloseOutState.CLOSED
                        || !actor.readsAcceptedOnly(ObjectKind.CLOSE_OUT, grant.scope()))
                .map(file -> file(grant, CLOSING, 0, clock.today(), file.state() == CloseOutState.CLOSED,
                        closing(grant, file), format, locale));
    }

    @TransactionalEventListener
    public void afterAcceptance(PeriodAccepted accepted) {
        background.execute(() -> keepAll(accepted.grantId() + " period " + accepted.periodNo(), () -> {
            Grant grant = grants.get(accepted.grantId());
            PeriodDossier file = reporting.dossier(grant.id(), accepted.periodNo()).orElseThrow();
            keep(grant, PERIOD, accepted.periodNo(), file.report().days().to(), texts -> writer.period(grant, file, texts));
        }));
    }

    @TransactionalEventListener
    public void afterClosing(GrantClosed closed) {
        background.execute(() -> keepAll(closed.grantId() + " closing", () -> {
            Grant grant = grants.get(closed.grantId());
            CloseOutDossier file = closings.ofGrant(grant.id()).orElseThrow();
            keep(grant, CLOSING, 0, clock.today(), closing(grant, file));
        }));
    }

    private static void keepAll(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("statement of grant {} could not be kept; it is when it is first asked for", what, e);
        }
    }

    private Source closing(Grant grant, CloseOutDossier file) {
        PeriodDossier last = reports.accepted(grant.id()).stream()
                .reduce((earlier, later) -> later)
                .map(PeriodReport::id)
                .map(reporting::dossier)
                .orElse(null);
        boolean closed = file.state() == CloseOutState.CLOSED;
        return texts -> writer.closing(grant, file, closings.account(grant.id()), last, closed, texts);
    }

    private StatementFile file(Grant grant, String kind, int no, LocalDate asOf, boolean frozen, Source source,
            ReportFormat format, Locale locale) {
        if (!FORMATS.contains(format)) {
            throw new IllegalArgumentException("no statement as " + format);
        }
        ReportTexts texts = ReportTexts.of("statement", locale);
        Statement statement = source.in(texts);
        String name = statement.fileName() + "." + format.extension();
        if (!frozen) {
            return new StatementFile(name, format, false, renderer.render(statement, format, texts));
        }
        byte[] content = kept(grant, kind, no, format, texts.locale()).orElseGet(() -> {
            keep(grant, kind, no, asOf, source);
            return kept(grant, kind, no, format, texts.locale()).orElseThrow();
        });
        return new StatementFile(name, format, true, content);
    }

    private Optional<byte[]> kept(Grant grant, String kind, int no, ReportFormat format, Locale locale) {
        return snapshots.of(grant.id(), kind).stream()
                .filter(head -> head.kind().equals(kind) && head.periodNo() == no)
                .filter(head -> head.formatCode().equals(format.name()))
                .filter(head -> head.localeCode().equals(locale.toLanguageTag()))
                .findFirst()
                .map(head -> content(head));
    }

    private byte[] content(Head head) {
        byte[] content = snapshots.content(head.id()).content();
        if (!sha256(content).equals(head.sha256())) {
            throw new IllegalStateException("statement " + head.id() + " is not the file that was kept");
        }
        return content;
    }

    /** Keeps each language and format once; what another node kept at the same moment stands. */
    private void keep(Grant grant, String kind, int no, LocalDate asOf, Source source) {
        for (Locale language : LANGUAGES) {
            ReportTexts texts = ReportTexts.of("statement", language);
            Statement statement = source.in(texts);
            for (ReportFormat format : FORMATS) {
                if (kept(grant, kind, no, format, language).isPresent()) {
                    continue;
                }
                byte[] content = renderer.render(statement, format, texts);
                try {
                    snapshots.insert(new Head(Ids.next(), grant.id(), kind, no, asOf, language.toLanguageTag(), format.name(),
                            content.length, sha256(content), clock.dateTime()), content);
                } catch (DuplicateKeyException e) {
                    LOG.debug("statement {} {} of {} was kept by another at the same moment", kind, no, grant.id());
                }
            }
        }
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
