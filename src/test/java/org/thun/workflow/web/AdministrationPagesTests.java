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
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.testing.ThunTest;
import org.thun.workflow.ClockMoves;
import org.thun.workflow.ProcessModels;
import org.thun.workflow.TrainingClock;

@ThunTest
class AdministrationPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    GrantFixture fixture;

    @Autowired
    TrainingClock clock;

    @Autowired
    ClockMoves moves;

    @Autowired
    ProcessModels models;

    @Autowired
    AuditTrail trail;

    private Actor administrator;

    @BeforeEach
    void administrator() {
        administrator = fixture.person(Role.SA, ScopeKind.ALL, "*");
        moves.await(Duration.ofMinutes(1));
    }

    @Test
    void movesTheClockOnceHoweverOftenTheButtonIsPressed() throws Exception {
        LocalDate today = clock.today();
        MockHttpServletRequestBuilder press = post("/admin/clock").with(csrf())
                .param("from", today.toString()).param("step", "DAY");
        perform(press).andExpect(redirectedUrl("/admin/clock"));
        moves.await(Duration.ofMinutes(1));
        perform(press.param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The clock has moved already")));
        assertThat(clock.today()).isEqualTo(today.plusDays(1));

        AuditEntry last = trail.timeline(List.of("clock"), 1).get(0);
        assertThat(last.command()).isEqualTo("clock.move");
        assertThat(last.accountId()).isEqualTo(administrator.accountId());
        assertThat(last.fromState()).isEqualTo(today.toString());
        assertThat(last.toState()).isEqualTo(today.plusDays(1).toString());
        perform(get("/admin/clock?lang=en"))
                .andExpect(content().string(allOf(containsString("What happened meanwhile"), not(containsString("??")))));
    }

    @Test
    void movesToADayTypedAsPeopleWriteIt() throws Exception {
        LocalDate target = clock.today().plusDays(2);
        String typed = target.getDayOfMonth() + "/" + target.getMonthValue() + "/" + (target.getYear() + 543);
        perform(move("DATE").param("day", typed)).andExpect(redirectedUrl("/admin/clock"));
        moves.await(Duration.ofMinutes(1));
        assertThat(clock.today()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "31/2/2560", "1/1/2500", "1/1/2700"})
    void saysWhatIsWrongWithADay(String day) throws Exception {
        LocalDate today = clock.today();
        perform(move("DATE").param("day", day))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"day-error\"")));
        assertThat(clock.today()).isEqualTo(today);
    }

    @Test
    void refusesASecondMoveWhileOneIsUnderWay() {
        LocalDate today = clock.today();
        assertThat(moves.begin(administrator, today, today.plusDays(20)).isDone()).isTrue();
        Outcome<Void> second = moves.begin(administrator, today, today.plusDays(20));
        moves.await(Duration.ofMinutes(1));
        assertThat(second.problems()).extracting(Problem::messageKey).first().asString().contains("workflow.clock.problem");
        assertThat(clock.today()).isEqualTo(today.plusDays(20));
        ClockMoves.Move done = moves.latest().orElseThrow();
        assertThat(done.running()).isFalse();
        assertThat(done.failed()).isFalse();
        assertThat(done.percent()).isEqualTo(100);
    }

    @Test
    void tellsTheBrowserToLoadThePageOnceTheClockStands() throws Exception {
        LocalDate today = clock.today();
        moves.begin(administrator, today, today.plusDays(1)).orElseThrow();
        moves.await(Duration.ofMinutes(1));
        perform(get("/admin/clock/progress"))
                .andExpect(status().isOk())
                .andExpect(result -> assertThat(result.getResponse().getHeader("HX-Refresh")).isEqualTo("true"));
    }

    @Test
    void showsModelsWithTheirDiagrams() throws Exception {
        perform(get("/admin/processes?lang=en"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Agreement"), not(containsString("??")))));
        String id = models.all().get(0).definitionId();
        perform(get("/admin/processes/" + id + "?lang=en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-xml-url=\"/admin/processes/" + id + "/xml\"")));
        perform(get("/admin/processes/" + id + "/xml"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<bpmn")));
        perform(get("/admin/processes/none:1:2")).andExpect(status().isNotFound());
    }

    @Test
    void showsFailedWorkInBothLanguages() throws Exception {
        perform(get("/admin/incidents")).andExpect(status().isOk());
        perform(post("/admin/incidents/none/retry").with(csrf())).andExpect(redirectedUrl("/admin/incidents"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SA", mode = EnumSource.Mode.EXCLUDE)
    void isNotThereForOthers(Role role) throws Exception {
        administrator = fixture.person(role, ScopeKind.PROGRAMME, GrantFixture.PROGRAMME);
        for (String page : new String[] {"/admin/clock", "/admin/incidents", "/admin/processes"}) {
            perform(get(page)).andExpect(status().isNotFound());
        }
        perform(move("DAY")).andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder move(String step) {
        return post("/admin/clock").with(csrf()).param("from", clock.today().toString()).param("step", step);
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(users.loadUserByUsername(administrator.username()))));
    }
}
