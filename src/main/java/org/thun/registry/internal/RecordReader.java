package org.thun.registry.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.thun.registry.HeldRole;
import org.thun.registry.RegisterRecord;

/** Rows as others read them. */
@Component
class RecordReader {

    private static final String ROLES = "SELECT record_id, role_code, detail_code FROM registry_role WHERE record_id IN (%s) "
            + "ORDER BY record_id, role_code";

    private final JdbcTemplate jdbc;

    RecordReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The records of these rows, with their roles, in the same order. */
    List<RegisterRecord> read(List<RecordRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<HeldRole>> roles = roles(rows.stream().map(RecordRow::id).toList());
        return rows.stream().map(row -> row.toRecord(roles.getOrDefault(row.id(), List.of()))).toList();
    }

    /** By plain JDBC, as rows are written: a dynamic statement of MyBatis with thousands of values costs more than its rows. */
    private Map<String, List<HeldRole>> roles(List<String> recordIds) {
        Map<String, List<HeldRole>> roles = new HashMap<>();
        jdbc.query(ROLES.formatted(String.join(",", Collections.nCopies(recordIds.size(), "?"))),
                row -> {
                    roles.computeIfAbsent(row.getString(1), id -> new ArrayList<>(2))
                            .add(new HeldRole(row.getString(2), row.getString(3)));
                },
                recordIds.toArray());
        return roles;
    }
}
