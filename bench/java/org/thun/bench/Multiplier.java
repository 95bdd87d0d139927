package org.thun.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.thun.testing.MySqlSchema;

/**
 * Makes many open cases out of some: copies rows by SQL under new ids. Starting fifty thousand processes one by one would
 * take the better part of an hour and give the very same rows.
 */
final class Multiplier implements AutoCloseable {

    private static final Set<String> OURS = Set.of("business_key", "case_id", "grant_id");

    private final Connection connection;
    private final int copies;

    Multiplier(MySqlSchema schema, int copies) throws SQLException {
        this.connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password());
        this.copies = copies;
    }

    /** The engine's rows of an open user task. */
    void engine() throws SQLException {
        // The tables point to each other and to themselves; copies are made whole, so nothing is checked on the way.
        run("SET FOREIGN_KEY_CHECKS = 0");
        copy("ACT_RU_EXECUTION", Set.of("ID_", "ROOT_PROC_INST_ID_", "PROC_INST_ID_", "PARENT_ID_", "BUSINESS_KEY_"));
        copy("ACT_RU_TASK", Set.of("ID_", "EXECUTION_ID_", "PROC_INST_ID_"));
        copy("ACT_RU_IDENTITYLINK", Set.of("ID_", "TASK_ID_"));
        copy("ACT_RU_VARIABLE", Set.of("ID_", "EXECUTION_ID_", "PROC_INST_ID_", "VAR_SCOPE_"));
        run("SET FOREIGN_KEY_CHECKS = 1");
    }

    /** The rows of the inbox. */
    void inbox() throws SQLException {
        copy("inbox_task", Set.of("task_id", "run_id", "business_key", "case_id", "grant_id"));
        for (int k = 1; k <= copies; k++) {
            run("INSERT INTO inbox_audience (audience, due_on, task_id) SELECT IF(a.audience LIKE '%@grant:%', "
                    + "CONCAT(SUBSTRING_INDEX(a.audience, ':', 1), ':', " + copiedOurs("SUBSTRING_INDEX(a.audience, ':', -1)", k)
                    + "), a.audience), a.due_on, " + copied("a.task_id", k) + " FROM inbox_audience a WHERE "
                    + original("a.task_id"));
        }
    }

    /** Both sides' tables get fresh statistics, as they would have in a grown installation. */
    void analyse(String... tables) throws SQLException {
        for (String table : tables) {
            run("ANALYZE TABLE " + table);
        }
    }

    private void copy(String table, Set<String> ids) throws SQLException {
        List<String> columns = columns(table);
        for (int k = 1; k <= copies; k++) {
            int copy = k;
            run("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
                    + columns.stream()
                            .map(column -> ids.contains(column) ? copied(column, copy) : column)
                            .collect(Collectors.joining(", "))
                    + " FROM " + table + " WHERE " + original(columns.get(0)));
        }
    }

    private static String copied(String column, int k) {
        return OURS.contains(column) ? copiedOurs(column, k) : String.format("CONCAT(%s, '~%03d')", column, k);
    }

    /** Our ids have a fixed length: the number goes in front, in place of what all ids of one run begin with. */
    private static String copiedOurs(String column, int k) {
        return String.format("CONCAT('~%03d', SUBSTRING(%s, 5))", k, column);
    }

    private static String original(String column) {
        return column + " NOT LIKE '%~%'";
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getColumns(connection.getCatalog(), null, table, null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
