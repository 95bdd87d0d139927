package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.registry.internal.StandingMapper.SharedRow;

/**
 * On which days records count, and what that makes of the counts: the only writer of {@code registry_standing},
 * {@code registry_shared} and the tallies. Every change of a record's days changes the tallies in the same transaction, so
 * that a count as of any day is read without looking at records.
 *
 * <p>Callers hold the lock of the records concerned ({@link RecordMapper#lock}). Everything takes many records at once and
 * needs a handful of statements per {@value Entry#CHUNK} of them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StandingBook {

    private final StandingMapper standings;
    private final TallyLedger ledger;

    StandingBook(StandingMapper standings, TallyLedger ledger) {
        this.standings = standings;
        this.ledger = ledger;
    }

    /**
     * From now on records count on those days. All rows of a record bear the same days.
     *
     * @throws IllegalStateException if a record counts on one of those days already: it is to be stopped or prolonged
     */
    void begin(List<StandingRow> rows) {
        Map<String, List<StandingRow>> byRecord = rows.stream().collect(Collectors.groupingBy(StandingRow::recordId));
        for (List<String> ids : Entry.chunks(sorted(byRecord.keySet()))) {
            List<StandingRow> begun = ids.stream().flatMap(id -> byRecord.get(id).stream()).toList();
            LocalDate first = begun.stream().map(StandingRow::countsFrom).min(LocalDate::compareTo).orElseThrow();
            Map<String, List<StandingRow>> before = standings.lastingTo(ids, first).stream()
                    .collect(Collectors.groupingBy(StandingRow::recordId));
            ids.forEach(id -> check(byRecord.get(id), before.getOrDefault(id, List.of())));
            standings.insert(begun);
            ledger.add(new TallyChanges().come(begun, shared(ids)));
        }
    }

    /** From that day on records count no more; as of the days before they still do. */
    void stop(Collection<String> recordIds, LocalDate day) {
        LocalDate last = day.minusDays(1);
        for (List<String> ids : Entry.chunks(sorted(recordIds))) {
            List<StandingRow> before = standings.lastingTo(ids, day);
            if (before.isEmpty()) {
                continue;
            }
            List<StandingRow> after = before.stream()
                    .filter(row -> row.countsFrom().isBefore(day))
                    .map(row -> row.until(last))
                    .toList();
            standings.dropFrom(ids, day);
            standings.endOn(ids, last);
            SharedDays shared = shared(ids);
            ledger.add(new TallyChanges().go(before, shared).come(after, shared));
        }
    }

    /**
     * Records that count on that day count until a later one, never shorter than they did.
     *
     * @return those that counted on that day; the others are to {@link #begin} again
     */
    Set<String> prolong(Collection<String> recordIds, LocalDate day, LocalDate until) {
        Set<String> running = new HashSet<>();
        for (List<String> ids : Entry.chunks(sorted(recordIds))) {
            List<StandingRow> before =
                    standings.lastingTo(ids, day).stream().filter(row -> row.countsOn(day)).toList();
            before.forEach(row -> running.add(row.recordId()));
            List<StandingRow> shorter = before.stream().filter(row -> row.countsTo().isBefore(until)).toList();
            if (!shorter.isEmpty()) {
                standings.prolong(ids, day, until);
                SharedDays shared = shared(ids);
                ledger.add(new TallyChanges()
                        .go(shorter, shared)
                        .come(shorter.stream().map(row -> row.until(until)).toList(), shared));
            }
        }
        return running;
    }

    /** The same for one record; {@code true} if it counted on that day. */
    boolean prolong(String recordId, LocalDate day, LocalDate until) {
        return !prolong(List.of(recordId), day, until).isEmpty();
    }

    /**
     * From that day on these records count for their own centre but not for the nation on those days, because another
     * record of the same person does (BR-20), and on no others. Days before stay as they were. Being shared is not bound
     * to a verification: a record may be marked before it counts.
     */
    void share(Collection<String> recordIds, Collection<SharedRow> days, LocalDate from) {
        Map<String, List<SharedRow>> byRecord = days.stream().collect(Collectors.groupingBy(SharedRow::recordId));
        for (List<String> ids : Entry.chunks(sorted(recordIds))) {
            List<StandingRow> affected = standings.lastingTo(ids, from);
            SharedDays before = shared(ids);
            SharedDays after = before.with(
                    ids.stream().flatMap(id -> byRecord.getOrDefault(id, List.of()).stream()).toList(), from);
            if (!Set.copyOf(before.rows()).equals(Set.copyOf(after.rows()))) {
                standings.deleteShared(ids);
                if (!after.rows().isEmpty()) {
                    standings.insertShared(after.rows());
                }
                ledger.add(new TallyChanges().go(affected, before).come(affected, after));
            }
        }
    }

    private SharedDays shared(Collection<String> ids) {
        return new SharedDays(standings.shared(ids));
    }

    private static void check(List<StandingRow> begun, List<StandingRow> before) {
        StandingRow one = begun.get(0);
        boolean sameDays = begun.stream()
                .allMatch(row -> row.countsFrom().equals(one.countsFrom()) && row.countsTo().equals(one.countsTo()));
        boolean free = before.stream()
                .allMatch(row -> row.countsFrom().isAfter(one.countsTo()) || row.countsTo().isBefore(one.countsFrom()));
        if (!sameDays || !free || one.countsTo().isBefore(one.countsFrom())) {
            throw new IllegalStateException("record " + one.recordId() + " cannot begin to count on " + one.countsFrom());
        }
    }

    private static List<String> sorted(Collection<String> ids) {
        return ids.stream().distinct().sorted().toList();
    }
}
