package org.thun.activities.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
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
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

@ThunTest
class PlanPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    ActivityFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    TrainingClock time;

    @Test
    @DisplayName("BR-42: months of the contract under the Thai fiscal years, in the Buddhist era; B.E. only in Thai")
    void showsTheMonthGrid() throws Exception {
        Grant grant = fixture.running(LocalDate.of(2016, 5, 1));
        Actor officer = people.ofProgramme(Role.PO);
        show(officer, grant.path() + "/plan?lang=th")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("ปีงบประมาณ 2559"), containsString("ปีงบประมาณ 2560"),
                        containsString("ปีงบประมาณ 2561"), containsString("พ.ค. 2559"), containsString("ต.ค. 2560"),
                        containsString("หลักสูตรและเครือข่ายผู้ปฏิบัติการชุมชนออนไลน์"), not(containsString("??")))));
        show(officer, grant.path() + "/plan?lang=en")
                .andExpect(content().string(allOf(
                        containsString("Fiscal year 2016"), containsString("Fiscal year 2018"),
                        containsString("May 2016"), containsString("of 32"), containsString("Recorded conflict"),
                        containsString("In the proposal, but without a row"), containsString("2,000,000.00"),
                        containsString("Rounds 1 and 2 are 7 months apart (3–5 asked for)"),
                        containsString("(end assumed)"), not(containsString("??")))));
    }

    @Test
    @DisplayName("BR-42: quarters and years are those of the fiscal year; each is an address of its own")
    void zooms() throws Exception {
        Grant grant = fixture.running(LocalDate.of(2016, 5, 1));
        Actor officer = people.ofProgramme(Role.PO);
        show(officer, grant.path() + "/plan?zoom=quarter&lang=en")
                .andExpect(content().string(allOf(containsString("Quarter 3"), containsString("May 2016 – Jun 2016"),
                        containsString(">3–5<"), not(containsString("??")))));
        show(officer, grant.path() + "/plan?zoom=year&lang=th")
                .andExpect(content().string(allOf(containsString("พ.ค. 2559 – ก.ย. 2559"), containsString(">1–5<"),
                        containsString(">6–17<"), containsString(">18<"))));
        show(officer, grant.path() + "/plan?zoom=decade").andExpect(status().isOk());
    }

    @Test
    void showsTheSameAsATableWithTheStepEachProcessWaitsAt() throws Exception {
        LocalDate today = people.today();
        Grant grant = fixture.running(today);
        fixture.complete(fixture.occurrence(grant, "4.1", 1), "task_planActivity", people.ofGrantee(Role.GC),
                ActivityFixture.plan(today, today, "1234.50"));
        show(people.ofProgramme(Role.PO), grant.path() + "/plan?view=table&lang=en")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("In the proposal, but without a row"),
                        containsString("Approve the activity"), containsString("/processes?run="),
                        containsString("1,234.50"), not(containsString("??")))));
    }

    @Test
    @DisplayName("BR-41: a start on 31 August clips to month ends and never chains; a leap February counts 29 days")
    void showsMonthsOfAStartOnThe31st() throws Exception {
        Grant grant = fixture.running(LocalDate.of(2015, 8, 31));
        show(people.ofProgramme(Role.PO), grant.path() + "/plan?lang=en")
                .andExpect(content().string(allOf(containsString("31 Aug 2015 – 29 Sep 2015"),
                        containsString("29 Feb 2016 – 30 Mar 2016"), containsString("31 Jan 2017 – 27 Feb 2017"))));
    }

    @Test
    void showsAnOccurrenceWithItsHistory() throws Exception {
        LocalDate today = people.today();
        Grant grant = fixture.running(today);
        Occurrence office = fixture.occurrence(grant, "4.1", 1);
        Actor officer = people.ofProgramme(Role.PO);
        fixture.complete(office, "task_planActivity", people.ofGrantee(Role.GC),
                ActivityFixture.plan(today, today, "1234.50"));
        show(officer, grant.path() + "/plan/" + office.id() + "?lang=en")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("Waiting for “Approve the activity”"), containsString("Do it now"),
                        containsString("1,234.50"), containsString("กรุงเทพมหานคร"), not(containsString("??")))));
        fixture.complete(office, "task_approveActivity", officer, Map.of("decision", "RETURN", "comments", "ระบุสถานที่"));
        show(officer, grant.path() + "/plan/" + office.id() + "?lang=en")
                .andExpect(content().string(allOf(containsString("ระบุสถานที่"), containsString("Returned"))));
        show(people.ofProgramme(Role.FR), grant.path() + "/plan/" + office.id() + "?lang=en")
                .andExpect(content().string(not(containsString("ระบุสถานที่"))));
    }

    @Test
    @DisplayName("The grantee prepares on the page, in Thai digits; others read")
    void preparesOnThePage() throws Exception {
        Grant grant = fixture.running(people.today());
        Occurrence course = fixture.occurrence(grant, "1.1", 1);
        time.moveTo(course.days().from());
        Actor coordinator = people.ofGrantee(Role.GC);
        String page = grant.path() + "/plan/" + course.id();
        String centre = people.programme().centres().get(0).code();
        show(coordinator, page + "?lang=en").andExpect(content().string(allOf(
                containsString("Venue and lodging are booked"), containsString("Save the preparation"),
                not(containsString("??")))));
        mvc.perform(post(page + "/preparation").with(user(users.loadUserByUsername(coordinator.username()))).with(csrf())
                        .param("check", "venue").param("centre", centre).param("invited", "๒๐").param("accepted", "มาก"))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post(page + "/preparation").with(user(users.loadUserByUsername(coordinator.username()))).with(csrf())
                        .param("check", "venue").param("centre", centre).param("invited", "๒๐").param("accepted", "18"))
                .andExpect(status().is3xxRedirection());
        show(coordinator, page + "?lang=en").andExpect(content().string(allOf(
                containsString("value=\"20\""), containsString(coordinator.name().th()))));
        show(people.ofProgramme(Role.MT), page + "?lang=en").andExpect(content().string(
                not(containsString("Save the preparation"))));
    }

    @Test
    @DisplayName("The officer chooses between schedule and text on a page; the grantee repeats a round on another")
    void choosesAndRepeatsRounds() throws Exception {
        Grant grant = fixture.running(people.today());
        Actor officer = people.ofProgramme(Role.PO);
        Actor coordinator = people.ofGrantee(Role.GC);
        String choice = grant.path() + "/plan/rounds/1.1";
        show(officer, grant.path() + "/plan?lang=en").andExpect(content().string(containsString(choice)));
        show(coordinator, choice).andExpect(status().isNotFound());
        show(officer, choice + "?lang=en").andExpect(content().string(allOf(
                containsString("The text of the proposal: 3 rounds"), not(containsString("??")))));
        mvc.perform(post(choice).with(user(users.loadUserByUsername(officer.username()))).with(csrf())
                        .param("source", "TEXT").param("months", "").param("reason", "ตามข้อเสนอ"))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post(choice).with(user(users.loadUserByUsername(officer.username()))).with(csrf())
                        .param("source", "TEXT").param("months", "5").param("reason", "ตามข้อเสนอ"))
                .andExpect(status().is3xxRedirection());
        show(officer, grant.path() + "/plan?lang=en").andExpect(content().string(allOf(
                containsString("Chosen: The text of the proposal, 3 rounds"), not(containsString("href=\"" + choice)))));

        String repeat = grant.path() + "/plan/" + fixture.occurrence(grant, "1.1", 1).id() + "/repeat";
        show(officer, repeat).andExpect(status().isNotFound());
        show(coordinator, repeat + "?lang=en&month=6").andExpect(content().string(allOf(
                containsString("are 1 months apart (3–5 asked for)"), containsString("/amendments/new?type=ACTIVITY_ADD"),
                not(containsString("??")))));
        mvc.perform(post(repeat).with(user(users.loadUserByUsername(coordinator.username()))).with(csrf())
                        .param("month", "13").param("cost", "๕,๐๐๐").param("reason", "ผู้สมัครมาก"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    @DisplayName("BR-50: the funder's reader sees accepted reports only, an approver none at all")
    void hidesReportsThatAreNotAccepted() throws Exception {
        LocalDate today = people.today();
        Grant grant = fixture.running(today);
        Occurrence office = fixture.occurrence(grant, "4.1", 1);
        fixture.plan(office, today, today, "100");
        fixture.complete(office, "task_reportActivity", people.ofGrantee(Role.GC),
                ActivityFixture.report(today, today, "utilities", "100"));
        String page = grant.path() + "/plan/" + office.id() + "?lang=en";
        show(people.ofProgramme(Role.PO), page).andExpect(content().string(containsString("จัดตามแผน")));
        show(people.ofProgramme(Role.FR), page).andExpect(content().string(not(containsString("จัดตามแผน"))));
        show(people.ofProgramme(Role.AP), page).andExpect(content().string(not(containsString("จัดตามแผน"))));

        fixture.complete(office, "task_checkActivityReport", people.ofProgramme(Role.MT), Map.of("decision", "APPROVE"));
        fixture.complete(office, "task_acceptActivityReport", people.ofProgramme(Role.PO), Map.of("decision", "APPROVE"));
        show(people.ofProgramme(Role.FR), page).andExpect(content().string(containsString("จัดตามแผน")));
    }

    @Test
    @DisplayName("BR-50: evidence is added by the grantee while it is open, and read by the funder's reader once accepted")
    void keepsEvidence() throws Exception {
        LocalDate today = people.today();
        Grant grant = fixture.running(today);
        Occurrence office = fixture.occurrence(grant, "4.1", 1);
        String page = grant.path() + "/plan/" + office.id();
        Actor coordinator = people.ofGrantee(Role.GC);
        byte[] picture = java.util.Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                + "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        attach(coordinator, page, new MockMultipartFile("file", "photo.png", "image/png", picture))
                .andExpect(status().is3xxRedirection());
        attach(coordinator, page, new MockMultipartFile("file", "photo.png", "image/png", new byte[] {0, 1, 2, 3}))
                .andExpect(status().isUnprocessableEntity());
        attach(people.ofProgramme(Role.PO), page, new MockMultipartFile("file", "photo.png", "image/png", picture))
                .andExpect(status().isUnprocessableEntity());
        show(people.ofProgramme(Role.PO), page).andExpect(content().string(containsString("photo.png")));
        show(people.ofProgramme(Role.FR), page).andExpect(content().string(not(containsString("photo.png"))));

        fixture.deliver(office, today, today, "utilities", "1");
        show(people.ofProgramme(Role.FR), page).andExpect(content().string(containsString("photo.png")));
        show(coordinator, page).andExpect(content().string(not(containsString("type=\"file\""))));
    }

    private ResultActions attach(Actor actor, String page, MockMultipartFile file) throws Exception {
        return mvc.perform(multipart(page + "/files").file(file).with(csrf())
                .with(user(users.loadUserByUsername(actor.username()))));
    }

    @Test
    void answers404ToThoseWhoMayNotSeeThePlan() throws Exception {
        Grant grant = fixture.running(people.today());
        Grant other = fixture.running(people.today());
        String foreign = fixture.occurrence(other, "4.1", 1).id();
        show(people.person(Role.PO, ScopeKind.PROGRAMME, "other"), grant.path() + "/plan").andExpect(status().isNotFound());
        show(people.ofProgramme(Role.PO), grant.path() + "/plan/" + foreign).andExpect(status().isNotFound());
        show(people.ofProgramme(Role.PR), grant.path() + "/plan").andExpect(status().isNotFound());
        Grant unsigned = people.opened("1000");
        show(people.ofProgramme(Role.PO), unsigned.path() + "/plan").andExpect(status().isNotFound());
    }

    @Test
    void offersThePlanToPrograms() throws Exception {
        LocalDate today = people.today();
        Grant grant = fixture.running(today);
        Occurrence office = fixture.occurrence(grant, "4.1", 1);
        fixture.deliver(office, today, today, "utilities", "99.25");
        String mine = "$[?(@.id == '" + office.id() + "')]";
        show(people.ofProgramme(Role.PO), "/api/v1/grants/" + grant.id() + "/plan")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(32)))
                .andExpect(jsonPath(mine + ".state", is(List.of("ACCEPTED"))))
                .andExpect(jsonPath(mine + ".acceptedCost", is(List.of("99.25"))))
                .andExpect(jsonPath(mine + ".days.from", is(List.of(today.toString()))));
        show(people.ofProgramme(Role.AP), "/api/v1/grants/" + grant.id() + "/plan")
                .andExpect(jsonPath("$[0].acceptedCost", nullValue()));
        show(people.person(Role.PO, ScopeKind.PROGRAMME, "other"), "/api/v1/grants/" + grant.id() + "/plan")
                .andExpect(status().isNotFound());
    }

    @Test
    void tellsOnTheOverviewHowManyAreAcceptedAndLate() throws Exception {
        LocalDate today = people.today();
        Grant grant = fixture.running(today);
        fixture.deliver(fixture.occurrence(grant, "4.1", 1), today, today, "utilities", "1");
        show(people.ofProgramme(Role.PO), grant.path() + "?lang=en")
                .andExpect(content().string(allOf(containsString("Activities accepted"), containsString("1 / 32"))));
    }

    private ResultActions show(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(user(users.loadUserByUsername(actor.username()))));
    }
}
