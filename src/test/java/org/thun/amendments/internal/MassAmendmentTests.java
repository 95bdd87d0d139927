package org.thun.amendments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.thun.activities.ActivityFixture;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.amendments.Amendment;
import org.thun.amendments.Amendment.Origin;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentState;
import org.thun.amendments.MassAmendment;
import org.thun.amendments.MassAmendment.Area;
import org.thun.amendments.MassAmendment.Relief;
import org.thun.amendments.MassAmendment.Standstill;
import org.thun.amendments.MassAmendmentState;
import org.thun.amendments.MassAmendments;
import org.thun.amendments.MassAmendments.Line;
import org.thun.amendments.MassAmendments.LineState;
import org.thun.amendments.MassAmendments.Order;
import org.thun.disbursement.MoneyFixture;
import org.thun.grants.AgreementChanges;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReports;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ThunTest;
import org.thun.workflow.TrainingClock;

@ThunTest
// A database of its own: every grant of the programme that runs is named by these decisions.
@TestPropertySource(properties =
        "spring.datasource.url=jdbc:h2:mem:thun-mass-amendments;MODE=MySQL;DEFAULT_LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class MassAmendmentTests {

    private static final Map<String, Object> SEND = Map.of("decision", "SEND");
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    ActivityFixture activities;

    @Autowired
    GrantFixture people;

    @Autowired
    MoneyFixture money;

    @Autowired
    MassAmendments masses;

    @Autowired
    MassRun run;

    @Autowired
    MassEnactment enactment;

    @Autowired
    AmendmentDesk desk;

    @Autowired
    AgreementChanges agreements;

    @Autowired
    Grants grants;

    @Autowired
    ActivityPlans plans;

    @Autowired
    PeriodReports reports;

    @Autowired
    TrainingClock time;

    @Autowired
    JdbcTemplate jdbc;

    private Actor officer;
    private Actor approver;

    @BeforeEach
    void hire() {
        // Grants of earlier tests are over: they would be named too.
        jdbc.update("UPDATE grant_file SET state = 'CLOSED'");
        officer = people.ofProgramme(Role.PO);
        approver = people.ofProgramme(Role.AP);
        money.verifyAccount();
    }

    @Test
    @DisplayName("After a flood one decision extends the term, puts activities and reports off, with a version for each grant")
    void oneDecisionAmendsEveryGrantInTheArea() {
        Grant one = activities.running(time.today());
        Grant other = activities.running(time.today());
        PeriodReport first = reports.find(one.id(), 1).orElseThrow();
        Occurrence mark = mark(one, first.dueOn());
        Relief relief = new Relief(time.today().plusDays(1), first.dueOn(), 2, 1, false, 20, null, null, false);
        String region = people.programme().centres().get(0).region();

        String id = masses.begin(GrantFixture.PROGRAMME, new Order(new Area(List.of(region), List.of()), relief,
                "น้ำท่วมใหญ่", "ที่ 7/2560"), officer).orElseThrow();
        List<Line> lines = masses.lines(masses.get(id));
        assertThat(lines).extracting(line -> line.grant().id()).containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.takes()).as("%s", line.against()).isTrue();
            assertThat(line.centres()).hasSizeLessThan(line.centresInAll());
            assertThat(line.effects()).extracting(Problem::messageKey).contains("amendments.effect.line.end",
                    "amendments.effect.line.move", "amendments.effect.line.due");
        });
        assertThat(masses.effect(masses.get(id), one.id()).orElseThrow().sections()).isNotEmpty();

        people.complete(id, "task_draftMassAmendment", officer, SEND);
        assertThat(masses.get(id).weight()).isEqualTo(AmendmentClass.MAJOR);
        people.complete(id, "task_approveMassAmendment", approver, APPROVE);
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.APPLYING);
        assertThat(grants.get(one.id()).agreementVersion()).isEqualTo(1);
        run.work();

        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.DONE);
        assertThat(people.steps(id)).isEmpty();
        for (Grant grant : List.of(one, other)) {
            Grant now = grants.get(grant.id());
            assertThat(now.durationMonths()).isEqualTo(20);
            assertThat(agreements.versions(grant.id())).hasSize(2);
            assertThat(reports.find(grant.id(), 1).orElseThrow().dueOn()).isEqualTo(first.dueOn().plusDays(20));
            Amendment own = desk.ofGrant(now, officer).get(0);
            assertThat(own.origin()).isEqualTo(Origin.MASS);
            assertThat(own.massId()).isEqualTo(id);
            assertThat(own.state()).isEqualTo(AmendmentState.IN_FORCE);
            assertThat(own.decisions()).singleElement()
                    .satisfies(decision -> assertThat(decision.accountId()).isEqualTo(approver.accountId()));
            assertThat(agreements.versions(grant.id()).get(1).amendmentLabel()).contains("ที่ 7/2560");
        }
        Occurrence moved = activities.occurrence(one, mark.activityCode(), mark.no());
        assertThat(moved.firstMonth()).isEqualTo(mark.firstMonth() + 1);
        assertThat(masses.lines(masses.get(id))).allSatisfy(line -> assertThat(line.amendmentPath()).isNotNull());
    }

    @Test
    @DisplayName("Days put off stay when the term is made longer afterwards")
    void dueDaysOutliveAnExtension() {
        Grant grant = activities.running(time.today());
        PeriodReport last = reports.find(grant.id(), 3).orElseThrow();
        apply(new Relief(last.dueOn(), last.dueOn(), null, null, false, 15, null, null, false));
        assertThat(reports.find(grant.id(), 3).orElseThrow().dueOn()).isEqualTo(last.dueOn().plusDays(15));
        apply(new Relief(null, null, 1, null, false, null, null, null, false));
        assertThat(reports.find(grant.id(), 3).orElseThrow().dueOn())
                .isEqualTo(grants.get(grant.id()).endsOn().plusDays(30 + 15));
    }

    @Test
    @DisplayName("A grant that cannot take it says why, stays as it is, and can be tried again after its obstacle is gone")
    void whatCannotTakeItIsListedAndRepeatable() {
        Grant one = activities.running(time.today());
        Grant extended = activities.running(time.today());
        apply(leavingOut(one), new Relief(null, null, 1, null, false, null, null, null, false));

        String id = begun(Set.of(), new Relief(null, null, 1, null, false, null, null, null, false));
        assertThat(line(id, extended).takes()).isFalse();
        assertThat(line(id, extended).against()).extracting(Problem::messageKey).containsExactly("amendments.problem.resolution");
        people.complete(id, "task_draftMassAmendment", officer, SEND);
        people.complete(id, "task_approveMassAmendment", approver, APPROVE);
        run.work();
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.FOLLOW_UP);
        assertThat(line(id, one).state()).isEqualTo(LineState.APPLIED);
        assertThat(line(id, extended).state()).isEqualTo(LineState.REFUSED);
        assertThat(line(id, extended).because().en()).contains("board");
        assertThat(grants.get(extended.id()).agreementVersion()).isEqualTo(2);

        people.complete(id, "task_followMassAmendment", officer, Map.of("decision", "REPEAT"));
        run.work();
        assertThat(line(id, extended).state()).isEqualTo(LineState.REFUSED);
        assertThat(grants.get(one.id()).agreementVersion()).as("done once").isEqualTo(2);
        assertThat(refusal(people.submit(id, "task_followMassAmendment", officer, Map.of("decision", "FINISH"))))
                .contains("amendments.problem.comments");
        people.complete(id, "task_followMassAmendment", officer, Map.of("decision", "FINISH", "comments", "เคยขยายแล้ว"));
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.DONE);
    }

    @Test
    @DisplayName("With the resolution of the board a second extension is granted to all at once (BR-34)")
    void theBoardsResolutionHoldsForAll() {
        Grant grant = activities.running(time.today());
        Relief month = new Relief(null, null, 1, null, false, null, null, null, false);
        apply(month);
        Grant fresh = activities.running(time.today());
        String id = begun(Set.of(), month);
        people.complete(id, "task_draftMassAmendment", officer, SEND);
        people.complete(id, "task_approveMassAmendment", approver, Map.of("decision", "APPROVE", "resolutionNo", "5/2560"));
        run.work();
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.DONE);
        assertThat(grants.get(grant.id()).durationMonths()).isEqualTo(20);
        assertThat(grants.get(fresh.id()).durationMonths()).isEqualTo(19);
        assertThat(desk.ofGrant(grants.get(grant.id()), officer).get(0).resolutionNo()).isEqualTo("5/2560");
    }

    @Test
    @DisplayName("What goes wrong for one grant takes back all of that grant and nothing of the others; tried again it is done once")
    void aGrantIsAmendedWhollyOrNotAtAll() {
        Grant bad = activities.running(time.today());
        Grant good = activities.running(time.today());
        // The database refuses a late step of the one grant: what was written before it has to go too.
        jdbc.execute("ALTER TABLE period_report ADD CONSTRAINT faulty CHECK (grant_id <> '" + bad.id() + "' OR due_on < '"
                + reports.find(bad.id(), 3).orElseThrow().dueOn().plusDays(1) + "')");
        String id = begun(Set.of(), new Relief(null, null, 1, null, false, null, null, null, false));
        people.complete(id, "task_draftMassAmendment", officer, SEND);
        people.complete(id, "task_approveMassAmendment", approver, APPROVE);
        run.work();

        assertThat(line(id, bad).state()).isEqualTo(LineState.FAILED);
        assertThat(grants.get(bad.id()).durationMonths()).isEqualTo(18);
        assertThat(agreements.versions(bad.id())).hasSize(1);
        assertThat(desk.ofGrant(bad, officer)).isEmpty();
        assertThat(grants.get(good.id()).durationMonths()).isEqualTo(19);

        jdbc.execute("ALTER TABLE period_report DROP CONSTRAINT faulty");
        people.complete(id, "task_followMassAmendment", officer, Map.of("decision", "REPEAT"));
        run.work();
        run.work();
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.DONE);
        assertThat(grants.get(bad.id()).durationMonths()).isEqualTo(19);
        assertThat(agreements.versions(good.id())).hasSize(2);
    }

    @Test
    @DisplayName("A run that was cut off goes on where it stopped: no grant is amended twice")
    void aRunThatWasCutOffGoesOn() {
        Grant done = activities.running(time.today());
        Grant left = activities.running(time.today());
        String id = begun(Set.of(), new Relief(null, null, 1, null, false, null, null, null, false));
        people.complete(id, "task_draftMassAmendment", officer, SEND);
        people.complete(id, "task_approveMassAmendment", approver, APPROVE);
        enactment.enact(id, done.id());
        enactment.enact(id, done.id());
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.APPLYING);
        assertThat(grants.get(done.id()).durationMonths()).isEqualTo(19);

        run.work();
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.DONE);
        assertThat(grants.get(done.id()).durationMonths()).isEqualTo(19);
        assertThat(grants.get(left.id()).durationMonths()).isEqualTo(19);
    }

    @Test
    @DisplayName("Grants suspended for a span run again by themselves on its last day, with the days added")
    void aStandstillEndsByItself() {
        Grant grant = activities.running(time.today());
        Grant early = activities.running(time.today());
        LocalDate end = grant.endsOn();
        LocalDate day = time.today().plusDays(30);
        String id = begun(Set.of(), new Relief(null, null, null, null, false, null, Standstill.SUSPEND, day, false));
        people.complete(id, "task_draftMassAmendment", officer, SEND);
        people.complete(id, "task_approveMassAmendment", approver, APPROVE);
        run.work();
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.STANDING_STILL);
        assertThat(grants.get(grant.id()).state()).isEqualTo(GrantState.SUSPENDED);

        time.moveTo(time.today().plusDays(10));
        apply(leavingOut(grant), new Relief(null, null, null, null, false, null, Standstill.RESUME, null, false));
        assertThat(grants.get(early.id()).state()).isEqualTo(GrantState.EFFECTIVE);

        time.moveTo(day);
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.APPLYING);
        run.work();
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.DONE);
        assertThat(grants.get(grant.id()).state()).isEqualTo(GrantState.EFFECTIVE);
        assertThat(grants.get(grant.id()).endsOn()).isEqualTo(end.plusDays(30));
        assertThat(grants.get(early.id()).endsOn()).isEqualTo(end);
        assertThat(agreements.versions(grant.id())).hasSize(3);
    }

    @Test
    @DisplayName("SD1: nobody decides what they drafted; what is returned is written anew, what is rejected changes nothing")
    void nobodyDecidesOwnDraft() {
        Grant grant = activities.running(time.today());
        Actor both = people.withFurtherPost(officer, Role.AP);
        Relief month = new Relief(null, null, 1, null, false, null, null, null, false);
        String id = masses.begin(GrantFixture.PROGRAMME, new Order(Area.WHOLE, month, "น้ำท่วม", null), both).orElseThrow();
        people.complete(id, "task_draftMassAmendment", both, SEND);
        assertThat(people.submit(id, "task_approveMassAmendment", both, APPROVE)).isInstanceOf(Completion.Unknown.class);
        assertThat(refusal(people.submit(id, "task_approveMassAmendment", approver, Map.of("decision", "RETURN"))))
                .contains("amendments.problem.comments");
        people.complete(id, "task_approveMassAmendment", approver, Map.of("decision", "RETURN", "comments", "ขอหลักฐาน"));
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.RETURNED);
        done(masses.rewrite(id, new Order(Area.WHOLE, month, "น้ำท่วม ประกาศเขตภัยพิบัติ", null), officer));
        people.complete(id, "task_draftMassAmendment", officer, SEND);
        people.complete(id, "task_approveMassAmendment", approver, Map.of("decision", "REJECT", "comments", "ไม่จำเป็น"));
        assertThat(masses.get(id).state()).isEqualTo(MassAmendmentState.REJECTED);

        String given = begun(Set.of(), month);
        people.complete(given, "task_draftMassAmendment", officer, Map.of("decision", "WITHDRAW"));
        assertThat(masses.get(given).state()).isEqualTo(MassAmendmentState.WITHDRAWN);
        run.work();
        assertThat(grants.get(grant.id()).agreementVersion()).isEqualTo(1);
    }

    @Test
    @DisplayName("A draft that says nothing, or things that do not go together, is refused; so is one that no grant can take")
    void whatDoesNotGoTogetherIsRefused() {
        assertThat(refused(new Relief(null, null, null, null, false, null, null, null, false), Area.WHOLE))
                .contains("amendments.mass.problem.empty");
        assertThat(refused(new Relief(null, null, 1, null, false, null, Standstill.SUSPEND, null, false), Area.WHOLE))
                .contains("amendments.mass.problem.standstillAlone");
        assertThat(refused(new Relief(null, null, null, 2, false, null, null, null, false), Area.WHOLE))
                .contains("amendments.problem.span");
        assertThat(refused(new Relief(null, null, null, null, false, null, Standstill.SUSPEND, time.today(), false),
                Area.WHOLE)).contains("amendments.mass.problem.resumePast");
        assertThat(refused(new Relief(null, null, 40, null, false, null, null, null, false),
                new Area(List.of("nowhere"), List.of())))
                .contains("amendments.problem.choose", "amendments.mass.problem.between");

        activities.running(time.today());
        String id = begun(Set.of(), new Relief(null, null, null, null, false, null, Standstill.RESUME, null, true));
        assertThat(refusal(people.submit(id, "task_draftMassAmendment", officer, SEND)))
                .contains("amendments.mass.problem.nobody");
    }

    @Test
    @DisplayName("Only officers and approvers of the programme see such decisions")
    void othersDoNotSeeThem() {
        activities.running(time.today());
        String id = begun(Set.of(), new Relief(null, null, 1, null, false, null, null, null, false));
        assertThat(masses.find(id, people.ofGrantee(Role.GL))).isEmpty();
        assertThat(masses.find(id, people.person(Role.PO, ScopeKind.PROGRAMME, "strong-community-research"))).isEmpty();
        assertThat(masses.find(id, approver)).isPresent();
        assertThat(masses.begin(GrantFixture.PROGRAMME, new Order(Area.WHOLE,
                new Relief(null, null, 1, null, false, null, null, null, false), "x", null),
                people.ofProgramme(Role.MT)).isDone()).isFalse();
    }

    /** An occurrence that begins from the second month to that day and is no continuous work. */
    private Occurrence mark(Grant grant, LocalDate until) {
        return plans.ofGrant(grant.id()).stream()
                .filter(occurrence -> occurrence.mark() && occurrence.firstMonth() > 1
                        && !occurrence.days().from().isAfter(until)
                        && !people.programme().isInstituteFee(occurrence.activityCode()))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> leavingOut(Grant grant) {
        return Set.of(grant.id());
    }

    private String begun(Set<String> leftOut, Relief relief) {
        String id = masses.begin(GrantFixture.PROGRAMME, new Order(Area.WHOLE, relief, "น้ำท่วม", null), officer)
                .orElseThrow();
        done(masses.leaveOut(id, leftOut, officer));
        return id;
    }

    private void apply(Relief relief) {
        apply(Set.of(), relief);
    }

    private void apply(Set<String> leftOut, Relief relief) {
        String id = begun(leftOut, relief);
        people.complete(id, "task_draftMassAmendment", officer, SEND);
        people.complete(id, "task_approveMassAmendment", approver, APPROVE);
        run.work();
        assertThat(masses.get(id).state()).as(masses.lines(masses.get(id)).toString())
                .isEqualTo(MassAmendmentState.DONE);
    }

    private Line line(String id, Grant grant) {
        MassAmendment mass = masses.get(id);
        return masses.lines(mass).stream().filter(line -> line.grant().id().equals(grant.id())).findFirst().orElseThrow();
    }

    private List<String> refused(Relief relief, Area area) {
        return masses.begin(GrantFixture.PROGRAMME, new Order(area, relief, "น้ำท่วม", null), officer).problems().stream()
                .map(Problem::messageKey)
                .toList();
    }

    private static void done(Outcome<?> outcome) {
        assertThat(outcome.problems()).isEmpty();
    }

    private static List<String> refusal(Completion completion) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        return ((Completion.Refused) completion).problems().stream().map(Problem::messageKey).toList();
    }
}
