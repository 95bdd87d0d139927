package org.thun.programmes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.Cumulation;
import org.thun.programmes.IndicatorSource.AcceptedSum;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.internal.DefinitionLoader.Loaded;

/** Each kind of fault, with the line it is told at. */
class DefinitionLoaderTests {

    private static final String SOUND = """
            programme:
              key: sample
              title: {th: ตัวอย่าง, en: Sample}
              funder: {code: F, th: ผู้ให้ทุน}
              grantee: {code: G, th: ผู้รับทุน}
              duration: {months: 12}
            objectives: {general: {th: เป้าหมาย}}
            work_plans:
              - id: WP1
                title: {th: แผน}
                activities:
                  - {code: "1.1", title: {th: งาน}, indicators: [A], targets: [{value: 5, unit: person}]}
            schedule:
              - {activity: "1.1", marks: [2, 9]}
            indicators:
              - {id: A, title: {th: ก}, kind: unique_count, unit: person, baseline: 0, target: 10, source: {register: knowledge}}
            phased_targets: [{month: 6, percent: 40}, {month: 12, percent: 100}]
            reporting:
              periods: [{no: 1, months: [1, 6]}, {no: 2, months: [7, 12]}]
            tranches:
              mode: instalments
              plan: [{no: 1, share: 30, when: agreement_effective}, {no: 2, share: 70, when: period_accepted, period: 1}]
              advance_limit_percent: 40
            regions: [{code: north, th: เหนือ}]
            centres:
              - {code: TH-50, th: เชียงใหม่, kind: province, region: north, province: "50"}
            approval_limits: [{up_to: 200000, authority: officer, th: ผู้อำนวยการ}, {authority: board, th: คณะกรรมการ}]
            """;

    @Test
    void readsASoundFile() {
        ProgrammeDefinition definition = load(SOUND).definition().orElseThrow();
        assertThat(definition.key()).isEqualTo("sample");
        assertThat(definition.title().en()).isEqualTo("Sample");
    }

    @Test
    @DisplayName("What has to be ready: the whole list for what is held on days, unless the activity names its own, or nothing")
    void knowsWhatHasToBeReady() {
        ProgrammeDefinition silent = load(SOUND).definition().orElseThrow();
        assertThat(silent.preparationOf(silent.activity("1.1").orElseThrow(), true)).hasSizeGreaterThan(1);
        assertThat(silent.preparationOf(silent.activity("1.1").orElseThrow(), false)).isEmpty();
        ProgrammeDefinition own = load(SOUND.replace("code: \"1.1\", title", "code: \"1.1\", checklist: [venue], title"))
                .definition().orElseThrow();
        assertThat(own.preparationOf(own.activity("1.1").orElseThrow(), false)).extracting(item -> item.code())
                .containsExactly("venue");
        ProgrammeDefinition nothing = load(SOUND.replace("code: \"1.1\", title", "code: \"1.1\", checklist: [], title"))
                .definition().orElseThrow();
        assertThat(nothing.preparationOf(nothing.activity("1.1").orElseThrow(), true)).isEmpty();
        assertThat(silent.tranches().auditRiskFrom()).isEqualTo(12);
    }

    @ParameterizedTest(name = "{3} at line {2}")
    @CsvSource(delimiter = '|', textBlock = """
            key: sample|key: Sample!|2|bad_key
            duration: {months: 12}|duration: {months: 121}|6|bad_duration
            title: {th: ตัวอย่าง, en: Sample}|title: {en: Sample}|3|missing
            title: {th: ตัวอย่าง, en: Sample}|titel: {th: ตัวอย่าง}|3|unknown_key
            code: G|code: F|5|duplicate
            indicators: [A]|indicators: [B]|12|unknown_reference
            code: "1.1", title|code: "1.1", institute_fee: sometimes, title|12|not_a_flag
            code: "1.1", title|code: "1.1", institute_fee: true, title|12|fee_without_close_out
            code: "1.1", title|code: "1.1", checklist: [tents], title|12|unknown_reference
            unit: person}]|unit: persons}]|12|unknown_reference
            value: 5|value: five|12|not_a_number
            activity: "1.1"|activity: "1.9"|14|unknown_reference
            marks: [2, 9]|marks: [9, 2]|14|not_rising
            marks: [2, 9]|marks: [2, 13]|14|month_outside
            marks: [2, 9]|marks: 2|14|not_a_list
            marks: [2, 9]|bars: [{from: 3}]|14|bar_end
            marks: [2, 9]|bars: [{from: 3, to: 2}]|14|bar_backwards
            marks: [2, 9]|continuous: perhaps|14|not_a_flag
            marks: [2, 9]|conflicts: [x]|14|row_unclear
            baseline: 0|baseline: none|16|not_a_number
            target: 10|target: -1|16|negative
            target: 10|target: 10, target_increase: 5|16|target_twice
            kind: unique_count|kind: counting|16|not_a_choice
            , source: {register: knowledge}||16|no_source
            source: {register: knowledge}|source: {}|16|source_unclear
            source: {register: knowledge}|source: {register: knowledge, other: {th: ก}}|16|source_unclear
            source: {register: knowledge}|source: {accepted_report: expense}|16|source_unfit
            source: {register: knowledge}|source: {register: knowledge}, denominator_source: {register: knowledge}|16|denominator_source_unfit
            kind: unique_count|kind: percentage, denominator: {th: ข}|16|denominator_source_missing
            kind: unique_count|kind: percentage|16|no_denominator
            kind: unique_count|kind: unique_count, denominator: {th: ข}|16|denominator_unfit
            kind: unique_count|kind: average, denominator: {th: ข}|16|source_unfit
            kind: unique_count|kind: milestone_ladder|16|ladder_without_steps
            kind: unique_count|kind: milestone_ladder, steps: 5|16|target_beyond_ladder
            kind: unique_count|kind: milestone_ladder, steps: 12, levels: [{th: ก}, {th: ข}]|16|levels_not_steps
            kind: unique_count|kind: unique_count, steps: 5|16|steps_without_ladder
            kind: unique_count|kind: unique_count, cumulation: per_period|16|cumulation_unfit
            kind: unique_count|kind: unique_count, cumulation: sometimes|16|not_a_choice
            kind: unique_count|kind: index, cumulation: cumulative|16|cumulation_unfit
            kind: unique_count|kind: unique_count, direction: lower|16|target_above_baseline
            kind: unique_count|kind: unique_count, direction: down|16|not_a_choice
            baseline: 0|baseline: per_area|16|baseline_per_area_unfit
            source: {register: knowledge}|source: {register: person}|16|missing
            source: {register: knowledge}|source: {register: knowledge, role: x}|16|role_without_person
            source: {register: knowledge}|source: {register: books}|16|not_a_choice
            percent: 40|percent: 100|17|phases_not_rising
            month: 12, percent: 100|month: 12, percent: 90|17|phases_end
            months: [7, 12]|months: [8, 12]|19|periods_gap
            months: [7, 12]|months: [6, 12]|19|periods_overlap
            months: [7, 12]|months: [7, 11]|19|periods_gap
            months: [7, 12]|months: [7, 13]|19|month_outside
            no: 2, months|no: 3, months|19|wrong_number
            share: 70|share: 69.99|22|shares_sum
            share: 70|share: 69.999|22|bad_share
            share: 30|share: 70|22|shares_sum
            advance_limit_percent: 40|advance_limit_percent: 20|22|advance_over_limit
            advance_limit_percent: 40|advance_limit_percent: 400|23|not_a_percentage
            period: 1}|period: 3}|22|unknown_reference
            , period: 1}|}|22|tranche_period
            mode: instalments|mode: single|22|tranche_count
            region: north|region: nord|26|unknown_reference
            province: "50"|province: "5"|26|bad_province
            up_to: 200000|up_to: 200000.001|27|not_an_amount
            up_to: 200000, auth|auth|27|limits_open
            {authority: board|{up_to: 100, authority: board|27|limits_end
            """)
    void tellsTheLineOf(String sound, String faulty, int line, String fault) {
        assertThat(SOUND).contains(sound);
        Loaded loaded = load(SOUND.replaceFirst(java.util.regex.Pattern.quote(sound),
                java.util.regex.Matcher.quoteReplacement(faulty == null ? "" : faulty)));
        assertThat(loaded.definition()).isEmpty();
        assertThat(loaded.problems()).anySatisfy(problem -> {
            assertThat(problem.place()).isEqualTo("sample.yaml:" + line);
            assertThat(problem.problem().messageKey()).isEqualTo("programmes.fault." + fault);
        });
        for (Locale locale : List.of(Locale.forLanguageTag("th"), Locale.ENGLISH)) {
            assertThat(Definitions.lines(loaded.problems(), locale)).allMatch(text -> text.matches(".+:\\d+: .+"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bars: [{from: 3, to: 8}]", "continuous: true", "marks: [9], bars: [{from: 3, to: 8}]"})
    @DisplayName("BR-49: an institute fee without a month of its own is a fault")
    void wantsAMonthForAnInstituteFee(String row) {
        String fee = SOUND.replace("code: \"1.1\", title", "code: \"1.1\", institute_fee: true, title")
                .replace("when: period_accepted, period: 1}", "when: close_out_accepted}");
        assertThat(load(fee).definition().orElseThrow().isInstituteFee("1.1")).isTrue();
        assertThat(Definitions.lines(load(fee.replace("marks: [2, 9]", row)).problems(), Locale.ENGLISH))
                .singleElement()
                .asString()
                .startsWith("sample.yaml:12: “institute_fee” of activity 1.1 needs a row of the schedule");
    }

    @Test
    void findsAllFaultsInOneReading() {
        Loaded loaded = load(SOUND.replace("share: 70", "share: 60").replace("indicators: [A]", "indicators: [B]")
                .replace("region: north,", "region: nord,"));
        assertThat(Definitions.lines(loaded.problems(), Locale.ENGLISH)).containsExactly(
                "sample.yaml:12: “B” is not in indicators; there are: A",
                "sample.yaml:22: the tranche shares sum to 90.00, not to 100.00",
                "sample.yaml:26: “nord” is not in regions; there are: north");
    }

    @Test
    void tellsTheLineOfAFaultOfSyntax() {
        Loaded loaded = load("programme:\n  key: sample\n  title: {th: x\nobjectives: y\n");
        assertThat(loaded.problems()).hasSize(1);
        assertThat(loaded.problems().get(0).problem().messageKey()).isEqualTo("programmes.fault.syntax");
        assertThat(loaded.problems().get(0).line()).isEqualTo(4);
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsNotAMapping() {
        assertThat(load("").problems()).extracting(p -> p.problem().messageKey()).contains("programmes.fault.empty");
        assertThat(load("- a\n").problems()).extracting(p -> p.problem().messageKey())
                .contains("programmes.fault.not_a_mapping");
    }

    @Test
    void refusesAKeyGivenTwice() {
        Loaded loaded = load(SOUND + "regions: [{code: south, th: ใต้}]\n");
        assertThat(Definitions.lines(loaded.problems(), Locale.ENGLISH))
                .containsExactly("sample.yaml:28: key “regions” stands twice in the same section");
    }

    @Test
    @DisplayName("architecture rule 12: a silent threshold of money or rights is not guessed")
    void missingMoneyThresholdLeavesTheProgrammeUnrunnable() {
        ProgrammeDefinition definition = load(SOUND).definition().orElseThrow();
        assertThat(RunnabilityRules.check(definition).reasons()).extracting(reason -> reason.args().get(0)).contains(
                "tranches.spent_last_percent", "tranches.spent_earlier_percent", "tranches.audit_from", "review",
                "cash_limit");
    }

    @Test
    void warnsWhereTextAndTableDisagree() {
        ProgrammeDefinition definition = load(SOUND.replace("title: {th: งาน}",
                        "title: {th: งาน}, rounds: {count: 3, gap_months: [3, 5]}"))
                .definition().orElseThrow();
        assertThat(definition.warnings()).extracting(w -> Definitions.text(w.text(), Locale.ENGLISH)).containsExactly(
                "The text says 3 rounds, the table marks 2", "The table leaves 7 months, the text asks for 3–5");
    }

    @Test
    void readsEveryKindWithItsModeDirectionLevelsAndSource() {
        ProgrammeDefinition definition = load(SOUND.replace("phased_targets:", """
                  - {id: P, title: {th: ข}, kind: percentage, unit: percent, baseline: 40, target: 10, direction: lower,
                     cumulation: per_period, denominator: {th: ทั้งหมด}, source: {other: {th: แบบสำรวจ}}}
                  - {id: S, title: {th: ค}, kind: percentage, unit: percent, baseline: undecided, target: 90,
                     denominator: {th: ทั้งหมด}, source: {register: person, role: volunteer},
                     denominator_source: {register: person, role: facilitator}}
                  - {id: L, title: {th: ง}, kind: milestone_ladder, unit: step, baseline: per_area, target: 2,
                     levels: [{th: เริ่ม}, {th: ทำได้}, {th: ยั่งยืน}], source: {other: {th: บันทึก}}}
                  - {id: M, title: {th: จ}, kind: money, unit: baht, baseline: 0, target: per_grant, source: {accepted_report: other_income}}
                  - {id: V, title: {th: ฉ}, kind: average, unit: point, baseline: undecided, target: undecided, cumulation: latest,
                     denominator: {th: คน}, source: {other: {th: แบบสำรวจ}}}
                phased_targets:""").replace("approval_limits:", """
                lists: {person_role: {th: บทบาท, items: [{code: volunteer, th: อาสา}, {code: facilitator, th: วิทยากร}]}}
                approval_limits:"""))
                .definition().orElseThrow();
        Indicator share = definition.indicator("P").orElseThrow();
        assertThat(share.lowerIsBetter()).isTrue();
        assertThat(share.cumulation()).isEqualTo(Cumulation.PER_PERIOD);
        assertThat(share.isEntered()).isTrue();
        assertThat(definition.indicator("S").orElseThrow().sharesRecords()).isTrue();
        Indicator ladder = definition.indicator("L").orElseThrow();
        assertThat(ladder.steps()).isEqualTo(3);
        assertThat(ladder.level(java.math.BigDecimal.valueOf(2)).th()).isEqualTo("ทำได้");
        assertThat(ladder.cumulation()).isEqualTo(Cumulation.LATEST);
        assertThat(definition.indicator("M").orElseThrow().source().accepted()).isEqualTo(AcceptedSum.OTHER_INCOME);
        assertThat(definition.indicator("V").orElseThrow().growsFromBaseline()).isFalse();
        assertThat(definition.indicator("A").orElseThrow().growsFromBaseline()).isTrue();
    }

    private static Loaded load(String text) {
        return Definitions.loader().load("sample.yaml", text);
    }
}
