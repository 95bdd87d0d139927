package org.thun.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.documents.Documents;
import org.thun.documents.ObjectRef;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.indicators.EnteredMeasurements.NewEntry;
import org.thun.indicators.MeasuredEntry.EntrySlice;
import org.thun.indicators.MeasuredEntry.Purpose;
import org.thun.indicators.MeasuredEntry.State;
import org.thun.indicators.NumberCodes.Figure;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.testing.EvidenceTest;

/** The two programmes of other shapes, measured whole: what people enter, check, approve and correct. */
class EnteredMeasurementsModuleTests extends EvidenceTest {

    private static final String CRISIS = "community-crisis-microgrants";
    private static final String RESEARCH = "strong-community-research";
    private static final String SAWAN = "TH-60";
    private static final String TRAT = "TH-23";

    @Autowired
    private IndicatorQueries indicators;

    @Autowired
    private EnteredMeasurements entries;

    @Autowired
    private NumberCodes codes;

    @Autowired
    private Documents documents;

    private Actor coordinating;
    private Actor mentor;
    private Actor approver;
    private Actor reader;

    private void run(String programme, int months) {
        LocalDate start = clock.today().minusDays(40);
        grant = new Grant(Ids.next(), "ศ.9/2559", programme, programmes.currentVersionNo(programme).orElseThrow(), Ids.next(),
                new LocalizedText("กลุ่มทดสอบ", "Test group"), Ids.next(), new LocalizedText("โครงการทดสอบ", "Test project"),
                GrantState.EFFECTIVE, Money.ofBaht(100_000), months, start, start.plusMonths(months).minusDays(1), 1, true);
        stand(List.of(grant));
        coordinating = hire(Role.GC, ScopeKind.ORGANISATION, grant.organisationId());
        mentor = hire(Role.MT, ScopeKind.PROGRAMME, programme);
        approver = hire(Role.PO, ScopeKind.PROGRAMME, programme);
        reader = hire(Role.FR, ScopeKind.PROGRAMME, programme);
    }

    @Test
    @DisplayName("a share: numerators and denominators add up, parts by service kind, over 100 % as it is, n/a without a line")
    void measuresThePercentageOfTheCrisisProgramme() {
        run(CRISIS, 3);
        assertThat(at("C1").missing()).isTrue();
        assertThat(at("C1").status()).isEqualTo(IndicatorStatus.NO_DATA);

        LocalDate week = grant.effectiveFrom();
        approved(share(week, "0", "0"));
        assertThat(at("C1").actual()).isNull();
        assertThat(at("C1").notComputable()).isTrue();
        assertThat(at("C1").status()).as("n/a, never 0 % (edge cases)").isEqualTo(IndicatorStatus.NOT_APPLICABLE);

        approved(new NewEntry("C1", Purpose.RESULT, Place.WHOLE, week.plusWeeks(1), week.plusWeeks(1).plusDays(6),
                new BigDecimal("45"), new BigDecimal("50"), "สมุดรับคำขอ", List.of(
                        new EntrySlice("service_kind", "food_delivery", new BigDecimal("30"), new BigDecimal("30")),
                        new EntrySlice("service_kind", "patient_transfer", new BigDecimal("10"), new BigDecimal("15"))), null));
        approved(share(week.plusWeeks(2), "60", "50"));
        Measurement at = at("C1");
        assertThat(at.added()).isEqualByComparingTo("105");
        assertThat(at.of()).isEqualByComparingTo("100");
        assertThat(at.actual()).as("over 100 % is shown as it is").isEqualByComparingTo("105");
        assertThat(at.phasedTarget()).isEqualByComparingTo("90");
        assertThat(at.status()).isEqualTo(IndicatorStatus.GREEN);

        Disaggregation parts = indicators.disaggregate(grant, "C1", "service_kind", Place.WHOLE, clock.today()).orElseThrow();
        assertThat(parts.slices()).filteredOn(slice -> slice.code().equals("patient_transfer")).singleElement()
                .satisfies(slice -> assertThat(slice.part().value()).isEqualByComparingTo("66.6666"));
        assertThat(parts.unstated().of()).isEqualByComparingTo("55");
        assertThat(indicators.trend(grant, "C1", clock.today())).last()
                .satisfies(point -> assertThat(point.actual()).isEqualByComparingTo("105"));
    }

    @Test
    void measuresHouseholdsAndValueInKindFromReportedValues() {
        run(CRISIS, 3);
        LocalDate week = grant.effectiveFrom();
        approved(of("C2", Place.WHOLE, week, week.plusDays(6), "12"));
        approved(of("C2", Place.WHOLE, week.plusDays(7), week.plusDays(13), "8"));
        approved(of("C3", Place.WHOLE, week, week.plusDays(6), "1250.50"));
        assertThat(at("C2").actual()).isEqualByComparingTo("20");
        assertThat(at("C2").status()).as("no target yet").isEqualTo(IndicatorStatus.NOT_APPLICABLE);
        assertThat(at("C3").actual()).isEqualByComparingTo("1250.50");
        assertThat(indicators.measure(grant, "C2", week.plusDays(6)).orElseThrow().actual()).isEqualByComparingTo("12");
        assertThat(indicators.outlook(grant, "C2", clock.today()).orElseThrow().likelyEnd().intValue()).isGreaterThan(20);
        assertThat(indicators.outlook(grant, "C1", clock.today())).isEmpty();
    }

    @Test
    @DisplayName("an index: mean of the areas beside the mean baseline of the same areas; a ladder: no sum or average of areas")
    void measuresIndexAndLadderOfTheResearchProgramme() {
        run(RESEARCH, 36);
        LocalDate day = clock.today().minusDays(3);
        approved(of("R3", Place.centre(SAWAN), day, day, "52"));
        approved(of("R3", Place.centre(TRAT), day, day, "55"));
        approved(baseline(SAWAN, "40"));
        assertThat(at("R3").actual()).isEqualByComparingTo("53.5");
        assertThat(at("R3").baseline()).as("one of the areas has none: nothing to compare with").isNull();
        assertThat(at("R3").status()).isEqualTo(IndicatorStatus.NOT_APPLICABLE);
        approved(baseline(TRAT, "50"));
        assertThat(at("R3").baseline()).isEqualByComparingTo("45");
        assertThat(at("R3").target()).isEqualByComparingTo("55");
        assertThat(at("R3").percentOfIncrement()).isEqualByComparingTo("85");

        approved(of("R2", Place.centre(SAWAN), day, day, "2"));
        approved(of("R2", Place.centre(TRAT), day, day, "4"));
        assertThat(at("R2").missing()).as("qualitative: no sum or average across areas").isTrue();
        assertThat(indicators.byCentre(grant, clock.today())).filteredOn(each -> each.centre().code().equals(TRAT))
                .singleElement().satisfies(each -> assertThat(each.values().get("R2").value()).isEqualByComparingTo("4"));
        assertThat(indicators.byRegion(grant, clock.today())).allSatisfy(region ->
                assertThat(region.values()).doesNotContainKey("R2"));
        approved(of("R2", Place.WHOLE, day, day, "3"));
        assertThat(at("R2").actual()).isEqualByComparingTo("3");

        approved(of("R5", Place.WHOLE, grant.effectiveFrom(), day, "3"));
        approved(of("R5", Place.centre(TRAT), grant.effectiveFrom(), day, "2"));
        assertThat(at("R5").actual()).isEqualByComparingTo("5");
        assertThat(indicators.measure(grant, clock.today())).extracting(each -> each.indicator().id())
                .containsExactly("R1", "R2", "R3", "R4", "R5");
    }

    @Test
    @DisplayName("SD1, SD5: entered, checked and approved by three people; only what is approved counts")
    void goesThroughThreeHands() {
        run(RESEARCH, 36);
        Actor centre = hire(Role.CD, ScopeKind.CENTRE, Scope.centreId(RESEARCH, TRAT));
        Actor both = hire(List.of(postAs(Role.MT), postAs(Role.PO)));
        LocalDate day = clock.today();
        NewEntry entry = of("R3", Place.centre(TRAT), day, day, "55");
        assertThat(refused(entries.enter(grant, of("R3", Place.centre(SAWAN), day, day, "55"), centre)))
                .isEqualTo("indicators.entry.problem.notAllowed");
        assertThat(refused(entries.enter(grant, of("R3", Place.WHOLE, day, day, "55"), centre)))
                .isEqualTo("indicators.entry.problem.notAllowed");
        assertThat(refused(entries.enter(grant, entry, reader))).isEqualTo("indicators.entry.problem.notAllowed");
        String id = entries.enter(grant, entry, centre).orElseThrow();
        assertThat(refused(entries.enter(grant, entry, coordinating))).isEqualTo("indicators.entry.problem.twice");
        assertThat(entries.waiting(grant, mentor)).extracting(MeasuredEntry::id).containsExactly(id);
        assertThat(entries.waiting(grant, approver)).isEmpty();
        assertThat(entries.of(grant, "R3", reader)).as("drafts never reach the funder's reader (BR-50)").isEmpty();
        assertThat(refused(entries.approve(grant, id, true, null, approver))).isEqualTo("indicators.entry.problem.decided");
        assertThat(refused(entries.check(grant, id, true, null, centre))).isEqualTo("indicators.entry.problem.notChecker");
        assertThat(refused(entries.check(grant, id, false, " ", mentor))).isEqualTo("indicators.entry.problem.reason");
        assertThat(entries.check(grant, id, true, null, both).isDone()).isTrue();
        assertThat(at("R3").missing()).isTrue();
        assertThat(refused(entries.approve(grant, id, true, null, both))).as("SD1")
                .isEqualTo("indicators.entry.problem.own");
        assertThat(entries.approve(grant, id, true, null, approver).isDone()).isTrue();
        assertThat(at("R3").actual()).isEqualByComparingTo("55");

        String again = entries.enter(grant, of("R3", Place.centre(SAWAN), day, day, "30"), coordinating).orElseThrow();
        assertThat(entries.check(grant, again, false, "ไม่มีแบบสำรวจ", mentor).isDone()).isTrue();
        assertThat(entries.of(grant, "R3", coordinating)).filteredOn(each -> each.id().equals(again)).singleElement()
                .satisfies(each -> {
                    assertThat(each.state()).isEqualTo(State.RETURNED);
                    assertThat(each.returned()).contains("ไม่มีแบบสำรวจ");
                });
    }

    @Test
    @DisplayName("a correction is a new row: the old one is kept, and what was printed before is explained by it")
    void correctsWithoutRewriting() throws Exception {
        run(RESEARCH, 36);
        LocalDate day = clock.today();
        String old = approved(of("R5", Place.WHOLE, grant.effectiveFrom(), day, "7"));
        Figure figure = new Figure("R5", Place.WHOLE, new BigDecimal("7"));
        String code = codes.codesFor(grant, day, List.of(figure)).get(figure);
        entries.freeze(grant, day, clock.dateTime(), Ids.next());
        assertThat(entry("R5", old).state()).isEqualTo(State.FROZEN);
        // MySQL is given whole seconds: what is corrected within the second of the print cannot be told from it.
        Thread.sleep(1_100);
        NewEntry better = new NewEntry("R5", Purpose.RESULT, Place.WHOLE, grant.effectiveFrom(), day, new BigDecimal("6"),
                null, "แผนหนึ่งนับซ้ำ", List.of(), old);
        assertThat(refused(entries.enter(grant, of("R5", Place.WHOLE, day, day, "1"), coordinating)))
                .isEqualTo("indicators.entry.problem.twice");
        approved(better);
        assertThat(at("R5").actual()).isEqualByComparingTo("6");
        assertThat(entry("R5", old)).satisfies(each -> {
            assertThat(each.state()).isEqualTo(State.CORRECTED);
            assertThat(each.amount()).isEqualByComparingTo("7");
            assertThat(each.frozen()).isTrue();
        });
        String path = grant.path() + "/indicators/R5?asOf=" + day + "&code=" + code;
        mvc.perform(get("/numbers/" + code).with(signedIn(reader))).andExpect(redirectedUrlPattern("/grants/*/indicators/R5?*"));
        mvc.perform(get(path).with(signedIn(reader)).locale(Locale.ENGLISH))
                .andExpect(content().string(allOf(containsString(code), not(containsString("แผนหนึ่งนับซ้ำ")),
                        not(containsString("??")))));
        mvc.perform(get(path + "&lang=en").with(signedIn(approver)))
                .andExpect(content().string(allOf(containsString("It agrees with what is below"),
                        containsString("Corrected since: now it is 6"), containsString("หลักฐาน R5"))));
    }

    @Test
    void refusesWhatCannotBe() {
        run(RESEARCH, 36);
        LocalDate day = clock.today();
        LocalDate start = grant.effectiveFrom();
        assertThat(refused(enter(of("R3", Place.centre(TRAT), day, day, "101")))).endsWith("most");
        assertThat(refused(enter(of("R3", Place.centre(TRAT), day, day, "-1")))).endsWith("number");
        assertThat(refused(enter(of("R3", Place.centre(TRAT), day.minusDays(1), day, "50")))).endsWith("oneDay");
        assertThat(refused(enter(of("R3", Place.centre("TH-99"), day, day, "50")))).endsWith("place");
        assertThat(refused(enter(of("R3", Place.centre(TRAT), day.plusDays(1), day.plusDays(1), "50")))).endsWith("days");
        assertThat(refused(enter(of("R2", Place.centre(TRAT), day, day, "6")))).endsWith("most");
        assertThat(refused(enter(of("R2", Place.centre(TRAT), day, day, "2.5")))).endsWith("whole");
        assertThat(refused(enter(of("R5", Place.WHOLE, start.minusDays(1), day, "1")))).endsWith("before");
        assertThat(refused(enter(of("R1", Place.WHOLE, day, day, "1")))).as("a register counts").endsWith("unknown");
        assertThat(refused(enter(new NewEntry("R5", Purpose.RESULT, Place.WHOLE, start, day, BigDecimal.ONE, BigDecimal.ONE,
                "x", List.of(), null)))).endsWith("noLine");
        assertThat(refused(enter(new NewEntry("R5", Purpose.BASELINE, Place.WHOLE, start, day, BigDecimal.ONE, null, "x",
                List.of(), null)))).endsWith("noBaseline");
        assertThat(refused(enter(new NewEntry("R5", Purpose.RESULT, Place.WHOLE, start, day, BigDecimal.ONE, null, " ",
                List.of(), null)))).endsWith("note");
        assertThat(refused(enter(new NewEntry("R5", Purpose.RESULT, Place.WHOLE, start, day, BigDecimal.ONE, null, "x",
                List.of(), Ids.next())))).endsWith("notCorrectable");
        run(CRISIS, 3);
        LocalDate week = grant.effectiveFrom();
        assertThat(refused(enter(of("C2", Place.WHOLE, week, week.plusDays(7), "1")))).endsWith("onePeriod");
        assertThat(refused(enter(of("C3", Place.WHOLE, week, week.plusDays(6), "1.005")))).endsWith("decimals");
        assertThat(refused(enter(new NewEntry("C1", Purpose.RESULT, Place.WHOLE, week, week.plusDays(6), BigDecimal.ONE, null,
                "x", List.of(), null)))).endsWith("number");
        assertThat(refused(enter(new NewEntry("C1", Purpose.RESULT, Place.WHOLE, week, week.plusDays(6), BigDecimal.ONE,
                BigDecimal.ONE, "x", List.of(new EntrySlice("service_kind", "funerals", BigDecimal.TEN, BigDecimal.TEN)),
                null)))).endsWith("sliceSum");
    }

    @Test
    @DisplayName("the form, the files and the buttons: a centre enters on a page, the mentor checks, the officer approves")
    void worksOnThePages() throws Exception {
        run(CRISIS, 3);
        String path = grant.path() + "/indicators/C1/entries";
        LocalDate week = grant.effectiveFrom();
        mvc.perform(get(path).with(signedIn(coordinating)))
                .andExpect(content().string(allOf(containsString("ส่งอาหาร"), containsString("name=\"of\""),
                        not(containsString("??")))));
        mvc.perform(post(path).with(signedIn(coordinating)).with(csrf()).param("place", "").param("from", week.toString())
                        .param("to", week.plusDays(6).toString()).param("amount", "๙").param("of", "x").param("note", "สมุด"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("of-error")));
        mvc.perform(post(path).with(signedIn(coordinating)).with(csrf()).param("place", "").param("from", week.toString())
                        .param("to", week.plusDays(6).toString()).param("amount", "๙").param("of", "10").param("note", "สมุด")
                        .param("part.service_kind.funerals", "1").param("line.service_kind.funerals", "2"))
                .andExpect(status().is3xxRedirection());
        String id = entries.of(grant, "C1", coordinating).get(0).id();
        Outcome<String> file = documents.add(grant.id(), new ObjectRef(MeasuredEntry.OBJECT_TYPE, id),
                new Documents.Upload(null, "requests.csv", "a,b\n1,2\n".getBytes()), coordinating);
        assertThat(file.isDone()).isTrue();
        assertThat(documents.ofObjects(MeasuredEntry.OBJECT_TYPE, List.of(id), reader)).isEmpty();
        mvc.perform(get("/").with(signedIn(mentor))).andExpect(content().string(containsString("/indicators/entries")));
        mvc.perform(get(grant.path() + "/indicators/entries").with(signedIn(mentor)))
                .andExpect(content().string(allOf(containsString("9 / 10"), containsString("requests.csv"),
                        containsString("/check"), not(containsString("??")))));
        mvc.perform(post(path + "/" + id + "/check").with(signedIn(mentor)).with(csrf()).param("pass", "true"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(path + "/" + id + "/approve").with(signedIn(approver)).with(csrf()).param("pass", "true"))
                .andExpect(status().is3xxRedirection());
        assertThat(at("C1").actual()).isEqualByComparingTo("90");
        for (String page : List.of("", "/centres", "/C1", "/C2", "/C3", "/C1/sheet", "/C3/sheet", "/C1?by=service_kind")) {
            for (Map.Entry<String, Actor> who : Map.of("th", approver, "en", reader).entrySet()) {
                String sep = page.contains("?") ? "&" : "?";
                mvc.perform(get(grant.path() + "/indicators" + page + sep + "lang=" + who.getKey()).with(signedIn(who.getValue())))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
        mvc.perform(get(grant.path() + "/indicators.csv").with(signedIn(reader)))
                .andExpect(content().string(containsString("C3")));
        run(RESEARCH, 36);
        approved(of("R2", Place.centre(TRAT), clock.today(), clock.today(), "2"));
        for (String page : List.of("", "/centres", "/R1", "/R2", "/R3", "/R4", "/R5", "/R2/entries", "/R3/entries", "/R2/sheet",
                "/R2?centre=" + TRAT)) {
            mvc.perform(get(grant.path() + "/indicators" + page).with(signedIn(coordinating)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    private org.thun.identity.Post postAs(Role role) {
        return new org.thun.identity.Post(role, ScopeKind.PROGRAMME, grant.programmeKey(), clock.today().minusYears(1), null);
    }

    private NewEntry share(LocalDate week, String above, String below) {
        return new NewEntry("C1", Purpose.RESULT, Place.WHOLE, week, week.plusDays(6), new BigDecimal(above),
                new BigDecimal(below), "สมุดรับคำขอ", List.of(), null);
    }

    private static NewEntry of(String indicator, Place place, LocalDate from, LocalDate to, String amount) {
        return new NewEntry(indicator, Purpose.RESULT, place, from, to, new BigDecimal(amount), null,
                "หลักฐาน " + indicator, List.of(), null);
    }

    private NewEntry baseline(String centre, String amount) {
        LocalDate before = grant.effectiveFrom().minusDays(1);
        return new NewEntry("R3", Purpose.BASELINE, Place.centre(centre), before, before, new BigDecimal(amount), null,
                "สำรวจก่อนเริ่ม", List.of(), null);
    }

    private Outcome<String> enter(NewEntry entry) {
        return entries.enter(grant, entry, coordinating);
    }

    private String approved(NewEntry entry) {
        String id = enter(entry).orElseThrow();
        entries.check(grant, id, true, null, mentor).orElseThrow();
        entries.approve(grant, id, true, null, approver).orElseThrow();
        return id;
    }

    private MeasuredEntry entry(String indicator, String id) {
        return entries.of(grant, indicator, approver).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private Measurement at(String id) {
        return indicators.measure(grant, id, clock.today()).orElseThrow();
    }

    private static String refused(Outcome<?> outcome) {
        assertThat(outcome.isDone()).isFalse();
        return outcome.problems().stream().map(Problem::messageKey).findFirst().orElseThrow();
    }
}
