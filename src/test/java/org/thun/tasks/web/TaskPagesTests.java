package org.thun.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.tasks.OpenTask;
import org.thun.testing.SignIn;
import org.thun.testing.ThunTest;

@ThunTest
class TaskPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    GrantFixture fixture;

    private Actor officer;
    private OpenTask task;
    private Grant grant;

    @BeforeEach
    void anAgreementWaitsToBePrepared() {
        grant = fixture.opened("1000000");
        officer = fixture.person(Role.PO, ScopeKind.GRANT, grant.id());
        task = fixture.task(grant.id(), "task_prepareAgreement");
    }

    @Test
    void showsMyWorkInThaiAndInEnglish() throws Exception {
        mvc.perform(as(get("/"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("/tasks/" + task.taskId())))
                .andExpect(content().string(containsString("งานของฉัน")));
        mvc.perform(as(get("/?lang=en")).cookie(new Cookie("lang", "en")))
                .andExpect(content().string(containsString("My work")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void saysWhatAnEmptyInboxMeans() throws Exception {
        Actor reader = fixture.ofProgramme(Role.FR);
        mvc.perform(get("/").cookie(signedIn(reader))).andExpect(status().isOk())
                .andExpect(content().string(containsString("ไม่มีงานที่ต้องทำตอนนี้")));
    }

    @Test
    void showsATaskWithItsFactsAndItsForm() throws Exception {
        mvc.perform(as(get("/tasks/" + task.taskId()))).andExpect(status().isOk())
                .andExpect(content().string(containsString("data-island=\"form\"")))
                .andExpect(content().string(containsString("1,000,000.00")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(as(get("/tasks/" + task.taskId() + "/form"))).andExpect(status().isOk())
                .andExpect(jsonPath("$.schema.id").value("prepare-agreement"));
    }

    @Test
    void answersRefusalsWithFieldsAndTexts() throws Exception {
        mvc.perform(as(post("/tasks/" + task.taskId() + "/complete"))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"effectiveOn\":\"31/2/2559\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.problems[?(@.field=='effectiveOn')].message").isNotEmpty());
    }

    @Test
    void completesAndTellsWhoWasFasterToASecondTab() throws Exception {
        String form = "{\"number\":\"ท. " + grant.id() + "\",\"effectiveOn\":\"1/5/2559\",\"conditionsMet\":[]}";
        mvc.perform(as(post("/tasks/" + task.taskId() + "/complete"))
                        .with(csrf()).contentType(MediaType.APPLICATION_JSON).content(form))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.next").value("/?done=" + task.taskId()));
        mvc.perform(as(get("/").param("done", task.taskId())))
                .andExpect(content().string(containsString("บันทึกแล้ว: " + task.subject().th())));
        mvc.perform(as(post("/tasks/" + task.taskId() + "/complete"))
                        .with(csrf()).contentType(MediaType.APPLICATION_JSON).content(form))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.by").value(officer.name().th()));
        mvc.perform(as(get("/tasks/" + task.taskId()))).andExpect(status().isOk())
                .andExpect(content().string(containsString(officer.name().th())));
    }

    @Test
    void hidesTasksOfOthersBehind404AndForgeryBehind403() throws Exception {
        Actor stranger = fixture.ofProgramme(Role.EV);
        mvc.perform(get("/tasks/" + task.taskId()).cookie(signedIn(stranger))).andExpect(status().isNotFound());
        mvc.perform(as(post("/tasks/" + task.taskId() + "/complete"))
                        .contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void servesProgramsTheSameInbox() throws Exception {
        mvc.perform(get("/api/v1/tasks").with(httpBasic(officer.username(), GrantFixture.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.tasks[0].taskId").value(task.taskId()));
        mvc.perform(post("/api/v1/tasks/" + task.taskId() + "/complete")
                        .with(httpBasic(officer.username(), GrantFixture.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\":\"ท. " + grant.id() + "\",\"effectiveOn\":\"2016-05-01\",\"conditionsMet\":[]}"))
                .andExpect(status().isOk());
        assertThat(fixture.steps(grant.id())).containsExactly("task_signAgreementGrantee");
    }

    private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) throws Exception {
        return request.cookie(signedIn(officer));
    }

    private Cookie signedIn(Actor person) throws Exception {
        return SignIn.as(mvc, person.username(), GrantFixture.PASSWORD);
    }
}
