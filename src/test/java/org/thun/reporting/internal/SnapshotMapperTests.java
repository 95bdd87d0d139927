package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.thun.grants.Grants;
import org.thun.indicators.EnteredMeasurements;
import org.thun.reporting.FrozenReport;
import org.thun.reporting.ReportRenderer;
import org.thun.reporting.internal.FreezeMapper.ToFreeze;
import org.thun.reporting.internal.SnapshotMapper.Head;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.testing.ThunTest;

@ThunTest
class SnapshotMapperTests {

    private static final LocalDate DAY = LocalDate.of(2017, 2, 28);

    @Autowired
    private SnapshotMapper snapshots;

    @Autowired
    private FreezeMapper queue;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ReportRenderer renderer;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void keepsEveryByte() {
        byte[] file = new byte[3_000_000];
        new Random(1).nextBytes(file);
        Head head = head(Ids.next(), 1, "th", "PDF", file.length);

        snapshots.insert(head, file);

        assertThat(snapshots.content(head.id()).content()).isEqualTo(file);
        assertThat(snapshots.find(head.id())).contains(head);
        assertThat(jdbc.queryForObject("SELECT OCTET_LENGTH(content) FROM report_snapshot WHERE id = ?", Long.class,
                head.id())).isEqualTo(file.length);
    }

    @Test
    void listsTheLatestPeriodFirst() {
        String grant = Ids.next();
        for (int period : new int[] {1, 3, 2}) {
            snapshots.insert(head(grant, period, "en", "PDF", 1), new byte[1]);
            snapshots.insert(head(grant, period, "th", "PDF", 1), new byte[1]);
        }

        assertThat(snapshots.of(grant, "MONITORING")).extracting(head -> head.periodNo() + head.localeCode())
                .containsExactly("3th", "3en", "2th", "2en", "1th", "1en");
        assertThat(snapshots.count(grant, "MONITORING", 3)).isEqualTo(2);
    }

    @Test
    void holdsEachFileOnce() {
        Head head = head(Ids.next(), 1, "th", "PDF", 1);
        snapshots.insert(head, new byte[1]);

        assertThatThrownBy(() -> snapshots.insert(head(head.grantId(), 1, "th", "PDF", 1), new byte[1]))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void remembersWhatIsToBeFrozen() {
        ToFreeze report = new ToFreeze(Ids.next(), 1, DAY);
        queue.note(report);
        queue.note(report);
        assertThat(queue.all()).as("told twice, noted once").containsOnlyOnce(report);

        queue.delete(report);

        assertThat(queue.all()).doesNotContain(report);
    }

    @Test
    void freezesOnceWhenTwoNodesDoItAtTheSameMoment() throws Exception {
        String grant = Ids.next();
        SnapshotArchive archive = new SnapshotArchive(snapshots,
                (grantId, asOf, snapshotId) -> Optional.of(ReferenceReports.pack()), renderer,
                mock(EnteredMeasurements.class), mock(Grants.class), json, clock, transactions);
        Callable<Object> freeze = () -> {
            archive.freezeMonitoring(grant, 2, DAY);
            return null;
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Object> node : nodes.invokeAll(List.of(freeze, freeze))) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(archive.monitoringReports(grant)).hasSize(28).extracting(FrozenReport::periodNo).containsOnly(2);
        assertThat(snapshots.count(grant, "MONITORING", 2)).isEqualTo(9);
        archive.monitoringReports(grant).forEach(report -> assertThat(archive.content(report.id())).isNotEmpty());
    }

    private static Head head(String grantId, int periodNo, String locale, String format, long size) {
        return new Head(Ids.next(), grantId, "MONITORING", periodNo, DAY, locale, format, size, "0".repeat(64),
                LocalDateTime.of(2017, 3, 2, 9, 5));
    }
}
