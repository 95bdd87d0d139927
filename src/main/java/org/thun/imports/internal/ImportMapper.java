package org.thun.imports.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.identity.Reach;
import org.thun.imports.ImportState;
import org.thun.imports.RowCounts;
import org.thun.imports.RowKind;
import org.thun.programmes.IndicatorSource.Register;

/** The files that were sent in and what has become of their rows. */
@Mapper
interface ImportMapper {

    String FILE = """
            SELECT f.id, f.source_id, s.name AS source_name, f.programme_key, f.organisation_id, f.grant_id, f.centre_code,
                   f.register_code, f.file_name, f.file_bytes, f.file_hash, f.format_code, f.encoding, f.headings,
                   f.row_count, f.part_count, f.mapping, f.all_or_nothing, f.state, f.next_part, f.new_rows,
                   f.changed_rows, f.unchanged_rows, f.duplicate_rows, f.refused_rows, f.effect, f.stopped_by, f.acting_id,
                   f.uploaded_by, f.uploaded_by_name, f.uploaded_at, f.finished_at, f.purged
            FROM import_file f JOIN import_source s ON s.id = f.source_id
            """;

    /** Files within a person's reach. */
    String WITHIN = """
            AND (#{reach.all} = TRUE
              OR f.programme_key IN
                <foreach item="key" collection="reach.programmeKeys" open="(" separator="," close=")">#{key}</foreach>
              OR f.organisation_id IN
                <foreach item="key" collection="reach.organisationIds" open="(" separator="," close=")">#{key}</foreach>
              OR f.grant_id IN
                <foreach item="key" collection="reach.grantIds" open="(" separator="," close=")">#{key}</foreach>
              OR CONCAT(f.programme_key, '/', f.centre_code) IN
                <foreach item="key" collection="reach.centreIds" open="(" separator="," close=")">#{key}</foreach>)
            """;

    record SourceRowOf(
            String id, String grantId, String centreCode, Register registerCode, String name, String mapping) {}

    /** Some rows of a file. */
    record PartRow(String importId, int partNo, int firstRow, int lastRow, byte[] content) {}

    /** What is to be told of a row. */
    record TaleRow(String importId, int rowNo, RowKind kind, String problems) {}

    // Sources

    /** Makes a source where there is none; who comes second at the same moment finds the first one's. */
    @Insert("""
            INSERT INTO import_source (id, grant_id, centre_code, register_code, name)
            VALUES (#{id}, #{grantId}, #{centreCode}, #{registerCode}, #{name})
            ON DUPLICATE KEY UPDATE name = name
            """)
    void insertSourceUnlessThere(SourceRowOf source);

    @Select("""
            SELECT id, grant_id, centre_code, register_code, name, mapping FROM import_source
            WHERE grant_id = #{grantId} AND centre_code = #{centreCode} AND register_code = #{register}
              AND name = #{name}
            """)
    Optional<SourceRowOf> sourceNamed(String grantId, String centreCode, Register register, String name);

    @Select("SELECT id, grant_id, centre_code, register_code, name, mapping FROM import_source WHERE id = #{id}")
    SourceRowOf source(String id);

    @Select("""
            SELECT name FROM import_source
            WHERE grant_id = #{grantId} AND centre_code = #{centreCode} AND register_code = #{register}
            ORDER BY name LIMIT 50
            """)
    List<String> sourceNames(String grantId, String centreCode, Register register);

    @Update("UPDATE import_source SET mapping = #{mapping} WHERE id = #{id}")
    void keepMapping(String id, String mapping);

    /** Files of one source are entered one part at a time, whoever sent them: none enters what another just has. */
    @Select("SELECT id FROM import_source WHERE id = #{id} FOR UPDATE")
    String lockSource(String id);

    // Files

    @Insert("""
            INSERT INTO import_file (id, source_id, programme_key, organisation_id, grant_id, centre_code, register_code,
                file_name, file_bytes, file_hash, format_code, encoding, headings, row_count, part_count, all_or_nothing,
                state, next_part, new_rows, changed_rows, unchanged_rows, duplicate_rows, refused_rows, acting_id,
                uploaded_by, uploaded_by_name, uploaded_at, purged)
            VALUES (#{id}, #{sourceId}, #{programmeKey}, #{organisationId}, #{grantId}, #{centreCode}, #{registerCode},
                #{fileName}, #{fileBytes}, #{fileHash}, #{formatCode}, #{encoding}, #{headings}, #{rowCount},
                #{partCount}, #{allOrNothing}, #{state}, #{nextPart}, #{newRows}, #{changedRows}, #{unchangedRows},
                #{duplicateRows}, #{refusedRows}, #{actingId}, #{uploadedBy}, #{uploadedByName}, #{uploadedAt}, #{purged})
            """)
    void insertFile(ImportFileRow file);

    @Select("<script>" + FILE + "WHERE f.id = #{id} " + WITHIN + "</script>")
    Optional<ImportFileRow> find(@Param("id") String id, @Param("reach") Reach reach);

    @Select(FILE + "WHERE f.id = #{id}")
    Optional<ImportFileRow> get(String id);

    @Select("SELECT id FROM import_file WHERE id = #{id} FOR UPDATE")
    String lock(String id);

    @Select("<script>" + FILE + "WHERE 1 = 1 " + WITHIN
            + "ORDER BY f.uploaded_at DESC, f.id DESC LIMIT #{limit} OFFSET #{offset}</script>")
    List<ImportFileRow> list(@Param("reach") Reach reach, @Param("limit") int limit, @Param("offset") int offset);

    @Select("<script>SELECT COUNT(*) FROM import_file f WHERE 1 = 1 " + WITHIN + "</script>")
    long count(@Param("reach") Reach reach);

    @Select("<script>SELECT f.id FROM import_file f WHERE 1 = 1 " + WITHIN + "</script>")
    Set<String> ids(@Param("reach") Reach reach);

    /** Locks all imports of the same file for the same register, always in the same order. */
    @Select("""
            SELECT id FROM import_file
            WHERE file_hash = #{fileHash} AND grant_id = #{grantId} AND register_code = #{registerCode}
              AND centre_code = #{centreCode}
            ORDER BY id FOR UPDATE
            """)
    List<String> lockSame(ImportFileRow file);

    /** An import of the same file that is not given up and whose source has another name. */
    @Select(FILE + """
            WHERE f.file_hash = #{fileHash} AND f.grant_id = #{grantId} AND f.register_code = #{registerCode}
              AND f.centre_code = #{centreCode} AND f.state <> 'CANCELLED' AND f.source_id <> #{sourceId}
            ORDER BY f.id LIMIT 1
            """)
    Optional<ImportFileRow> elsewhere(ImportFileRow file);

    /** Begins a work from the first part. */
    @Update("""
            UPDATE import_file
            SET state = #{state}, mapping = #{mapping}, all_or_nothing = #{allOrNothing}, acting_id = #{actingId},
                next_part = 1, new_rows = 0, changed_rows = 0, unchanged_rows = 0, duplicate_rows = 0, refused_rows = 0,
                effect = #{effect}, stopped_by = NULL, worker = NULL
            WHERE id = #{id}
            """)
    void begin(String id, ImportState state, String mapping, boolean allOrNothing, String actingId, String effect);

    @Update("""
            UPDATE import_file SET state = #{state}, acting_id = #{actingId}, stopped_by = #{stoppedBy}, worker = NULL
            WHERE id = #{id}
            """)
    void move(String id, ImportState state, String actingId, String stoppedBy);

    @Update("UPDATE import_file SET state = #{state}, finished_at = #{at}, worker = NULL WHERE id = #{id}")
    void finish(String id, ImportState state, LocalDateTime at);

    @Update("""
            UPDATE import_file
            SET next_part = #{nextPart}, new_rows = new_rows + #{more.fresh}, changed_rows = changed_rows + #{more.changed},
                unchanged_rows = unchanged_rows + #{more.unchanged}, duplicate_rows = duplicate_rows + #{more.duplicate},
                refused_rows = refused_rows + #{more.refused}, effect = #{effect}, beat_at = LOCALTIMESTAMP
            WHERE id = #{id}
            """)
    void advance(String id, int nextPart, RowCounts more, String effect);

    /** Shows how far a work in one piece has come; its rows are seen by nobody yet. */
    @Update("UPDATE import_file SET next_part = #{nextPart}, beat_at = LOCALTIMESTAMP WHERE id = #{id} AND state = 'RUNNING'")
    void show(String id, int nextPart);

    // The runner

    @Select("""
            SELECT id FROM import_file WHERE state IN ('CHECKING', 'RUNNING') ORDER BY uploaded_at, id
            """)
    List<String> working();

    /** Takes a file for a worker unless another has given a sign of life within so many seconds. */
    @Update("""
            UPDATE import_file SET worker = #{worker}, beat_at = LOCALTIMESTAMP
            WHERE id = #{id} AND state IN ('CHECKING', 'RUNNING')
              AND (worker IS NULL OR worker = #{worker} OR beat_at IS NULL
                OR TIMESTAMPDIFF(SECOND, beat_at, LOCALTIMESTAMP) >= #{seconds})
            """)
    int claim(String id, String worker, int seconds);

    // Rows

    @Insert("""
            INSERT INTO import_part (import_id, part_no, first_row, last_row, content)
            VALUES (#{importId}, #{partNo}, #{firstRow}, #{lastRow}, #{content})
            """)
    void insertPart(PartRow part);

    @Select("""
            SELECT import_id, part_no, first_row, last_row, content FROM import_part
            WHERE import_id = #{importId} AND part_no = #{partNo}
            """)
    Optional<PartRow> part(String importId, int partNo);

    @Select("""
            SELECT import_id, part_no, first_row, last_row, content FROM import_part
            WHERE import_id = #{importId} AND last_row >= #{rowNo} ORDER BY part_no LIMIT 1
            """)
    Optional<PartRow> partWith(String importId, int rowNo);

    @Delete("DELETE FROM import_part WHERE import_id = #{importId}")
    void deleteParts(String importId);

    @Insert("""
            <script>
            INSERT INTO import_row (import_id, row_no, kind, problems) VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.importId}, #{row.rowNo}, #{row.kind}, #{row.problems})
            </foreach>
            </script>
            """)
    void insertRows(@Param("rows") Collection<TaleRow> rows);

    @Select("""
            SELECT import_id, row_no, kind, problems FROM import_row
            WHERE import_id = #{importId} AND kind = #{kind} AND row_no > #{after} ORDER BY row_no LIMIT #{most}
            """)
    List<TaleRow> rows(String importId, RowKind kind, int after, int most);

    /** Rows of a kind about which something is to be told. */
    @Select("""
            SELECT import_id, row_no, kind, problems FROM import_row
            WHERE import_id = #{importId} AND kind = #{kind} AND problems IS NOT NULL ORDER BY row_no LIMIT #{most}
            """)
    List<TaleRow> told(String importId, RowKind kind, int most);

    @Delete("DELETE FROM import_row WHERE import_id = #{importId}")
    void deleteRows(String importId);

    @Update("UPDATE import_file SET purged = TRUE WHERE id = #{id}")
    void purged(String id);

    /** Files whose rows are kept longer than since that day although nothing happens to them any more. */
    @Select("""
            SELECT id FROM import_file
            WHERE purged = FALSE AND state IN ('DONE', 'CANCELLED', 'UPLOADED', 'CHECKED', 'PAUSED')
              AND COALESCE(finished_at, uploaded_at) < #{day}
            """)
    List<String> forgettable(LocalDate day);
}
