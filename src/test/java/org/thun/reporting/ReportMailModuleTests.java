package org.thun.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.thun.reporting.ReportSubscriptions.DeliveryState;
import org.thun.reporting.ReportSubscriptions.Rhythm;
import org.thun.reporting.ReportSubscriptions.Wish;
import org.thun.testing.EvidenceTest;

/** Subscriptions in an installation without a mail relay: what is due waits to be fetched. */
class ReportMailModuleTests extends EvidenceTest {

    private static final Wish MONTHLY = new Wish("national", Rhythm.MONTHLY, ReportFormat.HTML, "th");

    @Autowired
    private ReportSubscriptions subscriptions;

    @Autowired
    private ApplicationContext application;

    @Test
    void offersEditionsThatThePersonMayRead() throws Exception {
        assertThat(subscriptions.subscribe(grant, MONTHLY, officer).isDone()).isTrue();
        assertThat(subscriptions.subscribe(grant, MONTHLY, officer).isDone()).as("the same twice").isFalse();
        assertThat(subscriptions.subscribe(grant, MONTHLY, dataManager).isDone()).as("not the person's edition").isFalse();
        assertThat(subscriptions.subscribe(grant, new Wish("centre-TH-50", Rhythm.ACCEPTANCE, ReportFormat.PDF, "en"),
                dataManager).isDone()).isTrue();

        mvc.perform(get(path()).with(signedIn(officer))).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString("ยังไม่ได้ตั้งที่ส่งอีเมล"), containsString("ทุกเดือน"), containsString("เลิกรับ"))));
    }

    @Test
    void letsAReportWaitWhereThereIsNoRelay() throws Exception {
        subscriptions.subscribe(grant, MONTHLY, officer).orElseThrow();

        letDaysPass((int) ChronoUnit.DAYS.between(clock.today(), firstOfNextMonth()));
        work();

        ReportSubscriptions.Delivery due = subscriptions.deliveries(grant, again(officer)).get(0);
        assertThat(due.state()).isEqualTo(DeliveryState.MADE);
        assertThat(due.asOf()).isEqualTo(clock.today().withDayOfMonth(1).minusDays(1));
        mvc.perform(get(path() + "/files/" + due.id()).with(signedIn(officer))).andExpect(status().isOk())
                .andExpect(content().string(containsString("<article class=\"report\"")));
        mvc.perform(get(path() + "/files/" + due.id()).with(signedIn(funder))).andExpect(status().isNotFound());
        mvc.perform(get(path()).with(signedIn(officer))).andExpect(content().string(containsString("/files/" + due.id())));
    }

    @Test
    void startsAndEndsOnThePage() throws Exception {
        mvc.perform(post(path()).with(csrf()).with(signedIn(coordinator)).param("rhythm", "ACCEPTANCE").param("format", "pdf")
                .param("lang", "th")).andExpect(status().is3xxRedirection());
        String id = subscriptions.of(grant, coordinator).get(0).id();
        assertThat(subscriptions.of(grant, coordinator).get(0).wish().editionKey()).isEqualTo("centre-TH-50");

        mvc.perform(post(path() + "/" + id + "/end").with(csrf()).with(signedIn(officer))).andExpect(status().isNotFound());
        mvc.perform(post(path() + "/" + id + "/end").with(csrf()).with(signedIn(coordinator)))
                .andExpect(status().is3xxRedirection());
        assertThat(subscriptions.of(grant, coordinator)).isEmpty();
    }

    private LocalDate firstOfNextMonth() {
        return clock.today().withDayOfMonth(1).plusMonths(1);
    }

    private void work() {
        ReflectionTestUtils.invokeMethod(application.getBean("mailroom"), "work");
    }

    private String path() {
        return "/grants/" + grant.id() + "/reports/mail";
    }
}
