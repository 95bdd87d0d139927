package org.thun.workflow.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.workflow.ProcessMigrations.State;
import org.thun.workflow.ProcessMigrations.Verdict;

/** Moves to other versions and what came of each run. */
@Mapper
interface MigrationMapper {

    /** One row of {@code process_migration}; lost steps are ids, separated by blanks. */
    record Row(
            String id,
            String processKey,
            String fromId,
            int fromVersion,
            String toId,
            int toVersion,
            boolean trial,
            State state,
            String reason,
            String lostSteps,
            String fault,
            int runCount,
            String accountId,
            String accountName,
            LocalDateTime startedAt,
            LocalDateTime endedAt) {}

    /** One row of {@code process_migration_run} with whose run it is; steps are ids, separated by blanks. */
    record RunRow(
            String runId,
            String caseId,
            String subjectTh,
            String subjectEn,
            Verdict verdict,
            String standsAt,
            String lostAt,
            String detail) {}

    @Insert("""
            INSERT INTO process_migration (id, process_key, from_id, from_version, to_id, to_version, trial, state, reason,
                                           lost_steps, fault, run_count, account_id, account_name, started_at, ended_at)
            VALUES (#{id}, #{processKey}, #{fromId}, #{fromVersion}, #{toId}, #{toVersion}, #{trial}, #{state}, #{reason},
                    #{lostSteps}, #{fault}, #{runCount}, #{accountId}, #{accountName}, #{startedAt}, #{endedAt})
            """)
    void insert(Row row);

    @Update("UPDATE process_migration SET state = #{state}, ended_at = #{endedAt} WHERE id = #{id}")
    void end(String id, State state, LocalDateTime endedAt);

    @Update("UPDATE process_migration SET state = #{state}, ended_at = #{endedAt} WHERE ended_at IS NULL")
    void endAll(State state, LocalDateTime endedAt);

    @Insert("""
            INSERT INTO process_migration_run (migration_id, run_id, verdict, stands_at, lost_at, detail)
            VALUES (#{migrationId}, #{runId}, #{verdict}, #{standsAt}, #{lostAt}, #{detail})
            """)
    void insertRun(
            String migrationId, String runId, Verdict verdict, String standsAt, String lostAt, String detail);

    @Select("""
            SELECT id, process_key, from_id, from_version, to_id, to_version, trial, state, reason, lost_steps, fault,
                   run_count, account_id, account_name, started_at, ended_at
            FROM process_migration WHERE id = #{id}
            """)
    Optional<Row> find(String id);

    @Select("""
            SELECT id, process_key, from_id, from_version, to_id, to_version, trial, state, reason, lost_steps, fault,
                   run_count, account_id, account_name, started_at, ended_at
            FROM process_migration WHERE process_key = #{processKey} ORDER BY started_at DESC, id DESC
            """)
    List<Row> ofProcess(String processKey);

    @Select("""
            SELECT m.run_id, p.case_id, p.subject_th, p.subject_en, m.verdict, m.stands_at, m.lost_at, m.detail
            FROM process_migration_run m LEFT JOIN case_process p ON p.run_id = m.run_id
            WHERE m.migration_id = #{migrationId}
            ORDER BY CASE WHEN m.verdict IN ('NO_PLACE', 'BUSY', 'REFUSED') THEN 0 ELSE 1 END, p.started_at, m.run_id
            """)
    List<RunRow> runs(String migrationId);
}
