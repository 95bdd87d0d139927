package org.thun.workflow.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.shared.LocalizedText;
import org.thun.workflow.ProcessRun;

@Mapper
interface CaseProcessMapper {

    /** One row of {@code case_process}. */
    record Row(
            String runId,
            String processKey,
            String businessKey,
            String caseId,
            String subjectTh,
            String subjectEn,
            LocalDateTime startedAt,
            LocalDateTime endedAt,
            String endReason) {

        ProcessRun toRun() {
            return new ProcessRun(runId, processKey, businessKey, caseId, new LocalizedText(subjectTh, subjectEn),
                    startedAt, endedAt, endReason);
        }
    }

    @Insert("""
            INSERT INTO case_process (run_id, process_key, business_key, case_id, subject_th, subject_en, started_at,
                                      ended_at, end_reason)
            VALUES (#{runId}, #{processKey}, #{businessKey}, #{caseId}, #{subjectTh}, #{subjectEn}, #{startedAt},
                    #{endedAt}, #{endReason})
            """)
    void insert(Row row);

    @Update("""
            UPDATE case_process SET ended_at = #{endedAt}, end_reason = COALESCE(#{endReason}, end_reason)
            WHERE run_id = #{runId} AND ended_at IS NULL
            """)
    void end(String runId, LocalDateTime endedAt, String endReason);

    @Select("""
            <script>
            SELECT run_id, process_key, business_key, case_id, subject_th, subject_en, started_at, ended_at, end_reason
            FROM case_process
            WHERE case_id IN <foreach item="id" collection="caseIds" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY started_at, run_id
            </script>
            """)
    List<Row> ofCases(List<String> caseIds);

    @Select("""
            SELECT run_id, process_key, business_key, case_id, subject_th, subject_en, started_at, ended_at, end_reason
            FROM case_process WHERE run_id = #{runId}
            """)
    Optional<Row> find(String runId);

    @Select("""
            SELECT run_id, process_key, business_key, case_id, subject_th, subject_en, started_at, ended_at, end_reason
            FROM case_process WHERE business_key = #{businessKey} AND ended_at IS NULL ORDER BY started_at
            """)
    List<Row> open(String businessKey);

    @Select("SELECT COUNT(*) FROM case_process")
    int count();
}
