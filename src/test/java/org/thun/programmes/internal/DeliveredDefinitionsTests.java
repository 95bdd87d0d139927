package org.thun.programmes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thun.programmes.Activity;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CentreDefinition.CentreKind;
import org.thun.programmes.DefinitionWarning;
import org.thun.programmes.FormKind;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.ValueSetting;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.ReportingPolicy.PeriodUnit;
import org.thun.programmes.ReportingPolicy.ReportingPeriod;
import org.thun.programmes.Runnability;
import org.thun.programmes.ScheduleRow.Bar;
import org.thun.programmes.WorkPlan;
import org.thun.shared.Money;
import org.thun.shared.Problem;

class DeliveredDefinitionsTests {

    private final ProgrammeDefinition reference = Definitions.reference();

    @Test
    void referenceProgrammeHasFourWorkPlansWithTextAndTableCodes() {
        assertThat(reference.workPlans()).extracting(WorkPlan::id).containsExactly("WP1", "WP2", "WP3", "WP4");
        assertThat(reference.activities()).extracting(Activity::code)
                .containsExactly("1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3", "4.4");
        assertThat(reference.activity("2.3").orElseThrow().codes()).containsExactly("2.3", "2.2");
        assertThat(reference.activity("2.4").orElseThrow().codes()).containsExactly("2.4", "2.3");
        assertThat(reference.activity("3.2").orElseThrow().indicators()).containsExactly("IND4", "IND5", "IND6");
    }

    @Test
    void referenceScheduleHasMarksBarsOpenEndsAndAContinuousRow() {
        assertThat(reference.schedule()).hasSize(12);
        assertThat(reference.scheduleOf("1.1").orElseThrow().marks()).containsExactly(2, 9);
        assertThat(reference.scheduleOf("3.1").orElseThrow().bars()).containsExactly(new Bar(4, null));
        assertThat(reference.scheduleOf("4.1").orElseThrow().continuous()).isTrue();
        assertThat(reference.scheduleOf("4.4").orElseThrow().marks()).containsExactly(18);
        assertThat(reference.activities().stream().filter(Activity::instituteFee).map(Activity::code))
                .as("BR-49")
                .containsExactly("4.4");
        assertThat(reference.scheduleOf("2.2")).isEmpty();
    }

    @Test
    void recordedConflictsAndContradictionsAreWarningsAndNotLost() {
        Map<String, List<String>> bySubject = reference.warnings().stream().collect(Collectors.groupingBy(
                DefinitionWarning::subject,
                Collectors.mapping(warning -> warning.text().messageKey(), Collectors.toList())));
        assertThat(bySubject.get("1.1")).containsExactly("programmes.warning.conflict");
        assertThat(bySubject.get("2.2")).containsExactly("programmes.warning.note", "programmes.warning.not_scheduled");
        assertThat(bySubject.get("2.4")).containsExactly("programmes.warning.note");
        assertThat(reference.warnings()).filteredOn(w -> w.text().messageKey().endsWith("open_end"))
                .extracting(DefinitionWarning::subject)
                .containsExactly("1.2", "2.1", "2.3", "3.1", "3.2", "3.3", "4.2", "4.3");
    }

    @Test
    void sevenIndicatorsHaveBaselineTargetAndRegister() {
        assertThat(reference.indicators()).extracting(Indicator::id)
                .containsExactly("IND1", "IND2", "IND3", "IND4", "IND5", "IND6", "IND7");
        assertThat(reference.indicators()).extracting(i -> i.baseline().intValueExact())
                .containsExactly(0, 0, 175474, 488, 0, 2080, 0);
        assertThat(reference.indicators()).extracting(i -> i.target().intValueExact())
                .containsExactly(80, 100, 200000, 10000, 50000, 500000, 3000);
        assertThat(reference.indicators()).extracting(i -> i.source().register()).containsExactly(
                Register.COURSE_COMPLETION, Register.CAMPAIGN_ISSUE, Register.ORGANISATION, Register.PERSON,
                Register.PERSON, Register.PERSON, Register.KNOWLEDGE);
        assertThat(reference.indicators()).filteredOn(i -> i.source().register() == Register.PERSON)
                .extracting(i -> i.source().role())
                .containsExactly("facilitator", "community_leader", "volunteer_citizen");
    }

    @Test
    void eightyTwoCentresAreSeventySixProvincesAndSixZonesOfBangkok() {
        Map<CentreKind, Long> kinds = reference.centres().stream()
                .collect(Collectors.groupingBy(CentreDefinition::kind, Collectors.counting()));
        assertThat(kinds).containsExactlyInAnyOrderEntriesOf(
                Map.of(CentreKind.PROVINCE, 76L, CentreKind.BANGKOK_ZONE, 6L));
        Map<String, Long> regions = reference.centres().stream()
                .collect(Collectors.groupingBy(CentreDefinition::region, Collectors.counting()));
        assertThat(regions).containsExactlyInAnyOrderEntriesOf(Map.of("north", 9L, "northeast", 20L, "central", 21L,
                "east", 7L, "west", 5L, "south", 14L, "bangkok", 6L));
        assertThat(reference.centres()).filteredOn(c -> c.kind() == CentreKind.PROVINCE)
                .allMatch(c -> c.code().equals("TH-" + c.provinceCode()))
                .doesNotHaveDuplicates();
        assertThat(reference.centres().stream().collect(Collectors.toMap(c -> c.name().th(), Function.identity())))
                .hasSize(82);
    }

    @Test
    void moneyAndReviewThresholdsAreThoseOfTheRules() {
        assertThat(reference.tranches().tranches()).extracting(t -> t.sharePercent().intValueExact())
                .containsExactly(30, 30, 25, 15);
        assertThat(reference.approvalFor(Money.of(new BigDecimal("200000.00"))).authority()).isEqualTo("officer_director");
        assertThat(reference.approvalFor(Money.of(new BigDecimal("200000.01"))).authority()).isEqualTo("plan_board");
        assertThat(reference.approvalFor(Money.of(new BigDecimal("5000000.01"))).authority()).isEqualTo("main_board");
        assertThat(reference.review().passFrom()).isEqualByComparingTo("70");
    }

    @Test
    void silentNumbersHaveTheDefaultsOfTheRules() {
        assertThat(reference.reporting().reminderDays()).containsExactly(-30, -7, -2, 0, 7, 15, 30);
        assertThat(reference.evaluation().acceptWorkingDays()).isEqualTo(5);
        assertThat(reference.evaluation().scale().levels()).hasSize(6);
        assertThat(reference.costHeads()).hasSize(6);
        assertThat(reference.formCode(FormKind.PROGRESS_REPORT)).isEqualTo("ส.1");
        assertThat(reference.formCode(FormKind.FINANCE_REPORT)).isEqualTo("ง.1");
        assertThat(reference.registry().staleMonthsOrganisation()).isEqualTo(24);
        assertThat(reference.statusBands().greenFrom()).isEqualByComparingTo("90");
    }

    @Test
    void grantsRunOnTheReferenceProgramme() {
        assertThat(RunnabilityRules.check(reference).reasons()).isEmpty();
    }

    @Test
    void crisisProgrammeShowsWeeksAndOnePaymentButIsRefusedForRunning() {
        ProgrammeDefinition crisis = Definitions.delivered("community-crisis-microgrants");
        assertThat(crisis.reporting().unit()).isEqualTo(PeriodUnit.WEEK);
        assertThat(crisis.indicators()).extracting(Indicator::targetSetting)
                .containsExactly(ValueSetting.FIXED, ValueSetting.PER_GRANT, ValueSetting.UNDECIDED);
        Runnability runnability = RunnabilityRules.check(crisis);
        assertThat(runnability.runnable()).isFalse();
        assertThat(runnability.reasons()).extracting(Problem::messageKey).contains(
                "programmes.unrunnable.week_periods",
                "programmes.unrunnable.single_tranche",
                "programmes.unrunnable.threshold_missing");
    }

    @Test
    void researchProgrammeShowsYearsAndCohortsButIsRefusedForRunning() {
        ProgrammeDefinition research = Definitions.delivered("strong-community-research");
        assertThat(research.reporting().periods()).containsExactly(new ReportingPeriod(1, 1, 12),
                new ReportingPeriod(2, 13, 24), new ReportingPeriod(3, 25, 36));
        assertThat(research.cohorts()).extracting(c -> c.areaCount()).containsExactly(5, 5, 0);
        assertThat(research.indicator("R3").orElseThrow().targetIncrease()).isEqualByComparingTo("10");
        assertThat(RunnabilityRules.check(research).reasons()).extracting(Problem::messageKey).contains(
                "programmes.unrunnable.year_periods",
                "programmes.unrunnable.cohorts",
                "programmes.unrunnable.condition_in_words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void everyReasonAndWarningHasAText(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (String key : List.of("ldi-pracharath-2", "community-crisis-microgrants", "strong-community-research")) {
            ProgrammeDefinition definition = Definitions.delivered(key);
            definition.warnings().forEach(warning -> assertThat(Definitions.text(warning.text(), locale)).isNotBlank());
            RunnabilityRules.check(definition).reasons()
                    .forEach(reason -> assertThat(Definitions.text(reason, locale)).isNotBlank());
        }
    }
}
