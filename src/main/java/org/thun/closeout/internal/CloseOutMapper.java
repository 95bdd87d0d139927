package org.thun.closeout.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.closeout.CloseOutDossier.RefundState;
import org.thun.closeout.CloseOutDossier.Step;
import org.thun.closeout.CloseOutDossier.Verdict;
import org.thun.closeout.CloseOutState;
import org.thun.identity.Role;
import org.thun.shared.Money;

@Mapper
interface CloseOutMapper {

    /** One row of {@code close_out}. */
    record CloseOutRow(
            String id, String grantId, CloseOutState state, int versionNo, LocalDate stepDueOn, LocalDate openedOn) {}

    /** One row of {@code close_out_version}. */
    record VersionRow(
            String closeOutId,
            int versionNo,
            String finalReport,
            String lessons,
            String auditor,
            String auditNote,
            String authorId,
            String authorName,
            LocalDateTime writtenAt,
            String senderId,
            String senderName,
            LocalDateTime sentAt) {}

    /** One row of {@code close_out_asset}. */
    record AssetRow(
            String closeOutId,
            int versionNo,
            int lineNo,
            String assetName,
            int quantity,
            Money amount,
            String keeper) {}

    /** One row of {@code close_out_decision}. */
    record DecisionRow(
            String closeOutId,
            int decisionNo,
            int versionNo,
            Step step,
            Verdict decision,
            String comments,
            String accountId,
            String accountName,
            Role roleCode,
            LocalDateTime decidedAt,
            boolean voided) {}

    /** One row of {@code close_out_refund}. */
    record RefundRow(
            String closeOutId,
            int refundNo,
            RefundState state,
            LocalDate paidOn,
            String reference,
            Money amount,
            Money interest,
            String payerId,
            String payerName) {}

    String CLOSE_OUT = "SELECT id, grant_id, state, version_no, step_due_on, opened_on FROM close_out ";

    @Insert("""
            INSERT INTO close_out (id, grant_id, state, version_no, step_due_on, opened_on)
            VALUES (#{id}, #{grantId}, #{state}, #{versionNo}, #{stepDueOn}, #{openedOn})
            """)
    void insert(CloseOutRow row);

    @Select(CLOSE_OUT + "WHERE id = #{id}")
    Optional<CloseOutRow> find(String id);

    @Select(CLOSE_OUT + "WHERE id = #{id} FOR UPDATE")
    Optional<CloseOutRow> lock(String id);

    @Select(CLOSE_OUT + "WHERE grant_id = #{grantId}")
    Optional<CloseOutRow> ofGrant(String grantId);

    @Update("UPDATE close_out SET state = #{state}, step_due_on = #{stepDueOn} WHERE id = #{id}")
    void move(String id, CloseOutState state, LocalDate stepDueOn);

    @Update("UPDATE close_out SET version_no = #{versionNo} WHERE id = #{id}")
    void setVersion(String id, int versionNo);

    @Insert("""
            INSERT INTO close_out_version (close_out_id, version_no, final_report, lessons, auditor, audit_note, author_id,
                                           author_name, written_at, sender_id, sender_name, sent_at)
            VALUES (#{closeOutId}, #{versionNo}, #{finalReport}, #{lessons}, #{auditor}, #{auditNote}, #{authorId},
                    #{authorName}, #{writtenAt}, #{senderId}, #{senderName}, #{sentAt})
            """)
    void insertVersion(VersionRow row);

    @Insert("""
            INSERT INTO close_out_asset (close_out_id, version_no, line_no, asset_name, quantity, amount, keeper)
            VALUES (#{closeOutId}, #{versionNo}, #{lineNo}, #{assetName}, #{quantity}, #{amount}, #{keeper})
            """)
    void insertAsset(AssetRow row);

    @Delete("DELETE FROM close_out_asset WHERE close_out_id = #{closeOutId} AND version_no = #{versionNo}")
    void deleteAssets(String closeOutId, int versionNo);

    /** Only while the version has not been sent: the lead has given it back to be written on. */
    @Delete("""
            DELETE FROM close_out_version
            WHERE close_out_id = #{closeOutId} AND version_no = #{versionNo} AND sent_at IS NULL
            """)
    void deleteVersion(String closeOutId, int versionNo);

    @Update("""
            UPDATE close_out_version SET sender_id = #{senderId}, sender_name = #{senderName}, sent_at = #{at}
            WHERE close_out_id = #{closeOutId} AND version_no = #{versionNo}
            """)
    void send(String closeOutId, int versionNo, String senderId, String senderName, LocalDateTime at);

    @Select("""
            SELECT close_out_id, version_no, final_report, lessons, auditor, audit_note, author_id, author_name,
                   written_at, sender_id, sender_name, sent_at
            FROM close_out_version WHERE close_out_id = #{closeOutId} ORDER BY version_no
            """)
    List<VersionRow> versions(String closeOutId);

    @Select("""
            SELECT close_out_id, version_no, line_no, asset_name, quantity, amount, keeper
            FROM close_out_asset WHERE close_out_id = #{closeOutId} AND version_no = #{versionNo} ORDER BY line_no
            """)
    List<AssetRow> assets(String closeOutId, int versionNo);

    @Insert("""
            INSERT INTO close_out_decision (close_out_id, decision_no, version_no, step, decision, comments, account_id,
                                            account_name, role_code, decided_at, voided)
            VALUES (#{closeOutId}, #{decisionNo}, #{versionNo}, #{step}, #{decision}, #{comments}, #{accountId},
                    #{accountName}, #{roleCode}, #{decidedAt}, #{voided})
            """)
    void insertDecision(DecisionRow row);

    @Update("""
            UPDATE close_out_decision SET voided = TRUE
            WHERE close_out_id = #{closeOutId} AND decision = 'APPROVE' AND step <> 'SUBMISSION' AND voided = FALSE
            """)
    void voidApprovals(String closeOutId);

    @Select("""
            SELECT close_out_id, decision_no, version_no, step, decision, comments, account_id, account_name, role_code,
                   decided_at, voided
            FROM close_out_decision WHERE close_out_id = #{closeOutId} ORDER BY decision_no
            """)
    List<DecisionRow> decisions(String closeOutId);

    @Insert("""
            INSERT INTO close_out_refund (close_out_id, refund_no, state, paid_on, reference, amount, interest, payer_id,
                                          payer_name)
            VALUES (#{closeOutId}, #{refundNo}, #{state}, #{paidOn}, #{reference}, #{amount}, #{interest}, #{payerId},
                    #{payerName})
            """)
    void insertRefund(RefundRow row);

    @Update("""
            UPDATE close_out_refund SET state = #{state} WHERE close_out_id = #{closeOutId} AND refund_no = #{refundNo}
            """)
    void moveRefund(String closeOutId, int refundNo, RefundState state);

    @Update("""
            UPDATE close_out_refund SET state = 'CONFIRMED', interest = #{interest}
            WHERE close_out_id = #{closeOutId} AND refund_no = #{refundNo}
            """)
    void confirmRefund(String closeOutId, int refundNo, Money interest);

    @Select("""
            SELECT close_out_id, refund_no, state, paid_on, reference, amount, interest, payer_id, payer_name
            FROM close_out_refund WHERE close_out_id = #{closeOutId} ORDER BY refund_no
            """)
    List<RefundRow> refunds(String closeOutId);
}
