package org.thun.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.testing.ThunTest;
import org.thun.workflow.ProcessMigrations;

@ThunTest
class MigrationPagesTests {

    private static final String KEY = "test-page-moves";

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    GrantFixture fixture;

    @Autowired
    MovingModels models;

    @Autowired
    ProcessMigrations migrations;

    private Actor person;
    private String old;

    @BeforeEach
    void deploy() {
        person = fixture.person(Role.SA, ScopeKind.ALL, "*");
        migrations.await(Duration.ofMinutes(1));
        old = models.deployTwoVersions(KEY);
    }

    @AfterEach
    void remove() {
        migrations.await(Duration.ofMinutes(1));
        models.remove();
    }

    @Test
    @DisplayName("from the list of models to the older version, a trial, a reason and the move")
    void triesAndMoves() throws Exception {
        perform(get("/admin/processes?lang=en")).andExpect(content().string(containsString("/admin/processes/" + old)));
        perform(get("/admin/processes/" + old + "?lang=en"))
                .andExpect(content().string(allOf(containsString("Try the move"), not(containsString("??")))));
        String trial = address(perform(post("/admin/processes/" + old + "/trial").with(csrf())));
        perform(get(trial + "?lang=en")).andExpect(content().string(allOf(
                containsString("Trial of a move from version"), containsString("Can move"), containsString("Cannot move"),
                containsString("The new version has no step “รอ wait_checkedAgain”"), containsString("Move 1 to version"),
                not(containsString("??")))));

        perform(post(trial + "/move").with(csrf()).param("reason", " ").param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Say why they are moved"),
                        containsString("id=\"reason-error\""))));
        String move = address(perform(post(trial + "/move").with(csrf()).param("reason", "ไม่ต้องตรวจซ้ำ")));
        perform(get(move)).andExpect(content().string(allOf(containsString("ย้ายแล้ว"), containsString("ไม่ต้องตรวจซ้ำ"),
                containsString("ทุนที่ตรวจซ้ำ"), not(containsString("??")), not(containsString("name=\"reason\"")))));
        perform(get(move + "/progress"))
                .andExpect(status().isOk())
                .andExpect(result -> assertThat(result.getResponse().getHeader("HX-Refresh")).isEqualTo("true"));
        perform(get("/admin/processes/" + old + "?lang=en"))
                .andExpect(content().string(allOf(containsString("Trials and moves"), containsString(move))));
    }

    @Test
    void saysWhyThereIsNothingToTry() throws Exception {
        perform(post("/admin/processes/none:1:2/trial").with(csrf())).andExpect(redirectedUrl("/admin/processes"));
        perform(get("/admin/processes/migrations/none")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SA", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("SD7: for others there is no such page")
    void isNotThereForOthers(Role role) throws Exception {
        String trial = address(perform(post("/admin/processes/" + old + "/trial").with(csrf())));
        person = fixture.ofProgramme(role);
        perform(get(trial)).andExpect(status().isNotFound());
        perform(get(trial + "/progress")).andExpect(status().isNotFound());
        perform(post("/admin/processes/" + old + "/trial").with(csrf())).andExpect(status().isNotFound());
        perform(post(trial + "/move").with(csrf()).param("reason", "เพราะ")).andExpect(status().isNotFound());
    }

    private String address(ResultActions answer) throws Exception {
        migrations.await(Duration.ofMinutes(1));
        return answer.andReturn().getResponse().getRedirectedUrl();
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(users.loadUserByUsername(person.username()))));
    }
}
