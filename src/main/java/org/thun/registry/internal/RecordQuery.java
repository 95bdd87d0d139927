package org.thun.registry.internal;

import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.RecordFilter;
import org.thun.registry.RecordState;

/** A filter in the terms of the tables. */
record RecordQuery(
        Register registerCode,
        String grantId,
        String centreCode,
        RecordState state,
        String roleCode,
        String categoryCode,
        Long recordNo,
        String namePrefix) {

    static RecordQuery of(RecordFilter filter) {
        String text = filter.text() == null || filter.text().isBlank() ? null : filter.text().strip();
        Long number = text == null ? null : RecordNumbers.read(text).orElse(null);
        boolean people = filter.register() == Register.PERSON;
        return new RecordQuery(filter.register(), filter.grantId(), filter.centreCode(), filter.state(),
                people ? filter.facet() : null, people ? null : filter.facet(), number,
                text == null || number != null ? null : prefix(text));
    }

    private static String prefix(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
