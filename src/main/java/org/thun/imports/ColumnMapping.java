package org.thun.imports;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From where each field of a register takes its value.
 *
 * @param fields by key of the field ({@link ImportField#key}); fields that are not named stay empty
 */
public record ColumnMapping(Map<String, Origin> fields) {

    /** The field that holds the number of a row in the source it comes from: by it a row is known again (BR-23). */
    public static final String SOURCE_KEY = "sourceKey";

    public ColumnMapping {
        fields = Map.copyOf(fields);
    }

    /**
     * Where a value comes from.
     *
     * @param column heading of the column, or {@code null} if the value is the same in all rows
     * @param value the value of all rows, as it would be typed, or {@code null}
     */
    public record Origin(String column, String value) {

        public static Origin column(String heading) {
            return new Origin(heading, null);
        }

        public static Origin everywhere(String value) {
            return new Origin(null, value);
        }
    }

    /** The origin of a field, or {@code null}. */
    public Origin of(String field) {
        return fields.get(field);
    }

    /** Columns named here that a file does not have. */
    public List<String> missingFrom(Collection<String> headings) {
        return fields.values().stream()
                .map(Origin::column)
                .filter(column -> column != null && !headings.contains(column))
                .distinct()
                .sorted()
                .toList();
    }

    /** The same without the columns a file does not have. */
    public ColumnMapping within(Collection<String> headings) {
        Map<String, Origin> present = new LinkedHashMap<>(fields);
        present.values().removeIf(origin -> origin.column() != null && !headings.contains(origin.column()));
        return new ColumnMapping(present);
    }
}
