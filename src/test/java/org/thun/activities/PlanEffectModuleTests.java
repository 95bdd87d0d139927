package org.thun.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.activities.PlanEffect.Company;
import org.thun.grants.AgreedTranche;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.shared.Problem;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

@ThunTest
class PlanEffectModuleTests {

    @Autowired
    ActivityFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    ActivityPlans plans;

    @Autowired
    TrainingClock time;

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
    void showsIndicatorsPeriodTrancheAndDistanceOfRounds() {
        Occurrence course = fixture.occurrence(grant, "1.1", 1);
        PlanEffect effect = plans.effect(course.id(), 7, 7);

        assertThat(effect.problems()).isEmpty();
        assertThat(effect.changesPeriod()).isTrue();
        assertThat(effect.before().tranches()).extracting(AgreedTranche::afterPeriod).containsOnly(effect.before().periodNo());
        assertThat(effect.after().reportDue()).isAfter(effect.before().reportDue());
        assertThat(effect.indicators()).singleElement().satisfies(fed -> {
            assertThat(fed.indicator().id()).isEqualTo("IND1");
            assertThat(fed.missedPhases()).extracting(phase -> phase.month()).containsExactly(6);
        });
        assertThat(effect.gaps()).containsExactly(new RoundGap(1, 2, 2, 3, 5));
        assertThat(effect.planBy()).isEqualTo(grant.months().month(7).to());
        assertThat(plans.effect(course.id(), 5, 5).gaps()).isEmpty();
    }

    @Test
    @DisplayName("the schedule marks 2 rounds 7 months apart where 3 to 5 are asked for: warned of, not refused")
    void warnsOfTheDistanceOfRounds() {
        assertThat(plans.roundGaps(grant.id())).isEqualTo(Map.of("1.1", List.of(new RoundGap(1, 2, 7, 3, 5))));
    }

    @Test
    void namesWhoIsAlreadyAtAnotherInThatMonth() {
        Occurrence course = fixture.occurrence(grant, "1.1", 1);
        Occurrence workshop = fixture.occurrence(grant, "2.4", 1);
        assertThat(plans.effect(workshop.id(), 2, 2).others()).containsExactly(new Company(2, List.of("1.1 (1)")));
        assertThat(plans.effect(workshop.id(), 2, 2).crowded()).as("nobody is known before it is planned").isEmpty();

        time.moveTo(workshop.days().from());
        Actor coordinator = people.ofGrantee(Role.GC);
        fixture.complete(course, "task_planActivity", coordinator,
                ActivityFixture.plan(course.days().from(), course.days().from(), "10"));
        fixture.complete(workshop, "task_planActivity", coordinator,
                ActivityFixture.plan(workshop.days().from(), workshop.days().from(), "10"));
        assertThat(plans.effect(workshop.id(), 2, 3).crowded())
                .singleElement()
                .matches(crowd -> crowd.month() == 2 && crowd.labels().equals(List.of("1.1 (1)")));
    }

    @Test
    void refusesWhatCannotBeAskedFor() {
        Occurrence office = fixture.occurrence(grant, "4.1", 1);
        assertThat(plans.effect(office.id(), office.firstMonth(), office.lastMonth()).problems())
                .extracting(Problem::messageKey)
                .containsExactly("activities.problem.change.same");
        assertThat(plans.effect(office.id(), 17, 19).problems())
                .extracting(Problem::field, Problem::rule)
                .containsExactly(tuple("to", "BR-11"));
        assertThat(plans.effect(office.id(), 17, 19).days().to()).isAfter(grant.endsOn());

        new TransactionTemplate(transactions).executeWithoutResult(status -> plans.lock(
                grant.id(), 1, grant.months().month(6).to(), people.ofProgramme(Role.PO).as(Role.PO)));
        assertThat(plans.effect(office.id(), 1, 5).problems()).extracting(Problem::rule).containsExactly("BR-16");
    }

    @Test
    void refusesToMoveWhatIsSettled() {
        Occurrence office = fixture.occurrence(grant, "4.1", 1);
        fixture.deliver(office, start, start, "utilities", "100");
        assertThat(plans.effect(office.id(), 7, 8).problems())
                .extracting(Problem::messageKey)
                .containsExactly("activities.problem.change.settled");
    }
}
