package org.thun.amendments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.thun.activities.ActivityFixture;
import org.thun.activities.Occurrence;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.AmendmentState;
import org.thun.disbursement.MoneyFixture;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.tasks.TaskDesk;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

@ThunTest
class AmendmentPagesTests {

    @Autowired
    ActivityFixture activities;

    @Autowired
    GrantFixture people;

    @Autowired
    MoneyFixture money;

    @Autowired
    AmendmentDesk desk;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Grants grants;

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    TrainingClock time;

    private Grant grant;
    private Actor lead;

    @BeforeEach
    void run() {
        money.verifyAccount();
        grant = activities.running(time.today());
        lead = people.ofGrantee(Role.GL);
    }

    @Test
    void everyKindHasAFormInBothLanguages() throws Exception {
        String base = grant.path() + "/amendments";
        assertThat(page(lead, base)).contains("ยังไม่มีคำขอ");
        assertThat(page(lead, base + "/new")).contains("ขยายเวลา").contains("ไม่ได้ระงับอยู่");
        for (AmendmentKind kind : AmendmentKind.values()) {
            for (String language : new String[] {"th", "en"}) {
                assertThat(page(lead, base + "/new?type=" + kind + "&lang=" + language)).doesNotContain("??");
            }
        }
    }

    @Test
    void aMovedBarOpensTheFormWithItsMonths() throws Exception {
        Occurrence occurrence = activities.occurrence(grant, "1.1", 1);
        String page = page(lead, grant.path() + "/amendments/new?type=ACTIVITY&occurrence=" + occurrence.id()
                + "&from=" + YearMonth.from(grant.effectiveFrom().plusMonths(4))
                + "&to=" + YearMonth.from(grant.effectiveFrom().plusMonths(5)));
        assertThat(page).containsPattern("value=\"" + occurrence.id() + "\" selected")
                .containsPattern("value=\"5\" selected")
                .containsPattern("value=\"6\" selected");
    }

    @Test
    void aRequestIsDraftedSentAndReadAsAVersion() throws Exception {
        String base = grant.path() + "/amendments";
        mvc.perform(as(lead, post(base).param("type", "TIME").param("months", "๒๐"))).andExpect(status().isUnprocessableEntity());
        mvc.perform(as(lead, post(base).param("type", "BUDGET").param("from", "1.1/services").param("toActivity", "1.1")
                .param("toHead", "materials").param("amount", "๙,๐๐๐"))).andExpect(status().is3xxRedirection());
        String id = desk.ofGrant(grant, lead).get(0).id();
        assertThat(page(lead, base + "/" + id)).contains("9,000.00").contains("แจ้งเพื่อทราบ");
        assertThat(page(lead, base + "/" + id + "/parts/new")).contains("เพิ่มเรื่องในคำขอที่ 1");
        mvc.perform(as(lead, post(base + "/" + id + "/description").param("reason", "วัสดุแพงขึ้น").param("letter", "ที่ 1/2559")
                .param("wantedOn", ""))).andExpect(status().is3xxRedirection());
        String task = people.task(grant.id(), "task_draftAmendment").taskId();
        assertThat(page(lead, "/tasks/" + task)).contains("วัสดุแพงขึ้น");
        people.complete(grant.id(), "task_draftAmendment", lead, Map.of("decision", "SEND"));

        assertThat(desk.get(id).state()).isEqualTo(AmendmentState.IN_FORCE);
        assertThat(page(lead, base)).contains("ฉบับที่ 2 เทียบกับฉบับที่ 1");
        assertThat(page(lead, base + "/versions/2")).contains("9,000.00").contains("วัสดุแพงขึ้น").doesNotContain("??");
        assertThat(page(lead, base + "/versions/2?lang=en")).contains("Version 2 against version 1").doesNotContain("??");
        assertThat(page(lead, base + "/" + id + "?lang=en")).contains("In force").doesNotContain("??");
    }

    @Test
    void aDecisionForManyGrantsIsDraftedSeenAndCarriedOut() throws Exception {
        Actor officer = people.ofProgramme(Role.PO);
        assertThat(page(officer, "/amendments")).contains("แก้ไขหลายทุน").contains("/amendments/new?programme=");
        String form = page(officer, "/amendments/new?programme=" + GrantFixture.PROGRAMME);
        assertThat(form).contains("ภาค").doesNotContain("??");
        mvc.perform(as(officer, post("/amendments").param("programme", GrantFixture.PROGRAMME).param("where", "SOME")
                        .param("reason", "น้ำท่วม").param("addMonths", "x")))
                .andExpect(status().isUnprocessableEntity());
        String region = people.programme().centres().get(0).region();
        String address = mvc.perform(as(officer, post("/amendments").param("programme", GrantFixture.PROGRAMME)
                        .param("where", "SOME").param("regions", region).param("reason", "น้ำท่วม").param("letter", "ที่ 9")
                        .param("from", time.today().toString()).param("to", "๓๑/๑๒/๒๖๐๐").param("dueDays", "๓๐")))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        for (String language : new String[] {"th", "en"}) {
            assertThat(page(officer, address + "?lang=" + language)).contains(grant.number()).doesNotContain("??");
            assertThat(page(officer, address + "/edit?lang=" + language)).contains("น้ำท่วม").doesNotContain("??");
            assertThat(page(officer, address + "/grants/" + grant.id() + "?lang=" + language)).doesNotContain("??");
        }
        mvc.perform(as(officer, post(address + "/left-out").param("grantIds", grant.id())))
                .andExpect(status().is3xxRedirection());
        assertThat(page(officer, address)).containsPattern("(?s)value=\"" + grant.id() + "\"[^>]* checked");
        String id = address.substring(address.lastIndexOf('/') + 1);
        String task = people.task(id, "task_draftMassAmendment").taskId();
        assertThat(page(officer, "/tasks/" + task)).contains("น้ำท่วม").doesNotContain("??");
        people.complete(id, "task_draftMassAmendment", officer, Map.of("decision", "WITHDRAW"));

        for (Actor other : new Actor[] {lead, people.ofProgramme(Role.MT), people.ofProgramme(Role.AU)}) {
            mvc.perform(as(other, get("/amendments"))).andExpect(status().isNotFound());
            mvc.perform(as(other, get(address))).andExpect(status().isNotFound());
            mvc.perform(as(other, get("/amendments/new?programme=" + GrantFixture.PROGRAMME)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void tranchesAreLaidOutAnewAndTheLetterTellsTheGrantee() throws Exception {
        String base = grant.path() + "/amendments";
        assertThat(page(lead, base + "/new?type=TRANCHES")).contains("tranches[0].size").contains("600,000.00");
        mvc.perform(as(lead, post(base).param("type", "TRANCHES").param("tranches[0].no", "2").param("tranches[0].size", "20%")
                        .param("tranches[0].period", "1").param("tranches[1].no", "3").param("tranches[1].size", "๗๐๐,๐๐๐.๐๑")
                        .param("tranches[1].period", "2").param("tranches[2].no", "4").param("tranches[2].size", "")))
                .andExpect(status().is3xxRedirection());
        String id = desk.ofGrant(grant, lead).get(0).id();
        assertThat(page(lead, base + "/" + id + "?lang=en")).contains("700,000.01").contains("299,999.99")
                .contains("no. 2 20 %").doesNotContain("??");
        mvc.perform(as(lead, get(base + "/" + id + "/letter"))).andExpect(status().isNotFound());
        mvc.perform(as(lead, post(base + "/" + id + "/description").param("reason", "งานหนักช่วงกลางโครงการ")))
                .andExpect(status().is3xxRedirection());
        people.complete(grant.id(), "task_draftAmendment", lead, Map.of("decision", "SEND"));
        people.complete(grant.id(), "task_checkAmendment", people.ofProgramme(Role.PO), Map.of("decision", "APPROVE"));
        people.complete(grant.id(), "task_approveAmendment", people.ofProgramme(Role.AP), Map.of("decision", "APPROVE"));
        assertThat(page(lead, base + "/versions/2")).contains("299,999.99").doesNotContain("??");
        assertThat(page(lead, base + "/" + id + "/letter")).contains("งานหนักช่วงกลางโครงการ").doesNotContain("??");
        assertThat(page(lead, base + "/" + id + "/letter?lang=en")).contains("version 2").doesNotContain("??");
    }

    @Test
    void whoMayNotReadSeesNothing() throws Exception {
        Actor centre = people.person(Role.RV, ScopeKind.PROGRAMME, GrantFixture.PROGRAMME);
        mvc.perform(as(centre, get(grant.path() + "/amendments"))).andExpect(status().isNotFound());
        mvc.perform(as(people.ofProgramme(Role.AU), get(grant.path() + "/amendments/new"))).andExpect(status().isNotFound());
    }

    private String page(Actor actor, String address) throws Exception {
        return mvc.perform(as(actor, get(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletRequestBuilder as(
            Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(user(users.loadUserByUsername(actor.username()))).with(csrf());
    }
}
