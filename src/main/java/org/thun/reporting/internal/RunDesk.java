package org.thun.reporting.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.reporting.Edition;
import org.thun.reporting.MonitoringPack;
import org.thun.reporting.ReportAccess;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRun;
import org.thun.reporting.ReportRuns;
import org.thun.reporting.ReportSource;
import org.thun.reporting.internal.RunMapper.ItemRow;
import org.thun.reporting.internal.RunMapper.RunRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.workflow.DailyWork;

/** Takes orders for runs and hands out what came of them. */
@Service
class RunDesk implements ReportRuns, DailyWork {

    /** Days for which the files of a run are kept. */
    private static final int KEPT_DAYS = 30;

    private final RunMapper runs;
    private final RunWorker worker;
    private final ReportSource source;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final BusinessClock clock;

    RunDesk(RunMapper runs, RunWorker worker, ReportSource source, AuditTrail audit, ObjectMapper json,
            BusinessClock clock) {
        this.runs = runs;
        this.worker = worker;
        this.source = source;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome<String> start(Grant grant, Order order, Actor actor) {
        ReportAccess access = ReportAccess.of(actor, grant);
        if (!access.whole()) {
            return Outcome.refused(Problem.of("reporting.run.notAllowed"));
        }
        if (order.languages().isEmpty()) {
            return Outcome.refused(Problem.at("lang", "reporting.run.noLanguage"));
        }
        Optional<MonitoringPack> figures = source.pack(grant.id(), order.asOf())
                .map(pack -> access.sumsOnly() ? pack.forReadersOfSums() : pack);
        List<Edition> editions = figures.map(MonitoringPack::editions).orElse(List.of()).stream()
                .filter(edition -> edition.kind() == order.kind())
                .toList();
        if (editions.isEmpty()) {
            return Outcome.refused(Problem.of("reporting.run.nothing"));
        }
        String id = Ids.next();
        runs.insert(new RunRow(id, grant.id(), order.kind().name(), order.asOf(), order.format().name(),
                String.join(",", order.languages()), access.sumsOnly(), ReportRun.State.RUNNING.name(), actor.accountId(),
                clock.dateTime(), null, worker.id(), 0, 0, 0, 0), written(figures.orElseThrow()));
        List<ItemRow> items = new ArrayList<>();
        for (Edition edition : editions) {
            for (String language : order.languages()) {
                items.add(new ItemRow(id, items.size() + 1, edition.key(), language, "WAITING", null));
            }
        }
        runs.insertItems(items);
        audit.record(actor, AuditEvent.transition(grant.id(), "reportRun.start", "reportRun", id, null,
                ReportRun.State.RUNNING).with(order));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.work(id);
            }
        });
        return Outcome.done(id);
    }

    @Override
    @Transactional
    public Outcome<Void> cancel(Grant grant, String runId, Actor actor) {
        if (find(grant, runId, actor).isEmpty()) {
            return Outcome.refused(Problem.of("reporting.run.notAllowed"));
        }
        if (runs.end(runId, ReportRun.State.CANCELLED.name(), clock.dateTime()) == 0) {
            return Outcome.refused(Problem.of("reporting.run.over"));
        }
        audit.record(actor, AuditEvent.transition(grant.id(), "reportRun.cancel", "reportRun", runId,
                ReportRun.State.RUNNING, ReportRun.State.CANCELLED));
        return Outcome.done();
    }

    @Override
    public Optional<ReportRun> find(Grant grant, String runId, Actor actor) {
        return runs.find(runId)
                .filter(run -> run.grantId().equals(grant.id()) && opens(run, ReportAccess.of(actor, grant)))
                .map(this::run);
    }

    @Override
    public List<ReportRun> ofGrant(Grant grant, Actor actor) {
        ReportAccess access = ReportAccess.of(actor, grant);
        return runs.ofGrant(grant.id()).stream().filter(run -> opens(run, access)).map(this::run).toList();
    }

    private static boolean opens(RunRow run, ReportAccess access) {
        return access.whole() && (run.sumsOnly() || !access.sumsOnly());
    }

    @Override
    public void writeZip(ReportRun run, OutputStream out) throws IOException {
        if (!run.hasFiles()) {
            throw new IllegalStateException("run " + run.id() + " has no files");
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        Set<String> names = new HashSet<>();
        for (ItemRow item : runs.items(run.id(), "DONE")) {
            String name = names.add(item.fileName()) ? item.fileName() : item.itemNo() + "-" + item.fileName();
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(run.startedAt());
            zip.putNextEntry(entry);
            zip.write(runs.content(run.id(), item.itemNo()).content());
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Throws away files whose time is over; who asked for them stays known. */
    @Override
    @Transactional
    public void on(LocalDate day) {
        for (String id : runs.endedBefore(day.minusDays(KEPT_DAYS).atStartOfDay())) {
            runs.deleteItems(id);
            runs.expire(id);
        }
    }

    private ReportRun run(RunRow row) {
        List<String> failed = runs.items(row.id(), "FAILED").stream().map(ItemRow::editionKey).distinct().toList();
        return new ReportRun(row.id(), row.grantId(), Edition.Kind.valueOf(row.editionKind()), row.asOf(),
                ReportFormat.valueOf(row.formatCode()), List.of(row.localeCodes().split(",")), row.sumsOnly(),
                ReportRun.State.valueOf(row.state()), row.items(), row.done(), failed, row.startedBy(), row.startedAt(),
                row.endedAt());
    }

    private String written(MonitoringPack figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures that are not values", e);
        }
    }
}
