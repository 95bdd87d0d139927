package org.thun.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.thun.grants.Grant;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordFilter;
import org.thun.registry.RecordState;
import org.thun.registry.RegisterRecord;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.ThaiDates;
import org.thun.testing.EvidenceTest;
import org.thun.testing.SignIn;

class RegisterPagesTests extends EvidenceTest {

    @Test
    void entersAPersonFromAPlainForm() throws Exception {
        String id = Ids.next();
        mvc.perform(get("/registers/people/new").with(signedIn(dataManager)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("เชียงใหม่"), containsString("วิทยากรกระบวนการ"),
                        containsString("กระบวนการกลุ่ม"), not(containsString("??")))));

        mvc.perform(personForm(id).param("name", "  บัวลอย ").param("surname", "ใจงาม").with(csrf()).with(signedIn(dataManager)))
                .andExpect(redirectedUrl("/registers/people/" + id));

        RegisterRecord record = registers.find(id, dataManager).orElseThrow();
        assertThat(record.state()).isEqualTo(RecordState.SUBMITTED);
        assertThat(record.facts().name()).isEqualTo("บัวลอย");
        assertThat(record.facts().birthYear()).isEqualTo(1975);
        assertThat(record.facts().roles()).hasSize(2);
        assertThat(record.facts().roles().get(1).detail()).isEqualTo("group_process");
        mvc.perform(get("/registers/people/" + id).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("บัวลอย ใจงาม"), containsString("(กระบวนการกลุ่ม)"),
                        not(containsString("2518")), containsString("บันทึกระเบียน"), not(containsString("??")))));
        // The same form sent again over a bad line.
        mvc.perform(personForm(id).param("name", "บัวลอย").param("surname", "ใจงาม").with(csrf()).with(signedIn(dataManager)))
                .andExpect(redirectedUrl("/registers/people/" + id));
        assertThat(registers.list(new RecordFilter(Register.PERSON, grant.id(), null, null, null, null), dataManager, 1, 10)
                .total()).isEqualTo(1);
    }

    @Test
    void keepsWhatWasTypedWhenTheFormIsRefused() throws Exception {
        mvc.perform(post("/registers/people").param("id", Ids.next()).param("grantId", grant.id())
                        .param("centreCode", CHIANG_MAI).param("name", "ชื่อที่พิมพ์ไว้").param("surname", "")
                        .param("datedOn", "๓๑/๒/๒๕๖๐").param("note", "<b>หมายเหตุ</b>").param("roles", "facilitator")
                        .param("detail.facilitator", "lessons").param("ground", "CONSENT")
                        .with(csrf()).with(signedIn(dataManager)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(
                        containsString("value=\"ชื่อที่พิมพ์ไว้\""),
                        containsString("value=\"๓๑/๒/๒๕๖๐\""),
                        containsString("&lt;b&gt;หมายเหตุ"),
                        containsString("href=\"#datedOn\""),
                        containsString("id=\"datedOn-error\""),
                        containsString("value=\"facilitator\" checked"),
                        containsString("value=\"lessons\" selected"))));
    }

    @Test
    @DisplayName("BR-39, BR-17: every problem is named at its field with its rule")
    void namesEveryProblemAtItsField() throws Exception {
        mvc.perform(post("/registers/people").param("id", Ids.next()).param("grantId", grant.id())
                        .param("centreCode", CHIANG_MAI).param("datedOn", "1/1/2550").with(csrf()).with(signedIn(dataManager)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("href=\"#name\""), containsString("href=\"#surname\""),
                        containsString("href=\"#roles\""), containsString("href=\"#ground\""),
                        containsString("href=\"#purposeTold\""), containsString("href=\"#datedOn\""),
                        containsString("กฎ BR-39"), containsString("กฎ BR-17"))));
    }

    @Test
    void offersAChoiceWhenMoreThanOneGrantRuns() throws Exception {
        Grant second = new Grant(Ids.next(), "ศ.2/2559", PROGRAMME, grant.programmeVersion(), Ids.next(),
                grant.granteeName(), Ids.next(), new LocalizedText("โครงการที่สอง", null), grant.state(), grant.amount(), 18,
                grant.effectiveFrom(), grant.endsOn(), 1, true);
        stand(List.of(grant, second));
        mvc.perform(get("/registers/organisations/new").param("grant", second.id()).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("โครงการที่สอง"), containsString("เปลี่ยนโครงการ"),
                        containsString("name=\"grantId\" id=\"grantId\" value=\"" + second.id() + "\""))));
        mvc.perform(get("/registers/organisations/new").param("grant", "nothing").with(signedIn(dataManager)))
                .andExpect(status().isNotFound());
    }

    @Test
    void hidesWhatIsNotTheirs() throws Exception {
        RecordFacts facts = person("อารี", "facilitator");
        registers.enter(facts, true, dataManager).orElseThrow();
        String path = "/registers/people/" + facts.id();
        mvc.perform(get(path).with(signedIn(neighbour))).andExpect(status().isNotFound());
        mvc.perform(get(path + "/edit").with(signedIn(officer))).andExpect(status().isNotFound());
        mvc.perform(get(path).with(signedIn(funder))).andExpect(status().isNotFound());
        mvc.perform(get("/registers/people").with(signedIn(funder))).andExpect(status().isNotFound());
        mvc.perform(get("/registers/people/new").with(signedIn(officer))).andExpect(status().isNotFound());
        mvc.perform(get("/registers/verification").with(signedIn(dataManager))).andExpect(status().isNotFound());
        mvc.perform(get("/registers/nothing").with(signedIn(dataManager))).andExpect(status().isNotFound());
        mvc.perform(get("/registers/organisations/" + facts.id()).with(signedIn(dataManager)))
                .andExpect(status().isNotFound());
        mvc.perform(post(path + "/verify").with(csrf()).with(signedIn(neighbour))).andExpect(status().isNotFound());
        mvc.perform(get("/registers/records/" + facts.id()).with(signedIn(dataManager))).andExpect(redirectedUrl(path));
    }

    @Test
    void showsTheFundersReaderVerifiedSumsOnly() throws Exception {
        verified(person("อารี", "facilitator"));
        registers.enter(person("รอตรวจอยู่", "facilitator"), true, dataManager).orElseThrow();
        mvc.perform(get("/registers").with(signedIn(funder)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("ท่านเห็นเฉพาะยอดรวม"), not(containsString("รอตรวจ")),
                        not(containsString("/registers/people")), containsString("เชียงใหม่"))));
        mvc.perform(get("/registers").with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("รอตรวจ"), containsString("/registers/people?grant="),
                        containsString("บันทึกใหม่"), not(containsString("??")))));
    }

    @Test
    void filtersAndPagesAListByItsAddress() throws Exception {
        registers.enter(organisation("แม่ริมออมทรัพย์"), true, dataManager).orElseThrow();
        verified(organisation("เชียงดาวออมทรัพย์"));
        mvc.perform(get("/registers/organisations").param("state", "VERIFIED").with(signedIn(officer)))
                .andExpect(content().string(allOf(containsString("เชียงดาวออมทรัพย์"), not(containsString("แม่ริมออมทรัพย์")),
                        containsString("value=\"VERIFIED\" selected"), not(containsString("??")))));
        Cookie session = SignIn.as(mvc, officer.username(), PASSWORD);
        String found = mvc.perform(post("/registers/organisations/search").param("q", "แม่").param("centre", CHIANG_MAI)
                        .cookie(session).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn().getResponse().getRedirectedUrl();
        assertThat(found).as("names stand in no address (BR-39)").contains("search=", "centre=").doesNotContain("%E0");
        mvc.perform(get(found).cookie(session))
                .andExpect(content().string(allOf(containsString("แม่ริมออมทรัพย์"), not(containsString("เชียงดาวออมทรัพย์")))));
    }

    @Test
    void verifiesSeveralAtOnceAndSaysWhatBecameOfEach() throws Exception {
        RecordFacts first = person("หนึ่ง", "facilitator");
        RecordFacts second = person("สอง", "facilitator");
        registers.enterAll(List.of(first, second), dataManager);
        registers.verify(second.id(), verifier).orElseThrow();
        registers.reject(second.id(), "ซ้ำ", verifier).orElseThrow();
        Cookie session = SignIn.as(mvc, verifier.username(), PASSWORD);
        mvc.perform(get("/registers/verification").param("grant", grant.id()).cookie(session))
                .andExpect(content().string(allOf(containsString("หนึ่ง ทดสอบ"), not(containsString("สอง ทดสอบ")),
                        not(containsString("??")))));
        var result = mvc.perform(post("/registers/verification").param("verdict", "verify")
                        .param("ids", first.id(), second.id()).param("grant", grant.id())
                        .with(csrf()).cookie(session))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        assertThat(registers.find(first.id(), officer).orElseThrow().state()).isEqualTo(RecordState.VERIFIED);
        mvc.perform(get(result.getResponse().getRedirectedUrl()).cookie(session))
                .andExpect(content().string(allOf(containsString("ตรวจผ่าน 1 จาก 2 ระเบียน"),
                        containsString("ระเบียนนี้ไม่ได้รอตรวจ"), containsString("สอง"))));
        mvc.perform(post("/registers/verification").param("verdict", "reject").param("ids", first.id())
                        .with(csrf()).with(signedIn(verifier)))
                .andExpect(status().is3xxRedirection());
        assertThat(registers.find(first.id(), officer).orElseThrow().state()).isEqualTo(RecordState.VERIFIED);
    }

    @Test
    void decidesOnOneRecordAndExplainsARefusal() throws Exception {
        RecordFacts facts = person("สาม", "facilitator");
        registers.enter(facts, true, dataManager).orElseThrow();
        String path = "/registers/people/" + facts.id();
        mvc.perform(post(path + "/reject").param("reason", "").with(csrf()).with(signedIn(verifier)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("กรุณาให้เหตุผล")));
        mvc.perform(post(path + "/reject").param("reason", "ไม่ตรง").with(csrf()).with(signedIn(verifier)))
                .andExpect(redirectedUrl(path));
        mvc.perform(get(path + "/edit").with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("ส่งกลับเพราะ"), containsString("ไม่ตรง"),
                        containsString("name=\"version\" value=\"1\""))));
        mvc.perform(personForm(facts.id(), path).param("version", "1").param("name", "สามสี").param("surname", "ทดสอบ")
                        .with(csrf()).with(signedIn(dataManager)))
                .andExpect(redirectedUrl(path));
        mvc.perform(get(path).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("สามสี ทดสอบ"), containsString("<del>สาม ทดสอบ</del>"))));
        mvc.perform(post(path + "/withdraw").param("reason", "ขอถอน").with(csrf()).with(signedIn(dataManager)))
                .andExpect(redirectedUrl(path));
        mvc.perform(get(path).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("ถอนความยินยอม"), not(containsString("สามสี")))));
    }

    @Test
    void namesOnTheHomePageWhatWaitsForWhom() throws Exception {
        RecordFacts facts = person("ห้า", "facilitator");
        registers.enter(facts, true, dataManager).orElseThrow();
        mvc.perform(get("/").with(signedIn(verifier)))
                .andExpect(content().string(allOf(containsString("/registers/verification"), containsString("รอท่านตรวจ"))));
        registers.reject(facts.id(), "ไม่ตรง", verifier).orElseThrow();
        mvc.perform(get("/").with(signedIn(dataManager)))
                .andExpect(content().string(containsString("ถูกส่งกลับให้แก้ไข")));
        mvc.perform(get("/").with(signedIn(officer)))
                .andExpect(content().string(not(containsString("ถูกส่งกลับให้แก้ไข"))));
    }

    @Test
    void filesEvidenceWithARecord() throws Exception {
        RecordFacts facts = person("สี่", "facilitator");
        registers.enter(facts, true, dataManager).orElseThrow();
        String path = "/registers/people/" + facts.id();
        MockMultipartFile pdf = new MockMultipartFile("file", "แบบสำรวจ.pdf", "text/plain", "%PDF-1.7 x".getBytes());
        mvc.perform(multipart(path + "/files").file(pdf).with(csrf()).with(signedIn(dataManager)))
                .andExpect(redirectedUrl(path));
        mvc.perform(get(path).with(signedIn(verifier)))
                .andExpect(content().string(allOf(containsString("แบบสำรวจ.pdf"), not(containsString("th:text")))));
        MockMultipartFile page = new MockMultipartFile("file", "x.pdf", "application/pdf", "<html>".getBytes());
        mvc.perform(multipart(path + "/files").file(page).with(csrf()).with(signedIn(dataManager)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("รับเฉพาะ PDF")));
        mvc.perform(multipart(path + "/files").file(pdf).with(csrf()).with(signedIn(verifier)))
                .andExpect(status().isUnprocessableEntity());
    }

    private MockHttpServletRequestBuilder personForm(String id) {
        return personForm(id, "/registers/people");
    }

    private MockHttpServletRequestBuilder personForm(String id, String path) {
        String day = ThaiDates.formatShort(clock.today().minusDays(3), Locale.forLanguageTag("th"));
        return post(path).param("id", id).param("grantId", grant.id()).param("centreCode", CHIANG_MAI)
                .param("roles", "community_leader", "facilitator").param("detail.facilitator", "group_process")
                .param("datedOn", day).param("birthYear", "๒๕๑๘").param("ground", "PUBLIC_TASK")
                .param("purposeTold", "true");
    }
}
