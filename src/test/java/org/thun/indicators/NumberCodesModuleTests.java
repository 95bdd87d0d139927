package org.thun.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.indicators.NumberCodes.Figure;
import org.thun.indicators.NumberCodes.PrintedFigure;
import org.thun.shared.Ids;
import org.thun.testing.EvidenceTest;

class NumberCodesModuleTests extends EvidenceTest {

    @Autowired
    private NumberCodes codes;

    @Test
    void givesTheSameFigureTheSameCodeAndFindsItAgain() {
        LocalDate day = clock.today();
        Figure whole = new Figure("IND4", Place.WHOLE, new BigDecimal("489"));
        Figure centre = new Figure("IND4", Place.centre(CHIANG_MAI), BigDecimal.ONE);
        Map<Figure, String> first = codes.codesFor(grant, day, List.of(whole, centre));
        assertThat(first.values()).doesNotHaveDuplicates().allMatch(code -> NumberCodes.FORM.matcher(code).matches());
        assertThat(codes.codesFor(grant, day, List.of(centre, new Figure("IND4", Place.WHOLE, new BigDecimal("489.00"))))
                .values()).containsExactlyInAnyOrderElementsOf(first.values());
        assertThat(codes.codesFor(grant, day.minusDays(1), List.of(whole)).get(whole)).isNotEqualTo(first.get(whole));

        String code = first.get(centre);
        String typed = " " + code.substring(0, 4).toLowerCase() + "-" + code.substring(4) + " ";
        PrintedFigure found = codes.find(typed.replace('0', 'o').replace('1', 'l'), officer).orElseThrow();
        assertThat(found).isEqualTo(new PrintedFigure(code, grant.id(), centre, day, null, found.madeAt()));
    }

    @Test
    void tellsTheFiguresOfAFrozenReportApart() {
        LocalDate day = clock.today();
        Figure whole = new Figure("IND4", Place.WHOLE, new BigDecimal("489"));
        String snapshot = Ids.next();
        String frozen = codes.codesFor(grant, day, snapshot, List.of(whole)).get(whole);
        assertThat(frozen).isNotEqualTo(codes.codesFor(grant, day, List.of(whole)).get(whole));
        assertThat(codes.find(frozen, officer).orElseThrow().snapshotId()).isEqualTo(snapshot);
    }

    @Test
    void givesEveryCentreItsCodeInAFewStatements() {
        List<Figure> figures = IntStream.range(0, 600)
                .mapToObj(i -> new Figure("IND" + i % 7, Place.centre("TH-" + i / 7), BigDecimal.valueOf(i)))
                .toList();
        assertThat(codes.codesFor(grant, clock.today(), figures).values()).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a code opens nothing to those who may not see the figure")
    void hidesFiguresOfOthers() {
        Figure whole = new Figure("IND4", Place.WHOLE, new BigDecimal("489"));
        String code = codes.codesFor(grant, clock.today(), List.of(whole)).get(whole);
        assertThat(codes.find(code, funder)).isPresent();
        given(grants.find(eq(grant.id()), any())).willReturn(Optional.empty());
        assertThat(codes.find(code, officer)).isEmpty();
        assertThat(codes.find("UUUUUUUU", officer)).isEmpty();
        assertThat(codes.find(null, officer)).isEmpty();
    }
}
