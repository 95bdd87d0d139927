package org.thun.imports;

import java.util.List;
import org.thun.programmes.CodeItem;
import org.thun.shared.LocalizedText;

/**
 * A field of a register that a column can fill.
 *
 * @param key name of the fact ({@link org.thun.registry.RecordFacts}), {@code detail.<role>} or
 *     {@link ColumnMapping#SOURCE_KEY}
 * @param labelKey key of its name
 * @param of what the name speaks of (the role of a detail), or {@code null}
 * @param kind how its values are read
 * @param required whether a record cannot be without it
 * @param items what may be chosen, by code or by text in either language; empty where nothing is chosen
 */
public record ImportField(
        String key, String labelKey, LocalizedText of, Kind kind, boolean required, List<CodeItem> items) {

    public ImportField {
        items = List.copyOf(items);
    }

    /** How the values of a field are read. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A day in either era and either digits. */
        DATE,
        /** A year in either era, or a day of which the year is taken. */
        YEAR,
        YES_NO,
        /** One of {@link ImportField#items}. */
        CODE,
        /** Several of {@link ImportField#items}, with commas between. */
        CODES
    }
}
