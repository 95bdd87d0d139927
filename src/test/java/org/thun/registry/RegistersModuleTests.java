package org.thun.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.testing.EvidenceTest;

class RegistersModuleTests extends EvidenceTest {

    private static final CountFilter PEOPLE = CountFilter.of(Register.PERSON);
    private static final CountFilter LEADERS = new CountFilter(Register.PERSON, "community_leader");
    private static final CountFilter ORGANISATIONS = CountFilter.of(Register.ORGANISATION);

    @Autowired
    private RegistryCounts counts;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @DisplayName("BR-17: a record counts once it is verified, as of any later day")
    void countsARecordFromTheDayItIsVerified() {
        LocalDate today = clock.today();
        String id = registers.enter(organisation("กลุ่มออมทรัพย์บ้านดง"), true, dataManager).orElseThrow();
        assertThat(counts.counted(grant.id(), ORGANISATIONS, today)).isZero();
        assertThat(counts.anySubmitted(grant.id(), ORGANISATIONS, today)).isTrue();
        assertThat(counts.anySubmitted(grant.id(), ORGANISATIONS, today.minusDays(1))).isFalse();

        registers.verify(id, verifier).orElseThrow();

        assertThat(counts.counted(grant.id(), ORGANISATIONS, today)).isEqualTo(1);
        assertThat(counts.counted(grant.id(), ORGANISATIONS, today.minusDays(1))).isZero();
        assertThat(counts.countedByCentre(grant.id(), ORGANISATIONS, today)).containsExactly(Map.entry(CHIANG_MAI, 1L));
        assertThat(counts.countedByMonth(grant.id(), ORGANISATIONS, today).values()).containsExactly(1L);
        assertThat(counts.counted("another-grant", ORGANISATIONS, today)).isZero();
        assertThat(counts.counted(grant.id(), new CountFilter(Register.ORGANISATION, "savings_group"), today)).isEqualTo(1);
        assertThat(counts.counted(grant.id(), new CountFilter(Register.ORGANISATION, "welfare_fund"), today)).isZero();
    }

    @Test
    @DisplayName("BR-18: people grow stale after 12 months, organisations after 24, unless confirmed")
    void stopsCountingWhatNobodyHasConfirmed() {
        LocalDate today = clock.today();
        verified(person("สมหญิง", "community_leader"));
        String organisation = verified(organisation("กองทุนสวัสดิการ"));

        assertThat(counts.counted(grant.id(), PEOPLE, today.plusMonths(12))).isEqualTo(1);
        assertThat(counts.counted(grant.id(), PEOPLE, today.plusMonths(12).plusDays(1))).isZero();
        assertThat(counts.counted(grant.id(), ORGANISATIONS, today.plusMonths(24))).isEqualTo(1);
        assertThat(counts.counted(grant.id(), ORGANISATIONS, today.plusMonths(24).plusDays(1))).isZero();
        RegisterRecord record = registers.find(organisation, dataManager).orElseThrow();
        assertThat(record.staleOn(today.plusMonths(24))).isFalse();
        assertThat(record.staleOn(today.plusMonths(24).plusDays(1))).isTrue();

        letDaysPass(3);
        registers.verify(organisation, again(verifier)).orElseThrow();
        assertThat(counts.counted(grant.id(), ORGANISATIONS, today.plusDays(3).plusMonths(24))).isEqualTo(1);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM registry_standing WHERE record_id = ?", Integer.class,
                organisation)).isEqualTo(1);
    }

    @Test
    @DisplayName("BR-21: one person of three roles counts once under each and once as a person")
    void countsAPersonOncePerRoleAndOnceAsAPerson() {
        verified(person("มานะ", "facilitator", "community_leader", "volunteer_citizen"));
        verified(person("มานี", "community_leader"));
        LocalDate today = clock.today();
        assertThat(counts.counted(grant.id(), LEADERS, today)).isEqualTo(2);
        assertThat(counts.counted(grant.id(), new CountFilter(Register.PERSON, "facilitator"), today)).isEqualTo(1);
        assertThat(counts.counted(grant.id(), new CountFilter(Register.PERSON, "volunteer_citizen"), today)).isEqualTo(1);
        assertThat(counts.counted(grant.id(), PEOPLE, today)).isEqualTo(2);
        assertThat(counts.countedByCentre(grant.id(), PEOPLE, today)).containsEntry(CHIANG_MAI, 2L);
    }

    @Test
    void writesOneStretchOfDaysPerFacetAndOneVersionPerSaving() {
        LocalDate today = clock.today();
        RecordFacts facts = person("มานะ", "facilitator", "community_leader");
        String id = verified(facts);
        assertThat(jdbc.queryForList(
                        "SELECT facet_code, counts_from, counts_to, centre_code, register_code, grant_id, verifier_name"
                                + " FROM registry_standing WHERE record_id = ? ORDER BY facet_code", id))
                .extracting(row -> List.copyOf(row.values()).toString())
                .containsExactly(
                        List.of("community_leader", today, today.plusMonths(12), CHIANG_MAI, "PERSON", grant.id(), "คุณRV")
                                .toString(),
                        List.of("facilitator", today, today.plusMonths(12), CHIANG_MAI, "PERSON", grant.id(), "คุณRV")
                                .toString());
        assertThat(jdbc.queryForMap("SELECT state, version_no, province_code, verified_on, first_submitted_on, dated_on"
                        + " FROM registry_record WHERE id = ?", id).values().toString())
                .isEqualTo(List.of("VERIFIED", 1, "50", today, today, facts.datedOn()).toString());
        assertThat(jdbc.queryForList("SELECT role_code FROM registry_role WHERE record_id = ? ORDER BY role_code",
                String.class, id)).containsExactly("community_leader", "facilitator");

        letDaysPass(2);
        registers.reject(id, "พบว่าไม่ตรง", again(verifier)).orElseThrow();
        assertThat(jdbc.queryForList("SELECT DISTINCT counts_to FROM registry_standing WHERE record_id = ?",
                LocalDate.class, id)).containsExactly(today.plusDays(1));
        registers.correct(facts, 1, true, again(dataManager)).orElseThrow();
        assertThat(jdbc.queryForList("SELECT version_no FROM registry_version WHERE record_id = ? ORDER BY version_no",
                Integer.class, id)).containsExactly(1, 2);
    }

    @Test
    @DisplayName("SD5: nobody verifies what they have entered or corrected themselves")
    void refusesTheAuthorAsVerifier() {
        Actor both = hire(List.of(
                new Post(Role.CD, ScopeKind.CENTRE, Scope.centreId(PROGRAMME, LAMPHUN), clock.today().minusYears(1),
                        clock.today().plusDays(1)),
                new Post(Role.RV, ScopeKind.PROGRAMME, PROGRAMME, clock.today().minusYears(1), null)));
        String own = registers.enter(personAt(LAMPHUN, "ปิติ", "community_leader"), true, both).orElseThrow();
        assertThat(rules(registers.verify(own, both))).containsExactly("SD5");

        RecordFacts theirs = personAt(LAMPHUN, "ชูใจ", "community_leader");
        registers.enter(theirs, true, neighbour).orElseThrow();
        registers.correct(theirs, 1, true, both).orElseThrow();
        registers.correct(theirs, 2, true, neighbour).orElseThrow();

        letDaysPass(2);
        Actor left = again(both);
        assertThat(left.roles()).containsExactly(Role.RV);
        assertThat(keys(registers.verify(theirs.id(), left))).containsExactly("registry.problem.ownRecord");
        assertThat(registers.waiting(new RecordFilter(null, grant.id(), null, null, null, null), left, 1, 10).rows())
                .isEmpty();
        assertThat(registers.verify(theirs.id(), again(verifier)).isDone()).isTrue();
    }

    @Test
    @DisplayName("SD5: nobody verifies records of a centre where they hold a post")
    void refusesAPostHolderOfTheCentreAsVerifier() {
        Actor insider = hire(List.of(
                new Post(Role.CC, ScopeKind.CENTRE, Scope.centreId(PROGRAMME, CHIANG_MAI), clock.today(), null),
                new Post(Role.RV, ScopeKind.PROGRAMME, PROGRAMME, clock.today(), null)));
        String id = registers.enter(person("วีระ", "facilitator"), true, dataManager).orElseThrow();
        assertThat(keys(registers.verify(id, insider))).containsExactly("registry.problem.ownCentre");
        assertThat(keys(registers.reject(id, "ไม่ถูกต้อง", insider))).containsExactly("registry.problem.ownCentre");
        assertThat(registers.waiting(new RecordFilter(null, grant.id(), null, null, null, null), insider, 1, 10).total())
                .isZero();
    }

    @Test
    @DisplayName("BR-39: who withdraws counts no more from that day and is not named; earlier totals stay")
    void takesAPersonOutOfFutureCountsOnly() {
        LocalDate before = clock.today();
        String id = verified(person("ดวงใจ", "volunteer_citizen"));
        letDaysPass(1);
        Actor manager = again(dataManager);

        assertThat(registers.withdraw(id, "ขอถอนความยินยอม", manager).isDone()).isTrue();

        assertThat(counts.counted(grant.id(), PEOPLE, before)).isEqualTo(1);
        assertThat(counts.counted(grant.id(), PEOPLE, clock.today())).isZero();
        RegisterRecord record = registers.find(id, manager).orElseThrow();
        assertThat(record.state()).isEqualTo(RecordState.WITHDRAWN);
        assertThat(record.facts().name()).isNull();
        assertThat(registers.versions(id, manager)).isEmpty();
        assertThat(registers.list(new RecordFilter(Register.PERSON, grant.id(), null, null, null, "ดวง"), manager, 1, 10)
                .total()).isZero();
        assertThat(counts.evidence(grant.id(), PEOPLE, null, before, manager, 1, 10).rows().get(0).name()).isNull();
        assertThat(keys(registers.correct(person("ดวงใจ", "volunteer_citizen"), 1, true, manager)))
                .containsExactly("registry.problem.unknown");
    }

    @Test
    void countsACorrectedRecordOnlyAfterItIsVerifiedAgain() {
        LocalDate first = clock.today();
        RecordFacts facts = organisation("กลุ่มแม่บ้าน");
        String id = verified(facts);
        letDaysPass(1);
        registers.correct(facts, 1, true, again(dataManager)).orElseThrow();
        assertThat(counts.counted(grant.id(), ORGANISATIONS, first)).isEqualTo(1);
        assertThat(counts.counted(grant.id(), ORGANISATIONS, clock.today())).isZero();
        registers.verify(id, again(verifier)).orElseThrow();
        assertThat(counts.counted(grant.id(), ORGANISATIONS, clock.today())).isEqualTo(1);
        // Corrected and verified again on the same day.
        registers.correct(facts, 2, true, again(dataManager)).orElseThrow();
        registers.verify(id, again(verifier)).orElseThrow();
        assertThat(counts.counted(grant.id(), ORGANISATIONS, clock.today())).isEqualTo(1);
        assertThat(registers.versions(id, again(dataManager))).extracting(RecordVersion::versionNo).containsExactly(3, 2, 1);
    }

    @Test
    void sendsARecordBackWithItsReasonAndTakesItAgainWhenCorrected() {
        RecordFacts facts = person("สุดา", "facilitator");
        String id = registers.enter(facts, true, dataManager).orElseThrow();
        assertThat(keys(registers.reject(id, " ", verifier))).containsExactly("registry.problem.reason");
        registers.reject(id, "ชื่อไม่ตรงกับหลักฐาน", verifier).orElseThrow();
        assertThat(registers.find(id, dataManager).orElseThrow().reason()).isEqualTo("ชื่อไม่ตรงกับหลักฐาน");
        assertThat(keys(registers.verify(id, verifier))).containsExactly("registry.problem.notWaiting");
        registers.correct(facts, 1, true, dataManager).orElseThrow();
        assertThat(registers.verify(id, verifier).isDone()).isTrue();
        assertThat(audit.stream(id)).extracting(AuditEntry::command).containsExactly(
                "registry.enter", "registry.reject", "registry.correct", "registry.verify");
        assertThat(audit.stream(id)).extracting(AuditEntry::roleCode).containsExactly("CD", "RV", "CD", "RV");
        assertThat(audit.verify(id).holds()).isTrue();
    }

    @Test
    void hidesRecordsOfOtherCentresAndFromReadersOfAggregates() {
        String id = verified(person("อารี", "facilitator"));
        assertThat(registers.find(id, dataManager)).isPresent();
        assertThat(registers.find(id, officer)).isPresent();
        assertThat(registers.find(id, neighbour)).isEmpty();
        assertThat(registers.find(id, funder)).isEmpty();
        assertThat(keys(registers.withdraw(id, "ไม่ใช่ของศูนย์นี้", neighbour))).containsExactly("registry.problem.unknown");
        assertThat(counts.evidence(grant.id(), PEOPLE, null, clock.today(), funder, 1, 10).total()).isZero();
        assertThat(counts.evidence(grant.id(), PEOPLE, null, clock.today(), officer, 1, 10).total()).isEqualTo(1);
        assertThat(counts.standings(List.of(grant.id()), funder)).hasSize(1);
        assertThat(counts.standings(List.of(grant.id()), neighbour)).isEmpty();
        assertThat(counts.standings(List.of(grant.id()), dataManager)).singleElement()
                .returns(1L, RegistryCounts.Standing::verified).returns(1L, RegistryCounts.Standing::entered);
    }

    @Test
    void refusesEntryForAnotherCentreAndByPeopleWithoutThatRight() {
        assertThat(keys(registers.enter(personAt(LAMPHUN, "ก", "facilitator"), true, dataManager)))
                .containsExactly("registry.problem.centre");
        assertThat(keys(registers.enter(person("ก", "facilitator"), true, officer)))
                .containsExactly("registry.problem.centre");
        assertThat(keys(registers.enter(personAt("TH-99", "ก", "facilitator"), true, dataManager)))
                .containsExactly("registry.problem.centre");
    }

    @Test
    void entersTheSameIdOnce() {
        RecordFacts facts = organisation("ชมรมผู้สูงอายุ");
        registers.enter(facts, true, dataManager).orElseThrow();
        assertThat(registers.enter(facts, true, dataManager).orElseThrow()).isEqualTo(facts.id());
        assertThat(registers.enterAll(List.of(facts, facts), dataManager)).allMatch(Outcome::isDone);
        assertThat(registers.enter(facts, true, coordinator).isDone()).isFalse();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM registry_record WHERE id = ?", Integer.class, facts.id()))
                .isEqualTo(1);
    }

    @Test
    void tellsWhoChangedARecordMeanwhile() {
        RecordFacts facts = organisation("กลุ่มเยาวชน");
        registers.enter(facts, false, dataManager).orElseThrow();
        registers.correct(facts, 1, false, coordinator).orElseThrow();
        assertThat(registers.correct(facts, 1, true, dataManager).problems()).singleElement()
                .satisfies(problem -> {
                    assertThat(problem.messageKey()).isEqualTo("registry.problem.changed");
                    assertThat(problem.args().get(0)).isEqualTo("คุณCC");
                });
        assertThat(registers.submit(facts.id(), dataManager).isDone()).isTrue();
        assertThat(keys(registers.submit(facts.id(), dataManager))).containsExactly("registry.problem.notDraft");
    }

    @Test
    void listsNamesInThaiOrderAndFindsThemByBeginningOrNumber() {
        for (String name : List.of("แม่ริม", "สันทราย", "เชียงดาว", "ดอยสะเก็ด", "ไชยปราการ", "กัลยาณิวัฒนา")) {
            registers.enter(organisation(name), true, dataManager).orElseThrow();
        }
        RecordFilter all = new RecordFilter(Register.ORGANISATION, grant.id(), CHIANG_MAI, null, null, null);
        assertThat(registers.list(all, dataManager, 1, 10).rows()).extracting(row -> row.facts().name())
                .containsExactly("กัลยาณิวัฒนา", "เชียงดาว", "ไชยปราการ", "ดอยสะเก็ด", "แม่ริม", "สันทราย");
        assertThat(registers.list(all, dataManager, 2, 4).rows()).hasSize(2);
        RecordFilter byName = new RecordFilter(Register.ORGANISATION, grant.id(), null, null, null, "เชียง");
        assertThat(registers.list(byName, dataManager, 1, 10).rows()).singleElement()
                .satisfies(found -> assertThat(registers.list(new RecordFilter(Register.ORGANISATION, null, null, null,
                        null, found.number().toLowerCase()), dataManager, 1, 10).total()).isEqualTo(1));
        RecordFilter wild = new RecordFilter(Register.ORGANISATION, grant.id(), null, null, null, "%");
        assertThat(registers.list(wild, dataManager, 1, 10).total()).isZero();
    }

    @Test
    void entersAndVerifiesThreeThousandRecordsInSeconds() {
        String[] roles = {"facilitator", "community_leader", "volunteer_citizen"};
        List<RecordFacts> rows = IntStream.range(0, 3_000)
                .mapToObj(i -> person("คนที่" + i, roles[i % 3]))
                .toList();
        long begun = System.nanoTime();
        List<Outcome<String>> entered = registers.enterAll(rows, dataManager);
        List<Outcome<Void>> verified =
                registers.verifyAll(rows.stream().map(RecordFacts::id).toList(), verifier);
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(entered).allMatch(Outcome::isDone);
        assertThat(verified).allMatch(Outcome::isDone);
        assertThat(counts.counted(grant.id(), LEADERS, clock.today())).isEqualTo(1_000);
        assertThat(seconds).as("10 s on a quiet machine, more while others build").isLessThan(30);
    }

    @Test
    void letsGoodRowsInAndNamesTheBadOnes() {
        RecordFacts good = person("กานดา", "facilitator");
        RecordFacts noRole = person("ขจร");
        List<Outcome<String>> outcomes = registers.enterAll(List.of(noRole, good), dataManager);
        assertThat(keys(outcomes.get(0))).containsExactly("registry.problem.roles.required");
        assertThat(outcomes.get(1).isDone()).isTrue();
        List<Outcome<Void>> verdicts = registers.verifyAll(List.of(noRole.id(), good.id(), "nothing"), verifier);
        assertThat(verdicts).extracting(Outcome::isDone).containsExactly(false, true, false);
    }

    private static List<String> keys(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::messageKey).toList();
    }

    private static List<String> rules(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::rule).toList();
    }
}
