package org.thun.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.thun.testing.MySqlSchema;

/** {@code LOAD DATA} into the tables of a test database: the fastest way in that the server has. */
final class Loader implements AutoCloseable {

    /** In front of a column whose field is written in hexadecimal digits. */
    static final String HEX = "@";

    private static final Path ROOM = Path.of("target/bench");

    private final Connection connection;

    Loader(MySqlSchema schema) throws SQLException {
        this.connection = DriverManager.getConnection(
                "jdbc:mysql://%s:%d/%s?allowLoadLocalInfile=true&characterEncoding=UTF-8"
                        .formatted(schema.host(), schema.port(), schema.name()),
                "root", "");
        run("SET GLOBAL local_infile = ON");
    }

    /** Rows on their way into a table. */
    interface Rows {
        void writeTo(Sink sink) throws IOException;
    }

    /** Takes the fields of one row at a time, in the order of the columns; {@code null} is SQL's. */
    static final class Sink {

        private final BufferedWriter out;

        private Sink(BufferedWriter out) {
            this.out = out;
        }

        void row(Object... fields) throws IOException {
            for (int i = 0; i < fields.length; i++) {
                if (i > 0) {
                    out.write('\t');
                }
                Object field = fields[i];
                out.write(field == null ? "\\N" : field instanceof Boolean flag ? flag ? "1" : "0" : field.toString());
            }
            out.write('\n');
        }
    }

    /**
     * Writes rows to a file and loads it; gives the number of rows loaded. Indexes that keep nothing unique are taken off
     * meanwhile: sorting them afterwards takes a fraction of keeping them while the rows come.
     */
    long load(String table, List<String> columns, Rows rows) throws IOException, SQLException {
        Path file = file(table);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            rows.writeTo(new Sink(out));
        }
        Map<String, String> indexes = indexes(table);
        alter(table, indexes.keySet().stream().map(name -> "DROP INDEX " + name).toList());
        long loaded = load(table, columns, file, false);
        alter(table, indexes.entrySet().stream()
                .map(index -> "ADD INDEX " + index.getKey() + " (" + index.getValue() + ")")
                .toList());
        return loaded;
    }

    /** The columns of the indexes of a table that keep nothing unique, by their names. */
    private Map<String, String> indexes(String table) throws SQLException {
        Map<String, String> indexes = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT index_name AS name, GROUP_CONCAT(column_name ORDER BY seq_in_index) AS columns_of_it
                FROM information_schema.statistics
                WHERE table_schema = DATABASE() AND table_name = ? AND non_unique = 1
                GROUP BY index_name
                """)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    indexes.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return indexes;
    }

    private void alter(String table, List<String> changes) throws SQLException {
        if (!changes.isEmpty()) {
            run("ALTER TABLE " + table + " " + String.join(", ", changes));
        }
    }

    /** Loads a file of tab-separated rows; of bytes as they are in the tables, if {@code binary}. */
    long load(String table, List<String> columns, Path file, boolean binary) throws IOException, SQLException {
        try (InputStream in = Files.newInputStream(file);
                Statement statement = connection.createStatement()) {
            statement.unwrap(com.mysql.cj.jdbc.JdbcStatement.class).setLocalInfileInputStream(in);
            return statement.executeLargeUpdate("LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + table + " CHARACTER SET "
                    + (binary ? "binary" : "utf8mb4") + " (" + String.join(", ", columns) + ")" + unhexed(columns));
        }
    }

    private static String unhexed(List<String> columns) {
        String settings = columns.stream()
                .filter(column -> column.startsWith(HEX))
                .map(column -> column.substring(HEX.length()) + " = UNHEX(" + column + ")")
                .collect(Collectors.joining(", "));
        return settings.isEmpty() ? "" : " SET " + settings;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connection() {
        return connection;
    }

    static Path file(String name) throws IOException {
        Files.createDirectories(ROOM);
        return ROOM.resolve(name.toLowerCase(Locale.ROOT) + ".tsv");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
