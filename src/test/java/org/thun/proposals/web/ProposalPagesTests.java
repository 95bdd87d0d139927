package org.thun.proposals.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.proposals.ProposalFixture;
import org.thun.proposals.ProposalFixture.UnderReview;
import org.thun.proposals.Proposals;
import org.thun.tasks.TaskDesk;
import org.thun.testing.ThunTest;
import org.thun.workflow.Processes;

@ThunTest
class ProposalPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    GrantFixture people;

    @Autowired
    ProposalFixture fixture;

    @Autowired
    Proposals proposals;

    @Autowired
    Processes processes;

    @Autowired
    TaskDesk desk;

    @ParameterizedTest
    @ValueSource(strings = {"", "/versions", "/reviews", "/timeline", "/processes"})
    void showsEveryPageOfTheCaseFileInBothLanguages(String page) throws Exception {
        String id = revised();
        Actor officer = people.ofProgramme(Role.PO);
        for (String language : List.of("th", "en")) {
            show(officer, "/proposals/" + id + page + "?lang=" + language)
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(
                            containsString(proposals.get(id).number()), not(containsString("??")))));
        }
    }

    @Test
    void rendersTheFactsOfEveryTask() throws Exception {
        assertTaskPage(fixture.submitted(), people.ofProgramme(Role.PO));
        String returned = fixture.reviewed(65, 65).id();
        fixture.decide(returned, "REVISE", "ปรับงบ");
        assertTaskPage(returned, people.ofGrantee(Role.GL));
        UnderReview reviewed = fixture.reviewed(60, 90);
        assertTaskPage(reviewed.id(), people.ofProgramme(Role.PO));
        assertTaskPage(fixture.begun(), people.ofGrantee(Role.GL));
        assertTaskPage(fixture.reviewed(80, 80).id(), people.ofProgramme(Role.AP));
        UnderReview waiting = fixture.underReview(2);
        assertTaskPage(waiting.id(), waiting.reviewers().get(0));
    }

    @Test
    void showsWhatChangedBetweenVersions() throws Exception {
        String id = revised();
        show(people.ofGrantee(Role.GL), "/proposals/" + id + "/versions?lang=en")
                .andExpect(content().string(allOf(
                        containsString("Version 1"), containsString("Version 2"), containsString("changed"),
                        containsString("260,000.00"))));
    }

    @Test
    void beginsAProposalAndLeadsToItsFirstTask() throws Exception {
        Actor lead = people.ofGrantee(Role.GL);
        show(lead, "/proposals/new?lang=en")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString(GrantFixture.PROGRAMME + "|" + people.grantee()), not(containsString("??")))));
        begin(lead, GrantFixture.PROGRAMME, "ข้อเสนอใหม่")
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", startsWith("/tasks/")));
    }

    @Test
    @DisplayName("a programme whose grants cannot be run is refused with the reasons, not ignored")
    void refusesAProgrammeThatCannotBeRun() throws Exception {
        Actor lead = people.ofGrantee(Role.GL);
        begin(lead, "strong-community-research", "ข้อเสนอ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("error-summary"), not(containsString("??")))));
        begin(lead, "no-such-programme", "ข้อเสนอ").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void refusesATitleThatIsMissingAndAnOrganisationThatIsNotTheirs() throws Exception {
        begin(people.ofGrantee(Role.GL), GrantFixture.PROGRAMME, " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("titleTh-error")));
        begin(people.person(Role.GL, ScopeKind.ORGANISATION, "other"), GrantFixture.PROGRAMME, "ข้อเสนอ")
                .andExpect(status().isUnprocessableEntity());
        show(people.ofProgramme(Role.PO), "/proposals/new").andExpect(status().isNotFound());
    }

    @Test
    void keepsDraftsToTheirApplicant() throws Exception {
        String id = fixture.begun();
        show(people.ofGrantee(Role.GC), "/proposals/" + id).andExpect(status().isOk());
        for (Role role : List.of(Role.PO, Role.AP, Role.FM, Role.FR)) {
            show(people.ofProgramme(role), "/proposals/" + id).andExpect(status().isNotFound());
        }
    }

    @Test
    @DisplayName("BR-50: the funder's reader sees a proposal once it is approved")
    void showsTheFundersReaderApprovedProposalsOnly() throws Exception {
        Actor reader = people.ofProgramme(Role.FR);
        show(reader, "/proposals/" + fixture.submitted()).andExpect(status().isNotFound());
        show(reader, "/proposals/" + fixture.approved()).andExpect(status().isOk());
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PO", "AP", "AU", "MT"})
    void hidesProposalsOutOfReach(Role role) throws Exception {
        String id = fixture.submitted();
        Actor stranger = people.person(role, ScopeKind.PROGRAMME, "other-programme");
        for (String page : List.of("", "/versions", "/reviews", "/timeline", "/processes")) {
            show(stranger, "/proposals/" + id + page).andExpect(status().isNotFound());
        }
        mvc.perform(get("/api/v1/proposals/" + id).with(httpBasic(stranger.username(), GrantFixture.PASSWORD)))
                .andExpect(status().isNotFound());
    }

    @Test
    void keepsReviewersIndependentAndUnknownToTheApplicant() throws Exception {
        UnderReview proposal = fixture.underReview(2);
        Actor first = proposal.reviewers().get(0);
        Actor second = proposal.reviewers().get(1);
        fixture.review(proposal.id(), first, 80);
        String path = "/proposals/" + proposal.id();
        show(people.ofProgramme(Role.PO), path + "/reviews?lang=en")
                .andExpect(content().string(containsString(first.name().en())));
        show(second, path + "/reviews?lang=en")
                .andExpect(content().string(allOf(
                        containsString(second.name().en()), not(containsString("Test " + first.username())))));
        show(people.ofProgramme(Role.PR), path).andExpect(status().isNotFound());
        Actor lead = people.ofGrantee(Role.GL);
        show(lead, path + "/reviews").andExpect(status().isNotFound());
        for (String page : List.of("", "/timeline")) {
            show(lead, path + page + "?lang=en")
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(
                            not(containsString(first.username())), not(containsString(second.username())))));
        }
    }

    @Test
    void listsByFilterAndDrawsTheProcess() throws Exception {
        String id = fixture.submitted();
        Actor officer = people.ofProgramme(Role.PO);
        show(officer, "/proposals?state=SCREENING&q=" + proposals.get(id).number())
                .andExpect(content().string(containsString("/proposals/" + id)));
        show(officer, "/proposals?state=REJECTED&lang=en&q=" + proposals.get(id).number())
                .andExpect(content().string(containsString("No proposal fits this filter")));
        String run = processes.ofCases(List.of(id)).get(0).runId();
        show(officer, "/proposals/" + id + "/processes/" + run + "/xml")
                .andExpect(content().string(containsString("call_reviewProposal")));
        show(officer, "/proposals/" + id + "/processes/" + run + "/state")
                .andExpect(jsonPath("$.steps[*].elementId", hasItem("task_screenProposal")));
    }

    @Test
    void answersProgramsWithTheSameFacts() throws Exception {
        String id = revised();
        Actor officer = people.ofProgramme(Role.PO);
        mvc.perform(get("/api/v1/proposals/" + id).with(httpBasic(officer.username(), GrantFixture.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.versions.length()").value(2))
                .andExpect(jsonPath("$.versions[1].amount").value("260000.00"))
                .andExpect(jsonPath("$.comments[0].answer").value("แก้ไขแล้ว"));
    }

    /** Returned once by the officer, handed in again with another amount, and reviewed by one of two. */
    private String revised() {
        String id = fixture.submitted();
        people.complete(id, "task_screenProposal", people.ofProgramme(Role.PO),
                Map.of("decision", "RETURN", "comments", List.of(Map.of("text", "ปรับงบ"))));
        Map<String, Object> form = fixture.revision(id);
        form.put("amount", "260000");
        form.put("budget", List.of(fixture.line("1.1", "100000"), fixture.line("2.1", "160000")));
        people.complete(id, "task_reviseProposal", people.ofGrantee(Role.GL), form);
        Actor one = people.ofProgramme(Role.PR);
        Actor two = people.ofProgramme(Role.PR);
        people.complete(id, "task_screenProposal", people.ofProgramme(Role.PO),
                Map.of("decision", "PASS", "reviewers", List.of(one.accountId(), two.accountId())));
        fixture.review(id, one, 80);
        return id;
    }

    private void assertTaskPage(String id, Actor actor) throws Exception {
        String taskId = desk.inbox(actor, new TaskDesk.InboxFilter(id, null, 0, 10)).tasks().get(0).taskId();
        for (String language : List.of("th", "en")) {
            show(actor, "/tasks/" + taskId + "?lang=" + language)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    private ResultActions begin(Actor actor, String programme, String title) throws Exception {
        return mvc.perform(post("/proposals")
                .param("applicant", programme + "|" + people.grantee())
                .param("titleTh", title)
                .with(csrf())
                .with(user(users.loadUserByUsername(actor.username()))));
    }

    private ResultActions show(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(user(users.loadUserByUsername(actor.username()))));
    }
}
