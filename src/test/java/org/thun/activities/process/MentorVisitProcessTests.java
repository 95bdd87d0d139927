package org.thun.activities.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.activities.ActivityFixture;
import org.thun.activities.MentorVisit;
import org.thun.activities.MentorVisits;
import org.thun.activities.VisitState;
import org.thun.grants.Grant;
import org.thun.grants.GrantClosed;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

@ThunTest
class MentorVisitProcessTests {

    private static final List<String> FACTORS =
            List.of("structure", "skills", "results", "moneySystem", "spending", "evidence");

    @Autowired
    ActivityFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    MentorVisits visits;

    @Autowired
    TaskDesk desk;

    @Autowired
    TrainingClock time;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    LocalDate start;
    Grant grant;

    @BeforeEach
    void begin() {
        start = people.today();
        grant = fixture.running(start);
    }

    @Test
    @DisplayName("the risk is not known at first: the mentor goes within the first month, and learns of it in time")
    void asksForTheFirstVisitInTheFirstMonth() {
        LocalDate due = grant.months().month(1).to();
        assertThat(visits.ofGrant(grant.id())).extracting(MentorVisit::dueOn).containsExactly(due);
        assertThat(tasks()).isEmpty();
        time.moveTo(due.minusDays(people.programme().timeLimits().mentorCheck()));
        assertThat(tasks()).singleElement().matches(task -> task.dueOn().equals(due));
        time.moveTo(due);
        assertThat(tasks()).as("opened once").hasSize(1);
    }

    @ParameterizedTest(name = "score {0}")
    @CsvSource({"18, 1", "12, 1", "11, 3", "6, 3"})
    @DisplayName("BR-46: 12 and more monthly, 6 to 11 quarterly")
    void visitsTheMoreOftenTheHigherTheRisk(int score, int months) {
        LocalDate day = dueDay();
        record(visit(day, score));
        assertThat(visits.riskScore(grant.id())).contains(score);
        assertThat(visits.ofGrant(grant.id())).last()
                .matches(next -> next.no() == 2 && next.dueOn().equals(day.plusMonths(months))
                        && next.state() == VisitState.PLANNED);
        assertThat(tasks()).isEmpty();
    }

    @Test
    @DisplayName("BR-46: below 6 once in each period, by its last day")
    void visitsLowRiskOncePerTranche() {
        record(visit(dueDay(), 5));
        MentorVisit next = visits.ofGrant(grant.id()).get(1);
        assertThat(next.dueOn()).isEqualTo(grant.months().month(12).to());
    }

    @Test
    void plansNoVisitAfterTheEndOfTheGrant() {
        dueDay();
        time.moveTo(grant.endsOn().minusDays(3));
        record(visit(grant.endsOn().minusDays(3), 18));
        assertThat(visits.ofGrant(grant.id())).extracting(MentorVisit::state).containsExactly(VisitState.DONE);
    }

    @Test
    void refusesDaysThatHaveNotComeAndFactorsOffTheScale() {
        LocalDate day = dueDay();
        assertThat(problems(visit(day.plusDays(1), 6))).extracting(Problem::field).containsExactly("visitedOn");
        Map<String, Object> visit = new HashMap<>(visit(day, 6));
        visit.put("skills", 4);
        assertThat(problems(visit)).extracting(Problem::field).containsExactly("skills");
        assertThat(visits.riskScore(grant.id())).isEmpty();
    }

    @Test
    void dropsWhatHasNotTakenPlaceWhenTheGrantCloses() {
        dueDay();
        new TransactionTemplate(transactions).executeWithoutResult(
                status -> events.publishEvent(new GrantClosed(grant.id())));
        assertThat(tasks()).isEmpty();
        assertThat(visits.ofGrant(grant.id())).extracting(MentorVisit::state).containsExactly(VisitState.DROPPED);
    }

    private LocalDate dueDay() {
        LocalDate due = grant.months().month(1).to();
        time.moveTo(due);
        return due;
    }

    private List<OpenTask> tasks() {
        return desk.ofCase(grant.id()).stream()
                .filter(task -> task.elementId().equals("task_recordVisit"))
                .toList();
    }

    private void record(Map<String, Object> visit) {
        assertThat(submit(visit)).isInstanceOf(Completion.Completed.class);
    }

    private List<Problem> problems(Map<String, Object> visit) {
        Completion completion = submit(visit);
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems();
    }

    private Completion submit(Map<String, Object> visit) {
        Actor mentor = people.ofProgramme(Role.MT);
        return desk.complete(tasks().get(0).taskId(), visit, mentor);
    }

    private static Map<String, Object> visit(LocalDate day, int score) {
        Map<String, Object> visit = new HashMap<>();
        visit.put("visitedOn", day.toString());
        visit.put("informants", "ผู้ประสานงาน");
        visit.put("progress", "ตามแผน");
        visit.put("opinion", "WATCH_CLOSELY");
        int left = score;
        for (String factor : FACTORS) {
            visit.put(factor, Math.min(3, left));
            left -= Math.min(3, left);
        }
        return visit;
    }
}
