package org.thun.tasks.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.identity.Role;

@Mapper
interface InboxMapper {

    /** Who and when, of a task that is gone; the account is {@code null} if the process took the task away. */
    record DoneRow(
            String taskId,
            String processKey,
            String elementId,
            String caseId,
            String accountId,
            String accountName,
            LocalDateTime createdAt,
            LocalDateTime endedAt,
            String audiences,
            String subjectTh,
            String subjectEn,
            Role role) {}

    /** How many tasks of one process. */
    record ProcessCount(String processKey, long tasks) {}

    /** A saved draft. */
    record DraftRow(String formData, LocalDateTime savedAt) {}

    String COLUMNS = """
            task_id, run_id, process_key, element_id, form_key, role_codes, business_key, case_id, programme_key, org_id,
            grant_id, centre_code, case_label, subject_th, subject_en, due_on, created_at, assignee_id
            """;

    /**
     * One page of what these audiences may do. The audiences stand in a table of values and not in a list: for forty of them
     * MySQL looks into its index forty times to plan, and forty times to read.
     */
    @Select("""
            <script>
            SELECT
            """ + COLUMNS + """
            FROM inbox_task t
            JOIN (SELECT DISTINCT a.due_on AS page_due, a.task_id AS page_task
                  FROM (VALUES
                    <foreach item="audience" collection="audiences" separator=",">ROW(#{audience})</foreach>) who (address)
                  JOIN inbox_audience a ON a.audience = who.address
                  <if test="caseId != null or processKey != null">JOIN inbox_task f ON f.task_id = a.task_id</if>
                  WHERE NOT EXISTS (SELECT 1 FROM inbox_exclusion x
                                    WHERE x.task_id = a.task_id AND x.account_id = #{accountId})
                  <if test="caseId != null">AND f.case_id = #{caseId}</if>
                  <if test="processKey != null">AND f.process_key = #{processKey}</if>
                  ORDER BY a.due_on, a.task_id LIMIT #{limit} OFFSET #{offset}) page
              ON t.task_id = page.page_task
            ORDER BY t.due_on, t.task_id
            </script>
            """)
    @Results(id = "inboxRow")
    // Named one by one: finding them by the names of the record's components takes the time of a query.
    @Arg(column = "task_id", javaType = String.class)
    @Arg(column = "run_id", javaType = String.class)
    @Arg(column = "process_key", javaType = String.class)
    @Arg(column = "element_id", javaType = String.class)
    @Arg(column = "form_key", javaType = String.class)
    @Arg(column = "role_codes", javaType = String.class)
    @Arg(column = "business_key", javaType = String.class)
    @Arg(column = "case_id", javaType = String.class)
    @Arg(column = "programme_key", javaType = String.class)
    @Arg(column = "org_id", javaType = String.class)
    @Arg(column = "grant_id", javaType = String.class)
    @Arg(column = "centre_code", javaType = String.class)
    @Arg(column = "case_label", javaType = String.class)
    @Arg(column = "subject_th", javaType = String.class)
    @Arg(column = "subject_en", javaType = String.class)
    @Arg(column = "due_on", javaType = LocalDate.class)
    @Arg(column = "created_at", javaType = LocalDateTime.class)
    @Arg(column = "assignee_id", javaType = String.class)
    List<InboxRow> page(
            Collection<String> audiences,
            String accountId,
            String caseId,
            String processKey,
            int limit,
            int offset);

    @Select("""
            <script>
            SELECT t.process_key, COUNT(DISTINCT t.task_id) AS tasks
            FROM inbox_audience a JOIN inbox_task t ON t.task_id = a.task_id
            WHERE a.audience IN
              <foreach item="audience" collection="audiences" open="(" separator="," close=")">#{audience}</foreach>
              <if test="caseId != null">AND t.case_id = #{caseId}</if>
              AND NOT EXISTS (SELECT 1 FROM inbox_exclusion x
                              WHERE x.task_id = a.task_id AND x.account_id = #{accountId})
            GROUP BY t.process_key
            </script>
            """)
    List<ProcessCount> countByProcess(Collection<String> audiences, String accountId, String caseId);

    @Select("""
            <script>
            SELECT COUNT(*) FROM inbox_audience a
            WHERE a.task_id = #{taskId} AND a.audience IN
              <foreach item="audience" collection="audiences" open="(" separator="," close=")">#{audience}</foreach>
              AND NOT EXISTS (SELECT 1 FROM inbox_exclusion x
                              WHERE x.task_id = a.task_id AND x.account_id = #{accountId})
            </script>
            """)
    int visible(String taskId, Collection<String> audiences, String accountId);

    @Select("SELECT " + COLUMNS + "FROM inbox_task WHERE task_id = #{taskId}")
    @ResultMap("inboxRow")
    Optional<InboxRow> find(String taskId);

    @Select("SELECT " + COLUMNS + "FROM inbox_task WHERE task_id = #{taskId} FOR UPDATE")
    @ResultMap("inboxRow")
    Optional<InboxRow> lock(String taskId);

    @Select("SELECT " + COLUMNS + "FROM inbox_task WHERE case_id = #{caseId} ORDER BY due_on, task_id")
    @ResultMap("inboxRow")
    List<InboxRow> ofCase(String caseId);

    @Insert("""
            INSERT INTO inbox_task (task_id, run_id, process_key, element_id, form_key, role_codes, business_key, case_id,
                                    programme_key, org_id, grant_id, centre_code, case_label, subject_th, subject_en,
                                    due_on, created_at, assignee_id)
            VALUES (#{taskId}, #{runId}, #{processKey}, #{elementId}, #{formKey}, #{roleCodes}, #{businessKey}, #{caseId},
                    #{programmeKey}, #{orgId}, #{grantId}, #{centreCode}, #{caseLabel}, #{subjectTh}, #{subjectEn},
                    #{dueOn}, #{createdAt}, #{assigneeId})
            """)
    void insert(InboxRow row);

    @Insert("""
            <script>
            INSERT INTO inbox_audience (audience, due_on, task_id) VALUES
            <foreach item="audience" collection="audiences" separator=",">(#{audience}, #{dueOn}, #{taskId})</foreach>
            </script>
            """)
    void insertAudiences(String taskId, LocalDate dueOn, Collection<String> audiences);

    @Insert("""
            <script>
            INSERT INTO inbox_exclusion (task_id, account_id) VALUES
            <foreach item="id" collection="accountIds" separator=",">(#{taskId}, #{id})</foreach>
            </script>
            """)
    void insertExclusions(String taskId, Collection<String> accountIds);

    @Update("UPDATE inbox_task SET assignee_id = #{assigneeId} WHERE task_id = #{taskId}")
    void assign(String taskId, String assigneeId);

    @Delete("DELETE FROM inbox_audience WHERE task_id = #{taskId}")
    void deleteAudiences(String taskId);

    /** Takes a task off all lists, with its audiences, exclusions and drafts. */
    @Delete("DELETE FROM inbox_task WHERE task_id = #{taskId}")
    void delete(String taskId);

    @Insert("""
            INSERT INTO inbox_done (task_id, process_key, element_id, case_id, account_id, account_name, created_at,
                                    ended_at, audiences, subject_th, subject_en, role_code)
            VALUES (#{taskId}, #{processKey}, #{elementId}, #{caseId}, #{accountId}, #{accountName}, #{createdAt},
                    #{endedAt}, #{audiences}, #{subjectTh}, #{subjectEn}, #{role})
            """)
    void insertDone(DoneRow row);

    @Select("""
            SELECT task_id, process_key, element_id, case_id, account_id, account_name, created_at, ended_at, audiences,
                   subject_th, subject_en, role_code AS role
            FROM inbox_done WHERE task_id = #{taskId}
            """)
    Optional<DoneRow> done(String taskId);

    @Select("""
            SELECT form_data, saved_at FROM task_draft WHERE task_id = #{taskId} AND account_id = #{accountId}
            """)
    Optional<DraftRow> draft(String taskId, String accountId);

    @Update("""
            UPDATE task_draft SET form_data = #{formData}, saved_at = #{savedAt}
            WHERE task_id = #{taskId} AND account_id = #{accountId}
            """)
    int updateDraft(String taskId, String accountId, String formData, LocalDateTime savedAt);

    @Insert("""
            INSERT INTO task_draft (task_id, account_id, form_data, saved_at)
            VALUES (#{taskId}, #{accountId}, #{formData}, #{savedAt})
            """)
    void insertDraft(String taskId, String accountId, String formData, LocalDateTime savedAt);

    @Select("SELECT MIN(due_on) FROM inbox_task WHERE due_on > #{day}")
    LocalDate nextDueAfter(LocalDate day);

    @Update("UPDATE inbox_task SET due_on = #{dueOn} WHERE task_id = #{taskId}")
    void setDueOn(String taskId, LocalDate dueOn);

    @Update("UPDATE inbox_audience SET due_on = #{dueOn} WHERE task_id = #{taskId}")
    void setAudienceDueOn(String taskId, LocalDate dueOn);
}
