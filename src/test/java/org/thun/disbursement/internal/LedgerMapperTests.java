package org.thun.disbursement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Update;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.thun.disbursement.EntryKind;
import org.thun.disbursement.LedgerEntry;
import org.thun.identity.Actor;
import org.thun.shared.Ids;
import org.thun.shared.Money;
import org.thun.testing.ThunTest;

@ThunTest
@Transactional
class LedgerMapperTests {

    private static final LocalDate DAY = LocalDate.of(2016, 5, 1);

    @Autowired
    LedgerMapper mapper;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void hasNoStatementThatChangesOrRemovesAnEntry() throws IOException {
        assertThat(Stream.of(LedgerMapper.class.getDeclaredMethods()))
                .noneMatch(method -> method.isAnnotationPresent(Update.class) || method.isAnnotationPresent(Delete.class));
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            assertThat(sources.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                            .map(LedgerMapperTests::read))
                    .noneMatch(source -> source.matches("(?s).*(update|delete from)\\s+ledger_entry.*"));
        }
    }

    @Test
    void keepsEveryFactOnceUnderItsKey() {
        String grantId = Ids.next();
        mapper.insert(entry(grantId, "1.00"), grantId + "/a", null, DAY.atStartOfDay());
        assertThatThrownBy(() -> mapper.insert(entry(grantId, "2.00"), grantId + "/a", null, DAY.atStartOfDay()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void storesSatangExactly() {
        String grantId = Ids.next();
        mapper.insert(entry(grantId, "9999999999999.99"), grantId + "/a", null, DAY.atStartOfDay());
        assertThat(jdbc.queryForObject("SELECT amount FROM ledger_entry WHERE grant_id = ?", String.class, grantId))
                .isEqualTo("9999999999999.99");
        assertThat(mapper.ofGrant(grantId).get(0).amount()).isEqualTo(Money.parse("9999999999999.99"));
    }

    @Test
    void sumsOneKindWithinDays() {
        String grantId = Ids.next();
        mapper.insert(entry(grantId, "10.10"), grantId + "/a", null, DAY.atStartOfDay());
        mapper.insert(entry(grantId, "20.20"), grantId + "/b", null, DAY.atStartOfDay());
        assertThat(mapper.sum(grantId, EntryKind.TRANCHE_PAID, DAY, DAY)).isEqualTo(Money.parse("30.30"));
        assertThat(mapper.sum(grantId, EntryKind.TRANCHE_PAID, DAY.plusDays(1), DAY.plusDays(2))).isEqualTo(Money.ZERO);
        assertThat(mapper.sum(grantId, EntryKind.REFUND, DAY, DAY)).isEqualTo(Money.ZERO);
    }

    @Test
    void balancesReceiptsExpensesAndRefunds_BR07() {
        String grantId = Ids.next();
        ledger.tranchePaid(grantId, 1, Money.parse("100.00"), DAY, "R1", Actor.SYSTEM);
        assertThat(ledger.tranchePaid(grantId, 1, Money.parse("100.00"), DAY, "R1", Actor.SYSTEM)).isFalse();
        ledger.refunded(grantId, Money.parse("40.01"), DAY, "R2", "one", Actor.SYSTEM);
        ledger.refunded(grantId, Money.parse("59.99"), DAY, "R3", "two", Actor.SYSTEM);
        assertThat(ledger.statement(grantId).refunded()).isEqualTo(Money.parse("100.00"));
        assertThat(ledger.statement(grantId).balance()).isEqualTo(Money.ZERO);
    }

    private static LedgerEntry entry(String grantId, String amount) {
        return new LedgerEntry(0, grantId, EntryKind.TRANCHE_PAID, Money.parse(amount), DAY, null, 1, null, null, "R");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
