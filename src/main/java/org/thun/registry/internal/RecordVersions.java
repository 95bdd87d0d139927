package org.thun.registry.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordVersion;
import org.thun.registry.internal.RecordMapper.VersionRow;

/** Writes what a record says as it is saved, and reads it back. */
@Component
class RecordVersions {

    private final RecordMapper records;
    private final ObjectMapper json;

    RecordVersions(RecordMapper records, ObjectMapper json) {
        this.records = records;
        this.json = json;
    }

    VersionRow row(RecordRow record, RecordFacts facts, String savedBy, String savedByName) {
        try {
            return new VersionRow(record.id(), record.versionNo(), json.writeValueAsString(facts), savedBy, savedByName,
                    record.enteredAt());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts are plain values", e);
        }
    }

    List<RecordVersion> of(String recordId) {
        return records.versions(recordId).stream().map(this::read).toList();
    }

    private RecordVersion read(VersionRow row) {
        try {
            return new RecordVersion(row.versionNo(), json.readValue(row.facts(), RecordFacts.class), row.savedBy(),
                    row.savedByName(), row.savedAt());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("version " + row.versionNo() + " of record " + row.recordId(), e);
        }
    }
}
