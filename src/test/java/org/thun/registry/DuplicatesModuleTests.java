package org.thun.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.Duplicates.Filter;
import org.thun.registry.RegistryCounts.DuplicateFigures;
import org.thun.shared.Outcome;
import org.thun.testing.EvidenceTest;

/** BR-19, BR-20 and BR-21: one person or organisation, several records. */
class DuplicatesModuleTests extends EvidenceTest {

    private static final String NUMBER = "1101700230708";
    private static final CountFilter PEOPLE = CountFilter.of(Register.PERSON);
    private static final CountFilter FACILITATORS = new CountFilter(Register.PERSON, "facilitator");
    private static final CountFilter LEADERS = new CountFilter(Register.PERSON, "community_leader");
    private static final CountFilter VOLUNTEERS = new CountFilter(Register.PERSON, "volunteer_citizen");

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private RegistryCounts counts;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcTemplate jdbc;

    private Actor decider;

    @BeforeEach
    void hireADecider() {
        decider = hire(Role.RV, ScopeKind.PROGRAMME, PROGRAMME);
    }

    @Test
    @DisplayName("BR-19: who bears the citizen number of another record is a certain suspect and waits for a decision")
    void holdsBackWhoBearsAKnownCitizenNumber() {
        String first = verified(person("อารี", "facilitator").withCitizenNumber(NUMBER));
        String second = entered(person("อารีย์", "facilitator").withCitizenNumber("1-1017-00230-70-8"));

        Suspicion suspicion = only(null);
        assertThat(suspicion.certain()).isTrue();
        assertThat(suspicion.reasons()).contains(SuspicionReason.SAME_NUMBER);
        assertThat(problems(registers.verify(second, verifier))).containsExactly("registry.problem.duplicate.undecided BR-19");
        assertThat(registers.verify(first, again(verifier)).isDone()).as("what counts may be confirmed").isTrue();
        assertThat(duplicates.mark(second, verifier).certain()).isTrue();

        assertThat(problems(duplicates.decide(suspicion.id(), DuplicateVerdict.DIFFERENT, " ", decider)))
                .containsExactly("registry.problem.duplicate.reason null");
        duplicates.decide(suspicion.id(), DuplicateVerdict.DIFFERENT, "พิมพ์เลขผิด", decider).orElseThrow();
        assertThat(registers.verify(second, verifier).isDone()).isTrue();
        assertThat(counts.counted(grant.id(), PEOPLE, clock.today())).isEqualTo(2);
    }

    @Test
    @DisplayName("BR-19: two different citizen numbers are two people, even twins of one name")
    void suspectsNobodyWithTwoDifferentNumbers() {
        verified(person("อารี", "facilitator").withCitizenNumber(NUMBER));
        verified(person("อารี", "facilitator").withCitizenNumber("0123456789016"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    @DisplayName("Stateless people, monks and children are told by name, year of birth and tambon, and count")
    void countsPeopleWithoutANumber() {
        String first = verified(person("พระมหาคำปัน", "volunteer_citizen"));
        String second = verified(person("คำปัน", "volunteer_citizen"));
        Suspicion suspicion = only(null);
        assertThat(suspicion.certain()).isFalse();
        assertThat(List.of(suspicion.first().id(), suspicion.second().id())).containsExactlyInAnyOrder(first, second);
        assertThat(figures(PEOPLE)).isEqualTo(new DuplicateFigures(2, 1, 0, 2));
        assertThat(counts.duplicates(grant.id(), PEOPLE, clock.today().minusDays(1)))
                .isEqualTo(new DuplicateFigures(0, 0, 0, 0));
    }

    @Test
    @DisplayName("Twins of one name in one tambon: a person decides, and is never asked again")
    void remembersThatTwinsAreTwo() {
        RecordFacts twin = person("บุญมา", "volunteer_citizen");
        verified(person("บุญมา", "volunteer_citizen"));
        verified(twin);
        duplicates.decide(only(null).id(), DuplicateVerdict.DIFFERENT, null, decider).orElseThrow();

        assertThat(figures(PEOPLE)).isEqualTo(new DuplicateFigures(2, 0, 0, 2));
        registers.correct(twin, 1, true, dataManager).orElseThrow();
        duplicates.rescan(grant.id());
        assertThat(waiting()).isEmpty();
        assertThat(only(SuspicionState.DISTINCT).decidedByName()).isEqualTo("คุณRV");
    }

    @Test
    @DisplayName("BR-20: of the same person in one province one record stands, and the effect is shown first")
    void countsOnceInAProvince() {
        String first = verified(person("สมศรี", "facilitator"));
        String second = verified(person("สมศรี", "facilitator"));
        Suspicion suspicion = only(null);
        DuplicateEffect effect = duplicates.effect(suspicion.id(), DuplicateVerdict.SAME, decider).orElseThrow();
        assertThat(effect.moves()).singleElement().satisfies(move -> {
            assertThat(move.number()).isEqualTo(number(second));
            assertThat(move.intoNumber()).isEqualTo(number(first));
        });
        assertThat(effect.lines()).contains(new DuplicateEffect.Line(CHIANG_MAI, null, 2, 1),
                new DuplicateEffect.Line(null, null, 2, 1), new DuplicateEffect.Line(null, "facilitator", 2, 1));
        assertThat(counts.counted(grant.id(), PEOPLE, clock.today())).as("shown, not done").isEqualTo(2);

        duplicates.decide(suspicion.id(), DuplicateVerdict.SAME, null, decider).orElseThrow();

        assertThat(registers.find(second, dataManager).orElseThrow().state()).isEqualTo(RecordState.MERGED);
        assertThat(duplicates.mark(second, dataManager).mergedInto().recordId()).isEqualTo(first);
        assertThat(figures(PEOPLE)).isEqualTo(new DuplicateFigures(2, 0, 1, 1));
        assertThat(figures(FACILITATORS)).isEqualTo(new DuplicateFigures(2, 0, 1, 1));
        assertThat(problems(registers.verify(second, verifier))).containsExactly("registry.problem.notWaiting null");
        assertThat(audit.stream(second)).extracting(AuditEntry::command).contains("registry.merge", "registry.same");
    }

    @Test
    @DisplayName("BR-21: the roles of merged records unite, each counts once")
    void unitesTheRoles() {
        String first = verified(person("สมศรี", "facilitator"));
        verified(person("สมศรี", "facilitator", "community_leader"));
        duplicates.decide(only(null).id(), DuplicateVerdict.SAME, null, decider).orElseThrow();
        assertThat(List.of(count(PEOPLE), count(FACILITATORS), count(LEADERS), count(VOLUNTEERS)))
                .containsExactly(1L, 1L, 1L, 0L);
        // A third role, and the roles last through the next confirmation.
        verified(person("สมศรี", "volunteer_citizen"));
        waiting().forEach(each -> duplicates.decide(each.id(), DuplicateVerdict.SAME, null, decider));
        letDaysPass(3);
        registers.verify(first, again(verifier)).orElseThrow();
        assertThat(List.of(count(PEOPLE), count(FACILITATORS), count(LEADERS), count(VOLUNTEERS)))
                .containsExactly(1L, 1L, 1L, 1L);
        assertThat(figures(PEOPLE)).isEqualTo(new DuplicateFigures(3, 0, 2, 1));
    }

    @Test
    @DisplayName("BR-20: the same person in two provinces counts in each, marked shared, and once for the nation")
    void sharesAPersonBetweenProvinces() {
        String north = verified(person("สมศรี", "facilitator"));
        String south = verified(personAt(LAMPHUN, "สมศรี", "facilitator", "volunteer_citizen"));
        assertThat(only(null).reasons()).contains(SuspicionReason.OTHER_PROVINCE);
        duplicates.decide(only(null).id(), DuplicateVerdict.SAME, null, decider).orElseThrow();

        LocalDate today = clock.today();
        assertThat(counts.countedByCentre(grant.id(), PEOPLE, today)).isEqualTo(Map.of(CHIANG_MAI, 1L, LAMPHUN, 1L));
        assertThat(count(PEOPLE)).isEqualTo(1);
        assertThat(count(FACILITATORS)).isEqualTo(1);
        assertThat(count(VOLUNTEERS)).as("a volunteer in Lamphun only").isEqualTo(1);
        assertThat(figures(PEOPLE)).isEqualTo(new DuplicateFigures(2, 0, 1, 1));
        assertThat(registers.find(south, neighbour).orElseThrow().state()).isEqualTo(RecordState.VERIFIED);
        assertThat(duplicates.mark(south, neighbour).pairs()).singleElement()
                .returns(SuspicionState.CONFIRMED, DuplicateMark.Pair::state)
                .returns(null, DuplicateMark.Pair::other);

        // Where one grows stale or leaves, the other counts for the nation.
        letDaysPass(30);
        registers.verify(south, again(verifier)).orElseThrow();
        assertThat(counts.counted(grant.id(), PEOPLE, today.plusMonths(12).plusDays(5))).isEqualTo(1);
        registers.withdraw(north, "ขอถอน", again(dataManager)).orElseThrow();
        assertThat(count(PEOPLE)).isEqualTo(1);
        assertThat(count(FACILITATORS)).isEqualTo(1);
        assertThat(counts.countedByCentre(grant.id(), PEOPLE, clock.today())).isEqualTo(Map.of(LAMPHUN, 1L));
    }

    @Test
    @DisplayName("Un-merge restores from that day; figures of the days before stay")
    void undoesAMerge() {
        String first = verified(person("สมศรี", "facilitator"));
        String second = verified(person("สมศรี", "community_leader"));
        String id = only(null).id();
        letDaysPass(1);
        LocalDate merged = clock.today();
        duplicates.decide(id, DuplicateVerdict.SAME, null, again(decider)).orElseThrow();
        letDaysPass(2);
        assertThat(problems(duplicates.decide(id, DuplicateVerdict.DIFFERENT, null, again(decider))))
                .containsExactly("registry.problem.duplicate.reason null");
        DuplicateEffect effect = duplicates.effect(id, DuplicateVerdict.DIFFERENT, again(decider)).orElseThrow();
        assertThat(effect.moves()).singleElement().returns(null, DuplicateEffect.Move::intoNumber);
        assertThat(effect.lines()).contains(new DuplicateEffect.Line(null, null, 1, 2),
                new DuplicateEffect.Line(null, "community_leader", 1, 1));
        duplicates.decide(id, DuplicateVerdict.DIFFERENT, "เป็นฝาแฝด", again(decider)).orElseThrow();

        assertThat(registers.find(second, dataManager).orElseThrow().state()).isEqualTo(RecordState.VERIFIED);
        assertThat(counts.counted(grant.id(), PEOPLE, merged.minusDays(1))).isEqualTo(2);
        assertThat(counts.counted(grant.id(), PEOPLE, merged.plusDays(1))).isEqualTo(1);
        assertThat(counts.counted(grant.id(), LEADERS, merged.plusDays(1))).isEqualTo(1);
        assertThat(count(PEOPLE)).isEqualTo(2);
        assertThat(count(LEADERS)).isEqualTo(1);
        assertThat(counts.duplicates(grant.id(), PEOPLE, merged.plusDays(1)).confirmed()).isEqualTo(1);
        assertThat(figures(PEOPLE)).isEqualTo(new DuplicateFigures(2, 0, 0, 2));
        assertThat(jdbc.queryForList("SELECT DISTINCT facet_code FROM registry_standing WHERE record_id = ?"
                + " AND counts_to > ?", String.class, first, clock.today())).containsExactly("facilitator");
    }

    @Test
    void refusesDecisionsThatContradictEachOther() {
        entered(person("สมศรี", "facilitator"));
        entered(person("สมศรี", "facilitator"));
        entered(person("สมศรี", "facilitator"));
        List<Suspicion> three = waiting();
        assertThat(three).hasSize(3);
        duplicates.decide(three.get(0).id(), DuplicateVerdict.SAME, null, decider).orElseThrow();
        duplicates.decide(three.get(1).id(), DuplicateVerdict.DIFFERENT, null, decider).orElseThrow();
        assertThat(problems(duplicates.decide(three.get(2).id(), DuplicateVerdict.SAME, null, decider)))
                .containsExactly("registry.problem.duplicate.distinct BR-20");
        assertThat(duplicates.effect(three.get(2).id(), DuplicateVerdict.SAME, decider).orElseThrow().problems()).hasSize(1);
        duplicates.decide(three.get(1).id(), DuplicateVerdict.SAME, "พบหลักฐานใหม่", decider).orElseThrow();
        duplicates.decide(three.get(2).id(), DuplicateVerdict.SAME, null, decider).orElseThrow();
        assertThat(problems(duplicates.decide(three.get(0).id(), DuplicateVerdict.DIFFERENT, "ผิด", decider)))
                .containsExactly("registry.problem.duplicate.connected BR-20");
    }

    @Test
    @DisplayName("SD5: nobody decides about the own work; people of a centre about the records of their centre only")
    void letsOthersDecide() {
        entered(person("สมศรี", "facilitator"));
        entered(person("สมศรี", "facilitator"));
        Suspicion same = only(null);
        assertThat(problems(duplicates.mayDecide(same.id(), dataManager)))
                .containsExactly("registry.problem.duplicate.ownRecord SD5");
        assertThat(duplicates.mayDecide(same.id(), coordinator).isDone()).isTrue();
        assertThat(problems(duplicates.decide(same.id(), DuplicateVerdict.SAME, null, neighbour)))
                .containsExactly("registry.problem.unknown null");
        assertThat(problems(duplicates.decide(same.id(), DuplicateVerdict.SAME, null, officer)))
                .containsExactly("registry.problem.duplicate.notDecider SD5");
        duplicates.decide(same.id(), DuplicateVerdict.SAME, null, coordinator).orElseThrow();

        entered(personAt(LAMPHUN, "อารี", "facilitator"));
        entered(person("อารี", "facilitator"));
        assertThat(duplicates.list(new Filter(grant.id(), null, null, null), coordinator, 1, 10).total()).isZero();
        assertThat(duplicates.list(new Filter(grant.id(), null, LAMPHUN, null), decider, 1, 10).total()).isEqualTo(1);
        assertThat(duplicates.list(new Filter(grant.id(), Register.ORGANISATION, null, null), decider, 1, 10).total())
                .isZero();
    }

    @Test
    void dropsASuspicionThatACorrectionHasCleared() {
        entered(person("สมศรี", "facilitator"));
        RecordFacts mistyped = person("สมศรี", "facilitator");
        entered(mistyped);
        assertThat(waiting()).hasSize(1);
        registers.correct(new RecordFacts(mistyped.id(), Register.PERSON, grant.id(), CHIANG_MAI, "สมทรง", "ทดสอบ", null,
                "เมือง", "ศรีภูมิ", null, null, null, "female", 1975, mistyped.roles(), null, mistyped.datedOn(), null,
                LawfulGround.CONSENT, mistyped.consentedOn(), true, null), 1, true, dataManager).orElseThrow();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void findsOrganisationsByNameAndPlaceAndMergesThem() {
        verified(organisation("กลุ่มออมทรัพย์บ้านดง"));
        verified(organisation("กลุ่มออมทรัพย์ บ้านดง"));
        verified(organisation(LAMPHUN, "กลุ่มออมทรัพย์บ้านดง", clock.today().minusDays(5)));
        duplicates.decide(only(null).id(), DuplicateVerdict.SAME, null, decider).orElseThrow();
        assertThat(figures(CountFilter.of(Register.ORGANISATION))).isEqualTo(new DuplicateFigures(3, 0, 1, 2));
    }

    @Test
    @DisplayName("BR-39: who withdraws takes what was merged along, and leaves no key to be found by")
    void withdrawsAPersonWithAllThatWasMerged() {
        String first = verified(person("สมศรี", "facilitator").withCitizenNumber(NUMBER));
        String second = entered(person("สมศรี", "facilitator").withCitizenNumber(NUMBER));
        duplicates.decide(only(null).id(), DuplicateVerdict.SAME, null, decider).orElseThrow();
        assertThat(problems(registers.withdraw(second, "ขอถอน", dataManager)))
                .containsExactly("registry.problem.notWithdrawable BR-39");
        registers.withdraw(first, "ขอถอน", dataManager).orElseThrow();
        assertThat(registers.find(second, dataManager).orElseThrow().state()).isEqualTo(RecordState.WITHDRAWN);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM registry_match WHERE record_id IN (?, ?)", Integer.class, first,
                second)).isZero();
        assertThat(count(PEOPLE)).isZero();
    }

    @Test
    void tellsAnImportWhichOfItsRowsAreKnown() {
        String known = verified(person("สมศรี", "facilitator"));
        RecordFacts again = person("น.ส.สมศรี", "facilitator");
        RecordFacts other = person("ดวงใจ", "facilitator");
        Map<String, Duplicates.Alike> alike = duplicates.alike(List.of(again, other), dataManager);
        assertThat(alike).containsOnlyKeys(again.id());
        assertThat(alike.get(again.id()).recordId()).isEqualTo(known);
        assertThat(alike.get(again.id()).number()).isEqualTo(number(known));
        RecordFacts elsewhere = personAt(LAMPHUN, "สมศรี", "facilitator");
        assertThat(duplicates.alike(List.of(elsewhere), neighbour).get(elsewhere.id()))
                .returns(null, Duplicates.Alike::recordId)
                .returns(null, Duplicates.Alike::number);
    }

    @Test
    void findsFarFewerThanAllPairsAmongThousands() {
        String[] names = {"สมชาย", "สมศรี", "ประยูร", "มาลี", "บุญมี", "คำปัน", "อารีย์", "สุรชัย", "พรทิพย์", "วันดี"};
        List<RecordFacts> rows = IntStream.range(0, 2_000)
                .mapToObj(i -> person(names[i % 10] + names[i / 10 % 10] + names[i / 100 % 10], "facilitator"))
                .toList();
        long begun = System.nanoTime();
        assertThat(registers.enterAll(rows, dataManager)).allMatch(Outcome::isDone);
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM registry_suspect WHERE grant_id = ?", Integer.class, grant.id()))
                .isGreaterThanOrEqualTo(1_000);
        assertThat(seconds).isLessThan(30);
    }

    private String entered(RecordFacts facts) {
        return registers.enter(facts, true, facts.centreCode().equals(LAMPHUN) ? neighbour : dataManager).orElseThrow();
    }

    @Test
    void countsWhatWaitsNoFurtherThanAsked() {
        IntStream.range(0, 3).forEach(i -> entered(person("สมศรี", "facilitator")));
        assertThat(duplicates.waiting(1_000, coordinator)).as("those of other tests too").isGreaterThanOrEqualTo(3);
        assertThat(duplicates.waiting(2, coordinator)).isEqualTo(2);
    }

    private List<Suspicion> waiting() {
        return duplicates.list(new Filter(grant.id(), null, null, null), verifier, 1, 50).rows();
    }

    private Suspicion only(SuspicionState state) {
        List<Suspicion> found = duplicates.list(new Filter(grant.id(), null, null, state), verifier, 1, 50).rows();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private long count(CountFilter filter) {
        return counts.counted(grant.id(), filter, clock.today());
    }

    private DuplicateFigures figures(CountFilter filter) {
        return counts.duplicates(grant.id(), filter, clock.today());
    }

    private String number(String recordId) {
        return registers.find(recordId, verifier).orElseThrow().number();
    }

    private static List<String> problems(Outcome<?> outcome) {
        return outcome.problems().stream().map(problem -> problem.messageKey() + " " + problem.rule()).toList();
    }
}
