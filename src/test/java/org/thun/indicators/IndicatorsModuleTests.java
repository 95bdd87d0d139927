package org.thun.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.ThaiDates;
import org.thun.shared.ThaiDigits;
import org.thun.testing.EvidenceTest;

class IndicatorsModuleTests extends EvidenceTest {

    @Autowired
    private IndicatorQueries indicators;

    @Autowired
    private NumberCodes codes;

    @Autowired
    private IndicatorTargets targets;

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
        mvc.perform(get(grant.path() + "/indicators/IND4").with(signedIn(officer)))
                .andExpect(content().string(allOf(containsString("ยอดก่อนตัดระเบียนซ้ำ"), not(containsString("??")))));
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

    @Test
    @DisplayName("breaks a count down by the lists of the definition; what a record does not say is shown apart")
    void breaksCountsDown() throws Exception {
        verified(person("มานะ", "facilitator", "volunteer_citizen"));
        verified(personAt(LAMPHUN, "มานี", "volunteer_citizen"));
        verified(organisation("กลุ่มออมทรัพย์"));
        LocalDate today = clock.today();
        assertThat(indicators.breakdowns(grant, "IND6").keySet()).containsExactly("sex", "age_group", "field");

        Disaggregation bySex = indicators.disaggregate(grant, "IND6", "sex", Place.WHOLE, today).orElseThrow();
        assertThat(bySex.total().amount()).isEqualByComparingTo("2");
        assertThat(bySex.slices()).extracting(Disaggregation.Slice::code).containsExactly("female", "male", "other");
        assertThat(bySex.slices()).extracting(Disaggregation.Slice::counted).containsExactly(2L, 0L, 0L);
        Disaggregation byAge = indicators.disaggregate(grant, "IND6", "age_group", Place.centre(LAMPHUN), today).orElseThrow();
        assertThat(byAge.total().amount()).isEqualByComparingTo("1");
        assertThat(byAge.slices()).filteredOn(slice -> slice.counted() == 1).extracting(Disaggregation.Slice::code)
                .containsExactly("age_25_59");
        assertThat(indicators.disaggregate(grant, "IND6", "field", Place.WHOLE, today).orElseThrow().unstated().amount())
                .isEqualByComparingTo("2");
        assertThat(indicators.disaggregate(grant, "IND3", "organisation_type", Place.WHOLE, today).orElseThrow().slices())
                .filteredOn(slice -> slice.counted() == 1).extracting(Disaggregation.Slice::code)
                .containsExactly("savings_group");
        assertThat(indicators.disaggregate(grant, "IND3", "district", Place.WHOLE, today).orElseThrow()
                .unstated().amount()).isEqualByComparingTo("1");
        assertThat(indicators.disaggregate(grant, "IND3", "sex", Place.WHOLE, today)).isEmpty();

        mvc.perform(get(grant.path() + "/indicators/IND6?by=sex").with(signedIn(officer)))
                .andExpect(content().string(allOf(containsString("แยกตามเพศ"), containsString("หญิง"), not(containsString("??")))));
        mvc.perform(get(grant.path() + "/indicators/IND6/breakdown.csv?by=sex").with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"หญิง\",2\r\n")));
    }

    @Test
    void tellsWhatIsNewAndRemovedInEachPeriodAndWhereItIsHeading() {
        String first = verified(person("มานะ", "facilitator"));
        verified(person("มานี", "facilitator"));
        letDaysPass(1);
        registers.reject(first, "พบว่าซ้ำ", again(verifier)).orElseThrow();
        LocalDate today = clock.today();

        List<PeriodChange> changes = indicators.changes(grant, "IND4", Place.WHOLE, today);
        assertThat(changes).last().satisfies(now -> {
            assertThat(now.running()).isTrue();
            assertThat(List.of(now.added(), now.removed(), now.net())).containsExactly(2L, 1L, 1L);
        });
        assertThat(indicators.changes(grant, "IND4", Place.centre(LAMPHUN), today)).last()
                .satisfies(now -> assertThat(now.added()).isZero());

        Outlook outlook = indicators.outlook(grant, "IND4", today).orElseThrow();
        assertThat(outlook.toGo()).isEqualByComparingTo("9511");
        assertThat(outlook.recentDays()).isEqualTo(90);
        long left = outlook.daysLeft();
        assertThat(outlook.neededPerMonth().longValue()).isEqualTo((9511 * 30 + left - 1) / left);
        assertThat(outlook.likelyEnd().longValue()).isEqualTo(489 + Math.round(left / 90.0));
        assertThat(outlook.remainsUnconfirmed()).isEqualByComparingTo(
                grant.endsOn().isAfter(today.minusDays(1).plusMonths(12)) ? "488" : "489");
        assertThat(indicators.outlook(grant, "IND1", today)).as("missing is missing").isEmpty();
    }

    @Test
    @DisplayName("the funder's readers do not see counts below 5, nor those from which they follow")
    void hidesSmallCountsFromReadersOfAggregates() throws Exception {
        for (int i = 0; i < 6; i++) {
            verified(person("คน" + i, "facilitator"));
        }
        verified(personAt(LAMPHUN, "เดียว", "facilitator"));
        String path = grant.path() + "/indicators/IND4";
        mvc.perform(get(path + "/centres.csv").with(signedIn(officer)))
                .andExpect(content().string(allOf(containsString("\"เชียงใหม่\",6"), containsString("\"ลำพูน\",1"))));
        mvc.perform(get(path + "/centres.csv").with(signedIn(funder)))
                .andExpect(content().string(allOf(containsString("\"เชียงใหม่\",\"ปกปิด\""),
                        containsString("\"ลำพูน\",\"ปกปิด\""))));
        mvc.perform(get(path + "?centre=TH-51").with(signedIn(funder)))
                .andExpect(content().string(allOf(containsString("ปกปิด"), not(containsString("เดียว ทดสอบ")))));
        mvc.perform(get(path + "/trend.csv?centre=TH-51").with(signedIn(funder))).andExpect(status().isNotFound());
        mvc.perform(get(grant.path() + "/indicators/centres").with(signedIn(funder)))
                .andExpect(content().string(allOf(containsString("ปกปิด"), containsString(">7<"))));
    }

    @Test
    @DisplayName("a printed code opens the chain as of its day, with the value that was printed")
    void opensAPrintedCode() throws Exception {
        verified(person("มานะ", "facilitator"));
        LocalDate day = clock.today();
        NumberCodes.Figure centre = new NumberCodes.Figure("IND4", Place.centre(CHIANG_MAI), BigDecimal.ONE);
        NumberCodes.Figure whole = new NumberCodes.Figure("IND4", Place.WHOLE, new BigDecimal("489"));
        Map<NumberCodes.Figure, String> printed = codes.codesFor(grant, day, "snapshot", List.of(centre, whole));
        letDaysPass(2);
        verified(person("มานี", "facilitator"));

        String chain = mvc.perform(get("/numbers").param("code", printed.get(centre).toLowerCase()).with(signedIn(again(officer))))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        assertThat(chain).isEqualTo(grant.path() + "/indicators/IND4?asOf=" + day + "&code=" + printed.get(centre)
                + "&centre=TH-50");
        mvc.perform(get(chain).with(signedIn(again(officer))))
                .andExpect(content().string(allOf(containsString("รายงานที่ปิดแล้วพิมพ์ไว้ว่า 1 ณ"),
                        containsString("ตรงกับที่มาด้านล่าง"), containsString("มานะ ทดสอบ"), not(containsString("มานี ทดสอบ")))));
        mvc.perform(get(grant.path() + "/indicators/IND4?asOf=" + day + "&code=" + printed.get(whole))
                        .with(signedIn(again(funder))))
                .andExpect(content().string(allOf(containsString("489"), containsString("ตรงกับที่มาด้านล่าง"))));
        mvc.perform(get("/numbers/ZZZZZZZZ").with(signedIn(again(officer)))).andExpect(status().isNotFound())
                .andExpect(content().string(containsString("ไม่พบตัวเลข")));
        mvc.perform(get("/numbers").with(signedIn(again(officer)))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    @DisplayName("BR-25: a target changes from a day on by an amendment and in no other way; the sheet keeps the history and leads there")
    void changesATargetFromADayOn() throws Exception {
        Actor board = hire(Role.AP, ScopeKind.PROGRAMME, PROGRAMME);
        Actor lead = hire(Role.GL, ScopeKind.ORGANISATION, grant.organisationId());
        LocalDate from = clock.today().plusDays(3);
        mvc.perform(post(grant.path() + "/indicators/IND5/targets").with(csrf()).with(signedIn(officer))
                        .param("baseline", "0").param("target", "60000"))
                .andExpect(status().isNotFound());
        assertThat(targets.amend(grant, new IndicatorTargets.Proposal("IND5", BigDecimal.ZERO, new BigDecimal("60000"), from,
                "ครั้งที่ 1", "เพิ่มพื้นที่"), lead.accountId(), "หัวหน้าโครงการ", board).problems()).isEmpty();
        assertThat(at("IND5").target()).isEqualByComparingTo("50000");
        letDaysPass(3);
        assertThat(at("IND5").target()).isEqualByComparingTo("60000");
        assertThat(indicators.measure(grant, "IND5", from.minusDays(1)).orElseThrow().target()).isEqualByComparingTo("50000");
        assertThat(targets.inForce(grant)).extracting(TargetChange::decidedByName).containsExactly("คุณAP");
        String ask = grant.path() + "/amendments/new?type=TARGET&amp;indicator=IND5";
        mvc.perform(get(grant.path() + "/indicators/IND5/sheet").with(signedIn(again(lead))))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("60,000"), containsString("เพิ่มพื้นที่"),
                        containsString("อนุมัติแล้ว"), containsString(ask), not(containsString("??")))));
        mvc.perform(get(grant.path() + "/indicators/IND5/sheet").with(signedIn(again(officer))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(ask))));
    }

    @Test
    void handsOutItsTablesWithoutFormulas() throws Exception {
        verified(person("มานะ", "facilitator"));
        for (String file : List.of("indicators.csv", "indicators/centres.csv", "indicators/IND4/centres.csv",
                "indicators/IND4/trend.csv", "indicators/IND4/periods.csv?centre=TH-50")) {
            mvc.perform(get(grant.path() + "/" + file).with(signedIn(officer)))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("text/csv;charset=UTF-8"))
                    .andExpect(content().string(allOf(startsWith("\uFEFF\""), not(containsString("??")))));
        }
        mvc.perform(get(grant.path() + "/indicators/IND4/breakdown.csv?by=nothing").with(signedIn(officer)))
                .andExpect(status().isNotFound());
    }

    @Test
    void linksTheFiguresOfTheCaseFileToTheirChain() throws Exception {
        verified(person("มานะ", "facilitator"));
        mvc.perform(get(grant.path()).with(signedIn(officer)))
                .andExpect(content().string(containsString("href=\"" + grant.path() + "/indicators/IND4\"")));
    }

    private Measurement at(String id) {
        return indicators.measure(grant, id, clock.today()).orElseThrow();
    }
}
