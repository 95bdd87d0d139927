package org.thun.progress.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.thun.activities.ActivityFixture;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.progress.ReportFixture;
import org.thun.progress.TestLedger;
import org.thun.testing.ThunTest;

@ThunTest
class PeriodReportPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    ActivityFixture activities;

    @Autowired
    ReportFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    TestLedger ledger;

    Grant grant;

    @BeforeEach
    void begin() {
        grant = activities.running(people.today().minusMonths(6).minusDays(5));
        ledger.pay(grant.id(), grant.effectiveFrom(), "4321.05");
    }

    @Test
    void showsThePeriodsWithTheirStateAndDueDay() throws Exception {
        show(people.ofProgramme(Role.PO), grant.path() + "/reports?lang=en")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("Report of period 1"), containsString("Report of period 3"),
                        containsString("Open"), containsString("Period not over"), not(containsString("??")))));
        show(people.ofProgramme(Role.PO), grant.path() + "/reports?lang=th")
                .andExpect(content().string(allOf(containsString("รายงานงวดที่ 1"), not(containsString("??")))));
    }

    @Test
    void showsTheReportWithMoneyNarrativeAndFrozenFigures() throws Exception {
        fixture.accept(grant, 1, "4321.05");
        for (String language : new String[] {"th", "en"}) {
            show(people.ofProgramme(Role.PO), grant.path() + "/reports/1?lang=" + language)
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(
                            containsString("4,321.05"), containsString("ดำเนินการตามแผน"), containsString("200,000"),
                            not(containsString("??")))));
        }
        show(people.ofProgramme(Role.PO), grant.path() + "/reports/1?lang=en")
                .andExpect(content().string(allOf(
                        containsString("Frozen indicators"), containsString("Likely to succeed"),
                        containsString("Community organisations"))));
    }

    @Test
    @DisplayName("BR-50: the funder's reader sees no figure of a report before it is accepted")
    void hidesReportsThatAreNotAccepted() throws Exception {
        Actor reader = people.ofProgramme(Role.FR);
        Actor coordinator = people.ofGrantee(Role.GC);
        fixture.complete(grant, 1, "task_draftPeriodReport", coordinator,
                fixture.written(grant, 1, coordinator, "0", "4321.05"));
        show(people.ofProgramme(Role.PO), grant.path() + "/reports").andExpect(content().string(containsString("4,321.05")));
        show(reader, grant.path() + "/reports").andExpect(content().string(not(containsString("4,321.05"))));
        show(reader, grant.path() + "/reports/1").andExpect(status().isNotFound());
        show(reader, "/api/v1/grants/" + grant.id() + "/period-reports")
                .andExpect(jsonPath("$[0].money", nullValue()))
                .andExpect(jsonPath("$[0].version", is(0)));

        fixture.complete(grant, 1, "task_submitPeriodReport", people.ofGrantee(Role.GL), Map.of("decision", "APPROVE"));
        fixture.complete(grant, 1, "task_checkPeriodReport", people.ofProgramme(Role.MT),
                Map.of("decision", "RETURN", "comments", "ขอหลักฐานเพิ่ม"));
        fixture.accept(grant, 1, "4321.05");
        show(reader, grant.path() + "/reports").andExpect(content().string(containsString("4,321.05")));
        show(reader, grant.path() + "/reports/1")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("ขอหลักฐานเพิ่ม"))));
        show(people.ofProgramme(Role.PO), grant.path() + "/reports/1")
                .andExpect(content().string(containsString("ขอหลักฐานเพิ่ม")));
    }

    @Test
    void offersTheReportsToPrograms() throws Exception {
        fixture.accept(grant, 1, "4321.05");
        show(people.ofProgramme(Role.PO), "/api/v1/grants/" + grant.id() + "/period-reports")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(3)))
                .andExpect(jsonPath("$[0].state", is("FROZEN")))
                .andExpect(jsonPath("$[0].money.bank", is("4321.05")))
                .andExpect(jsonPath("$[1].state", is("NOT_DUE")));
        show(people.person(Role.PO, ScopeKind.PROGRAMME, "other"), "/api/v1/grants/" + grant.id() + "/period-reports")
                .andExpect(status().isNotFound());
    }

    @Test
    void answers404ForPeriodsThatDoNotExistAndPeopleWithoutAccess() throws Exception {
        show(people.ofProgramme(Role.PO), grant.path() + "/reports/4").andExpect(status().isNotFound());
        show(people.ofProgramme(Role.PR), grant.path() + "/reports").andExpect(status().isNotFound());
        show(people.person(Role.PO, ScopeKind.PROGRAMME, "other"), grant.path() + "/reports").andExpect(status().isNotFound());
    }

    private ResultActions show(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(user(users.loadUserByUsername(actor.username()))));
    }
}
