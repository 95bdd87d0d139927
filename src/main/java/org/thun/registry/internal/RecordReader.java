package org.thun.registry.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thun.registry.HeldRole;
import org.thun.registry.RegisterRecord;
import org.thun.registry.internal.RecordMapper.RoleRow;

/** Rows as others read them. */
@Component
class RecordReader {

    private final RecordMapper records;

    RecordReader(RecordMapper records) {
        this.records = records;
    }

    /** The records of these rows, with their roles, in the same order. */
    List<RegisterRecord> read(List<RecordRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<HeldRole>> roles = records.roles(rows.stream().map(RecordRow::id).toList()).stream()
                .collect(Collectors.groupingBy(RoleRow::recordId,
                        Collectors.mapping(role -> new HeldRole(role.roleCode(), role.detailCode()),
                                Collectors.toList())));
        return rows.stream().map(row -> row.toRecord(roles.getOrDefault(row.id(), List.of()))).toList();
    }
}
