package org.thun.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.thun.identity.Deputyship;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.identity.internal.DeputyMapper.DeputyRow;
import org.thun.shared.Money;

class ActorsTests {

    private static final LocalDate FIRST = LocalDate.of(2016, 5, 30);
    private static final LocalDate LAST = LocalDate.of(2016, 5, 31);

    @Test
    @DisplayName("a deputyship begins and ends at midnight in Bangkok, wherever the server stands")
    void countsDaysInBangkok() {
        DeputyRow row = row(null, null, true);
        assertThat(at("2016-05-29T16:59:59Z", row)).isEmpty();
        assertThat(at("2016-05-29T17:00:00Z", row)).hasSize(1);
        assertThat(at("2016-05-31T16:59:59Z", row)).hasSize(1);
        assertThat(at("2016-05-31T17:00:00Z", row)).isEmpty();
    }

    @Test
    void endsWithThePostWithTheAccountOrWhenRevoked() {
        assertThat(at("2016-05-31T03:00:00Z", row(FIRST, null, true))).as("the post ended before").isEmpty();
        assertThat(at("2016-05-31T03:00:00Z", row(null, FIRST.atTime(9, 0), true))).as("revoked").isEmpty();
        assertThat(at("2016-05-31T03:00:00Z", row(null, null, false))).as("the absent person has left").isEmpty();
    }

    @Test
    void carriesScopeLimitAndWork() {
        Deputyship deputyship = at("2016-05-31T03:00:00Z", row(null, null, true)).get(0);
        Scope scope = Scope.ofGrant("ldi", "org1", "grant1");
        assertThat(deputyship.opens(Role.AP, scope, "amendment")).isTrue();
        assertThat(deputyship.opens(Role.AP, scope, "period-report")).isFalse();
        assertThat(deputyship.opens(Role.PO, scope, "amendment")).isFalse();
        assertThat(deputyship.opens(Role.AP, Scope.ofGrant("other", "org1", "grant2"), "amendment")).isFalse();
        assertThat(deputyship.reaches(Money.parse("50000"))).isTrue();
        assertThat(deputyship.reaches(Money.parse("50000.01"))).isFalse();
    }

    private static List<Deputyship> at(String instant, DeputyRow row) {
        DeputyMapper deputies = mock(DeputyMapper.class);
        given(deputies.ofDeputy(any(), any())).willReturn(List.of(row));
        return new Actors(mock(AccountMapper.class), deputies, () -> Instant.parse(instant)).deputyships("deputy");
    }

    private static DeputyRow row(LocalDate postTo, LocalDateTime revokedAt, boolean principalEnabled) {
        return new DeputyRow("d1", "p1", "principal", "deputy", Role.AP, ScopeKind.PROGRAMME, "ldi", FIRST, LAST,
                new BigDecimal("50000.00"), "agreement amendment", null, "principal", FIRST.atStartOfDay(), null, revokedAt,
                null, "มาลี", null, principalEnabled, "พิมพ์ใจ", null, true, FIRST.minusYears(1), postTo);
    }
}
