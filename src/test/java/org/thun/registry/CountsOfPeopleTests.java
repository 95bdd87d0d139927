package org.thun.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.Duplicates.Filter;
import org.thun.testing.EvidenceTest;

/**
 * Whatever happens in whatever order, the counts are those of a recount from scratch: from the records, the decisions and
 * the merges alone, without the standings and summaries by which they are kept.
 */
class CountsOfPeopleTests extends EvidenceTest {

    private static final int STEPS = 90;
    private static final String[] ROLES = {"facilitator", "community_leader", "volunteer_citizen"};
    private static final String[] NAMES = {"สมศรี", "นางสมสี", "อารีย์", "ประยูร"};
    private static final String[] NUMBERS = {null, null, null, "1101700230708", "0123456789016"};

    private static final Set<String> DEEDS = new HashSet<>();

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private RegistryCounts counts;

    @Autowired
    private JdbcTemplate jdbc;

    private Actor decider;

    private final Set<String> withdrawn = new HashSet<>();

    /** What the counts of a day were when it was that day. */
    private final Map<LocalDate, Map<CountFilter, RegistryCounts.Tally>> reported = new TreeMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("Any order of entries, merges, un-merges, verifications, corrections and withdrawals counts like a recount")
    void countsLikeARecount(long seed) {
        Random random = new Random(seed);
        decider = hire(Role.RV, ScopeKind.PROGRAMME, PROGRAMME);
        List<RecordFacts> entered = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            String deed = act(random, entered);
            DEEDS.add(deed);
            compare("seed " + seed + ", step " + step + ": " + deed);
        }
    }

    @AfterAll
    static void leavesNothingOut() {
        assertThat(DEEDS).contains("entered", "verified", "verification refused", "same", "different", "decision refused",
                "corrected", "withdrawn", "rejected", "day passed");
    }

    private String act(Random random, List<RecordFacts> entered) {
        RecordFacts one = entered.isEmpty() ? null : entered.get(random.nextInt(entered.size()));
        int deed = one == null ? 0 : random.nextInt(20);
        switch (deed) {
            case 0, 1, 2 -> {
                RecordFacts facts = somebody(random);
                entered.add(facts);
                registers.enter(facts, true, author(facts)).orElseThrow();
                return "entered";
            }
            case 3, 4, 5, 6, 7 -> {
                return registers.verify(one.id(), again(verifier)).isDone() ? "verified" : "verification refused";
            }
            case 8, 9, 10, 11, 12, 13 -> {
                return decide(random);
            }
            case 14 -> {
                RegisterRecord record = registers.find(one.id(), verifier).orElseThrow();
                return registers.correct(one, record.version(), true, author(one)).isDone() ? "corrected" : "correction refused";
            }
            case 15 -> {
                boolean done = registers.withdraw(one.id(), "ขอถอน", author(one)).isDone();
                withdrawn.addAll(jdbc.queryForList("SELECT id FROM registry_record WHERE grant_id = ? AND state = 'WITHDRAWN'",
                        String.class, grant.id()));
                return done ? "withdrawn" : "withdrawal refused";
            }
            case 16 -> {
                return registers.reject(one.id(), "ไม่ชัดเจน", again(verifier)).isDone() ? "rejected" : "rejection refused";
            }
            default -> {
                reported.put(clock.today(), tallies(clock.today()));
                // Within the months that are left of the grant; growing stale is seen as of days to come.
                letDaysPass(1 + random.nextInt(12));
                return "day passed";
            }
        }
    }

    private String decide(Random random) {
        SuspicionState state = SuspicionState.values()[random.nextInt(4) % 3];
        List<Suspicion> pairs =
                duplicates.list(new Filter(grant.id(), null, null, state), verifier, 1, 100).rows();
        if (pairs.isEmpty()) {
            return "nothing to decide";
        }
        Suspicion pair = pairs.get(random.nextInt(pairs.size()));
        DuplicateVerdict verdict = random.nextInt(3) > 0 ? DuplicateVerdict.SAME : DuplicateVerdict.DIFFERENT;
        DuplicateEffect shown = duplicates.effect(pair.id(), verdict, again(decider)).orElseThrow();
        boolean done = duplicates.decide(pair.id(), verdict, "ตัดสินในการทดสอบ", again(decider)).isDone();
        if (done) {
            for (DuplicateEffect.Line line : shown.lines()) {
                CountFilter filter = new CountFilter(Register.PERSON, line.facet());
                long now = line.centreCode() == null
                        ? counts.counted(grant.id(), filter, clock.today())
                        : counts.countedByCentre(grant.id(), filter, clock.today()).getOrDefault(line.centreCode(), 0L);
                assertThat(now).as("what was shown is what happens: %s", line).isEqualTo(line.after());
            }
        }
        return done ? verdict.name().toLowerCase() : "decision refused";
    }

    private void compare(String when) {
        LocalDate today = clock.today();
        for (LocalDate day : List.of(today, today.plusMonths(6), today.plusMonths(12).plusDays(1))) {
            assertThat(tallies(day)).as("%s, as of %s, counted on %s", when, day, today).isEqualTo(recount(day));
        }
        reported.forEach((day, tallies) ->
                assertThat(tallies(day)).as("%s: figures of %s stay", when, day).isEqualTo(tallies));
        assertThat(jdbc.queryForList("SELECT id FROM registry_record WHERE grant_id = ? AND state = 'WITHDRAWN'",
                String.class, grant.id())).as("%s: nobody who has withdrawn comes back", when)
                .containsExactlyInAnyOrderElementsOf(withdrawn);
        for (CountFilter filter : filters()) {
            RegistryCounts.DuplicateFigures figures = counts.duplicates(grant.id(), filter, today);
            assertThat(figures.gross()).isEqualTo(figures.net() + figures.confirmed());
            assertThat(figures.net()).isEqualTo(counts.counted(grant.id(), filter, today));
            assertThat(figures.suspected()).isLessThanOrEqualTo(figures.gross());
        }
    }

    private Map<CountFilter, RegistryCounts.Tally> tallies(LocalDate day) {
        return counts.tallies(grant.id(), filters(), day);
    }

    private static List<CountFilter> filters() {
        List<CountFilter> filters = new ArrayList<>(List.of(CountFilter.of(Register.PERSON)));
        Arrays.stream(ROLES).map(role -> new CountFilter(Register.PERSON, role)).forEach(filters::add);
        return filters;
    }

    /** From the records as they are today, on a day from today on. */
    private Map<CountFilter, RegistryCounts.Tally> recount(LocalDate day) {
        Map<String, String> person = people();
        Map<String, Set<String>> roles = new HashMap<>();
        jdbc.query("SELECT h.record_id, h.role_code FROM registry_role h JOIN registry_record r ON r.id = h.record_id"
                        + " WHERE r.grant_id = ? UNION SELECT m.into_id, h.role_code FROM registry_merge m"
                        + " JOIN registry_role h ON h.record_id = m.record_id"
                        + " WHERE m.grant_id = ? AND m.undone_on = DATE '9999-12-31' AND m.with_roles",
                row -> {
                    roles.computeIfAbsent(row.getString(1), id -> new HashSet<>()).add(row.getString(2));
                }, grant.id(), grant.id());
        Map<CountFilter, RegistryCounts.Tally> tallies = new LinkedHashMap<>();
        for (CountFilter filter : filters()) {
            Set<String> national = new HashSet<>();
            Map<String, Long> byCentre = new HashMap<>();
            jdbc.query("SELECT id, centre_code FROM registry_record WHERE grant_id = ? AND state = 'VERIFIED'"
                    + " AND fresh_until >= ?", row -> {
                        String id = row.getString(1);
                        if (filter.facet() == null || roles.get(id).contains(filter.facet())) {
                            national.add(person.getOrDefault(id, id));
                            byCentre.merge(row.getString(2), 1L, Long::sum);
                        }
                    }, grant.id(), day);
            tallies.put(filter, new RegistryCounts.Tally(national.size(), byCentre));
        }
        return tallies;
    }

    /** For each record in a decided pair, a name for the person: the same for all that are connected. */
    private Map<String, String> people() {
        Map<String, String> person = new HashMap<>();
        jdbc.query("SELECT first_id, second_id FROM registry_suspect WHERE grant_id = ? AND state = 'CONFIRMED'", row -> {
            String one = person.getOrDefault(row.getString(1), row.getString(1));
            String other = person.getOrDefault(row.getString(2), row.getString(2));
            person.put(row.getString(1), one);
            person.put(row.getString(2), other);
            person.replaceAll((id, name) -> name.equals(other) ? one : name);
        }, grant.id());
        return person;
    }

    private RecordFacts somebody(Random random) {
        String[] roles = Arrays.stream(ROLES).filter(role -> random.nextBoolean()).toArray(String[]::new);
        RecordFacts facts = personAt(random.nextInt(3) == 0 ? LAMPHUN : CHIANG_MAI, NAMES[random.nextInt(NAMES.length)],
                roles.length == 0 ? new String[] {ROLES[0]} : roles);
        return facts.withCitizenNumber(NUMBERS[random.nextInt(NUMBERS.length)]);
    }

    private Actor author(RecordFacts facts) {
        return again(facts.centreCode().equals(LAMPHUN) ? neighbour : dataManager);
    }
}
