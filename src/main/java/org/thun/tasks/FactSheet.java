package org.thun.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Facts to decide by, in sections. Values are objects of the domain (money, dates, localized texts, numbers, strings,
 * {@code null} for "not known"); the page formats them for its reader.
 */
public record FactSheet(List<Section> sections) {

    public FactSheet {
        sections = List.copyOf(sections);
    }

    public static FactSheet of(Section... sections) {
        return new FactSheet(List.of(sections));
    }

    /**
     * A part of the sheet.
     *
     * @param titleKey key of its title
     * @param facts labelled values
     * @param table rows, or {@code null}
     * @param checks rules with their state
     */
    public record Section(String titleKey, List<Fact> facts, Table table, List<Check> checks) {

        public static Section facts(String titleKey, Fact... facts) {
            return new Section(titleKey, List.of(facts), null, List.of());
        }

        public static Section table(String titleKey, Table table) {
            return new Section(titleKey, List.of(), table, List.of());
        }

        public static Section checks(String titleKey, List<Check> checks) {
            return new Section(titleKey, List.of(), null, checks);
        }
    }

    /** A labelled value; {@code link} leads to where it comes from, or is {@code null}. */
    public record Fact(String labelKey, Object value, String link) {

        public static Fact of(String labelKey, Object value) {
            return new Fact(labelKey, value, null);
        }
    }

    /**
     * Rows under labelled columns; a cell may be {@code null} for "not known".
     *
     * @param links where the numbers of each row come from, by row; empty where nothing is said about it
     */
    public record Table(List<String> columnKeys, List<List<Object>> rows, List<String> links) {

        public Table {
            if (!links.isEmpty() && links.size() != rows.size()) {
                throw new IllegalArgumentException(links.size() + " links for " + rows.size() + " rows");
            }
        }

        /** A table whose numbers lead nowhere. */
        public Table(List<String> columnKeys, List<List<Object>> rows) {
            this(columnKeys, rows, List.of());
        }

        /** Where the numbers of a row come from, or {@code null}. */
        public String link(int row) {
            return links.isEmpty() ? null : links.get(row);
        }

        /** A row of cells. */
        public static List<Object> row(Object... cells) {
            // List.of refuses null, and a cell that is not known is null.
            return new ArrayList<>(Arrays.asList(cells));
        }
    }

    /**
     * A rule with its state.
     *
     * @param rule the rule ({@code BR-04})
     * @param labelKey what it asks for
     * @param args arguments of that text
     * @param met whether it is met now
     * @param detailKey what is missing and who must act, or {@code null}
     */
    public record Check(String rule, String labelKey, List<Object> args, boolean met, String detailKey) {}
}
