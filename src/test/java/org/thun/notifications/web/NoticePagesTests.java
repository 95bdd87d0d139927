package org.thun.notifications.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.notifications.NoticeKind;
import org.thun.notifications.Notices;
import org.thun.notifications.Notices.MailWish;
import org.thun.notifications.Notices.Setting;
import org.thun.testing.ThunTest;

@ThunTest
class NoticePagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    GrantFixture people;

    @Autowired
    Notices notices;

    Actor officer;

    @BeforeEach
    void begin() {
        officer = people.ofProgramme(Role.PO);
    }

    @Test
    void showsTheListAndTheWishesInBothLanguages() throws Exception {
        for (String language : new String[] {"th", "en"}) {
            mvc.perform(by(officer, get("/notices").param("lang", language)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
            mvc.perform(by(officer, get("/notices/settings").param("lang", language)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(containsString("mail.OVERDUE"), not(containsString("??")))));
        }
    }

    @Test
    void keepsWhatIsChosen() throws Exception {
        mvc.perform(by(officer, post("/notices/settings").with(csrf()).param("inApp.TASK", "true").param("mail.TASK", "AT_ONCE")
                        .param("mail.OVERDUE", "anything")))
                .andExpect(redirectedUrl("/notices/settings"));
        assertThat(notices.settings(officer)).contains(
                new Setting(NoticeKind.TASK, true, MailWish.AT_ONCE), new Setting(NoticeKind.OVERDUE, false, MailWish.NONE));
    }

    @Test
    void servesTheCalendarToWhoeverHasItsAddressAndToNobodyElse() throws Exception {
        MvcResult made = mvc.perform(by(officer, post("/notices/calendar").with(csrf()))).andReturn();
        String address = (String) made.getFlashMap().get("calendarAddress");
        String path = address.substring(address.indexOf("/calendar/"));
        mvc.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("text/calendar")))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString("BEGIN:VCALENDAR")));
        mvc.perform(get("/calendar/guess.ics")).andExpect(status().isNotFound());
        mvc.perform(by(officer, post("/notices/calendar/end").with(csrf()))).andExpect(redirectedUrl("/notices/settings"));
        mvc.perform(get(path)).andExpect(status().isNotFound());
    }

    @Test
    void answers404ForNoticesOfOthers() throws Exception {
        mvc.perform(by(officer, post("/notices/nothing/read").with(csrf()))).andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder by(Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(user(users.loadUserByUsername(actor.username())));
    }
}
