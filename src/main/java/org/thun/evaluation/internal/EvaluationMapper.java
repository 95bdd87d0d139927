package org.thun.evaluation.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.evaluation.AssessmentState;
import org.thun.evaluation.AssignmentState;
import org.thun.evaluation.EvaluationState;
import org.thun.evaluation.FactComment;
import org.thun.evaluation.Importance;
import org.thun.evaluation.ManagementAnswer;
import org.thun.evaluation.Rating;
import org.thun.evaluation.Recommendation;
import org.thun.identity.Reach;

@Mapper
interface EvaluationMapper {

    /** One row of {@code evaluation}. */
    record EvaluationRow(
            String id,
            String grantId,
            String programmeKey,
            String orgId,
            String code,
            String titleTh,
            String titleEn,
            int grantMonth,
            LocalDate opensOn,
            LocalDate dueOn,
            EvaluationState state,
            int assignmentNo,
            LocalDate finalOn) {}

    /** One row of {@code evaluation_assignment}. */
    record AssignmentRow(
            String id,
            String evaluationId,
            int seqNo,
            String evaluatorId,
            AssignmentState state,
            String assignedBy,
            LocalDate assignedOn,
            LocalDate answerDueOn,
            String declaration,
            LocalDate endedOn) {}

    /** One row of {@code assessment}. */
    record AssessmentRow(
            String id,
            String evaluationId,
            AssessmentState state,
            String method,
            String findings,
            String overallLevel,
            String overallReason,
            LocalDate filedOn,
            LocalDate commentsDueOn,
            String returnReason,
            LocalDate finalOn) {}

    /** A row of the desk. */
    record WorkRow(
            String id,
            String grantId,
            String titleTh,
            String titleEn,
            EvaluationState state,
            LocalDate opensOn,
            LocalDate dueOn,
            String evaluatorId,
            AssignmentState assignmentState,
            AssessmentState assessmentState) {}

    String EVALUATION = """
            SELECT id, grant_id, programme_key, org_id, code, title_th, title_en, grant_month, opens_on, due_on, state,
                   assignment_no, final_on
            FROM evaluation
            """;

    String ASSESSMENT = """
            SELECT id, evaluation_id, state, method, findings, overall_level, overall_reason, filed_on, comments_due_on,
                   return_reason, final_on
            FROM assessment
            """;

    String RECOMMENDATION = """
            SELECT id, grant_id, evaluation_id, seq_no AS no, action_text AS text, importance, due_on, state,
                   answer_due_on, answer, answer_reason, verified_note
            FROM recommendation
            """;

    /** Own work, and everything within reach of a manager. */
    String WORK = """
            FROM evaluation e
            LEFT JOIN evaluation_assignment a ON a.evaluation_id = e.id AND a.seq_no = e.assignment_no
              AND a.state IN ('PROPOSED', 'ACCEPTED', 'DELIVERED', 'APPROVED')
            LEFT JOIN assessment s ON s.evaluation_id = e.id
            WHERE (a.evaluator_id = #{accountId}
              <if test="managed.all">OR 1 = 1</if>
              OR e.programme_key IN
              <foreach item="k" collection="managed.programmeKeys" open="(" separator="," close=")">#{k}</foreach>
              OR e.org_id IN
              <foreach item="k" collection="managed.organisationIds" open="(" separator="," close=")">#{k}</foreach>
              OR e.grant_id IN
              <foreach item="k" collection="managed.grantIds" open="(" separator="," close=")">#{k}</foreach>)
              <if test="state != null">AND e.state = #{state}</if>
            """;

    @Insert("""
            INSERT INTO evaluation (id, grant_id, programme_key, org_id, code, title_th, title_en, grant_month, opens_on,
                                    due_on, state, assignment_no, final_on)
            VALUES (#{id}, #{grantId}, #{programmeKey}, #{orgId}, #{code}, #{titleTh}, #{titleEn}, #{grantMonth},
                    #{opensOn}, #{dueOn}, #{state}, #{assignmentNo}, #{finalOn})
            """)
    void insert(EvaluationRow row);

    @Select(EVALUATION + "WHERE id = #{id}")
    Optional<EvaluationRow> find(String id);

    @Select(EVALUATION + "WHERE grant_id = #{grantId} ORDER BY grant_month, code")
    List<EvaluationRow> ofGrant(String grantId);

    @Select(EVALUATION + "WHERE state = 'PLANNED' AND opens_on <= #{day} ORDER BY opens_on, id")
    List<EvaluationRow> dueToOpen(LocalDate day);

    @Update("UPDATE evaluation SET state = #{to}, final_on = #{finalOn} WHERE id = #{id} AND state = #{from}")
    int move(String id, EvaluationState from, EvaluationState to, LocalDate finalOn);

    @Update("""
            UPDATE evaluation SET assignment_no = #{assignmentNo}
            WHERE id = #{id} AND assignment_no = #{assignmentNo} - 1
            """)
    int pointToAssignment(String id, int assignmentNo);

    @Insert("""
            INSERT INTO evaluation_assignment (id, evaluation_id, seq_no, evaluator_id, state, assigned_by, assigned_on,
                                               answer_due_on, declaration, ended_on)
            VALUES (#{id}, #{evaluationId}, #{seqNo}, #{evaluatorId}, #{state}, #{assignedBy}, #{assignedOn},
                    #{answerDueOn}, #{declaration}, #{endedOn})
            """)
    void insertAssignment(AssignmentRow row);

    @Select("""
            SELECT id, evaluation_id, seq_no, evaluator_id, state, assigned_by, assigned_on, answer_due_on, declaration,
                   ended_on
            FROM evaluation_assignment WHERE evaluation_id = #{evaluationId} ORDER BY seq_no
            """)
    List<AssignmentRow> assignments(String evaluationId);

    @Update("""
            UPDATE evaluation_assignment
            SET state = #{to}, declaration = COALESCE(#{declaration}, declaration), ended_on = #{endedOn}
            WHERE id = #{id} AND state = #{from}
            """)
    int moveAssignment(
            String id, AssignmentState from, AssignmentState to, String declaration, LocalDate endedOn);

    @Insert("""
            INSERT INTO assessment (id, evaluation_id, state, method, findings, overall_level, overall_reason, filed_on,
                                    comments_due_on, return_reason, final_on)
            VALUES (#{id}, #{evaluationId}, #{state}, #{method}, #{findings}, #{overallLevel}, #{overallReason},
                    #{filedOn}, #{commentsDueOn}, #{returnReason}, #{finalOn})
            """)
    void insertAssessment(AssessmentRow row);

    @Select(ASSESSMENT + "WHERE evaluation_id = #{evaluationId}")
    Optional<AssessmentRow> assessment(String evaluationId);

    @Update("""
            UPDATE assessment SET state = #{to}, return_reason = COALESCE(#{returnReason}, return_reason),
                                  final_on = #{finalOn}
            WHERE id = #{id} AND state = #{from}
            """)
    int moveAssessment(
            String id, AssessmentState from, AssessmentState to, String returnReason, LocalDate finalOn);

    @Update("""
            UPDATE assessment SET method = #{method}, findings = #{findings}, overall_level = #{overallLevel},
                                  overall_reason = #{overallReason}
            WHERE id = #{id} AND state <> 'FINAL'
            """)
    void rewrite(String id, String method, String findings, String overallLevel, String overallReason);

    @Delete("DELETE FROM assessment_rating WHERE assessment_id = #{assessmentId}")
    void deleteRatings(String assessmentId);

    @Insert("""
            <script>
            INSERT INTO assessment_rating (assessment_id, seq_no, criterion, level_code, reason) VALUES
            <foreach item="r" index="i" collection="ratings" separator=",">
              (#{assessmentId}, #{i}, #{r.criterion}, #{r.level}, #{r.reason})
            </foreach>
            </script>
            """)
    void insertRatings(String assessmentId, List<Rating> ratings);

    @Select("""
            SELECT criterion, level_code AS level, reason FROM assessment_rating
            WHERE assessment_id = #{assessmentId} ORDER BY seq_no
            """)
    List<Rating> ratings(String assessmentId);

    @Insert("""
            INSERT INTO fact_comment (assessment_id, seq_no, comment_text, comment_by)
            VALUES (#{assessmentId}, #{no}, #{text}, #{by})
            """)
    void insertComment(String assessmentId, int no, String text, String by);

    @Select("""
            SELECT seq_no AS no, comment_text AS text, answer_text AS answer FROM fact_comment
            WHERE assessment_id = #{assessmentId} ORDER BY seq_no
            """)
    List<FactComment> comments(String assessmentId);

    @Update("""
            UPDATE fact_comment SET answer_text = #{answer} WHERE assessment_id = #{assessmentId} AND seq_no = #{no}
            """)
    void answerComment(String assessmentId, int no, String answer);

    @Delete("DELETE FROM recommendation WHERE evaluation_id = #{evaluationId} AND state = 'DRAFT'")
    void deleteDraftRecommendations(String evaluationId);

    @Insert("""
            INSERT INTO recommendation (id, grant_id, evaluation_id, seq_no, action_text, importance, due_on, state)
            VALUES (#{id}, #{grantId}, #{evaluationId}, #{no}, #{text}, #{importance}, #{dueOn}, 'DRAFT')
            """)
    void insertRecommendation(
            String id, String grantId, String evaluationId, int no, String text, Importance importance, LocalDate dueOn);

    @Select(RECOMMENDATION + "WHERE evaluation_id = #{evaluationId} ORDER BY seq_no")
    List<Recommendation> recommendations(String evaluationId);

    @Select(RECOMMENDATION + "WHERE grant_id = #{grantId} AND state <> 'DRAFT' ORDER BY evaluation_id, seq_no")
    List<Recommendation> finalRecommendations(String grantId);

    @Update("""
            UPDATE recommendation SET state = 'OPEN', answer_due_on = #{answerDueOn}
            WHERE evaluation_id = #{evaluationId} AND state = 'DRAFT'
            """)
    int openRecommendations(String evaluationId, LocalDate answerDueOn);

    @Update("""
            UPDATE recommendation SET state = 'ANSWERED', answer = #{answer}, answer_reason = #{reason}, due_on = #{dueOn}
            WHERE id = #{id} AND state = 'OPEN'
            """)
    int answerRecommendation(String id, ManagementAnswer answer, String reason, LocalDate dueOn);

    @Update("""
            UPDATE recommendation SET state = 'VERIFIED', verified_note = #{note} WHERE id = #{id} AND state = 'ANSWERED'
            """)
    int verifyRecommendation(String id, String note);

    @Select("<script>SELECT COUNT(*) " + WORK + "</script>")
    long countWork(String accountId, Reach managed, EvaluationState state);

    @Select("""
            <script>
            SELECT e.id, e.grant_id, e.title_th, e.title_en, e.state, e.opens_on, e.due_on, a.evaluator_id,
                   a.state AS assignment_state, s.state AS assessment_state
            """ + WORK + """
            ORDER BY CASE e.state WHEN 'RUNNING' THEN 0 WHEN 'PLANNED' THEN 1 ELSE 2 END, e.due_on, e.id
            LIMIT #{limit} OFFSET #{offset}
            </script>
            """)
    List<WorkRow> work(String accountId, Reach managed, EvaluationState state, int limit, int offset);
}
