package org.thun.registry.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.BatchDecision;
import org.thun.registry.BatchPurpose;
import org.thun.registry.BatchState;
import org.thun.registry.Finding;

/** Batches, what is in them, and their samples. */
@Mapper
interface BatchMapper {

    /** The alias is that of {@link RecordMapper#WITHIN}: a batch belongs where its records belong. */
    String BATCHES = """
            SELECT r.id, r.batch_no, r.purpose, r.grant_id, r.programme_key, r.organisation_id, r.centre_code,
                   r.register_code, r.quarter_from, r.round_no, r.state, r.handed_in_by, r.handed_in_name, r.handed_in_at,
                   r.size_handed_in, r.size_checked, r.sample_size, r.seed, r.limit_percent, r.due_on, r.reminded_on,
                   r.checked_name, r.decision, r.decided_name, r.decided_on, r.reason, r.settled,
                   (SELECT COUNT(*) FROM registry_sample s WHERE s.batch_id = r.id AND s.finding IS NOT NULL) AS judged,
                   (SELECT COUNT(*) FROM registry_sample s WHERE s.batch_id = r.id AND s.finding = 'WRONG') AS wrong
            FROM registry_batch r
            """;

    String FILTER = """
            <if test="grantId != null">AND r.grant_id = #{grantId}</if>
            <if test="centreCode != null">AND r.centre_code = #{centreCode}</if>
            <if test="state != null">AND r.state = #{state}</if>
            """;

    /** Records of a place that can be handed in; a record is in one open batch at most. */
    String COLLECTED = """
            FROM registry_record r
            WHERE r.programme_key = #{span.programmeKey} AND r.centre_code = #{span.centreCode}
              AND r.register_code = #{span.register} AND r.grant_id = #{span.grantId}
              <if test="span.submittedBefore() != null">
                AND r.state = 'SUBMITTED' AND r.submitted_at &lt; #{span.submittedBefore}
              </if>
              <if test="span.staleBy() != null">
                AND r.state = 'VERIFIED' AND r.fresh_until &lt;= #{span.staleBy} AND r.anonymised_on IS NULL
              </if>
              AND NOT EXISTS (
                SELECT 1 FROM registry_batch_record m WHERE m.record_id = r.id AND m.state = 'OPEN')
            """;

    /** Verified records that grow stale until a day. */
    String FADING = """
            FROM registry_record r
            WHERE r.grant_id = #{grantId} AND r.state = 'VERIFIED' AND r.fresh_until &lt;= #{until}
              AND r.anonymised_on IS NULL
            """ + RecordMapper.OF_ANY_REGISTER;

    /**
     * Which records go into a batch.
     *
     * @param submittedBefore submitted before that moment, or {@code null} if stale ones are meant
     * @param staleBy stale by that day, or {@code null} if submitted ones are meant
     */
    record Span(
            String grantId,
            String programmeKey,
            String centreCode,
            Register register,
            LocalDateTime submittedBefore,
            LocalDate staleBy) {}

    /** A record as it was when it was handed in. */
    record MemberRow(String recordId, int versionNo) {}

    record SampleRow(
            int positionNo,
            String recordId,
            Finding finding,
            String reason,
            String judgedByName,
            LocalDateTime judgedAt) {}

    record FadingRow(String centreCode, Register registerCode, long stale, long fading) {}

    @Insert("""
            INSERT INTO registry_batch (id, purpose, grant_id, programme_key, organisation_id, centre_code, register_code,
                quarter_from, round_no, state, handed_in_by, handed_in_name, handed_in_at, size_handed_in, size_checked,
                sample_size, limit_percent, settled)
            VALUES (#{id}, #{purpose}, #{grantId}, #{programmeKey}, #{organisationId}, #{centreCode}, #{registerCode},
                #{quarterFrom}, #{roundNo}, #{state}, #{handedInBy}, #{handedInName}, #{handedInAt}, #{sizeHandedIn}, 0,
                0, #{limitPercent}, 0)
            """)
    void insert(BatchRow row);

    @Update("UPDATE registry_batch SET size_handed_in = #{size} WHERE id = #{batchId}")
    void resize(String batchId, int size);

    @Select("<script>SELECT COUNT(*) " + COLLECTED + "</script>")
    long countCollected(@Param("span") Span span);

    @Insert("<script>INSERT INTO registry_batch_record (batch_id, record_id, version_no, state, drawn_from) "
            + "SELECT #{batchId}, r.id, r.version_no, 'OPEN', FALSE " + COLLECTED + "</script>")
    int collect(String batchId, Span span);

    /** Everybody who ever saved a record of the batch. */
    @Insert("""
            INSERT INTO registry_batch_hand (batch_id, account_id)
            SELECT DISTINCT m.batch_id, v.saved_by
            FROM registry_batch_record m JOIN registry_version v ON v.record_id = m.record_id
            WHERE m.batch_id = #{batchId}
            """)
    void noteHands(String batchId);

    @Select("SELECT account_id FROM registry_batch_hand WHERE batch_id = #{batchId}")
    Set<String> hands(String batchId);

    @Select("SELECT id FROM registry_batch WHERE id = #{batchId} FOR UPDATE")
    Optional<String> lock(String batchId);

    @Select(BATCHES + "WHERE r.id = #{batchId}")
    Optional<BatchRow> get(String batchId);

    @Select("<script>" + BATCHES + "WHERE r.id = #{batchId} " + RecordMapper.WITHIN + "</script>")
    Optional<BatchRow> find(String batchId, Within within);

    @Select("<script>" + BATCHES + "WHERE 1 = 1 " + RecordMapper.WITHIN + FILTER + """
            ORDER BY r.handed_in_at DESC, r.id DESC LIMIT #{limit} OFFSET #{offset}
            </script>
            """)
    List<BatchRow> list(String grantId, String centreCode, BatchState state, Within within, int limit, int offset);

    @Select("<script>SELECT COUNT(*) FROM registry_batch r WHERE 1 = 1 " + RecordMapper.WITHIN + FILTER + "</script>")
    long count(String grantId, String centreCode, BatchState state, Within within);

    @Select("<script>" + BATCHES + """
            WHERE r.id IN (SELECT m.batch_id FROM registry_batch_record m WHERE m.record_id = #{recordId})
            """ + RecordMapper.WITHIN + "ORDER BY r.handed_in_at DESC</script>")
    List<BatchRow> ofRecord(String recordId, Within within);

    /** Batches of a place that are not settled yet. */
    @Select("""
            SELECT COUNT(*) FROM registry_batch
            WHERE programme_key = #{span.programmeKey} AND centre_code = #{span.centreCode}
              AND grant_id = #{span.grantId} AND register_code = #{span.register} AND purpose = #{purpose}
              AND state NOT IN ('ACCEPTED', 'RETURNED')
            """)
    long countOpen(Span span, BatchPurpose purpose);

    @Select("""
            SELECT COALESCE(MAX(round_no), 0) FROM registry_batch
            WHERE grant_id = #{span.grantId} AND centre_code = #{span.centreCode} AND register_code = #{span.register}
              AND purpose = #{purpose} AND quarter_from = #{quarterFrom}
            """)
    int lastRound(Span span, BatchPurpose purpose, LocalDate quarterFrom);

    /** Records of a place that were found wrong in a batch that came back, and still are as they came back. */
    @Select("""
            SELECT COUNT(DISTINCT s.record_id)
            FROM registry_batch b
            JOIN registry_sample s ON s.batch_id = b.id AND s.finding = 'WRONG'
            JOIN registry_batch_record m ON m.batch_id = b.id AND m.record_id = s.record_id
            JOIN registry_record r ON r.id = s.record_id
            WHERE b.programme_key = #{span.programmeKey} AND b.centre_code = #{span.centreCode}
              AND b.grant_id = #{span.grantId} AND b.register_code = #{span.register} AND b.state = 'RETURNED'
              AND r.state = 'REJECTED' AND r.version_no = m.version_no
            """)
    long countUncorrected(@Param("span") Span span);

    /** Those of the records that wait for the decision on a batch. */
    @Select("""
            <script>
            SELECT record_id FROM registry_batch_record
            WHERE record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
              AND state = 'OPEN'
            </script>
            """)
    Set<String> inOpenBatch(Collection<String> ids);

    /** The next open records of a batch, after that one, by id. */
    @Select("""
            SELECT record_id, version_no FROM registry_batch_record
            WHERE batch_id = #{batchId} AND state = 'OPEN' AND record_id > #{after}
            ORDER BY record_id LIMIT #{limit}
            """)
    List<MemberRow> open(String batchId, String after, int limit);

    /** Those of the records that are open in the batch. */
    @Select("""
            <script>
            SELECT record_id, version_no FROM registry_batch_record
            WHERE batch_id = #{batchId} AND state = 'OPEN'
              AND record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<MemberRow> openAmong(String batchId, Collection<String> ids);

    @Update("""
            <script>
            UPDATE registry_batch_record SET state = #{state}
            WHERE batch_id = #{batchId}
              AND record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void mark(String batchId, Collection<String> ids, Membership state);

    @Update("UPDATE registry_batch_record SET drawn_from = TRUE WHERE batch_id = #{batchId} AND state = 'OPEN'")
    int markDrawnFrom(String batchId);

    /** Lets go of all records that are still open. */
    @Update("UPDATE registry_batch_record SET state = #{state} WHERE batch_id = #{batchId} AND state = 'OPEN'")
    int release(String batchId, Membership state);

    @Select("SELECT record_id FROM registry_batch_record WHERE batch_id = #{batchId} AND drawn_from ORDER BY record_id")
    List<String> drawnFrom(String batchId);

    @Select("""
            SELECT record_id FROM registry_batch_record
            WHERE batch_id = #{batchId} AND state = 'FAULTY' ORDER BY record_id LIMIT #{limit}
            """)
    List<String> faulty(String batchId, int limit);

    @Insert("""
            <script>
            INSERT INTO registry_sample (batch_id, record_id, position_no) VALUES
            <foreach item="id" collection="ids" separator="," index="i">(#{batchId}, #{id}, #{i} + 1)</foreach>
            </script>
            """)
    void insertSample(String batchId, List<String> ids);

    @Update("""
            UPDATE registry_batch
            SET state = #{state}, size_checked = #{checked}, sample_size = #{sampleSize}, seed = #{seed}, drawn_at = #{at},
                due_on = #{dueOn}
            WHERE id = #{batchId}
            """)
    void drawn(String batchId, BatchState state, int checked, int sampleSize, Long seed, LocalDateTime at, LocalDate dueOn);

    @Select("""
            SELECT position_no, record_id, finding, reason, judged_by_name, judged_at
            FROM registry_sample WHERE batch_id = #{batchId} ORDER BY position_no
            """)
    List<SampleRow> sample(String batchId);

    @Update("""
            UPDATE registry_sample
            SET finding = #{finding}, reason = #{reason}, judged_by = #{accountId}, judged_by_name = #{name},
                judged_at = #{at}
            WHERE batch_id = #{batchId} AND position_no = #{position}
            """)
    void judge(String batchId, int position, Finding finding, String reason, String accountId, String name,
            LocalDateTime at);

    @Update("UPDATE registry_batch SET reminded_on = #{day} WHERE id = #{batchId}")
    void remind(String batchId, LocalDate day);

    @Update("""
            UPDATE registry_batch SET state = 'DECIDING', checked_by = #{accountId}, checked_name = #{name}
            WHERE id = #{batchId}
            """)
    void closeCheck(String batchId, String accountId, String name);

    @Update("""
            UPDATE registry_batch
            SET state = 'SETTLING', decision = #{decision}, decided_by = #{accountId}, decided_name = #{name},
                decided_on = #{on}, reason = #{reason}
            WHERE id = #{batchId}
            """)
    void decide(String batchId, BatchDecision decision, String accountId, String name, LocalDate on, String reason);

    @Update("UPDATE registry_batch SET settled = settled + #{more}, state = #{state} WHERE id = #{batchId}")
    void settled(String batchId, int more, BatchState state);

    @Select("<script>SELECT " + RecordMapper.COLUMNS + """
            FROM registry_record r
            WHERE r.id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<RecordRow> records(Collection<String> ids);

    @Select("<script>SELECT r.centre_code, r.register_code, "
            + "SUM(CASE WHEN r.fresh_until &lt; #{today} THEN 1 ELSE 0 END) AS stale, "
            + "SUM(CASE WHEN r.fresh_until &lt; #{today} THEN 0 ELSE 1 END) AS fading " + FADING + RecordMapper.WITHIN
            + "GROUP BY r.centre_code, r.register_code ORDER BY r.centre_code, r.register_code</script>")
    List<FadingRow> fading(String grantId, LocalDate today, LocalDate until, Within within);

    @Select("<script>SELECT " + RecordMapper.COLUMNS + FADING + """
              AND r.centre_code = #{centreCode} AND r.register_code = #{register}
            """ + RecordMapper.WITHIN + """
            ORDER BY r.fresh_until, r.id LIMIT #{limit} OFFSET #{offset}
            </script>
            """)
    List<RecordRow> fadingRecords(String grantId, String centreCode, Register register, LocalDate until, Within within,
            int limit, int offset);

    @Select("<script>SELECT COUNT(*) " + FADING + """
              AND r.centre_code = #{centreCode} AND r.register_code = #{register}
            """ + RecordMapper.WITHIN + "</script>")
    long countFadingRecords(String grantId, String centreCode, Register register, LocalDate until, Within within);
}
