package org.thun.grants.internal;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.grants.AgreementTerm;
import org.thun.shared.Money;

/** The versions of agreements after the first, and what ends or halts a grant. */
@Mapper
interface AgreementChangeMapper {

    /** A row of {@code agreement_version} with what an amendment says in it. */
    record ChangeRow(
            String grantId,
            int versionNo,
            Money amount,
            int durationMonths,
            LocalDate effectiveFrom,
            String amendmentId,
            String amendmentLabel,
            LocalDate inForceOn,
            LocalDate endsOn,
            boolean phasesRespread) {}

    @Select("""
            SELECT grant_id, version_no, amount, duration_months, effective_from, amendment_id, amendment_label,
                   in_force_on, ends_on, phases_respread
            FROM agreement_version WHERE grant_id = #{grantId} ORDER BY version_no
            """)
    List<ChangeRow> versions(String grantId);

    @Insert("""
            INSERT INTO agreement_version (grant_id, version_no, amount, duration_months, effective_from, amendment_id,
                                           amendment_label, in_force_on, ends_on, phases_respread)
            VALUES (#{grantId}, #{versionNo}, #{amount}, #{durationMonths}, #{effectiveFrom}, #{amendmentId},
                    #{amendmentLabel}, #{inForceOn}, #{endsOn}, #{phasesRespread})
            """)
    void insert(ChangeRow row);

    @Insert("""
            INSERT INTO agreement_term (grant_id, version_no, term_no, kind, subject, body)
            VALUES (#{grantId}, #{versionNo}, #{termNo}, #{term.kind}, #{term.subject}, #{term.body})
            """)
    void insertTerm(String grantId, int versionNo, int termNo, AgreementTerm term);

    @Select("""
            SELECT kind, subject, body FROM agreement_term
            WHERE grant_id = #{grantId} AND version_no = #{versionNo} ORDER BY term_no
            """)
    List<AgreementTerm> terms(String grantId, int versionNo);

    @Update("""
            UPDATE grant_file SET agreement_no = #{no}, ends_on = #{endsOn}
            WHERE id = #{grantId} AND agreement_no = #{before}
            """)
    int bringIntoForce(String grantId, int before, int no, LocalDate endsOn);

    @Select("SELECT suspended_on FROM grant_file WHERE id = #{grantId}")
    LocalDate suspendedOn(String grantId);

    @Update("UPDATE grant_file SET suspended_on = #{day} WHERE id = #{grantId}")
    void setSuspendedOn(String grantId, LocalDate day);

    @Update("""
            UPDATE grant_file SET terminated_on = #{day}, termination_reason = #{reasonCode}, suspended_on = NULL
            WHERE id = #{grantId}
            """)
    void setTerminated(String grantId, LocalDate day, String reasonCode);

    @Update("UPDATE grant_file SET lead_account_id = #{accountId} WHERE id = #{grantId}")
    void setLead(String grantId, String accountId);
}
