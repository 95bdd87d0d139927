package org.thun.registry.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;
import org.thun.programmes.IndicatorSource.Register;

/** Gives the records that are there already the keys by which they are found by name: SQL cannot fold names. */
@Component
class NamesMigration implements JavaMigration {

    private static final int PART = 2_000;

    private static final String NEXT = """
            SELECT id, register_code, centre_code, name, surname, name_en FROM registry_record
            WHERE id > ? AND state <> 'WITHDRAWN' ORDER BY id LIMIT ?
            """;

    private static final String ADD =
            "INSERT INTO registry_name (record_id, word_no, register_code, centre_code, skeleton_key, sound_key) VALUES ";

    /** A driver sends the rows of a batch one by one; this many to a statement take a tenth of the time. */
    private static final int ROWS = 500;

    /** A key of a record. */
    private record Row(String recordId, int word, String register, String centre, NameKey key) {}

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("73.2");
    }

    @Override
    public String getDescription() {
        return "registry names";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        String after = "";
        while (after != null) {
            after = part(connection, after);
        }
    }

    /** Writes the keys of the next records; gives the last of them, or {@code null} at the end. */
    private static String part(Connection connection, String after) throws SQLException {
        String last = after;
        int seen = 0;
        List<Row> keys = new ArrayList<>();
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setString(1, after);
            next.setInt(2, PART);
            try (ResultSet rows = next.executeQuery()) {
                for (; rows.next(); seen++) {
                    last = rows.getString("id");
                    int word = 0;
                    for (NameKey key : NameKey.of(Register.valueOf(rows.getString("register_code")),
                            rows.getString("name"), rows.getString("surname"), rows.getString("name_en"))) {
                        keys.add(new Row(last, ++word, rows.getString("register_code"), rows.getString("centre_code"), key));
                    }
                }
            }
        }
        for (int from = 0; from < keys.size(); from += ROWS) {
            add(connection, keys.subList(from, Math.min(from + ROWS, keys.size())));
        }
        return seen < PART ? null : last;
    }

    private static void add(Connection connection, List<Row> keys) throws SQLException {
        String places = String.join(",", Collections.nCopies(keys.size(), "(?, ?, ?, ?, ?, ?)"));
        try (PreparedStatement add = connection.prepareStatement(ADD + places)) {
            int at = 0;
            for (Row row : keys) {
                add.setString(++at, row.recordId());
                add.setInt(++at, row.word());
                add.setString(++at, row.register());
                add.setString(++at, row.centre());
                add.setBytes(++at, row.key().skeleton());
                add.setBytes(++at, row.key().sound());
            }
            add.executeUpdate();
        }
    }
}
