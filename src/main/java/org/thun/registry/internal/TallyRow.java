package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.Comparator;
import org.thun.programmes.IndicatorSource.Register;

/**
 * What changes in the counts of one centre on one day.
 *
 * @param grantId grant of the records
 * @param registerCode their register
 * @param facetCode their facet, or {@link #ANY_FACET}
 * @param onDay the day from which the change holds
 * @param centreCode their centre
 * @param added records that begin to count for the centre
 * @param removed records that cease to
 * @param nationalAdded records that begin to count for the nation
 * @param nationalRemoved records that cease to
 */
record TallyRow(
        String grantId,
        Register registerCode,
        String facetCode,
        LocalDate onDay,
        String centreCode,
        int added,
        int removed,
        int nationalAdded,
        int nationalRemoved) {

    /** Stands for records whatever their facets, each once (BR-21). */
    static final String ANY_FACET = "*";

    /** In the order of the table's key: whoever writes several rows locks them in the same order. */
    static final Comparator<TallyRow> KEY_ORDER = Comparator.comparing(TallyRow::grantId)
            .thenComparing(row -> row.registerCode().name())
            .thenComparing(TallyRow::facetCode)
            .thenComparing(TallyRow::onDay)
            .thenComparing(TallyRow::centreCode);

    int monthNo() {
        return monthNo(onDay);
    }

    /** Number of a calendar month, growing by one from month to month. */
    static int monthNo(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue();
    }

    boolean changesNothing() {
        return added == 0 && removed == 0 && nationalAdded == 0 && nationalRemoved == 0;
    }

    TallyRow plus(TallyRow other) {
        return new TallyRow(grantId, registerCode, facetCode, onDay, centreCode, added + other.added,
                removed + other.removed, nationalAdded + other.nationalAdded, nationalRemoved + other.nationalRemoved);
    }

    TallyRow negated() {
        return new TallyRow(grantId, registerCode, facetCode, onDay, centreCode, -added, -removed, -nationalAdded,
                -nationalRemoved);
    }
}
