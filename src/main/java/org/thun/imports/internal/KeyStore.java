package org.thun.imports.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which record each row of a source has become; many to a statement, by plain JDBC as for the records themselves. */
@Component
class KeyStore {

    private static final int ROWS = 500;

    private final JdbcTemplate jdbc;

    KeyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What a row has become, and what it said then. */
    record Known(RowHash key, RowHash digest, String recordId, int version) {}

    /** Those of the keys that are known. */
    Map<RowHash, Known> of(String sourceId, Collection<RowHash> keys) {
        Map<RowHash, Known> known = new HashMap<>();
        List<RowHash> sorted = keys.stream().distinct().sorted().toList();
        for (int from = 0; from < sorted.size(); from += ROWS) {
            List<RowHash> some = sorted.subList(from, Math.min(from + ROWS, sorted.size()));
            List<Object> args = new ArrayList<>(some.size() + 1);
            args.add(sourceId);
            some.forEach(key -> args.add(key.bytes()));
            jdbc.query("SELECT row_key, row_digest, record_id, version_no FROM import_key WHERE source_id = ? AND row_key IN ("
                            + String.join(",", Collections.nCopies(some.size(), "?")) + ")",
                    row -> {
                        Known each = new Known(RowHash.of(row.getBytes(1)), RowHash.of(row.getBytes(2)), row.getString(3),
                                row.getInt(4));
                        known.put(each.key(), each);
                    },
                    args.toArray());
        }
        return known;
    }

    /** Remembers what new rows have become. */
    void add(String sourceId, List<Known> rows) {
        write(sourceId, rows, "");
    }

    /** Remembers what rows say now. */
    void change(String sourceId, List<Known> rows) {
        write(sourceId, rows, " ON DUPLICATE KEY UPDATE row_digest = VALUES(row_digest), version_no = VALUES(version_no)");
    }

    private void write(String sourceId, List<Known> rows, String otherwise) {
        List<Known> sorted = rows.stream().sorted(Comparator.comparing(Known::key)).toList();
        for (int from = 0; from < sorted.size(); from += ROWS) {
            List<Known> some = sorted.subList(from, Math.min(from + ROWS, sorted.size()));
            List<Object> args = new ArrayList<>(some.size() * 5);
            for (Known each : some) {
                Collections.addAll(args, sourceId, each.key().bytes(), each.digest().bytes(), each.recordId(),
                        each.version());
            }
            jdbc.update("INSERT INTO import_key (source_id, row_key, row_digest, record_id, version_no) VALUES "
                    + String.join(",", Collections.nCopies(some.size(), "(?,?,?,?,?)")) + otherwise, args.toArray());
        }
    }
}
