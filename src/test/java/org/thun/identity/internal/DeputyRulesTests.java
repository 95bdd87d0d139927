package org.thun.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Problem;

class DeputyRulesTests {

    private static final LocalDate MAY = LocalDate.of(2016, 5, 1);

    @ParameterizedTest
    @DisplayName("SD6: nobody becomes a deputy on the other side of what they do")
    @CsvSource({
        "FM, FA, SD2", "FA, FM, SD2", "GF, FM, SD2", "FA, GL, SD2", "CC, RV, SD5", "RV, CD, SD5", "GC, PO, SD1",
        "GL, AP, SD1", "CC, AP, SD1", "GC, MT, SD1", "PO, GC, SD1", "EV, EM, SD1", "SA, PO, SD7", "AU, AP, SD9"
    })
    void refusesBothSides(Role held, Role wanted, String rule) {
        assertThat(DeputyRules.refusals(List.of(post(held)), post(wanted))).extracting(Problem::rule).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({"PO, AP", "GC, GL", "CD, CC", "AP, FA", "MT, PO"})
    void leavesToTheTaskWhatOnlyTheTaskCanShow(Role held, Role wanted) {
        assertThat(DeputyRules.refusals(List.of(post(held)), post(wanted))).isEmpty();
    }

    @Test
    void looksOnlyAtDutiesThatMeetInTimeAndPlace() {
        Post approver = post(Role.FA);
        Post makerElsewhere = new Post(Role.FM, ScopeKind.PROGRAMME, "other", MAY, null);
        Post makerBefore = new Post(Role.FM, ScopeKind.PROGRAMME, "ldi", MAY.minusYears(1), MAY.minusDays(1));
        Post makerFromItsLastDay = new Post(Role.FM, ScopeKind.PROGRAMME, "ldi", MAY.plusDays(4), null);
        assertThat(DeputyRules.refusals(List.of(makerElsewhere, makerBefore), approver)).isEmpty();
        assertThat(DeputyRules.refusals(List.of(makerFromItsLastDay), approver)).hasSize(1);
    }

    @Test
    void saysSoIfThePostIsHeldAnyway() {
        assertThat(DeputyRules.refusals(List.of(post(Role.PO)), post(Role.PO))).extracting(Problem::messageKey)
                .containsExactly("identity.problem.deputy.held");
    }

    @ParameterizedTest
    @DisplayName("SD7: judgements of one's own, administration and what is no task are not handed to deputies")
    @EnumSource(value = Role.class, names = {"SA", "AU", "FR", "PR", "EV", "CC", "CD"})
    void coversNoPersonalJudgement(Role role) {
        assertThat(DeputyRules.canBeCovered(role)).isFalse();
    }

    private static Post post(Role role) {
        return new Post(role, ScopeKind.PROGRAMME, "ldi", MAY, MAY.plusDays(4));
    }
}
