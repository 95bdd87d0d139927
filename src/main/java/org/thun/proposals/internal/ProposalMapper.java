package org.thun.proposals.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.grants.BudgetLine;
import org.thun.proposals.ProposalState;
import org.thun.proposals.Proposals.ProposalFilter;
import org.thun.proposals.ReviewOutcome;
import org.thun.shared.Money;

@Mapper
interface ProposalMapper {

    String PROPOSAL = """
            SELECT p.id, p.proposal_number, p.programme_key, p.programme_version, p.org_id, p.applicant_th,
                   p.applicant_en, p.state, p.state_since, p.current_version, p.revision_loops, p.created_by,
                   p.created_at, p.lead_account_id, p.screened_by, p.grant_id, p.synthetic, v.title_th, v.title_en,
                   v.amount
            """;

    String FROM = """
            FROM proposal p
            JOIN proposal_version v ON v.proposal_id = p.id AND v.version_no = p.current_version
            """;

    /**
     * Rows a person may see: the applicant's own at any time, others' once they are handed in, accepted ones for those who
     * read accepted data only, and for reviewers those they were asked to review.
     */
    String VISIBLE = FROM + """
            WHERE (
              p.org_id IN
                <foreach item="k" collection="sight.own" open="(" separator="," close=")">#{k}</foreach>
              OR p.state &lt;&gt; 'DRAFT' AND (
                <if test="sight.working.all">1 = 1 OR</if>
                p.programme_key IN
                  <foreach item="k" collection="sight.working.programmeKeys" open="(" separator="," close=")">#{k}</foreach>)
              OR p.state IN
                <foreach item="s" collection="sight.acceptedStates" open="(" separator="," close=")">#{s}</foreach>
                AND (
                <if test="sight.reading.all">1 = 1 OR</if>
                p.programme_key IN
                  <foreach item="k" collection="sight.reading.programmeKeys" open="(" separator="," close=")">#{k}</foreach>)
              OR EXISTS (SELECT 1 FROM proposal_review r
                         WHERE r.proposal_id = p.id AND r.reviewer_id = #{sight.accountId})
            )
            """;

    String FILTERED = VISIBLE + """
            <if test="filter.programmeKey != null">AND p.programme_key = #{filter.programmeKey}</if>
            <if test="filter.state != null">AND p.state = #{filter.state}</if>
            <if test="pattern != null">AND (LOWER(v.title_th) LIKE #{pattern} OR LOWER(v.title_en) LIKE #{pattern}
              OR LOWER(p.proposal_number) LIKE #{pattern} OR LOWER(p.applicant_th) LIKE #{pattern}
              OR LOWER(p.applicant_en) LIKE #{pattern})</if>
            """;

    /** One row of {@code proposal_version}. */
    record VersionRow(
            int versionNo,
            String titleTh,
            String titleEn,
            String summary,
            String objectives,
            Integer durationMonths,
            Money amount,
            LocalDate plannedStart,
            String submittedBy,
            LocalDateTime submittedAt,
            ReviewOutcome reviewOutcome,
            String authority,
            boolean thirdAsked) {}

    @Insert("""
            INSERT INTO proposal (id, proposal_number, programme_key, programme_version, org_id, applicant_th,
                                  applicant_en, state, state_since, current_version, revision_loops, created_by,
                                  created_at, synthetic)
            VALUES (#{id}, #{proposalNumber}, #{programmeKey}, #{programmeVersion}, #{orgId}, #{applicantTh},
                    #{applicantEn}, #{state}, #{stateSince}, #{currentVersion}, #{revisionLoops}, #{createdBy},
                    #{createdAt}, #{synthetic})
            """)
    void insert(ProposalRow proposal);

    @Insert("""
            INSERT INTO proposal_version (proposal_id, version_no, title_th, title_en, summary, objectives,
                                          duration_months, amount, planned_start, submitted_by, submitted_at,
                                          third_asked)
            VALUES (#{proposalId}, #{v.versionNo}, #{v.titleTh}, #{v.titleEn}, #{v.summary}, #{v.objectives},
                    #{v.durationMonths}, #{v.amount}, #{v.plannedStart}, #{v.submittedBy}, #{v.submittedAt},
                    #{v.thirdAsked})
            """)
    void insertVersion(String proposalId, @Param("v") VersionRow v);

    @Update("""
            UPDATE proposal_version
            SET title_th = #{v.titleTh}, title_en = #{v.titleEn}, summary = #{v.summary},
                objectives = #{v.objectives}, duration_months = #{v.durationMonths}, amount = #{v.amount},
                planned_start = #{v.plannedStart}, submitted_by = #{v.submittedBy}, submitted_at = #{v.submittedAt}
            WHERE proposal_id = #{proposalId} AND version_no = #{v.versionNo}
            """)
    void updateVersion(String proposalId, @Param("v") VersionRow v);

    @Delete("DELETE FROM proposal_budget_line WHERE proposal_id = #{proposalId} AND version_no = #{versionNo}")
    void deleteLines(String proposalId, int versionNo);

    @Insert("""
            INSERT INTO proposal_budget_line (proposal_id, version_no, line_no, activity_code, cost_head, amount)
            VALUES (#{proposalId}, #{versionNo}, #{lineNo}, #{line.activityCode}, #{line.costHead}, #{line.amount})
            """)
    void insertLine(String proposalId, int versionNo, int lineNo, BudgetLine line);

    @Select(PROPOSAL + FROM + "WHERE p.id = #{id}")
    Optional<ProposalRow> find(String id);

    @Select("<script>" + PROPOSAL + VISIBLE + "AND p.id = #{id}</script>")
    Optional<ProposalRow> findVisible(String id, Sight sight);

    @Select("<script>" + PROPOSAL + FILTERED + "ORDER BY p.id DESC LIMIT #{limit} OFFSET #{offset}</script>")
    List<ProposalRow> page(Sight sight, ProposalFilter filter, String pattern, int limit, int offset);

    @Select("<script>SELECT COUNT(*) " + FILTERED + "</script>")
    long count(Sight sight, ProposalFilter filter, String pattern);

    @Select("""
            SELECT version_no, title_th, title_en, summary, objectives, duration_months, amount, planned_start,
                   submitted_by, submitted_at, review_outcome, authority, third_asked
            FROM proposal_version WHERE proposal_id = #{proposalId} ORDER BY version_no
            """)
    List<VersionRow> versions(String proposalId);

    @Select("""
            SELECT activity_code, cost_head, amount FROM proposal_budget_line
            WHERE proposal_id = #{proposalId} AND version_no = #{versionNo} ORDER BY line_no
            """)
    List<BudgetLine> lines(String proposalId, int versionNo);

    @Select("SELECT COUNT(*) FROM proposal WHERE proposal_number LIKE CONCAT(#{prefix}, '%')")
    int numbered(String prefix);

    @Update("""
            UPDATE proposal SET state = #{to}, state_since = #{on} WHERE id = #{id} AND state = #{from}
            """)
    int move(String id, ProposalState from, ProposalState to, LocalDate on);

    @Update("UPDATE proposal SET lead_account_id = #{accountId} WHERE id = #{id}")
    void setLead(String id, String accountId);

    @Update("UPDATE proposal SET screened_by = #{accountId} WHERE id = #{id}")
    void setScreener(String id, String accountId);

    @Update("UPDATE proposal SET revision_loops = revision_loops + 1 WHERE id = #{id}")
    void countRevision(String id);

    @Update("UPDATE proposal SET current_version = #{versionNo} WHERE id = #{id}")
    void setVersion(String id, int versionNo);

    @Update("UPDATE proposal SET grant_id = #{grantId} WHERE id = #{id}")
    void setGrant(String id, String grantId);

    @Update("""
            UPDATE proposal_version SET review_outcome = #{outcome}, authority = #{authority}
            WHERE proposal_id = #{proposalId} AND version_no = #{versionNo}
            """)
    void setOutcome(String proposalId, int versionNo, ReviewOutcome outcome, String authority);

    @Update("""
            UPDATE proposal_version SET third_asked = TRUE WHERE proposal_id = #{proposalId} AND version_no = #{versionNo}
            """)
    void setThirdAsked(String proposalId, int versionNo);
}
