package org.thun.grants.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.grants.AgreedTranche;
import org.thun.grants.BudgetLine;
import org.thun.shared.Money;

@Mapper
interface AgreementMapper {

    /** One row of {@code agreement_version}. */
    record VersionRow(
            String grantId,
            int versionNo,
            Money amount,
            int durationMonths,
            LocalDate effectiveFrom,
            String preparedBy,
            LocalDateTime preparedAt,
            String granteeSignedBy,
            LocalDateTime granteeSignedAt,
            String funderSignedBy,
            LocalDateTime funderSignedAt,
            String returnedComment,
            String returnedBy,
            LocalDateTime returnedAt) {}

    /** One row of {@code agreement_condition}. */
    record ConditionRow(int conditionNo, String textTh, String metBy, LocalDateTime metAt) {}

    @Insert("""
            INSERT INTO agreement_version (grant_id, version_no, amount, duration_months)
            VALUES (#{grantId}, #{versionNo}, #{amount}, #{durationMonths})
            """)
    void insertVersion(String grantId, int versionNo, Money amount, int durationMonths);

    @Insert("""
            INSERT INTO agreement_budget_line (grant_id, version_no, line_no, activity_code, cost_head, amount)
            VALUES (#{grantId}, #{versionNo}, #{lineNo}, #{line.activityCode}, #{line.costHead}, #{line.amount})
            """)
    void insertLine(String grantId, int versionNo, int lineNo, BudgetLine line);

    @Insert("""
            INSERT INTO agreement_tranche (grant_id, version_no, tranche_no, share_percent, amount, after_period,
                                           at_close_out)
            VALUES (#{grantId}, #{versionNo}, #{tranche.no}, #{tranche.sharePercent}, #{tranche.amount},
                    #{tranche.afterPeriod}, #{tranche.atCloseOut})
            """)
    void insertTranche(String grantId, int versionNo, AgreedTranche tranche);

    @Insert("""
            INSERT INTO agreement_condition (grant_id, condition_no, text_th) VALUES (#{grantId}, #{conditionNo}, #{text})
            """)
    void insertCondition(String grantId, int conditionNo, String text);

    @Select("""
            SELECT v.grant_id, v.version_no, v.amount, v.duration_months, v.effective_from, v.prepared_by, v.prepared_at,
                   v.grantee_signed_by, v.grantee_signed_at, v.funder_signed_by, v.funder_signed_at,
                   v.returned_comment, v.returned_by, v.returned_at
            FROM agreement_version v
            WHERE v.grant_id = #{grantId}
            ORDER BY v.version_no DESC LIMIT 1
            """)
    VersionRow newest(String grantId);

    @Select("""
            SELECT activity_code, cost_head, amount FROM agreement_budget_line
            WHERE grant_id = #{grantId} AND version_no = #{versionNo} ORDER BY line_no
            """)
    List<BudgetLine> lines(String grantId, int versionNo);

    @Select("""
            SELECT tranche_no AS no, share_percent, amount, after_period, at_close_out FROM agreement_tranche
            WHERE grant_id = #{grantId} AND version_no = #{versionNo} ORDER BY tranche_no
            """)
    List<AgreedTranche> tranches(String grantId, int versionNo);

    @Select("""
            SELECT condition_no, text_th, met_by, met_at FROM agreement_condition
            WHERE grant_id = #{grantId} ORDER BY condition_no
            """)
    List<ConditionRow> conditions(String grantId);

    @Update("""
            UPDATE agreement_version SET effective_from = #{effectiveFrom}, prepared_by = #{by}, prepared_at = #{at}
            WHERE grant_id = #{grantId} AND version_no = #{versionNo}
            """)
    void prepare(String grantId, int versionNo, LocalDate effectiveFrom, String by, LocalDateTime at);

    @Update("""
            UPDATE agreement_condition SET met_by = #{by}, met_at = #{at}
            WHERE grant_id = #{grantId} AND condition_no = #{conditionNo} AND met_by IS NULL
            """)
    void meetCondition(String grantId, int conditionNo, String by, LocalDateTime at);

    @Update("""
            UPDATE agreement_version SET grantee_signed_by = #{by}, grantee_signed_at = #{at}
            WHERE grant_id = #{grantId} AND version_no = #{versionNo}
            """)
    void signForGrantee(String grantId, int versionNo, String by, LocalDateTime at);

    @Update("""
            UPDATE agreement_version SET funder_signed_by = #{by}, funder_signed_at = #{at}
            WHERE grant_id = #{grantId} AND version_no = #{versionNo}
            """)
    void signForFunder(String grantId, int versionNo, String by, LocalDateTime at);

    @Update("""
            UPDATE agreement_version
            SET returned_comment = #{comment}, returned_by = #{by}, returned_at = #{at}, prepared_by = NULL,
                prepared_at = NULL, grantee_signed_by = NULL, grantee_signed_at = NULL
            WHERE grant_id = #{grantId} AND version_no = #{versionNo}
            """)
    void sendBack(String grantId, int versionNo, String comment, String by, LocalDateTime at);
}
