package org.thun.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.audit.AuditTrail;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.testing.EvidenceTest;

/** BR-19 and BR-39: what becomes of a citizen number that somebody types. */
class CitizenNumbersModuleTests extends EvidenceTest {

    private static final String NUMBER = "1101700230708";

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @DisplayName("BR-19: of a citizen number a keyed hash and the last four digits are kept, the number stands nowhere")
    void keepsAHashAndFourDigitsOnly() {
        RecordFacts facts = person("อารี", "facilitator").withCitizenNumber("๑-๑๐๑๗-๐๐๒๓๐-๗๐-๘");
        String id = registers.enter(facts, true, dataManager).orElseThrow();

        assertThat(jdbc.queryForMap("SELECT key_id, number_ending FROM registry_identity WHERE record_id = ?", id))
                .containsEntry("key_id", "test").containsEntry("number_ending", "0708");
        assertThat(jdbc.queryForObject("SELECT facts FROM registry_version WHERE record_id = ?", String.class, id))
                .contains("อารี").doesNotContain("citizenNumber").doesNotContain(NUMBER);
        assertThat(registers.versions(id, dataManager).get(0).facts().citizenNumber()).isNull();
        RegisterRecord record = registers.find(id, dataManager).orElseThrow();
        assertThat(record.facts().citizenNumber()).isNull();
        assertThat(registers.maskedCitizenNumbers(List.of(id), dataManager)).containsEntry(id, "•-••••-••••0-70-8");
        assertThat(registers.maskedCitizenNumbers(List.of(id), neighbour)).isEmpty();
        assertThat(facts.toString()).doesNotContain(NUMBER).doesNotContain("อารี");
        // The same facts without the number leave the same trace in the audit trail: nothing to try numbers against.
        RecordFacts corrected = facts.withCitizenNumber(null);
        registers.correct(facts, 1, true, dataManager).orElseThrow();
        registers.correct(corrected, 2, true, dataManager).orElseThrow();
        assertThat(audit.stream(id).get(1).dataHash()).isEqualTo(audit.stream(id).get(2).dataHash());
    }

    @Test
    @DisplayName("BR-19: a number that does not check is refused at its field")
    void refusesANumberThatDoesNotCheck() {
        Outcome<String> refused = registers.enter(
                person("อารี", "facilitator").withCitizenNumber("1101700230709"), true, dataManager);
        assertThat(refused.problems()).singleElement()
                .returns("citizenNumber", Problem::field)
                .returns("registry.problem.citizenNumber.check", Problem::messageKey)
                .returns("BR-19", Problem::rule);
    }

    @Test
    @DisplayName("BR-39: a number is taken with consent only, and of people only")
    void takesANumberOnlyWithConsent() {
        RecordFacts facts = person("อารี", "facilitator").withCitizenNumber(NUMBER);
        assertThat(keys(registers.enter(onGround(facts, LawfulGround.PUBLIC_TASK), true, dataManager)))
                .containsExactly("registry.problem.citizenNumber.consent");
        assertThat(keys(registers.enter(organisation("กลุ่มออมทรัพย์").withCitizenNumber(NUMBER), true, dataManager)))
                .containsExactly("registry.problem.citizenNumber.consent");
    }

    @Test
    void letsPeopleWithoutANumberInAllTheSame() {
        assertThat(registers.enter(person("ไร้สัญชาติ", "volunteer_citizen"), true, dataManager).isDone()).isTrue();
    }

    @Test
    void leavesTheNumberWhenACorrectionDoesNotNameOneAndTakesANewOne() {
        RecordFacts facts = person("อารี", "facilitator");
        registers.enter(facts.withCitizenNumber(NUMBER), true, dataManager).orElseThrow();
        registers.correct(facts, 1, true, dataManager).orElseThrow();
        assertThat(ending(facts.id())).containsExactly("0708");
        registers.correct(facts.withCitizenNumber("0123456789016"), 2, true, dataManager).orElseThrow();
        assertThat(ending(facts.id())).containsExactly("9016");
    }

    @Test
    @DisplayName("BR-39: without consent any more, nothing is kept of the number")
    void forgetsTheNumberWithTheConsent() {
        RecordFacts changed = person("อารี", "facilitator");
        registers.enter(changed.withCitizenNumber(NUMBER), true, dataManager).orElseThrow();
        registers.correct(onGround(changed, LawfulGround.RESEARCH), 1, true, dataManager).orElseThrow();
        assertThat(ending(changed.id())).isEmpty();

        RecordFacts withdrawn = person("ดวงใจ", "facilitator");
        registers.enter(withdrawn.withCitizenNumber(NUMBER), true, dataManager).orElseThrow();
        registers.withdraw(withdrawn.id(), "ขอถอน", dataManager).orElseThrow();
        assertThat(ending(withdrawn.id())).isEmpty();
    }

    @Test
    void takesANumberFromTheFormAndShowsItMasked() throws Exception {
        String id = Ids.next();
        String path = "/registers/people/" + id;
        mvc.perform(get("/registers/people/new").with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("ระบบไม่เก็บเลข"),
                        containsString("name=\"citizenNumber\" type=\"text\" autocomplete=\"off\""))));
        mvc.perform(post("/registers/people").param("id", id).param("grantId", grant.id())
                        .param("centreCode", CHIANG_MAI).param("name", "บัวลอย").param("surname", "ใจงาม")
                        .param("roles", "facilitator").param("datedOn", "1/1/2560").param("ground", "CONSENT")
                        .param("consentedOn", "1/1/2560").param("purposeTold", "true").param("citizenNumber", "1101700230700")
                        .with(csrf()).with(signedIn(dataManager)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("href=\"#citizenNumber\""),
                        containsString("id=\"citizenNumber-error\""))));
        RecordFacts facts = person("บัวลอย", "facilitator").withCitizenNumber(NUMBER);
        registers.enter(facts, true, dataManager).orElseThrow();
        mvc.perform(get("/registers/people/" + facts.id()).with(signedIn(dataManager)))
                .andExpect(content().string(not(containsString("0-70-8"))));
        mvc.perform(post("/privacy/records/" + facts.id()).with(csrf()).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("•-••••-••••0-70-8"), not(containsString(NUMBER)))));
        mvc.perform(get("/registers/people/" + facts.id() + "/edit").with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("มีอยู่แล้ว (•-••••-••••0-70-8)"),
                        not(containsString(NUMBER)))));
        mvc.perform(get(path).with(signedIn(dataManager))).andExpect(status().isNotFound());
    }

    private List<String> ending(String recordId) {
        return jdbc.queryForList("SELECT number_ending FROM registry_identity WHERE record_id = ?", String.class, recordId);
    }

    private static RecordFacts onGround(RecordFacts f, LawfulGround ground) {
        return new RecordFacts(f.id(), Register.PERSON, f.grantId(), f.centreCode(), f.name(), f.surname(), f.nameEn(),
                f.district(), f.subdistrict(), null, null, null, f.sexCode(), f.birthYear(), f.roles(), null, f.datedOn(),
                f.source(), ground, null, true, null, f.citizenNumber());
    }

    private static List<String> keys(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::messageKey).toList();
    }
}
