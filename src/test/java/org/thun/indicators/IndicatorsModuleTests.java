package org.thun.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.shared.ThaiDates;
import org.thun.shared.ThaiDigits;
import org.thun.testing.EvidenceTest;

class IndicatorsModuleTests extends EvidenceTest {

    @Autowired
    private IndicatorQueries indicators;

    @Test
    void measuresTheSevenIndicatorsFromVerifiedRecordsAndBaselines() {
        verified(person("มานะ", "facilitator", "community_leader"));
        verified(personAt(LAMPHUN, "มานี", "community_leader"));
        registers.enter(person("ยังไม่ตรวจ", "volunteer_citizen"), true, dataManager).orElseThrow();
        verified(organisation("กลุ่มออมทรัพย์"));
        LocalDate today = clock.today();

        assertThat(indicators.measure(grant, today)).extracting(at -> at.indicator().id())
                .containsExactly("IND1", "IND2", "IND3", "IND4", "IND5", "IND6", "IND7");
        assertThat(at("IND1").actual()).isNull();
        assertThat(at("IND3").actual()).isEqualByComparingTo("175475");
        assertThat(at("IND4").actual()).isEqualByComparingTo("489");
        assertThat(at("IND5").actual()).isEqualByComparingTo("2");
        assertThat(at("IND6").actual()).isEqualByComparingTo("2080");
        assertThat(at("IND7").status()).isEqualTo(IndicatorStatus.NO_DATA);

        assertThat(indicators.byCentre(grant, today)).hasSize(82);
        assertThat(indicators.byRegion(grant, today).get(0).of("IND5")).isEqualTo(2);
        assertThat(indicators.trend(grant, "IND5", today)).hasSize(7)
                .last().satisfies(last -> assertThat(last.actual()).isEqualByComparingTo("2"));
        assertThat(indicators.trend(grant, "IND5", today).get(0).actual()).isNull();
    }

    @Test
    void showsTheTableTheChartAndTheWayToEachNumber() throws Exception {
        verified(person("มานะ", "facilitator"));
        mvc.perform(get(grant.path() + "/indicators").with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("วิทยากรกระบวนการ"),
                        containsString("489"),
                        containsString(grant.path() + "/indicators/IND4"),
                        containsString("data-island=\"chart\""),
                        containsString("ยังไม่มีข้อมูล"),
                        not(containsString("??")))));
        mvc.perform(get(grant.path() + "/indicators/centres").with(signedIn(officer)))
                .andExpect(content().string(allOf(containsString("เชียงใหม่"), containsString("centre=TH-50"))));
    }

    @Test
    @DisplayName("explain this number: formula, regions, centres, records and who verified them; sums only for the funder")
    void leadsFromANumberToItsEvidence() throws Exception {
        String id = verified(person("มานะ", "facilitator"));
        String path = grant.path() + "/indicators/IND4?centre=TH-50";
        mvc.perform(get(path).with(signedIn(officer)))
                .andExpect(content().string(allOf(containsString("มานะ ทดสอบ"), containsString("/registers/records/" + id),
                        containsString("คุณRV"), containsString("ภาคเหนือ"))));
        mvc.perform(get(path).with(signedIn(funder)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(not(containsString("มานะ")), containsString("ท่านเห็นเฉพาะยอดรวม"))));
        mvc.perform(get(grant.path() + "/indicators/IND9").with(signedIn(officer))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("BR-40: the day is read in either era and either digits; a day not lived yet is refused")
    void answersAsOfADay() throws Exception {
        LocalDate day = clock.today().minusDays(20);
        String typed = ThaiDigits.toThai(day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + ThaiDates.buddhistYear(day));
        verified(person("มานะ", "facilitator"));
        mvc.perform(get(grant.path() + "/indicators").param("asOf", typed).with(signedIn(officer)))
                .andExpect(content().string(allOf(containsString(ThaiDates.formatLong(day, Locale.forLanguageTag("th"))),
                        containsString("488"), not(containsString(">489<")))));
        mvc.perform(get(grant.path() + "/indicators").param("asOf", "31/2/2560").with(signedIn(officer)))
                .andExpect(content().string(containsString("อ่านวันที่ไม่ได้")));
        mvc.perform(get(grant.path() + "/indicators").param("asOf", clock.today().plusDays(1).toString())
                        .with(signedIn(officer)))
                .andExpect(content().string(containsString("วันที่ยังมาไม่ถึง")));
    }

    @Test
    void answersProgramsInJson() throws Exception {
        verified(person("มานะ", "facilitator"));
        String path = "/api/v1/grants/" + grant.id() + "/indicators";
        mvc.perform(get(path).with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.indicators.length()").value(7))
                .andExpect(jsonPath("$.indicators[3].id").value("IND4"))
                .andExpect(jsonPath("$.indicators[3].actual").value(489))
                .andExpect(jsonPath("$.indicators[0].actual").doesNotExist())
                .andExpect(jsonPath("$.indicators[0].status").value("NO_DATA"));
        mvc.perform(get(path).param("asOf", "soon").with(signedIn(officer))).andExpect(status().isBadRequest());
    }

    private Measurement at(String id) {
        return indicators.measure(grant, id, clock.today()).orElseThrow();
    }
}
