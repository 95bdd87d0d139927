package org.thun.grants.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.testing.ThunTest;
import org.thun.workflow.Processes;

@ThunTest
class GrantPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    GrantFixture fixture;

    @Autowired
    Processes processes;

    @ParameterizedTest
    @ValueSource(strings = {"", "/agreement", "/timeline", "/processes", "/people"})
    void showsEveryPageOfTheCaseFileInBothLanguages(String page) throws Exception {
        Grant grant = fixture.opened("1000000", "เปิดบัญชี");
        Actor officer = fixture.ofProgramme(Role.PO);
        for (String language : List.of("th", "en")) {
            show(officer, grant.path() + page + "?lang=" + language)
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(containsString(grant.number()), not(containsString("??")))));
        }
    }

    @Test
    void tellsWhomTheCaseWaitsForSinceWhen() throws Exception {
        Grant grant = fixture.opened("1000000");
        show(fixture.ofProgramme(Role.PO), grant.path() + "?lang=en")
                .andExpect(content().string(allOf(
                        containsString("Prepare the agreement"), containsString("Programme officer"),
                        containsString("since "), containsString("1,000,000.00"))));
    }

    @Test
    void showsHowFarTheTermHasGone() throws Exception {
        Grant grant = fixture.effective("1000000", fixture.today().minusMonths(2));
        show(fixture.ofProgramme(Role.PO), grant.path() + "?lang=en")
                .andExpect(content().string(containsString("Month 3 of 18")));
        Grant over = fixture.effective("1000000", LocalDate.of(2010, 1, 31));
        show(fixture.ofProgramme(Role.PO), over.path() + "?lang=en")
                .andExpect(content().string(containsString("Month 18 of 18")));
    }

    @Test
    void listsGrantsByFilterAndSaysSoWhenNoneFits() throws Exception {
        Grant grant = fixture.opened("1000000");
        Actor officer = fixture.ofProgramme(Role.PO);
        show(officer, "/grants?state=DRAFT&q=" + grant.number())
                .andExpect(content().string(containsString(grant.path())));
        show(officer, "/grants?state=CLOSED&lang=en&q=" + grant.number())
                .andExpect(content().string(allOf(
                        not(containsString(grant.path())), containsString("No grant fits this filter"))));
        show(fixture.person(Role.PO, ScopeKind.PROGRAMME, "other"), "/grants?lang=en")
                .andExpect(content().string(containsString("when a proposal has been approved")));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PO", "AP", "EV", "FM", "FR", "RV"})
    @DisplayName("a grant outside the reach of a post does not exist for its holder")
    void hidesGrantsOutOfReach(Role role) throws Exception {
        Grant grant = fixture.opened("1000000");
        Actor stranger = fixture.person(role, ScopeKind.PROGRAMME, "other-programme");
        for (String page : List.of("", "/agreement", "/timeline", "/processes", "/people")) {
            show(stranger, grant.path() + page).andExpect(status().isNotFound());
        }
        api(stranger, grant.id()).andExpect(status().isNotFound());
        api(stranger, grant.id() + "/timeline").andExpect(status().isNotFound());
    }

    @Test
    void showsACentreItsPlanButNotTheAgreement() throws Exception {
        Grant grant = fixture.opened("1000000");
        Actor centre = fixture.person(Role.CC, ScopeKind.CENTRE, Scope.centreId(GrantFixture.PROGRAMME, "TH-50"));
        show(centre, grant.path())
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("1,000,000.00"))));
        show(centre, grant.path() + "/agreement").andExpect(status().isNotFound());
        api(centre, grant.id())
                .andExpect(jsonPath("$.grant.amount").doesNotExist())
                .andExpect(jsonPath("$.budget").isEmpty());
    }

    @Test
    void keepsAdministratorsAndReviewersOutOfCases() throws Exception {
        Grant grant = fixture.opened("1000000");
        show(fixture.person(Role.SA, ScopeKind.ALL, "*"), grant.path()).andExpect(status().isNotFound());
        show(fixture.ofProgramme(Role.PR), grant.path()).andExpect(status().isNotFound());
    }

    @Test
    void drawsARunWithThePlaceWhereItStands() throws Exception {
        Grant grant = fixture.opened("1000000");
        Actor officer = fixture.ofProgramme(Role.PO);
        String run = processes.ofCases(List.of(grant.id())).get(0).runId();
        show(officer, grant.path() + "/processes/" + run + "/xml")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("task_prepareAgreement")));
        show(officer, grant.path() + "/processes/" + run + "/state")
                .andExpect(jsonPath("$.steps[*].elementId", hasItem("task_prepareAgreement")));
        Grant other = fixture.opened("1000000");
        show(officer, other.path() + "/processes/" + run + "/xml").andExpect(status().isNotFound());
        show(officer, other.path() + "/processes?run=" + run).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("BR-50: the funder's reader sees that an agreement was returned, not the words")
    void keepsReasonsFromTheFundersReader() throws Exception {
        Grant grant = fixture.opened("1000000");
        fixture.complete(grant.id(), "task_prepareAgreement", fixture.ofProgramme(Role.PO),
                Map.of("number", "ท." + grant.id(), "effectiveOn", "2016-05-01"));
        fixture.complete(grant.id(), "task_signAgreementGrantee", fixture.ofGrantee(Role.GL),
                Map.of("decision", "RETURN", "comment", "ถ้อยคำภายใน"));
        show(fixture.ofProgramme(Role.FR), grant.path() + "/timeline?lang=en")
                .andExpect(content().string(allOf(
                        containsString("Returned the agreement"), not(containsString("ถ้อยคำภายใน")))));
        show(fixture.ofProgramme(Role.PO), grant.path() + "/timeline")
                .andExpect(content().string(containsString("ถ้อยคำภายใน")));
    }

    @Test
    void answersProgramsWithTheSameFacts() throws Exception {
        Grant grant = fixture.effective("1000000.01", LocalDate.of(2016, 5, 1));
        Actor officer = fixture.ofProgramme(Role.PO);
        api(officer, "?q=" + grant.number())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.grants[0].id").value(grant.id()));
        api(officer, grant.id())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.grant.amount").value("1000000.01"))
                .andExpect(jsonPath("$.grant.endsOn").value("2017-10-31"))
                .andExpect(jsonPath("$.tranches.length()").value(4))
                .andExpect(jsonPath("$.tranches[3].amount").value("150000.01"));
        api(officer, grant.id() + "/timeline").andExpect(jsonPath("$.entries.length()").value(greaterThanOrEqualTo(5)));
    }

    private ResultActions show(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(user(users.loadUserByUsername(actor.username()))));
    }

    private ResultActions api(Actor actor, String path) throws Exception {
        return mvc.perform(get("/api/v1/grants" + (path.startsWith("?") ? "" : "/") + path)
                .with(httpBasic(actor.username(), GrantFixture.PASSWORD)));
    }
}
