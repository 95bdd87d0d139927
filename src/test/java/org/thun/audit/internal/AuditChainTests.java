package org.thun.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.audit.AuditTrail.ChainCheck;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.testing.ThunTest;

@ThunTest
@DisplayName("BR-44: the trail of every transition")
class AuditChainTests {

    private enum State {
        DRAFT,
        SUBMITTED
    }

    private record Command(Money amount, LocalDate on) {}

    private static final Actor OFFICER =
            new Actor("01k0000000000000000000p0p0", "po", new LocalizedText("พิมพ์ใจ", null), List.of(), Role.PO);

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private final String stream = Ids.next();

    @BeforeEach
    void fiveEntries() {
        IntStream.rangeClosed(1, 5).forEach(n -> record(stream, n));
    }

    @Test
    void tellsWhoInWhichRoleFromToAndWhy() {
        AuditEntry entry = trail.stream(stream).get(0);
        assertThat(entry.accountId()).isEqualTo(OFFICER.accountId());
        assertThat(entry.accountName()).isEqualTo("พิมพ์ใจ");
        assertThat(entry.roleCode()).isEqualTo("PO");
        assertThat(entry.fromState()).isEqualTo("DRAFT");
        assertThat(entry.toState()).isEqualTo("SUBMITTED");
        assertThat(entry.reason()).isEqualTo("เหตุผลที่ 1");
        assertThat(entry.dataHash()).matches("[0-9a-f]{64}");
        assertThat(entry.streamSeq()).isEqualTo(1);
    }

    @Test
    void hashesTheSameCommandAlikeAndAnotherOneDifferently() {
        String other = Ids.next();
        record(other, 1);
        List<AuditEntry> five = trail.stream(stream);
        assertThat(trail.stream(other).get(0).dataHash()).isEqualTo(five.get(0).dataHash());
        assertThat(five.stream().map(AuditEntry::dataHash).distinct()).hasSize(5);
    }

    @Test
    void holdsAsItWasWritten() {
        assertThat(trail.verify(stream)).isEqualTo(new ChainCheck(5, null));
        assertThat(trail.verify(Ids.next())).isEqualTo(new ChainCheck(0, null));
    }

    @Test
    void takesManyEventsAtOnceEachIntoItsChain() {
        String other = Ids.next();
        transaction.executeWithoutResult(status -> trail.record(OFFICER, List.of(
                AuditEvent.of(other, "test.go", "test", other),
                AuditEvent.of(stream, "test.go", "test", stream),
                AuditEvent.of(other, "test.stop", "test", other))));
        assertThat(trail.verify(stream)).isEqualTo(new ChainCheck(6, null));
        assertThat(trail.verify(other)).isEqualTo(new ChainCheck(2, null));
        assertThat(trail.stream(other)).extracting(AuditEntry::command).containsExactly("test.go", "test.stop");
        record(other, 3);
        assertThat(trail.verify(other)).isEqualTo(new ChainCheck(3, null));
    }

    @Test
    void showsAChangedEntry() {
        for (String change : List.of("reason = 'อื่น'", "account_name = 'ใครอื่น'", "to_state = 'DRAFT'",
                "role_code = NULL", "object_id = 'x'", "at_time = '2001-01-01 00:00:00'", "data_hash = NULL")) {
            String tampered = Ids.next();
            IntStream.rangeClosed(1, 3).forEach(n -> record(tampered, n));
            jdbc.update("UPDATE audit_entry SET " + change + " WHERE stream_id = ? AND stream_seq = 2", tampered);
            assertThat(trail.verify(tampered)).as(change).isEqualTo(new ChainCheck(1, 2L));
        }
    }

    @Test
    void showsARemovedEntryWhereverItStood() {
        for (long gone : new long[] {1, 3, 5}) {
            String tampered = Ids.next();
            IntStream.rangeClosed(1, 5).forEach(n -> record(tampered, n));
            jdbc.update("DELETE FROM audit_entry WHERE stream_id = ? AND stream_seq = ?", tampered, gone);
            assertThat(trail.verify(tampered).holds()).as("without entry %d", gone).isFalse();
        }
    }

    @Test
    void showsAnEntrySlippedInAtTheEndEvenWithARightHash() {
        AuditEntry last = trail.stream(stream).get(4);
        AuditEntry forged = new AuditEntry(0, stream, 6, last.atTime(), last.accountId(), last.accountName(), "AP", null,
                null, "grant.approve", "grant", stream, null, "APPROVED", null, null, last.entryHash(), null);
        jdbc.update("""
                INSERT INTO audit_entry (stream_id, stream_seq, at_time, account_id, account_name, role_code, command,
                                         object_type, object_id, to_state, prev_hash, entry_hash)
                VALUES (?, 6, ?, ?, ?, 'AP', 'grant.approve', 'grant', ?, 'APPROVED', ?, ?)
                """, stream, last.atTime(), last.accountId(), last.accountName(), stream, last.entryHash(),
                HashChain.hashOf(forged));
        assertThat(trail.verify(stream)).isEqualTo(new ChainCheck(6, 7L));
    }

    @Test
    void showsEntriesThatHaveChangedPlaces() {
        jdbc.update("UPDATE audit_entry SET stream_seq = 99 WHERE stream_id = ? AND stream_seq = 2", stream);
        jdbc.update("UPDATE audit_entry SET stream_seq = 2 WHERE stream_id = ? AND stream_seq = 3", stream);
        jdbc.update("UPDATE audit_entry SET stream_seq = 3 WHERE stream_id = ? AND stream_seq = 99", stream);
        assertThat(trail.verify(stream)).isEqualTo(new ChainCheck(1, 2L));
    }

    @Test
    void neverForksWhenSeveralWriteAtOnceEvenTheVeryFirstEntry() throws Exception {
        String contested = Ids.next();
        int writers = 4;
        int each = 15;
        CyclicBarrier start = new CyclicBarrier(writers);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Void>> work = IntStream.range(0, writers).<Callable<Void>>mapToObj(writer -> () -> {
                start.await();
                IntStream.range(0, each).forEach(n -> record(contested, n));
                return null;
            }).toList();
            for (Future<Void> writer : threads.invokeAll(work)) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(trail.verify(contested)).isEqualTo(new ChainCheck(writers * each, null));
    }

    @Test
    void disappearsWithTheCommandThatFailed() {
        transaction.executeWithoutResult(status -> {
            trail.record(OFFICER, AuditEvent.of(stream, "grant.open", "grant", stream));
            status.setRollbackOnly();
        });
        assertThat(trail.verify(stream)).isEqualTo(new ChainCheck(5, null));
        assertThatThrownBy(() -> trail.record(OFFICER, AuditEvent.of(stream, "grant.open", "grant", stream)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void tellsSeveralStoriesAsOneNewestFirst() {
        String proposal = Ids.next();
        record(proposal, 6);
        List<AuditEntry> timeline = trail.timeline(List.of(stream, proposal), 3);
        assertThat(timeline).extracting(AuditEntry::streamId).containsExactly(proposal, stream, stream);
        assertThat(trail.timeline(List.of(), 3)).isEmpty();
    }

    private void record(String streamId, int n) {
        transaction.executeWithoutResult(status -> trail.record(OFFICER, AuditEvent
                .transition(streamId, "proposal.submit", "proposal", "p1", State.DRAFT, State.SUBMITTED)
                .because("เหตุผลที่ " + n)
                .with(Map.of("n", n, "command", new Command(Money.ofBaht(n), LocalDate.of(2016, 5, 1))))));
    }
}
