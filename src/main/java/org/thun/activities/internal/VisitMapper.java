package org.thun.activities.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.activities.VisitOpinion;
import org.thun.activities.VisitState;

@Mapper
interface VisitMapper {

    /** One row of {@code activity_visit}. */
    record VisitRow(
            String id,
            String grantId,
            int visitNo,
            LocalDate dueOn,
            VisitState state,
            LocalDate visitedOn,
            String informants,
            String progress,
            String problems,
            Integer structure,
            Integer skills,
            Integer results,
            Integer moneySystem,
            Integer spending,
            Integer evidence,
            Integer score,
            VisitOpinion opinion,
            String authorId,
            String authorName,
            LocalDateTime writtenAt) {}

    String VISIT = """
            SELECT id, grant_id, visit_no, due_on, state, visited_on, informants, progress, problems, structure, skills,
                   results, money_system, spending, evidence, score, opinion, author_id, author_name, written_at
            FROM activity_visit
            """;

    @Insert("""
            INSERT INTO activity_visit (id, grant_id, visit_no, due_on, state)
            VALUES (#{id}, #{grantId}, #{visitNo}, #{dueOn}, 'PLANNED')
            """)
    void insert(String id, String grantId, int visitNo, LocalDate dueOn);

    @Select(VISIT + "WHERE id = #{id}")
    Optional<VisitRow> find(String id);

    @Select(VISIT + "WHERE id = #{id} FOR UPDATE")
    Optional<VisitRow> lock(String id);

    @Select(VISIT + "WHERE grant_id = #{grantId} ORDER BY visit_no")
    List<VisitRow> ofGrant(String grantId);

    /** Those whose time has not come, at most one for each grant. */
    @Select(VISIT + "WHERE state = 'PLANNED' ORDER BY due_on, id")
    List<VisitRow> planned();

    /** @return 0 if somebody else was faster */
    @Update("UPDATE activity_visit SET state = #{to} WHERE id = #{id} AND state = #{from}")
    int move(String id, VisitState from, VisitState to);

    @Update("""
            UPDATE activity_visit
            SET state = 'DONE', visited_on = #{visitedOn}, informants = #{informants}, progress = #{progress},
                problems = #{problems}, structure = #{structure}, skills = #{skills}, results = #{results},
                money_system = #{moneySystem}, spending = #{spending}, evidence = #{evidence}, score = #{score},
                opinion = #{opinion}, author_id = #{authorId}, author_name = #{authorName}, written_at = #{writtenAt}
            WHERE id = #{id}
            """)
    void write(VisitRow row);
}
