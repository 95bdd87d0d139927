package org.thun.registry.internal;

import java.util.List;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.RecordFilter;
import org.thun.registry.RecordGap;
import org.thun.registry.RecordState;

/**
 * A filter in the terms of the tables.
 *
 * @param ids the only records meant, as a search has found them; {@code null} for all
 * @param places the only places meant; {@code null} for all
 */
record RecordQuery(
        Register registerCode,
        String grantId,
        String centreCode,
        RecordState state,
        String roleCode,
        String categoryCode,
        RecordGap gap,
        Long recordNo,
        List<Spot> places,
        List<String> ids) {

    /** A centre or, within it, a district or a sub-district; parts that are {@code null} do not narrow it. */
    record Spot(String centreCode, String district, String subdistrict) {}

    static RecordQuery of(RecordFilter filter, Long number, List<Spot> places) {
        boolean people = filter.register() == Register.PERSON;
        return new RecordQuery(filter.register(), filter.grantId(), filter.centreCode(), filter.state(),
                people ? filter.facet() : null, people ? null : filter.facet(), filter.gap(), number, places, null);
    }

    /** Whether such records can be counted without being read: what narrows them stands in an index. */
    boolean countable() {
        return roleCode == null && categoryCode == null && places == null;
    }

    /** Only these of the records. */
    RecordQuery only(List<String> found) {
        return new RecordQuery(registerCode, grantId, centreCode, state, roleCode, categoryCode, gap, recordNo, places,
                found);
    }
}
