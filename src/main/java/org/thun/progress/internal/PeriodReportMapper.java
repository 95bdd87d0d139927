package org.thun.progress.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.identity.Role;
import org.thun.progress.ExpenseLine;
import org.thun.progress.MentorOpinion;
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
}
