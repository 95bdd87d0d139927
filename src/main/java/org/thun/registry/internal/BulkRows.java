package org.thun.registry.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.thun.registry.RecordFacts;
import org.thun.registry.internal.NameBook.NameRow;
import org.thun.registry.internal.RecordMapper.RoleRow;
import org.thun.registry.internal.RecordMapper.VersionRow;

/**
 * Many rows to a statement, by plain JDBC: a dynamic statement of MyBatis costs more than the rows it carries once they are
 * many. Uses the connection of the transaction that runs.
 */
@Component
class BulkRows {

    /** Rows of one statement; more make it longer, not faster. */
    private static final int ROWS = 250;

    private static final String RECORD = """
            INSERT INTO registry_record (id, register_code, programme_key, organisation_id, grant_id, centre_code,
                province_code, name, surname, name_en, sort_key, district, subdistrict, category_code, channel_code, link,
                sex_code, birth_year, round_no, dated_on, source_text, ground_code, consented_on, purpose_told, note,
                state, version_no, author_id, author_name, entered_at, first_submitted_on, submitted_at) VALUES\s""";

    private static final String ROLE = "INSERT INTO registry_role (record_id, role_code, detail_code) VALUES ";

    private static final String VERSION =
            "INSERT INTO registry_version (record_id, version_no, facts, saved_by, saved_by_name, saved_at) VALUES ";

    private static final String NAME = "INSERT INTO registry_name (record_id, word_no, register_code, centre_code, skeleton_key,"
            + " sound_key) VALUES ";

    private final JdbcTemplate jdbc;

    BulkRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds new records with their roles and first versions. */
    void insert(List<RecordRow> records, List<RecordFacts> facts, List<VersionRow> versions) {
        insert(RECORD, records, BulkRows::values);
        insert(VERSION, versions, row -> new Object[] {
            row.recordId(), row.versionNo(), row.facts(), row.savedBy(), row.savedByName(), row.savedAt()
        });
        insert(ROLE, facts.stream().flatMap(BulkRows::roles).toList(),
                row -> new Object[] {row.recordId(), row.roleCode(), row.detailCode()});
    }

    /** Adds names as they are looked for. */
    void insertNames(List<NameRow> names) {
        insert(NAME, names, row -> new Object[] {
            row.recordId(), row.wordNo(), row.registerCode(), row.centreCode(), row.key().skeleton(), row.key().sound()
        });
    }

    /** The values of a row, in the order of the columns. */
    private interface Values<T> {
        Object[] of(T row);
    }

    private static Stream<RoleRow> roles(RecordFacts facts) {
        return facts.roles().stream().map(held -> new RoleRow(facts.id(), held.role(), held.detail()));
    }

    private static Object[] values(RecordRow row) {
        return new Object[] {
            row.id(), row.registerCode().name(), row.programmeKey(), row.organisationId(), row.grantId(),
            row.centreCode(), row.provinceCode(), row.name(), row.surname(), row.nameEn(), row.sortKey(), row.district(),
            row.subdistrict(), row.categoryCode(), row.channelCode(), row.link(), row.sexCode(), row.birthYear(),
            row.roundNo(), row.datedOn(), row.sourceText(), row.groundCode() == null ? null : row.groundCode().name(),
            row.consentedOn(), row.purposeTold(), row.note(), row.state().name(), row.versionNo(), row.authorId(),
            row.authorName(), row.enteredAt(), row.firstSubmittedOn(), row.submittedAt()
        };
    }

    private <T> void insert(String head, List<T> rows, Values<T> values) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            List<Object[]> chunk =
                    rows.subList(from, Math.min(from + ROWS, rows.size())).stream().map(values::of).toList();
            String row = Arrays.stream(chunk.get(0)).map(value -> "?").collect(Collectors.joining(",", "(", ")"));
            jdbc.update(head + String.join(",", Collections.nCopies(chunk.size(), row)),
                    statement -> bind(statement, chunk));
        }
    }

    private static void bind(PreparedStatement statement, List<Object[]> rows) throws SQLException {
        int position = 1;
        for (Object[] row : rows) {
            for (Object value : row) {
                statement.setObject(position++, value);
            }
        }
    }
}
