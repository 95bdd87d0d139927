package org.thun.reporting.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RunMapper {

    String HEAD = """
            SELECT r.id, r.grant_id, r.edition_kind, r.as_of, r.format_code, r.locale_codes, r.sums_only, r.state,
                   r.started_by, r.started_at, r.ended_at, r.worker_id, r.beat, r.taken_over,
                   (SELECT COUNT(*) FROM report_run_item i WHERE i.run_id = r.id) AS items,
                   (SELECT COUNT(*) FROM report_run_item i WHERE i.run_id = r.id AND i.state = 'DONE') AS done
            FROM report_run r
            """;

    /** Everything of a run but its figures and files. */
    record RunRow(
            String id,
            String grantId,
            String editionKind,
            LocalDate asOf,
            String formatCode,
            String localeCodes,
            boolean sumsOnly,
            String state,
            String startedBy,
            LocalDateTime startedAt,
            LocalDateTime endedAt,
            String workerId,
            long beat,
            int takenOver,
            int items,
            int done) {}

    /** One report of a run, without the file. */
    record ItemRow(String runId, int itemNo, String editionKey, String localeCode, String state, String fileName) {}

    /** A file; a record of its own because a bare array would be taken for a list of rows. */
    record RunFile(byte[] content) {}

    @Insert("""
            INSERT INTO report_run (id, grant_id, edition_kind, as_of, format_code, locale_codes, sums_only, state, figures,
                                    started_by, started_at, worker_id, beat, taken_over)
            VALUES (#{run.id}, #{run.grantId}, #{run.editionKind}, #{run.asOf}, #{run.formatCode}, #{run.localeCodes},
                    #{run.sumsOnly}, #{run.state}, #{figures}, #{run.startedBy}, #{run.startedAt}, #{run.workerId}, 0, 0)
            """)
    void insert(RunRow run, String figures);

    @Insert("""
            <script>
            INSERT INTO report_run_item (run_id, item_no, edition_key, locale_code, state) VALUES
            <foreach item="item" collection="items" separator=",">
              (#{item.runId}, #{item.itemNo}, #{item.editionKey}, #{item.localeCode}, 'WAITING')
            </foreach>
            </script>
            """)
    void insertItems(@Param("items") List<ItemRow> items);

    @Select(HEAD + "WHERE r.id = #{id}")
    Optional<RunRow> find(String id);

    @Select(HEAD + "WHERE r.grant_id = #{grantId} ORDER BY r.id DESC")
    List<RunRow> ofGrant(String grantId);

    @Select(HEAD + "WHERE r.state = 'RUNNING' ORDER BY r.id")
    List<RunRow> running();

    @Select("SELECT figures FROM report_run WHERE id = #{id}")
    String figures(String id);

    @Select("""
            SELECT run_id, item_no, edition_key, locale_code, state, file_name FROM report_run_item
            WHERE run_id = #{runId} AND state = #{state}
            ORDER BY item_no
            """)
    List<ItemRow> items(String runId, String state);

    @Select("SELECT content FROM report_run_item WHERE run_id = #{runId} AND item_no = #{itemNo}")
    RunFile content(String runId, int itemNo);

    /** Shows that the worker still works; 0 if the run is not its own any more. */
    @Update("UPDATE report_run SET beat = beat + 1 WHERE id = #{id} AND worker_id = #{workerId} AND state = 'RUNNING'")
    int beat(String id, String workerId);

    /** Goes on with a run whose worker has not beaten since; 0 if another was faster. */
    @Update("""
            UPDATE report_run SET worker_id = #{workerId}, beat = beat + 1, taken_over = taken_over + 1
            WHERE id = #{id} AND beat = #{beat} AND state = 'RUNNING'
            """)
    int takeOver(String id, long beat, String workerId);

    /** Keeps a file, unless the run was stopped or went to another worker meanwhile. */
    @Update("""
            UPDATE report_run_item SET state = #{state}, file_name = #{fileName}, content = #{content}
            WHERE run_id = #{runId} AND item_no = #{itemNo} AND state = 'WAITING'
              AND EXISTS (SELECT 1 FROM report_run r
                          WHERE r.id = #{runId} AND r.worker_id = #{workerId} AND r.state = 'RUNNING')
            """)
    int keep(String runId, int itemNo, String workerId, String state, String fileName, byte[] content);

    @Update("UPDATE report_run SET state = #{state}, ended_at = #{at} WHERE id = #{id} AND state = 'RUNNING'")
    int end(String id, String state, LocalDateTime at);

    @Select("SELECT id FROM report_run WHERE state IN ('DONE', 'CANCELLED', 'FAILED') AND ended_at < #{before}")
    List<String> endedBefore(LocalDateTime before);

    @Update("UPDATE report_run SET state = 'EXPIRED', figures = '' WHERE id = #{id}")
    void expire(String id);

    @Delete("DELETE FROM report_run_item WHERE run_id = #{id}")
    void deleteItems(String id);
}
