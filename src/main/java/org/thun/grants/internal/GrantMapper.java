package org.thun.grants.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.grants.GrantQueries.GrantFilter;
import org.thun.grants.GrantState;
import org.thun.identity.Reach;

@Mapper
interface GrantMapper {

    String GRANT = """
            SELECT g.id, g.grant_number, g.programme_key, g.programme_version, g.org_id, g.grantee_th, g.grantee_en,
                   g.proposal_id, g.lead_account_id, g.title_th, g.title_en, g.state, g.state_since, g.agreement_no,
                   g.effective_from, g.ends_on, g.synthetic, g.opened_at, v.amount, v.duration_months
            """;

    String FROM = """
            FROM grant_file g
            JOIN agreement_version v ON v.grant_id = g.id AND v.version_no = g.agreement_no
            """;

    /** Rows within a person's reach; to be followed by further conditions. */
    String WITHIN_REACH = FROM + """
            WHERE <choose><when test="reach.all">1 = 1</when><otherwise>(
              g.programme_key IN
                <foreach item="k" collection="reach.programmeKeys" open="(" separator="," close=")">#{k}</foreach>
              OR g.org_id IN
                <foreach item="k" collection="reach.organisationIds" open="(" separator="," close=")">#{k}</foreach>
              OR g.id IN
                <foreach item="k" collection="reach.grantIds" open="(" separator="," close=")">#{k}</foreach>
            )</otherwise></choose>
            """;

    String FILTERED = WITHIN_REACH + """
            <if test="filter.programmeKey != null">AND g.programme_key = #{filter.programmeKey}</if>
            <if test="filter.state != null">AND g.state = #{filter.state}</if>
            <if test="pattern != null">AND (LOWER(g.title_th) LIKE #{pattern} OR LOWER(g.title_en) LIKE #{pattern}
              OR LOWER(g.grant_number) LIKE #{pattern} OR LOWER(g.grantee_th) LIKE #{pattern}
              OR LOWER(g.grantee_en) LIKE #{pattern})</if>
            """;

    @Insert("""
            INSERT INTO grant_file (id, grant_number, programme_key, programme_version, org_id, grantee_th, grantee_en,
                                    proposal_id, lead_account_id, title_th, title_en, state, state_since, agreement_no,
                                    effective_from, ends_on, synthetic, opened_at)
            VALUES (#{id}, #{grantNumber}, #{programmeKey}, #{programmeVersion}, #{orgId}, #{granteeTh}, #{granteeEn},
                    #{proposalId}, #{leadAccountId}, #{titleTh}, #{titleEn}, #{state}, #{stateSince}, #{agreementNo},
                    #{effectiveFrom}, #{endsOn}, #{synthetic}, #{openedAt})
            """)
    void insert(GrantRow grant);

    @Select(GRANT + FROM + "WHERE g.id = #{id}")
    Optional<GrantRow> find(String id);

    @Select("<script>" + GRANT + WITHIN_REACH + "AND g.id = #{id}</script>")
    Optional<GrantRow> findWithin(String id, Reach reach);

    @Select("<script>" + GRANT + WITHIN_REACH + "ORDER BY g.id DESC</script>")
    List<GrantRow> within(@Param("reach") Reach reach);

    @Select("<script>" + GRANT + FILTERED + "ORDER BY g.id DESC LIMIT #{limit} OFFSET #{offset}</script>")
    List<GrantRow> page(Reach reach, GrantFilter filter, String pattern, int limit, int offset);

    @Select("<script>SELECT COUNT(*) " + FILTERED + "</script>")
    long count(Reach reach, GrantFilter filter, String pattern);

    @Select("<script>SELECT DISTINCT g.programme_key " + WITHIN_REACH + "ORDER BY g.programme_key</script>")
    List<String> programmes(@Param("reach") Reach reach);

    @Select("""
            <script>
            """ + GRANT + FROM + """
            WHERE g.state = 'EFFECTIVE' <if test="programmeKey != null">AND g.programme_key = #{programmeKey}</if>
            ORDER BY g.id
            </script>
            """)
    List<GrantRow> running(String programmeKey);

    @Select(GRANT + FROM + """
            WHERE g.state IN ('EFFECTIVE', 'SUSPENDED') AND g.programme_key = #{programmeKey} ORDER BY g.id
            """)
    List<GrantRow> inForce(String programmeKey);

    @Select(GRANT + FROM + "WHERE g.state = 'CLOSED' ORDER BY g.id")
    List<GrantRow> closed();

    @Select("SELECT COUNT(*) FROM grant_file WHERE org_id = #{organisationId} AND state IN ('EFFECTIVE', 'SUSPENDED')")
    int inForceOf(String organisationId);

    @Select("SELECT COUNT(*) FROM grant_file WHERE grant_number LIKE CONCAT(#{prefix}, '%')")
    int numbered(String prefix);

    @Select("SELECT id FROM grant_file WHERE grant_number = #{number}")
    Optional<String> idOfNumber(String number);

    @Update("UPDATE grant_file SET grant_number = #{number} WHERE id = #{id} AND state = #{state}")
    int renumber(String id, GrantState state, String number);

    @Update("""
            UPDATE grant_file SET state = #{to}, state_since = #{on}
            WHERE id = #{id} AND state = #{from}
            """)
    int move(String id, GrantState from, GrantState to, LocalDate on);

    @Update("UPDATE grant_file SET effective_from = #{from}, ends_on = #{to} WHERE id = #{id}")
    void setTerm(String id, LocalDate from, LocalDate to);
}
