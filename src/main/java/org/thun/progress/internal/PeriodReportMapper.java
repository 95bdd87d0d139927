package org.thun.progress.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.identity.Role;
import org.thun.programmes.ReportingPolicy.EscalationStep;
import org.thun.progress.ExpenseLine;
import org.thun.progress.MentorOpinion;
import org.thun.progress.PeriodDossier.Adjustment;
import org.thun.progress.PeriodDossier.FrozenFile;
import org.thun.progress.PeriodDossier.LateDecision;
import org.thun.progress.PeriodDossier.Refusal;
import org.thun.progress.PeriodDossier.Standing;
import org.thun.progress.PeriodDossier.Step;
import org.thun.progress.PeriodDossier.Verdict;
import org.thun.progress.PeriodReportState;
import org.thun.shared.Money;

@Mapper
interface PeriodReportMapper {

    /** One row of {@code period_report}. */
    record ReportRow(
            String id,
            String grantId,
            int periodNo,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate dueOn,
            PeriodReportState state,
            LocalDate stepDueOn,
            int versionNo,
            LocalDate firstSubmittedOn,
            LocalDate overdueSince,
            MentorOpinion mentorOpinion,
            LocalDateTime acceptedAt) {}

    /** One row of {@code period_report_version}. */
    record VersionRow(
            String reportId,
            int versionNo,
            Standing standing,
            String summary,
            String nextPlan,
            Money nextForecast,
            Money carriedForward,
            Money received,
            Money interest,
            Money otherIncome,
            Money refunded,
            Money cash,
            Money bank,
            String authorId,
            String authorName,
            LocalDateTime writtenAt,
            String senderId,
            String senderName,
            LocalDateTime sentAt) {}

    /** One row of {@code period_report_activity}. */
    record ActivityRow(
            String reportId,
            int versionNo,
            int lineNo,
            String activityCode,
            int progressPercent,
            String resultText,
            String problemText) {}

    /** One row of {@code period_report_decision}. */
    record DecisionRow(
            String reportId,
            int decisionNo,
            int versionNo,
            Step step,
            Verdict decision,
            MentorOpinion opinion,
            String comments,
            String accountId,
            String accountName,
            Role roleCode,
            LocalDateTime decidedAt,
            boolean voided) {}

    /** One row of {@code period_report_figure}. */
    record FigureRow(
            String reportId,
            int lineNo,
            String indicatorId,
            String titleTh,
            String titleEn,
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal phasedTarget,
            BigDecimal actual,
            BigDecimal percentOfTarget,
            BigDecimal percentOfIncrement,
            String status) {}

    /** One row of {@code period_report_notice}. */
    record NoticeRow(String reportId, int offsetDays, LocalDate notedOn) {}

    /** One row of {@code period_report_call}. */
    record CallRow(
            String reportId,
            int callNo,
            LocalDate calledOn,
            String spokeWith,
            String outcome,
            LocalDate promisedOn,
            String accountId,
            String accountName) {}

    /** One row of {@code period_report_condition}. */
    record ConditionRow(
            String reportId,
            int conditionNo,
            String conditionText,
            LocalDate dueOn,
            LocalDate metOn,
            String metById,
            String metByName,
            String metNote) {}

    /** One row of {@code period_report_escalation}. */
    record EscalationRow(
            String reportId,
            int escalationNo,
            EscalationStep stepCode,
            LateDecision decisionCode,
            String reason,
            LocalDate waitUntil,
            String accountId,
            String accountName,
            Role roleCode,
            LocalDateTime decidedAt) {}

    String REPORT = """
            SELECT id, grant_id, period_no, first_day, last_day, due_on, state, step_due_on, version_no,
                   first_submitted_on, overdue_since, mentor_opinion, accepted_at
            FROM period_report
            """;

    @Insert("""
            INSERT INTO period_report (id, grant_id, period_no, first_day, last_day, due_on, state, step_due_on,
                                       version_no, first_submitted_on, overdue_since, mentor_opinion, accepted_at)
            VALUES (#{id}, #{grantId}, #{periodNo}, #{firstDay}, #{lastDay}, #{dueOn}, #{state}, #{stepDueOn},
                    #{versionNo}, #{firstSubmittedOn}, #{overdueSince}, #{mentorOpinion}, #{acceptedAt})
            """)
    void insert(ReportRow row);

    @Select(REPORT + "WHERE id = #{id}")
    Optional<ReportRow> find(String id);

    @Select(REPORT + "WHERE id = #{id} FOR UPDATE")
    Optional<ReportRow> lock(String id);

    @Select(REPORT + "WHERE grant_id = #{grantId} ORDER BY period_no")
    List<ReportRow> ofGrant(String grantId);

    @Select(REPORT + "WHERE grant_id = #{grantId} AND period_no = #{periodNo}")
    Optional<ReportRow> ofPeriod(String grantId, int periodNo);

    @Select(REPORT + "WHERE state = 'NOT_DUE' AND last_day < #{day} ORDER BY grant_id, period_no")
    List<ReportRow> toOpen(LocalDate day);

    /** @return 0 if another node has opened it meanwhile */
    @Update("""
            UPDATE period_report SET state = 'OPEN', step_due_on = #{stepDueOn} WHERE id = #{id} AND state = 'NOT_DUE'
            """)
    int open(String id, LocalDate stepDueOn);

    @Update("UPDATE period_report SET state = #{state}, step_due_on = #{stepDueOn} WHERE id = #{id}")
    void move(String id, PeriodReportState state, LocalDate stepDueOn);

    @Update("UPDATE period_report SET version_no = #{versionNo} WHERE id = #{id}")
    void setVersion(String id, int versionNo);

    @Update("UPDATE period_report SET first_submitted_on = #{day} WHERE id = #{id} AND first_submitted_on IS NULL")
    void setFirstSubmitted(String id, LocalDate day);

    @Update("UPDATE period_report SET overdue_since = #{day} WHERE id = #{id} AND overdue_since IS NULL")
    int setOverdue(String id, LocalDate day);

    @Update("UPDATE period_report SET mentor_opinion = #{opinion} WHERE id = #{id}")
    void setOpinion(String id, MentorOpinion opinion);

    @Update("UPDATE period_report SET accepted_at = #{at} WHERE id = #{id}")
    void setAccepted(String id, LocalDateTime at);

    @Insert("""
            INSERT INTO period_report_version (report_id, version_no, standing, summary, next_plan, next_forecast,
                                               carried_forward, received, interest, other_income, refunded, cash, bank,
                                               author_id, author_name, written_at, sender_id, sender_name, sent_at)
            VALUES (#{reportId}, #{versionNo}, #{standing}, #{summary}, #{nextPlan}, #{nextForecast}, #{carriedForward},
                    #{received}, #{interest}, #{otherIncome}, #{refunded}, #{cash}, #{bank}, #{authorId}, #{authorName},
                    #{writtenAt}, #{senderId}, #{senderName}, #{sentAt})
            """)
    void insertVersion(VersionRow row);

    @Insert("""
            INSERT INTO period_report_activity (report_id, version_no, line_no, activity_code, progress_percent,
                                                result_text, problem_text)
            VALUES (#{reportId}, #{versionNo}, #{lineNo}, #{activityCode}, #{progressPercent}, #{resultText},
                    #{problemText})
            """)
    void insertActivity(ActivityRow row);

    @Insert("""
            INSERT INTO period_report_expense (report_id, version_no, line_no, activity_code, cost_head, amount)
            VALUES (#{reportId}, #{versionNo}, #{lineNo}, #{activityCode}, #{costHead}, #{amount})
            """)
    void insertExpense(
            String reportId, int versionNo, int lineNo, String activityCode, String costHead, Money amount);

    @Delete("DELETE FROM period_report_expense WHERE report_id = #{reportId} AND version_no = #{versionNo}")
    void deleteExpenses(String reportId, int versionNo);

    @Delete("DELETE FROM period_report_activity WHERE report_id = #{reportId} AND version_no = #{versionNo}")
    void deleteActivities(String reportId, int versionNo);

    /** Only while the version has not been sent: the lead has given it back to be written on. */
    @Delete("""
            DELETE FROM period_report_version
            WHERE report_id = #{reportId} AND version_no = #{versionNo} AND sent_at IS NULL
            """)
    void deleteVersion(String reportId, int versionNo);

    @Update("""
            UPDATE period_report_version SET sender_id = #{senderId}, sender_name = #{senderName}, sent_at = #{at}
            WHERE report_id = #{reportId} AND version_no = #{versionNo}
            """)
    void send(String reportId, int versionNo, String senderId, String senderName, LocalDateTime at);

    @Select("""
            SELECT report_id, version_no, standing, summary, next_plan, next_forecast, carried_forward, received,
                   interest, other_income, refunded, cash, bank, author_id, author_name, written_at, sender_id,
                   sender_name, sent_at
            FROM period_report_version WHERE report_id = #{reportId} ORDER BY version_no
            """)
    List<VersionRow> versions(String reportId);

    @Select("""
            SELECT report_id, version_no, line_no, activity_code, progress_percent, result_text, problem_text
            FROM period_report_activity WHERE report_id = #{reportId} AND version_no = #{versionNo} ORDER BY line_no
            """)
    List<ActivityRow> activities(String reportId, int versionNo);

    @Select("""
            SELECT activity_code, cost_head, amount FROM period_report_expense
            WHERE report_id = #{reportId} AND version_no = #{versionNo} ORDER BY line_no
            """)
    List<ExpenseLine> expenses(String reportId, int versionNo);

    @Insert("""
            INSERT INTO period_report_decision (report_id, decision_no, version_no, step, decision, opinion, comments,
                                                account_id, account_name, role_code, decided_at, voided)
            VALUES (#{reportId}, #{decisionNo}, #{versionNo}, #{step}, #{decision}, #{opinion}, #{comments},
                    #{accountId}, #{accountName}, #{roleCode}, #{decidedAt}, #{voided})
            """)
    void insertDecision(DecisionRow row);

    @Update("""
            UPDATE period_report_decision SET voided = TRUE
            WHERE report_id = #{reportId} AND decision = 'APPROVE' AND step <> 'SUBMISSION' AND voided = FALSE
            """)
    void voidApprovals(String reportId);

    @Select("""
            SELECT report_id, decision_no, version_no, step, decision, opinion, comments, account_id, account_name,
                   role_code, decided_at, voided
            FROM period_report_decision WHERE report_id = #{reportId} ORDER BY decision_no
            """)
    List<DecisionRow> decisions(String reportId);

    @Insert("""
            INSERT INTO period_report_figure (report_id, line_no, indicator_id, title_th, title_en, baseline, target,
                                              phased_target, actual, percent_of_target, percent_of_increment, status)
            VALUES (#{reportId}, #{lineNo}, #{indicatorId}, #{titleTh}, #{titleEn}, #{baseline}, #{target},
                    #{phasedTarget}, #{actual}, #{percentOfTarget}, #{percentOfIncrement}, #{status})
            """)
    void insertFigure(FigureRow row);

    @Select("""
            SELECT report_id, line_no, indicator_id, title_th, title_en, baseline, target, phased_target, actual,
                   percent_of_target, percent_of_increment, status
            FROM period_report_figure WHERE report_id = #{reportId} ORDER BY line_no
            """)
    List<FigureRow> figures(String reportId);

    @Insert("""
            INSERT INTO period_report_notice (report_id, offset_days, noted_on)
            VALUES (#{reportId}, #{offsetDays}, #{notedOn})
            """)
    void insertNotice(NoticeRow row);

    @Select("""
            SELECT report_id, offset_days, noted_on FROM period_report_notice
            WHERE report_id = #{reportId} ORDER BY offset_days
            """)
    List<NoticeRow> notices(String reportId);

    @Insert("""
            INSERT INTO period_report_call (report_id, call_no, called_on, spoke_with, outcome, promised_on, account_id,
                                            account_name)
            VALUES (#{reportId}, #{callNo}, #{calledOn}, #{spokeWith}, #{outcome}, #{promisedOn}, #{accountId},
                    #{accountName})
            """)
    void insertCall(CallRow row);

    @Select("""
            SELECT report_id, call_no, called_on, spoke_with, outcome, promised_on, account_id, account_name
            FROM period_report_call WHERE report_id = #{reportId} ORDER BY call_no
            """)
    List<CallRow> calls(String reportId);

    /** Reports of periods that are not over and whose due day is near enough to speak of. */
    @Select(REPORT + "WHERE state = 'NOT_DUE' AND due_on BETWEEN #{day} AND #{horizon} ORDER BY grant_id, period_no")
    List<ReportRow> toAnnounce(LocalDate day, LocalDate horizon);

    @Insert("""
            INSERT INTO period_report_adjustment (report_id, version_no, line_no, of_period, activity_code, cost_head,
                                                  amount, reason)
            VALUES (#{reportId}, #{versionNo}, #{lineNo}, #{line.ofPeriod}, #{line.activityCode}, #{line.costHead},
                    #{line.amount}, #{line.reason})
            """)
    void insertAdjustment(String reportId, int versionNo, int lineNo, Adjustment line);

    @Delete("DELETE FROM period_report_adjustment WHERE report_id = #{reportId} AND version_no = #{versionNo}")
    void deleteAdjustments(String reportId, int versionNo);

    @Select("""
            SELECT of_period, activity_code, cost_head, amount, reason FROM period_report_adjustment
            WHERE report_id = #{reportId} AND version_no = #{versionNo} ORDER BY line_no
            """)
    List<Adjustment> adjustments(String reportId, int versionNo);

    @Insert("""
            INSERT INTO period_report_refusal (report_id, line_no, activity_code, cost_head, amount, treatment_code,
                                               reason)
            VALUES (#{reportId}, #{lineNo}, #{line.activityCode}, #{line.costHead}, #{line.amount}, #{line.treatment},
                    #{line.reason})
            """)
    void insertRefusal(String reportId, int lineNo, Refusal line);

    @Select("""
            SELECT activity_code, cost_head, amount, treatment_code AS treatment, reason FROM period_report_refusal
            WHERE report_id = #{reportId} ORDER BY line_no
            """)
    List<Refusal> refusals(String reportId);

    @Insert("""
            INSERT INTO period_report_condition (report_id, condition_no, condition_text, due_on)
            VALUES (#{reportId}, #{no}, #{text}, #{dueOn})
            """)
    void insertCondition(String reportId, int no, String text, LocalDate dueOn);

    @Update("""
            UPDATE period_report_condition SET met_on = #{day}, met_by_id = #{accountId}, met_by_name = #{accountName},
                                               met_note = #{note}
            WHERE report_id = #{reportId} AND condition_no = #{no} AND met_on IS NULL
            """)
    int meetCondition(String reportId, int no, LocalDate day, String accountId, String accountName, String note);

    @Select("""
            SELECT report_id, condition_no, condition_text, due_on, met_on, met_by_id, met_by_name, met_note
            FROM period_report_condition WHERE report_id = #{reportId} ORDER BY condition_no
            """)
    List<ConditionRow> conditions(String reportId);

    @Insert("""
            INSERT INTO period_report_escalation (report_id, escalation_no, step_code, decision_code, reason, wait_until,
                                                  account_id, account_name, role_code, decided_at)
            VALUES (#{reportId}, #{escalationNo}, #{stepCode}, #{decisionCode}, #{reason}, #{waitUntil}, #{accountId},
                    #{accountName}, #{roleCode}, #{decidedAt})
            """)
    void insertEscalation(EscalationRow row);

    @Select("""
            SELECT report_id, escalation_no, step_code, decision_code, reason, wait_until, account_id, account_name,
                   role_code, decided_at
            FROM period_report_escalation WHERE report_id = #{reportId} ORDER BY escalation_no
            """)
    List<EscalationRow> escalations(String reportId);

    @Insert("""
            INSERT INTO period_report_file (report_id, line_no, document_id, document_version, title, file_name,
                                            size_bytes, sha256)
            VALUES (#{reportId}, #{lineNo}, #{file.documentId}, #{file.versionNo}, #{file.title}, #{file.fileName},
                    #{file.size}, #{file.sha256})
            """)
    void insertFile(String reportId, int lineNo, FrozenFile file);

    @Select("""
            SELECT document_id, document_version AS version_no, title, file_name, size_bytes AS size, sha256
            FROM period_report_file WHERE report_id = #{reportId} ORDER BY line_no
            """)
    List<FrozenFile> files(String reportId);

    @Select("<script>SELECT id, grant_id, period_no, first_day, last_day, due_on, state, step_due_on, version_no, "
            + "first_submitted_on, overdue_since, mentor_opinion, accepted_at FROM period_report WHERE id IN "
            + "<foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach></script>")
    List<ReportRow> all(@Param("ids") Collection<String> ids);
}
