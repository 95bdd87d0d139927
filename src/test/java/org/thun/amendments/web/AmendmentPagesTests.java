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
