package org.thun.evaluation.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.thun.evaluation.EvaluationDesk;
import org.thun.evaluation.EvaluationFixture;
import org.thun.evaluation.EvaluationFixture.Case;
import org.thun.evaluation.Importance;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

@ThunTest
class EvaluationPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    EvaluationFixture cases;

    @Autowired
    GrantFixture grants;

    @Autowired
    EvaluationDesk desk;

    @Autowired
    TrainingClock clock;

    @Test
    void showsAFinalAssessmentToTheFundersReaderInBothLanguages() throws Exception {
        Case one = cases.approved(cases.assessment(
                cases.recommendation(Importance.CRITICAL, clock.today().plusMonths(1))));
        Actor reader = grants.ofProgramme(Role.FR);
        for (String language : List.of("th", "en")) {
            show(reader, path(one) + "?lang=" + language).andExpect(status().isOk())
                    .andExpect(content().string(allOf(
                            containsString("งานเป็นไปตามแผน"), containsString("ปรับปรุงฐานข้อมูล"),
                            not(containsString("??")))));
        }
        show(reader, path(one) + "?lang=en").andExpect(content().string(allOf(
                containsString("Effectiveness"), containsString("Satisfactory"), containsString("Critical"))));
    }

    @Test
    void keepsADraftFromTheFundersReader_BR50() throws Exception {
        Case one = cases.filed(cases.assessment());
        show(grants.ofProgramme(Role.FR), path(one) + "?lang=en").andExpect(content().string(allOf(
                not(containsString("งานเป็นไปตามแผน")), containsString("The assessment is shown when it is final"))));
        show(one.lead(), path(one)).andExpect(content().string(containsString("งานเป็นไปตามแผน")));
    }

    @Test
    void letsAnOfficerWriteDownThatARecommendationWasSeenDone() throws Exception {
        Case one = cases.approved(cases.assessment(
                cases.recommendation(Importance.CRITICAL, clock.today().plusMonths(1))));
        grants.complete(one.grant().id(), "task_answerRecommendations", one.lead(), Map.of("answers",
                List.of(Map.of("no", 1, "answer", "ACCEPT", "dueOn", clock.today().plusDays(9).toString()))));
        String verify = path(one) + "/recommendations/" + desk.recommendations(one.id()).get(0).id() + "/verify";
        show(one.lead(), path(one)).andExpect(content().string(not(containsString(verify))));
        perform(one.lead(), verify).andExpect(status().isNotFound());
        Actor officer = grants.ofProgramme(Role.PO);
        show(officer, path(one)).andExpect(content().string(containsString(verify)));
        perform(officer, verify).andExpect(redirectedUrl(path(one)));
        show(officer, path(one) + "?lang=en").andExpect(content().string(allOf(
                containsString("Seen done"), containsString("เห็นระบบใหม่แล้ว"))));
    }

    @Test
    void showsTheDeskToEvaluatorsAndManagersOnly() throws Exception {
        Case one = cases.accepted();
        show(one.evaluator(), "/evaluation?lang=en").andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(path(one)), containsString("Mid-term evaluation"))));
        show(one.manager(), "/evaluation?state=FINAL&lang=en").andExpect(status().isOk());
        show(one.lead(), "/evaluation").andExpect(status().isNotFound());
    }

    @Test
    void showsEveryFormWithTheFactsToDecideBy() throws Exception {
        Case one = cases.filed(cases.assessment());
        show(one.lead(), "/tasks/" + grants.task(one.grant().id(), "task_commentFacts").taskId() + "?lang=en")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("งานเป็นไปตามแผน"), containsString("Relevance"), not(containsString("??")))));
        grants.complete(one.grant().id(), "task_commentFacts", one.lead(),
                Map.of("comments", List.of(Map.of("text", "จำนวนไม่ถูกต้อง"))));
        show(one.evaluator(), "/tasks/" + grants.task(one.grant().id(), "task_finaliseAssessment").taskId() + "?lang=en")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("จำนวนไม่ถูกต้อง"), not(containsString("??")))));
    }

    private ResultActions show(Actor actor, String address) throws Exception {
        return mvc.perform(get(address).with(user(users.loadUserByUsername(actor.username()))));
    }

    private ResultActions perform(Actor actor, String address) throws Exception {
        return mvc.perform(post(address)
                .param("note", "เห็นระบบใหม่แล้ว")
                .with(csrf())
                .with(user(users.loadUserByUsername(actor.username()))));
    }

    private static String path(Case one) {
        return one.grant().path() + "/evaluation";
    }
}
