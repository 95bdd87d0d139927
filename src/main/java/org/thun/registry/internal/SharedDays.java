package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.thun.registry.internal.StandingMapper.SharedRow;
import org.thun.shared.DateRange;

/**
 * The days on which records count for their centre but not for the nation, by facet (BR-20): a facilitator of one province
 * who is a volunteer in another is shared as a person there, but not as a volunteer.
 */
final class SharedDays {

    private record Key(String recordId, String facet) {}

    private final List<SharedRow> rows;
    private final Map<Key, List<DateRange>> days;

    SharedDays(Collection<SharedRow> rows) {
        this.rows = List.copyOf(rows);
        this.days = rows.stream()
                .collect(Collectors.groupingBy(row -> new Key(row.recordId(), row.facetCode()),
                        Collectors.mapping(row -> new DateRange(row.sharedFrom(), row.sharedTo()), Collectors.toList())));
    }

    /** Days on which that facet of a record ({@link TallyRow#ANY_FACET}: the record as such) is shared. */
    List<DateRange> of(String recordId, String facet) {
        return days.getOrDefault(new Key(recordId, facet), List.of());
    }

    List<SharedRow> rows() {
        return rows;
    }

    /** These days until the day before, and others from that day on; where both meet without a gap, as one. */
    SharedDays with(Collection<SharedRow> others, LocalDate day) {
        List<SharedRow> all = new ArrayList<>();
        List<SharedRow> seamless = new ArrayList<>(others);
        for (SharedRow row : rows) {
            if (!row.sharedFrom().isBefore(day)) {
                continue;
            }
            SharedRow before = row.sharedTo().isBefore(day) ? row : row.lasting(row.sharedFrom(), day.minusDays(1));
            SharedRow next = seamless.stream()
                    .filter(other -> other.sameAs(before) && other.sharedFrom().equals(before.sharedTo().plusDays(1)))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                all.add(before);
            } else {
                seamless.remove(next);
                all.add(next.lasting(before.sharedFrom(), next.sharedTo()));
            }
        }
        all.addAll(seamless);
        return new SharedDays(all);
    }
}
