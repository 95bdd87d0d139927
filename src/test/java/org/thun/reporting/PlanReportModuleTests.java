package org.thun.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.thun.activities.ActivityFixture;
import org.thun.activities.Occurrence;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.reporting.PlanReport.Item;
import org.thun.testing.ThunTest;

@ThunTest
class PlanReportModuleTests {

    @Autowired
    PlanReports reports;

    @Autowired
    ActivityFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Test
    @DisplayName("BR-50: only accepted reports are told of, and to those who may read reports")
    void tellsOfAcceptedReportsOnly() {
        LocalDate today = people.today();
        Grant grant = fixture.running(today);
        fixture.deliver(fixture.occurrence(grant, "4.1", 1), today, today, "utilities", "99.25");
        Occurrence staff = fixture.occurrence(grant, "4.2", 1);
        fixture.plan(staff, today, today, "10");
        fixture.complete(staff, "task_reportActivity", people.ofGrantee(Role.GC),
                ActivityFixture.report(today, today, "remuneration", "10"));

        PlanReport funder = reports.of(grant.id(), people.ofProgramme(Role.FR)).orElseThrow();
        assertThat(funder.items()).hasSize(32);
        assertThat(funder.items()).filteredOn(item -> item.held() != null).singleElement()
                .matches(item -> item.participants() == 38 && item.cost().formatted().equals("99.25"));
        assertThat(reports.of(grant.id(), people.ofProgramme(Role.AP)).orElseThrow().items())
                .extracting(Item::outputs)
                .containsOnlyNulls();
    }

    @Test
    void handsOutFilesToThoseWhoMaySeeThePlan() throws Exception {
        Grant grant = fixture.running(people.today());
        Actor officer = people.ofProgramme(Role.PO);
        for (String extension : new String[] {"pdf", "xlsx"}) {
            file(officer, grant, extension)
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Disposition", Matchers.containsString("." + extension)));
        }
        file(people.person(Role.PO, ScopeKind.PROGRAMME, "other"), grant, "pdf").andExpect(status().isNotFound());
        file(people.ofProgramme(Role.PR), grant, "pdf").andExpect(status().isNotFound());
        file(officer, people.opened("1000"), "pdf").andExpect(status().isNotFound());
    }

    private ResultActions file(Actor actor, Grant grant, String extension) throws Exception {
        return mvc.perform(get(grant.path() + "/reports/plan." + extension)
                .with(user(users.loadUserByUsername(actor.username()))));
    }
}
