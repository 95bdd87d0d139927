package org.thun.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.activities.RoundPlanning.ChooseRounds;
import org.thun.activities.RoundPlanning.RepeatRound;
import org.thun.activities.RoundPlanning.RoundConflict;
import org.thun.activities.RoundPlanning.Source;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

@ThunTest
class RoundPlanningModuleTests {

    @Autowired
    ActivityFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    ActivityPlans plans;

    @Autowired
    RoundPlanning rounds;

    @Autowired
    AuditTrail audit;

    @Autowired
    TrainingClock time;

    Grant grant;
    Actor coordinator;
    Actor officer;

    @BeforeEach
    void begin() {
        LocalDate start = people.today();
        grant = fixture.running(start);
        coordinator = people.ofGrantee(Role.GC);
        officer = people.ofProgramme(Role.PO);
    }

    @Test
    @DisplayName("Schedule says 2 rounds, text says 3: the officer chooses the text with a reason, and the plan follows")
    void followsTheTextWhereTheOfficerChoosesIt() {
        assertThat(rounds.conflicts(grant.id()))
                .extracting(RoundConflict::activityCode, RoundConflict::inText, RoundConflict::inSchedule)
                .containsExactly(tuple("1.1", 3, 2));
        assertThat(rounds.choose(grant.id(), "1.1", new ChooseRounds(Source.TEXT, List.of(5), "x"), coordinator).isDone())
                .as("not the grantee's to choose")
                .isFalse();
        assertThat(rounds.choose(grant.id(), "1.1", new ChooseRounds(Source.TEXT, List.of(), null), officer).problems())
                .extracting(Problem::field)
                .containsExactly("reason", "months");

        assertThat(rounds.choose(grant.id(), "1.1", new ChooseRounds(Source.TEXT, List.of(5), "ตามข้อเสนอ"), officer)
                .isDone()).isTrue();
        assertThat(courses()).extracting(Occurrence::no, Occurrence::firstMonth)
                .containsExactlyInAnyOrder(tuple(1, 2), tuple(2, 9), tuple(3, 5));
        assertThat(rounds.conflicts(grant.id()).get(0).chosen().orElseThrow())
                .extracting(RoundPlanning.Choice::source, RoundPlanning.Choice::rounds, RoundPlanning.Choice::reason)
                .containsExactly(Source.TEXT, 3, "ตามข้อเสนอ");
        assertThat(audit.stream(grant.id())).anyMatch(entry -> entry.command().equals("activity.chooseRounds"));
        assertThat(rounds.choose(grant.id(), "1.1", new ChooseRounds(Source.SCHEDULE, List.of(), "อีกที"), officer)
                .problems())
                .extracting(Problem::messageKey)
                .contains("activities.problem.rounds.chosen");
    }

    @Test
    void leavesThePlanWhereTheOfficerChoosesTheSchedule() {
        assertThat(rounds.choose(grant.id(), "1.1", new ChooseRounds(Source.SCHEDULE, List.of(), "งบพอสองรุ่น"), officer)
                .isDone()).isTrue();
        assertThat(courses()).hasSize(2);
    }

    @Test
    @DisplayName("One more round within the budget left, and a warning of rounds too near to each other")
    void addsARoundWithinTheBudgetLeft() {
        Occurrence first = fixture.occurrence(grant, "1.1", 1);
        assertThat(rounds.repeatEffect(first.id(), 3).gaps()).extracting(RoundGap::months).contains(1);
        assertThat(rounds.repeatEffect(first.id(), 3).free()).isEqualTo(Money.parse("500000"));

        assertThat(rounds.repeat(first.id(), new RepeatRound(6, Money.parse("500000.01"), "ผู้สมัครมาก"), coordinator)
                .problems())
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("cost", "BR-01"));
        assertThat(rounds.repeat(first.id(), new RepeatRound(19, null, null), coordinator).problems())
                .extracting(Problem::field)
                .containsExactly("month", "reason", "cost");
        String added = rounds.repeat(first.id(), new RepeatRound(6, Money.parse("120000"), "ผู้สมัครมาก"), coordinator)
                .orElseThrow();

        assertThat(courses()).filteredOn(round -> round.id().equals(added)).singleElement()
                .matches(round -> round.no() == 3 && round.firstMonth() == 6 && round.added() && round.mark());
        time.moveTo(grant.months().month(6).from());
        fixture.plan(fixture.occurrence(grant, "1.1", 3), people.today(), people.today(), "120000");
    }

    @Test
    void refusesMonthsThatAreOverAndPeopleWhoseTaskItIsNot() {
        Occurrence first = fixture.occurrence(grant, "1.1", 1);
        time.moveTo(grant.months().month(4).from());
        assertThat(rounds.repeat(first.id(), new RepeatRound(3, Money.ZERO, "ซ้ำ"), coordinator).problems())
                .extracting(Problem::messageKey)
                .containsExactly("activities.problem.repeat.past");
        assertThat(rounds.mayRepeat(first.id(), officer)).isFalse();
        assertThat(rounds.mayRepeat(fixture.occurrence(grant, "4.1", 1).id(), coordinator))
                .as("work that goes on has no rounds")
                .isFalse();
    }

    private List<Occurrence> courses() {
        return plans.ofGrant(grant.id()).stream().filter(round -> round.activityCode().equals("1.1")).toList();
    }
}
