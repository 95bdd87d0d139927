package org.thun.activities.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.activities.ActivityDelivery.ReportedCost;
import org.thun.activities.ActivityDossier.Cost;
import org.thun.activities.ActivityDossier.DayAttendance;
import org.thun.activities.ActivityDossier.Step;
import org.thun.activities.ActivityDossier.Verdict;
import org.thun.activities.ListGround;
import org.thun.activities.OccurrenceState;
import org.thun.activities.PlanIntent;
import org.thun.activities.ReportState;
import org.thun.identity.Role;
import org.thun.shared.Money;

@Mapper
interface ActivityMapper {

    /** One row of {@code activity_occurrence}. */
    record OccurrenceRow(
            String id,
            String grantId,
            String activityCode,
            int occurrenceNo,
            int placeInPlan,
            int firstMonth,
            int lastMonth,
            LocalDate firstDay,
            LocalDate lastDay,
            int periodNo,
            boolean marked,
            boolean endAssumed,
            Integer agreedFirstMonth,
            Integer agreedLastMonth,
            OccurrenceState state,
            LocalDate dueOn,
            LocalDate lateSince,
            int planNo,
            int reportNo) {}

    /** An occurrence with what its newest plan and report say. */
    record SummaryRow(
            String id,
            String grantId,
            String activityCode,
            int occurrenceNo,
            int firstMonth,
            int lastMonth,
            LocalDate firstDay,
            LocalDate lastDay,
            int periodNo,
            boolean marked,
            boolean endAssumed,
            Integer agreedFirstMonth,
            Integer agreedLastMonth,
            OccurrenceState state,
            LocalDate plannedFrom,
            LocalDate plannedTo,
            LocalDate heldFrom,
            LocalDate heldTo,
            Money plannedBudget,
            Money acceptedCost,
            LocalDate dueOn,
            LocalDate lateSince) {}

    /** One row of {@code activity_plan}. */
    record PlanRow(
            String occurrenceId,
            int planNo,
            PlanIntent intent,
            LocalDate firstDay,
            LocalDate lastDay,
            String place,
            String centreCodes,
            Money budget,
            Integer participants,
            String note,
            Integer postponeTo,
            String targetImpact,
            String openChecks,
            String authorId,
            String authorName,
            LocalDateTime writtenAt) {}

    /** Who has to do with an occurrence by its newest plan, and when. */
    record HandsRow(
            String occurrenceId,
            String centreCodes,
            String authorId,
            String authorName,
            LocalDate firstDay,
            LocalDate lastDay) {}

    /** One row of {@code activity_report}. */
    record ReportRow(
            String occurrenceId,
            int reportNo,
            ReportState state,
            LocalDate firstDay,
            LocalDate lastDay,
            int participants,
            ListGround listGround,
            String listPurpose,
            String outputs,
            String narrative,
            String lessons,
            String evidence,
            String correctionReason,
            String authorId,
            String authorName,
            LocalDateTime writtenAt,
            Integer lockedInPeriod) {}

    /** One row of {@code activity_decision}. */
    record DecisionRow(
            String occurrenceId,
            int decisionNo,
            Step step,
            int subjectNo,
            Verdict decision,
            String comments,
            String accountId,
            String accountName,
            Role roleCode,
            LocalDateTime decidedAt,
            boolean voided) {}

    /** An accepted report with one of its cost lines, or none. */
    record AcceptedRow(
            String occurrenceId,
            String activityCode,
            LocalDate firstDay,
            LocalDate lastDay,
            int participants,
            String outputs,
            Integer lockedInPeriod,
            String costHead,
            Money amount) {}

    String OCCURRENCE = """
            SELECT id, grant_id, activity_code, occurrence_no, place_in_plan, first_month, last_month, first_day,
                   last_day, period_no, marked, end_assumed, agreed_first_month, agreed_last_month, state, due_on,
                   late_since, plan_no, report_no
            FROM activity_occurrence
            """;

    String SUMMARY = """
            SELECT o.id, o.grant_id, o.activity_code, o.occurrence_no, o.first_month, o.last_month, o.first_day,
                   o.last_day, o.period_no, o.marked, o.end_assumed, o.agreed_first_month, o.agreed_last_month, o.state,
                   p.first_day AS planned_from, p.last_day AS planned_to, r.first_day AS held_from, r.last_day AS held_to,
                   p.budget AS planned_budget,
                   CASE WHEN o.state = 'ACCEPTED' THEN COALESCE((
                       SELECT SUM(c.amount) FROM activity_report_cost c
                       WHERE c.occurrence_id = o.id AND c.report_no = o.report_no AND c.refused = FALSE), 0) END AS accepted_cost,
                   o.due_on, o.late_since
            FROM activity_occurrence o
            LEFT JOIN activity_plan p ON p.occurrence_id = o.id AND p.plan_no = o.plan_no
            LEFT JOIN activity_report r ON r.occurrence_id = o.id AND r.report_no = o.report_no
            """;

    @Insert("""
            INSERT INTO activity_occurrence (id, grant_id, activity_code, occurrence_no, place_in_plan, first_month,
                                             last_month, first_day, last_day, period_no, marked, end_assumed,
                                             agreed_first_month, agreed_last_month, state, due_on, late_since, plan_no,
                                             report_no)
            VALUES (#{id}, #{grantId}, #{activityCode}, #{occurrenceNo}, #{placeInPlan}, #{firstMonth}, #{lastMonth},
                    #{firstDay}, #{lastDay}, #{periodNo}, #{marked}, #{endAssumed}, #{agreedFirstMonth},
                    #{agreedLastMonth}, #{state}, #{dueOn}, #{lateSince}, #{planNo}, #{reportNo})
            """)
    void insert(OccurrenceRow row);

    @Insert("INSERT INTO activity_calendar (grant_id, months) VALUES (#{grantId}, #{months})")
    void insertCalendar(String grantId, int months);

    /** Length of a grant when its plan was laid out. */
    @Select("SELECT months FROM activity_calendar WHERE grant_id = #{grantId}")
    Integer agreedMonths(String grantId);

    @Select("""
            SELECT o.id AS occurrence_id, p.centre_codes, p.author_id, p.author_name, p.first_day, p.last_day
            FROM activity_occurrence o
            JOIN activity_plan p ON p.occurrence_id = o.id AND p.plan_no = o.plan_no
            WHERE o.grant_id = #{grantId} AND p.intent = 'HOLD'
            """)
    List<HandsRow> hands(String grantId);

    @Select(OCCURRENCE + "WHERE id = #{id}")
    Optional<OccurrenceRow> find(String id);

    @Select("<script>" + OCCURRENCE + "WHERE id IN "
            + "<foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach></script>")
    List<OccurrenceRow> all(@Param("ids") Collection<String> ids);

    @Select(OCCURRENCE + "WHERE id = #{id} FOR UPDATE")
    Optional<OccurrenceRow> lock(String id);

    @Select(SUMMARY + "WHERE o.grant_id = #{grantId} ORDER BY o.place_in_plan")
    List<SummaryRow> ofGrant(String grantId);

    @Select(SUMMARY + "WHERE o.id = #{id}")
    SummaryRow summary(String id);

    @Select(OCCURRENCE + "WHERE state = 'PLANNED' AND first_day <= #{day} ORDER BY grant_id, place_in_plan")
    List<OccurrenceRow> toOpen(LocalDate day);

    @Select("""
            SELECT o.id FROM activity_occurrence o
            JOIN activity_plan p ON p.occurrence_id = o.id AND p.plan_no = o.plan_no
            WHERE o.state = 'IN_PROGRESS' AND p.last_day < #{day}
            """)
    List<String> overOn(LocalDate day);

    /** @return 0 if another node has opened it meanwhile */
    @Update("""
            UPDATE activity_occurrence SET state = 'READY', due_on = #{dueOn} WHERE id = #{id} AND state = 'PLANNED'
            """)
    int open(String id, LocalDate dueOn);

    @Update("UPDATE activity_occurrence SET state = #{state}, due_on = #{dueOn} WHERE id = #{id}")
    void move(String id, OccurrenceState state, LocalDate dueOn);

    @Update("UPDATE activity_occurrence SET late_since = #{day} WHERE id = #{id} AND late_since IS NULL")
    int flagLate(String id, LocalDate day);

    @Insert("""
            INSERT INTO activity_plan (occurrence_id, plan_no, intent, first_day, last_day, place, centre_codes, budget,
                                       participants, note, postpone_to, target_impact, open_checks, author_id,
                                       author_name, written_at)
            VALUES (#{occurrenceId}, #{planNo}, #{intent}, #{firstDay}, #{lastDay}, #{place}, #{centreCodes}, #{budget},
                    #{participants}, #{note}, #{postponeTo}, #{targetImpact}, #{openChecks}, #{authorId}, #{authorName},
                    #{writtenAt})
            """)
    void insertPlan(PlanRow row);

    @Update("UPDATE activity_occurrence SET plan_no = #{planNo} WHERE id = #{id}")
    void setPlanNo(String id, int planNo);

    @Select("""
            SELECT occurrence_id, plan_no, intent, first_day, last_day, place, centre_codes, budget, participants, note,
                   postpone_to, target_impact, open_checks, author_id, author_name, written_at
            FROM activity_plan WHERE occurrence_id = #{occurrenceId} ORDER BY plan_no
            """)
    List<PlanRow> plans(String occurrenceId);

    @Insert("""
            INSERT INTO activity_report (occurrence_id, report_no, state, first_day, last_day, participants,
                                         list_ground, list_purpose, outputs, narrative, lessons, evidence, correction_reason, author_id, author_name, written_at,
                                         locked_in_period)
            VALUES (#{occurrenceId}, #{reportNo}, #{state}, #{firstDay}, #{lastDay}, #{participants}, #{listGround},
                    #{listPurpose}, #{outputs}, #{narrative}, #{lessons}, #{evidence}, #{correctionReason}, #{authorId}, #{authorName}, #{writtenAt},
                    #{lockedInPeriod})
            """)
    void insertReport(ReportRow row);

    @Insert("""
            INSERT INTO activity_report_cost (occurrence_id, report_no, line_no, cost_head, amount, largest_cash)
            VALUES (#{occurrenceId}, #{reportNo}, #{lineNo}, #{cost.costHead}, #{cost.amount}, #{cost.largestCash})
            """)
    void insertCost(String occurrenceId, int reportNo, int lineNo, ReportedCost cost);

    @Update("""
            UPDATE activity_report_cost SET refused = #{refused}, remark = #{remark}
            WHERE occurrence_id = #{occurrenceId} AND report_no = #{reportNo} AND line_no = #{lineNo}
            """)
    void remark(String occurrenceId, int reportNo, int lineNo, boolean refused, String remark);

    @Insert("""
            INSERT INTO activity_attendance (occurrence_id, report_no, held_on, people)
            VALUES (#{occurrenceId}, #{reportNo}, #{day}, #{people})
            """)
    void insertAttendance(String occurrenceId, int reportNo, LocalDate day, int people);

    @Select("""
            SELECT held_on, people FROM activity_attendance
            WHERE occurrence_id = #{occurrenceId} AND report_no = #{reportNo} ORDER BY held_on
            """)
    List<DayAttendance> attendance(String occurrenceId, int reportNo);

    @Update("""
            UPDATE activity_occurrence
            SET first_month = #{firstMonth}, last_month = #{lastMonth}, first_day = #{firstDay}, last_day = #{lastDay},
                period_no = #{periodNo}, state = 'READY', due_on = #{dueOn}
            WHERE id = #{id}
            """)
    void postpone(
            String id, int firstMonth, int lastMonth, LocalDate firstDay, LocalDate lastDay, int periodNo, LocalDate dueOn);

    @Update("UPDATE activity_occurrence SET report_no = #{reportNo} WHERE id = #{id}")
    void setReportNo(String id, int reportNo);

    @Update("""
            UPDATE activity_report SET state = #{state}
            WHERE occurrence_id = #{occurrenceId} AND report_no = #{reportNo}
            """)
    void moveReport(String occurrenceId, int reportNo, ReportState state);

    @Select("""
            SELECT occurrence_id, report_no, state, first_day, last_day, participants, list_ground, list_purpose,
                   outputs, narrative, lessons, evidence, correction_reason, author_id, author_name, written_at,
                   locked_in_period
            FROM activity_report WHERE occurrence_id = #{occurrenceId} ORDER BY report_no
            """)
    List<ReportRow> reports(String occurrenceId);

    @Select("""
            SELECT line_no AS line, cost_head, amount, largest_cash, refused, remark FROM activity_report_cost
            WHERE occurrence_id = #{occurrenceId} AND report_no = #{reportNo} ORDER BY line_no
            """)
    List<Cost> costs(String occurrenceId, int reportNo);

    @Insert("""
            INSERT INTO activity_decision (occurrence_id, decision_no, step, subject_no, decision, comments, account_id,
                                           account_name, role_code, decided_at, voided)
            VALUES (#{occurrenceId}, #{decisionNo}, #{step}, #{subjectNo}, #{decision}, #{comments}, #{accountId},
                    #{accountName}, #{roleCode}, #{decidedAt}, #{voided})
            """)
    void insertDecision(DecisionRow row);

    @Update("""
            UPDATE activity_decision SET voided = TRUE
            WHERE occurrence_id = #{occurrenceId} AND subject_no = #{subjectNo} AND decision = 'APPROVE'
              AND step = #{step} AND voided = FALSE
            """)
    void voidApprovals(String occurrenceId, Step step, int subjectNo);

    @Select("""
            SELECT occurrence_id, decision_no, step, subject_no, decision, comments, account_id, account_name,
                   role_code, decided_at, voided
            FROM activity_decision WHERE occurrence_id = #{occurrenceId} ORDER BY decision_no
            """)
    List<DecisionRow> decisions(String occurrenceId);

    @Select("""
            SELECT o.id AS occurrence_id, o.activity_code, r.first_day, r.last_day, r.participants, r.outputs,
                   r.locked_in_period, c.cost_head, c.amount
            FROM activity_occurrence o
            JOIN activity_report r ON r.occurrence_id = o.id AND r.report_no = o.report_no
            LEFT JOIN activity_report_cost c
                ON c.occurrence_id = r.occurrence_id AND c.report_no = r.report_no AND c.refused = FALSE
            WHERE o.grant_id = #{grantId} AND o.state = 'ACCEPTED'
            ORDER BY r.last_day, o.place_in_plan, c.line_no
            """)
    List<AcceptedRow> accepted(String grantId);

    @Select("SELECT MAX(locked_through) FROM activity_lock WHERE grant_id = #{grantId}")
    LocalDate lockedThrough(String grantId);

    @Insert("""
            INSERT INTO activity_lock (grant_id, period_no, locked_through)
            VALUES (#{grantId}, #{periodNo}, #{through})
            """)
    void insertLock(String grantId, int periodNo, LocalDate through);

    @Update("""
            UPDATE activity_report SET state = 'LOCKED', locked_in_period = #{periodNo}
            WHERE state = 'ACCEPTED' AND last_day <= #{through}
              AND occurrence_id IN (SELECT id FROM activity_occurrence WHERE grant_id = #{grantId})
            """)
    void lockReports(String grantId, int periodNo, LocalDate through);
}
