package org.thun.activities.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.thun.activities.ActivityFixture.plan;
import static org.thun.activities.ActivityFixture.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityFixture;
import org.thun.activities.ActivityPreparation;
import org.thun.activities.ActivityPreparation.Invite;
import org.thun.activities.ActivityPreparation.Item;
import org.thun.activities.ActivityPreparation.Prepare;
import org.thun.activities.Occurrence;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.shared.Problem;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.tasks.TaskPage;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

@ThunTest
class ActivityPreparationProcessTests {

    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    ActivityFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    ActivityPreparation preparations;

    @Autowired
    ActivityDelivery delivery;

    @Autowired
    TaskDesk desk;

    @Autowired
    TrainingClock time;

    Grant grant;
    Occurrence course;
    Actor coordinator;
    LocalDate day;
    List<String> centres;

    @BeforeEach
    void begin() {
        grant = fixture.running(people.today());
        course = fixture.occurrence(grant, "1.1", 1);
        time.moveTo(course.days().from());
        coordinator = people.ofGrantee(Role.GC);
        day = course.days().from().plusDays(3);
        centres = people.programme().centres().stream().limit(2).map(centre -> centre.code()).toList();
    }

    @Test
    @DisplayName("A plan goes on with something not ready only with a reason, and what is ready says who ticked it and when")
    void asksForAReasonForWhatIsNotReady() {
        Map<String, Object> plan = plan(day, day, "1000");
        plan.remove("openChecks");
        plan.put("checks", List.of("venue", "programme"));
        assertThat(problems(fixture.submit(course, "task_planActivity", coordinator, plan)))
                .extracting(Problem::field)
                .containsExactly("openChecks");

        plan.put("openChecks", "หนังสือเชิญรอเลขที่");
        fixture.complete(course, "task_planActivity", coordinator, plan);
        assertThat(preparations.of(course.id()).items()).filteredOn(Item::done)
                .extracting(Item::code, Item::tickedBy)
                .containsExactly(tuple("venue"), tuple("programme"));
        assertThat(preparations.of(course.id()).items()).filteredOn(Item::done).allMatch(item -> item.tickedAt() != null);
        TaskPage page = page("task_approveActivity", people.ofProgramme(Role.PO));
        assertThat(page.facts().sections()).anyMatch(section -> section.titleKey().equals("activities.preparation"));
        assertThat(page.facts().sections()).flatExtracting(section -> section.checks())
                .anyMatch(check -> check.labelKey().equals("activities.check.prepared") && !check.met());
    }

    @Test
    void asksForNoReasonWhenAllIsReady() {
        Map<String, Object> plan = plan(day, day, "1000");
        plan.remove("openChecks");
        plan.put("checks", preparations.of(course.id()).items().stream().map(Item::code).toList());
        fixture.complete(course, "task_planActivity", coordinator, plan);
        assertThat(preparations.of(course.id()).open()).isEmpty();
    }

    @Test
    @DisplayName("Work that goes on and institute fees have no list unless the definition names one")
    void asksNothingOfWorkThatGoesOn() {
        assertThat(preparations.of(fixture.occurrence(grant, "4.1", 1).id()).items()).isEmpty();
        assertThat(preparations.of(fixture.occurrence(grant, "4.4", 1).id()).items()).isEmpty();
    }

    @Test
    @DisplayName("Who said to come from each centre is where the report begins; nobody is counted who was not there")
    void beginsTheReportWithThoseWhoSaidTheyWouldCome() {
        Map<String, Object> plan = plan(day, day, "1000");
        plan.put("invitations", List.of(Map.of("centre", centres.get(0), "invited", 20, "accepted", 21)));
        assertThat(problems(fixture.submit(course, "task_planActivity", coordinator, plan)))
                .extracting(Problem::field)
                .containsExactly("invitations[0].accepted");
        plan.put("invitations", List.of(Map.of("centre", centres.get(0), "invited", 20)));
        fixture.complete(course, "task_planActivity", coordinator, plan);
        fixture.complete(course, "task_approveActivity", people.ofProgramme(Role.PO), APPROVE);

        assertThat(preparations.mayPrepare(course.id(), people.ofProgramme(Role.PO))).isFalse();
        assertThat(preparations.prepare(course.id(), new Prepare(List.of("venue", "invitations"),
                List.of(new Invite(centres.get(0), 20, 18), new Invite(centres.get(1), 15, 12))), coordinator).isDone())
                .isTrue();
        time.moveTo(day.plusDays(1));
        assertThat(page("task_reportActivity", coordinator).values().get("centres")).isEqualTo(List.of(
                Map.of("centre", centres.get(0), "attended", 18), Map.of("centre", centres.get(1), "attended", 12)));

        Map<String, Object> report = report(day, day, "services", "900");
        report.put("centres", List.of(Map.of("centre", centres.get(0), "attended", 30),
                Map.of("centre", centres.get(1), "attended", 9)));
        assertThat(problems(fixture.submit(course, "task_reportActivity", coordinator, report)))
                .extracting(Problem::field)
                .containsExactly("participants");
        report.put("centres", List.of(Map.of("centre", centres.get(0), "attended", 18),
                Map.of("centre", centres.get(1), "attended", 12)));
        fixture.complete(course, "task_reportActivity", coordinator, report);
        assertThat(delivery.dossier(course.id()).newestReport().orElseThrow().fromCentres()).isEqualTo(30);
        assertThat(preparations.mayPrepare(course.id(), coordinator)).as("it is over").isFalse();
    }

    private org.assertj.core.groups.Tuple tuple(String code) {
        return org.assertj.core.groups.Tuple.tuple(code, coordinator.name().th());
    }

    private TaskPage page(String elementId, Actor actor) {
        return desk.view(fixture.task(course, elementId).taskId(), actor).orElseThrow().page();
    }

    private static List<Problem> problems(Completion completion) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems();
    }
}
