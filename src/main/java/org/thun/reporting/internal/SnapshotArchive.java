package org.thun.reporting.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.grants.Grants;
import org.thun.indicators.EnteredMeasurements;
import org.thun.reporting.Edition;
import org.thun.reporting.FrozenReport;
import org.thun.reporting.MonitoringPack;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.ReportArchive;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRenderer;
import org.thun.reporting.ReportSource;
import org.thun.reporting.internal.SnapshotMapper.Head;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;

@Service
class SnapshotArchive implements ReportArchive {

    /** The national edition; others add what sets them apart. */
    private static final String MONITORING = "MONITORING";

    /** The copies for readers of sums. */
    private static final String SUMS = MONITORING + ":sums";
    private static final String NO_LANGUAGE = "-";
    private static final String VALUES = "JSON";
    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("th"), Locale.ENGLISH);

    private final SnapshotMapper snapshots;
    private final ReportSource source;
    private final ReportRenderer renderer;
    private final EnteredMeasurements entries;
    private final Grants grants;
    private final ObjectMapper json;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    SnapshotArchive(SnapshotMapper snapshots, ReportSource source, ReportRenderer renderer,
            EnteredMeasurements entries, Grants grants, ObjectMapper json, BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.snapshots = snapshots;
        this.source = source;
        this.renderer = renderer;
        this.entries = entries;
        this.grants = grants;
        // What a release no longer knows must not keep it from reading what an earlier one froze.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Sheet(Head head, byte[] content) {}

    /** Makes the documents first and opens the transaction only to store them: seconds of work must not hold locks. */
    @Override
    public void freezeMonitoring(String grantId, int periodNo, LocalDate asOf) {
        if (isFrozen(grantId, periodNo)) {
            return;
        }
        String id = Ids.next();
        MonitoringPack pack = source.pack(grantId, asOf, id).orElseThrow(() -> new IllegalStateException(
                "nothing to report for grant " + grantId + " on " + asOf));
        List<Sheet> sheets = sheets(id, grantId, periodNo, pack);
        try {
            transaction.executeWithoutResult(status -> {
                sheets.forEach(sheet -> snapshots.insert(sheet.head(), sheet.content()));
                entries.freeze(grants.get(grantId), asOf, pack.national().generatedAt(), id);
            });
        } catch (DuplicateKeyException e) {
            // Another node froze the same period at the same moment; its copies stand, and it stored all of them.
            if (!isFrozen(grantId, periodNo)) {
                throw e;
            }
        }
    }

    @Override
    public boolean isFrozen(String grantId, int periodNo) {
        return snapshots.count(grantId, MONITORING, periodNo) > 0;
    }

    @Override
    public Optional<MonitoringPack> frozenValues(String grantId, int periodNo) {
        return snapshots.of(grantId, MONITORING).stream()
                .filter(head -> head.periodNo() == periodNo && head.formatCode().equals(VALUES))
                .findFirst()
                .map(head -> pack(content(head.id())));
    }

    /** Copies of the first release hold the report of the whole grant alone. */
    private MonitoringPack pack(byte[] values) {
        try {
            JsonNode root = json.readTree(values);
            return root.has("national")
                    ? json.treeToValue(root, MonitoringPack.class)
                    : new MonitoringPack(json.treeToValue(root, MonitoringReport.class), List.of(), List.of(), null, null, 0);
        } catch (IOException e) {
            throw new IllegalStateException("frozen values that cannot be read", e);
        }
    }

    @Override
    public List<FrozenReport> monitoringReports(String grantId) {
        return snapshots.of(grantId, MONITORING).stream()
                .filter(head -> !head.formatCode().equals(VALUES))
                .map(SnapshotArchive::frozen)
                .toList();
    }

    @Override
    public Optional<FrozenPeriod> periodOf(String valuesId) {
        return snapshots.find(valuesId).map(head -> new FrozenPeriod(head.grantId(), head.periodNo()));
    }

    @Override
    public Optional<FrozenReport> find(String id) {
        return snapshots.find(id).filter(head -> !head.formatCode().equals(VALUES)).map(SnapshotArchive::frozen);
    }

    @Override
    public byte[] content(String id) {
        Head head = snapshots.find(id).orElseThrow(() -> new IllegalArgumentException("no frozen report " + id));
        byte[] content = snapshots.content(id).content();
        if (!sha256(content).equals(head.sha256())) {
            throw new IllegalStateException("frozen report " + id + " is not the file that was frozen");
        }
        return content;
    }

    private List<Sheet> sheets(String id, String grantId, int periodNo, MonitoringPack pack) {
        LocalDateTime now = clock.dateTime();
        LocalDate asOf = pack.national().asOf();
        List<Sheet> sheets = new ArrayList<>();
        byte[] values = values(pack);
        sheets.add(new Sheet(new Head(id, grantId, MONITORING, periodNo, asOf, NO_LANGUAGE, VALUES, values.length,
                sha256(values), now), values));
        MonitoringReport sums = pack.forReadersOfSums().national();
        for (Locale language : LANGUAGES) {
            String tag = language.toLanguageTag();
            for (ReportFormat format : ReportFormat.values()) {
                sheets.add(sheet(grantId, MONITORING, periodNo, asOf, tag, format.name(),
                        renderer.render(pack.national(), format, language), now));
                sheets.add(sheet(grantId, SUMS, periodNo, asOf, tag, format.name(),
                        renderer.render(sums, format, language), now));
            }
            for (MonitoringReport area : pack.areasWithFigures()) {
                sheets.add(sheet(grantId, MONITORING + ":" + area.edition().key(), periodNo, asOf, tag,
                        ReportFormat.PDF.name(), renderer.render(area, ReportFormat.PDF, language), now));
            }
        }
        return sheets;
    }

    private static Sheet sheet(String grantId, String kind, int periodNo, LocalDate asOf, String language, String format,
            byte[] content, LocalDateTime now) {
        return new Sheet(new Head(Ids.next(), grantId, kind, periodNo, asOf, language, format, content.length,
                sha256(content), now), content);
    }

    private byte[] values(MonitoringPack pack) {
        try {
            return json.writeValueAsBytes(pack);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values of a report that are not values", e);
        }
    }

    private static FrozenReport frozen(Head head) {
        String edition = head.kind().equals(MONITORING) || head.kind().equals(SUMS)
                ? Edition.NATIONAL.key()
                : head.kind().substring(MONITORING.length() + 1);
        return new FrozenReport(head.id(), head.grantId(), edition, head.kind().equals(SUMS), head.periodNo(), head.asOf(),
                Locale.forLanguageTag(head.localeCode()), ReportFormat.valueOf(head.formatCode()), head.sizeBytes(),
                head.sha256(), head.createdAt());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
