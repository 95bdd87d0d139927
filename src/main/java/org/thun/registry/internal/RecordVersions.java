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
    private final PersonalMapper people;
    private final ObjectMapper json;

    RecordVersions(RecordMapper records, PersonalMapper people, ObjectMapper json) {
        this.records = records;
        this.people = people;
        this.json = json;
    }

    VersionRow row(RecordRow record, RecordFacts facts, String savedBy, String savedByName) {
        return new VersionRow(record.id(), record.versionNo(), write(facts), savedBy, savedByName, record.enteredAt());
    }

    /** Takes the person out of everything a record has said: the only change a version ever sees (BR-39). */
    void forgetPerson(String recordId) {
        of(recordId).forEach(version ->
                people.rewrite(recordId, version.versionNo(), write(version.facts().withoutPerson())));
    }

    List<RecordVersion> of(String recordId) {
        return records.versions(recordId).stream().map(this::read).toList();
    }

    private String write(RecordFacts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts are plain values", e);
        }
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
