package org.thun.tasks.internal;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Select;
import org.thun.identity.Role;
import org.thun.tasks.internal.InboxMapper.ProcessCount;

/** What only the tasks of deputies, and tasks that change hands, ask of the inbox. */
@Mapper
interface DeputyTaskMapper {

    /** Work of every process. */
    String ANY = "*";

    /**
     * An address at which somebody finds tasks, and in whose name.
     *
     * @param address audience of the inbox
     * @param person who must not be kept from the task either: the absent person, or the reader in their own name
     * @param work key of the one process whose tasks are meant, or {@link #ANY}
     */
    record Place(String address, String person, String work) {}

    /** Something a deputy did. */
    record ActRow(
            String taskId,
            String caseId,
            String businessKey,
            String accountId,
            String principalId,
            String deputyshipId,
            Role role,
            LocalDateTime actedAt) {}

    String FOUND = """
            FROM (VALUES
              <foreach item="p" collection="places" separator=",">ROW(#{p.address}, #{p.person}, #{p.work})</foreach>
              ) who (address, person, work)
            JOIN inbox_audience a ON a.audience = who.address
            JOIN inbox_task f ON f.task_id = a.task_id
            WHERE NOT EXISTS (SELECT 1 FROM inbox_exclusion x
                              WHERE x.task_id = a.task_id AND (x.account_id = #{accountId} OR x.account_id = who.person))
              AND (who.work = '*' OR who.work = f.process_key)
            <if test="caseId != null">AND f.case_id = #{caseId}</if>
            """;

    /** One page of what a deputy may do, in their own name and in others'. */
    @Select("<script>SELECT " + InboxMapper.COLUMNS + """
            FROM inbox_task t
            JOIN (SELECT DISTINCT a.due_on AS page_due, a.task_id AS page_task
            """ + FOUND + """
                  <if test="processKey != null">AND f.process_key = #{processKey}</if>
                  ORDER BY a.due_on, a.task_id LIMIT #{limit} OFFSET #{offset}) page
              ON t.task_id = page.page_task
            ORDER BY t.due_on, t.task_id
            </script>
            """)
    @ResultMap("org.thun.tasks.internal.InboxMapper.inboxRow")
    List<InboxRow> page(
            @Param("places") Collection<Place> places,
            String accountId,
            String caseId,
            String processKey,
            int limit,
            int offset);

    @Select("<script>SELECT f.process_key, COUNT(DISTINCT f.task_id) AS tasks " + FOUND + "GROUP BY f.process_key</script>")
    List<ProcessCount> countByProcess(@Param("places") Collection<Place> places, String accountId, String caseId);

    /** Somebody who may not do a task. */
    record ExclusionRow(String taskId, String accountId) {}

    @Select("SELECT account_id FROM inbox_exclusion WHERE task_id = #{taskId}")
    Set<String> excluded(String taskId);

    @Select("""
            <script>
            SELECT task_id, account_id FROM inbox_exclusion
            WHERE task_id IN <foreach item="id" collection="taskIds" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<ExclusionRow> excludedFrom(@Param("taskIds") Collection<String> taskIds);

    /** The tasks found at that address, the most urgent first: those of a person are taken, or theirs by assignment. */
    @Select("SELECT " + InboxMapper.COLUMNS + """
            FROM inbox_task WHERE task_id IN (SELECT task_id FROM inbox_audience WHERE audience = #{address})
            ORDER BY due_on, task_id LIMIT #{limit}
            """)
    @ResultMap("org.thun.tasks.internal.InboxMapper.inboxRow")
    List<InboxRow> at(String address, int limit);

    /** Addresses of everybody who has taken a task or was assigned one. */
    @Select("SELECT DISTINCT audience FROM inbox_audience WHERE audience LIKE 'account:%'")
    List<String> takers();

    @Insert("""
            INSERT INTO deputy_act (task_id, case_id, business_key, account_id, principal_id, deputyship_id, role_code,
                                    acted_at)
            VALUES (#{taskId}, #{caseId}, #{businessKey}, #{accountId}, #{principalId}, #{deputyshipId}, #{role},
                    #{actedAt})
            """)
    void insert(ActRow act);

    @Select("""
            SELECT task_id, case_id, business_key, account_id, principal_id, deputyship_id, role_code AS role, acted_at
            FROM deputy_act WHERE business_key = #{businessKey}
            """)
    List<ActRow> actsOn(String businessKey);

    /** The roles in which that person has done tasks of a case. */
    @Select("""
            SELECT DISTINCT role_code FROM inbox_done
            WHERE case_id = #{caseId} AND account_id = #{accountId} AND role_code IS NOT NULL
            """)
    Set<Role> rolesIn(String caseId, String accountId);
}
