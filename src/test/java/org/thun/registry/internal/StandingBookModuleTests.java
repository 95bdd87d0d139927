package org.thun.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.CountFilter;
import org.thun.registry.RegistryCounts;
import org.thun.registry.RegistryCounts.Movement;
import org.thun.registry.internal.StandingMapper.SharedRow;
import org.thun.shared.DateRange;
import org.thun.shared.Ids;
import org.thun.testing.ThunTest;

@ThunTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:thun-evidence;MODE=MySQL;DEFAULT_LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class StandingBookModuleTests {

    private static final LocalDate DAY = LocalDate.of(2017, 1, 20);
    private static final String NORTH = "TH-50";
    private static final String SOUTH = "TH-90";
    private static final CountFilter LEADERS = new CountFilter(Register.PERSON, "leader");
    private static final CountFilter PEOPLE = CountFilter.of(Register.PERSON);

    @Autowired
    private StandingBook book;

    @Autowired
    private RegistryCounts counts;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate transaction;
    private String grantId;

    @BeforeEach
    void newGrant() {
        grantId = Ids.next();
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    @DisplayName("BR-20: a shared person counts for its own centre and not for the nation, from that day on")
    void countsASharedPersonForItsCentreOnly() {
        String north = Ids.next();
        String south = Ids.next();
        commit(() -> book.begin(rows(north, NORTH, DAY, DAY.plusYears(1), "leader")));
        commit(() -> book.begin(rows(south, SOUTH, DAY, DAY.plusYears(1), "leader", "volunteer")));
        assertThat(counts.counted(grantId, PEOPLE, DAY)).isEqualTo(2);

        commit(() -> book.share(List.of(south), shared(south, DAY.plusDays(10), "*", "leader"), DAY.plusDays(10)));

        assertThat(counts.counted(grantId, PEOPLE, DAY.plusDays(9))).isEqualTo(2);
        assertThat(counts.counted(grantId, PEOPLE, DAY.plusDays(10))).isEqualTo(1);
        assertThat(counts.countedByCentre(grantId, LEADERS, DAY.plusDays(10))).isEqualTo(Map.of(NORTH, 1L, SOUTH, 1L));
        assertThat(counts.counted(grantId, new CountFilter(Register.PERSON, "volunteer"), DAY.plusDays(10)))
                .as("a volunteer in the south only").isEqualTo(1);
        assertThat(counts.tallies(grantId, List.of(LEADERS), DAY.plusDays(10)).get(LEADERS).shared()).isEqualTo(1);
        assertThat(counts.movements(grantId, LEADERS, new DateRange(DAY, DAY.plusDays(10))).national())
                .isEqualTo(new Movement(2, 1));

        commit(() -> book.share(List.of(south), List.of(), DAY.plusDays(20)));
        assertThat(counts.course(grantId, PEOPLE, null,
                        List.of(DAY.minusDays(1), DAY, DAY.plusDays(19), DAY.plusDays(20), DAY.plusYears(2))).values())
                .containsExactly(0L, 2L, 1L, 2L, 0L);
        assertThat(counts.course(grantId, PEOPLE, List.of(SOUTH), List.of(DAY.plusDays(19))).values()).containsExactly(1L);
    }

    @Test
    void keepsARecordSharedThatIsStoppedAndBegunAgain() {
        String id = Ids.next();
        commit(() -> {
            book.share(List.of(id), shared(id, DAY, "*", "leader"), DAY);
            book.begin(rows(id, NORTH, DAY, Cases.FOR_EVER, "leader"));
        });
        commit(() -> book.stop(List.of(id), DAY.plusDays(3)));
        commit(() -> book.begin(rows(id, NORTH, DAY.plusDays(3), Cases.FOR_EVER, "leader")));
        assertThat(counts.counted(grantId, PEOPLE, DAY.plusDays(5))).isZero();
        assertThat(counts.countedByCentre(grantId, PEOPLE, DAY.plusDays(5))).isEqualTo(Map.of(NORTH, 1L));
        assertRecounted();
    }

    @Test
    void readsWithinATransactionWhatItHasNotWrittenYet() {
        String id = Ids.next();
        commit(() -> {
            book.begin(rows(id, NORTH, DAY, DAY.plusYears(1), "leader"));
            assertThat(counts.counted(grantId, PEOPLE, DAY)).isEqualTo(1);
            book.stop(List.of(id), DAY);
            assertThat(counts.counted(grantId, PEOPLE, DAY)).isZero();
        });
        assertThat(counts.countedByCentre(grantId, PEOPLE, DAY)).isEmpty();
    }

    @Test
    void forgetsWhatIsRolledBack() {
        String id = Ids.next();
        transaction.executeWithoutResult(status -> {
            book.begin(rows(id, NORTH, DAY, DAY.plusYears(1), "leader"));
            status.setRollbackOnly();
        });
        assertThat(counts.counted(grantId, PEOPLE, DAY)).isZero();
        assertRecounted();
    }

    @Test
    void refusesToCountARecordTwiceOnOneDay() {
        String id = Ids.next();
        commit(() -> book.begin(rows(id, NORTH, DAY, DAY.plusYears(1), "leader")));
        assertThatThrownBy(() -> commit(() -> book.begin(rows(id, NORTH, DAY.plusDays(1), DAY.plusYears(2), "leader"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(counts.counted(grantId, PEOPLE, DAY.plusDays(2))).isEqualTo(1);
    }

    @Test
    @DisplayName("Any order of verifications, corrections, confirmations, merges and un-merges counts like a recount")
    void agreesWithARecountOnEveryDayWhateverHappens() {
        for (long seed = 1; seed <= 6; seed++) {
            grantId = Ids.next();
            live(new Random(seed));
            assertRecounted();
        }
    }

    @Test
    void letsCentresCountAtTheSameTimeWithoutWaitingInACircle() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int person = 0; person < 4; person++) {
                Random random = new Random(person);
                work.add(people.submit(() -> {
                    for (int i = 0; i < 15; i++) {
                        List<StandingRow> rows = new ArrayList<>();
                        for (int j = 0; j < 20; j++) {
                            rows.addAll(rows(Ids.next(), random.nextBoolean() ? NORTH : SOUTH,
                                    DAY.plusDays(random.nextInt(5)), DAY.plusYears(1), random.nextBoolean()
                                            ? new String[] {"leader"} : new String[] {"volunteer", "leader"}));
                        }
                        commit(() -> book.begin(rows));
                    }
                }));
            }
            for (Future<?> each : work) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(counts.counted(grantId, LEADERS, DAY.plusDays(5))).isEqualTo(4 * 15 * 20);
        assertRecounted();
    }

    /** Half a year of a small register, with everything that may happen to a record. */
    private void live(Random random) {
        Map<String, String> centres = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            centres.put(Ids.next(), random.nextBoolean() ? NORTH : SOUTH);
        }
        List<String> ids = List.copyOf(centres.keySet());
        LocalDate day = DAY;
        for (int step = 0; step < 60; step++) {
            day = day.plusDays(random.nextInt(6));
            LocalDate today = day;
            List<String> some = ids.stream().filter(id -> random.nextInt(3) == 0).toList();
            LocalDate until = random.nextInt(5) == 0 ? Cases.FOR_EVER : today.plusDays(10 + random.nextInt(40));
            int deed = random.nextInt(5);
            commit(() -> {
                switch (deed) {
                    case 0, 1 -> {
                        var runOn = book.prolong(some, today, until);
                        some.stream().filter(id -> !runOn.contains(id)).forEach(id -> book.begin(rows(id, centres.get(id),
                                today, until, random.nextBoolean()
                                        ? new String[] {"leader", "volunteer"} : new String[] {"volunteer"})));
                    }
                    case 2 -> book.stop(some, today);
                    case 3 -> {
                        LocalDate from = today.plusDays(random.nextInt(4));
                        String[] facets = random.nextBoolean() ? new String[] {"*"} : new String[] {"*", "volunteer"};
                        book.share(some, some.stream().flatMap(id -> shared(id, from, facets).stream()).toList(), from);
                    }
                    default -> book.share(some, List.of(), today.plusDays(random.nextInt(4)));
                }
            });
        }
    }

    /** Compares every count on every day on which something changes with a count of the records. */
    private void assertRecounted() {
        TreeSet<LocalDate> days = new TreeSet<>(jdbc.queryForList("""
                SELECT counts_from FROM registry_standing WHERE grant_id = ?
                UNION SELECT counts_to FROM registry_standing WHERE grant_id = ? AND counts_to < DATE '9999-12-31'
                UNION SELECT h.shared_from FROM registry_shared h
                      JOIN registry_standing s ON s.record_id = h.record_id WHERE s.grant_id = ?
                UNION SELECT h.shared_to FROM registry_shared h
                      JOIN registry_standing s ON s.record_id = h.record_id
                      WHERE s.grant_id = ? AND h.shared_to < DATE '9999-12-31'
                """, LocalDate.class, grantId, grantId, grantId, grantId));
        days.addAll(days.stream().map(day -> day.plusDays(1)).toList());
        List<CountFilter> filters = List.of(PEOPLE, LEADERS, new CountFilter(Register.PERSON, "volunteer"));
        for (LocalDate day : days) {
            counts.tallies(grantId, filters, day).forEach((filter, tally) -> {
                assertThat(tally.national()).as("%s nationally on %s", filter, day)
                        .isEqualTo(recount(filter, day, null, true));
                for (String centre : List.of(NORTH, SOUTH)) {
                    assertThat(tally.byCentre().getOrDefault(centre, 0L)).as("%s of %s on %s", filter, centre, day)
                            .isEqualTo(recount(filter, day, centre, false));
                }
                assertThat(counts.course(grantId, filter, null, days).get(day)).isEqualTo(tally.national());
            });
        }
        LocalDate first = days.isEmpty() ? DAY : days.first();
        LocalDate last = days.isEmpty() ? DAY : days.last();
        assertThat(counts.movements(grantId, PEOPLE, new DateRange(first, last)).national().net())
                .isEqualTo(counts.counted(grantId, PEOPLE, last));
    }

    private long recount(CountFilter filter, LocalDate day, String centre, boolean nationally) {
        String sql = "SELECT COUNT(DISTINCT s.record_id) FROM registry_standing s WHERE s.grant_id = ?"
                + " AND s.counts_from <= ? AND s.counts_to >= ?"
                + (filter.facet() == null ? "" : " AND s.facet_code = '" + filter.facet() + "'")
                + (centre == null ? "" : " AND s.centre_code = '" + centre + "'")
                + (nationally ? " AND NOT EXISTS (SELECT 1 FROM registry_shared h WHERE h.record_id = s.record_id"
                        + " AND h.facet_code = '" + (filter.facet() == null ? "*" : filter.facet()) + "'"
                        + " AND h.shared_from <= '" + day + "' AND h.shared_to >= '" + day + "')" : "");
        return jdbc.queryForObject(sql, Long.class, grantId, day, day);
    }

    private static List<SharedRow> shared(String id, LocalDate from, String... facets) {
        return Arrays.stream(facets).map(facet -> new SharedRow(id, facet, from, Cases.FOR_EVER)).toList();
    }

    private List<StandingRow> rows(String id, String centre, LocalDate from, LocalDate until, String... facets) {
        List<StandingRow> rows = new ArrayList<>();
        for (String facet : facets) {
            rows.add(new StandingRow(id, facet, from, until, grantId, Register.PERSON, centre, "ผู้ตรวจ", "female", 1975,
                    "เมือง", null));
        }
        return rows;
    }

    private void commit(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
