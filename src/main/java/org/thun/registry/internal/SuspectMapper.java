package org.thun.registry.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.SuspicionState;

/** Pairs of records that look alike, and what has been decided about them. */
@Mapper
interface SuspectMapper {

    String SELECTED = """
            SELECT /*+ JOIN_PREFIX(p) */ p.id, p.grant_id, p.register_code, p.first_id, p.second_id, p.score, p.certain,
                   p.reasons, p.state, p.found_on, p.settled_on, p.decided_by_name, p.decided_at, p.decision_reason
            """;

    String COLUMNS = SELECTED + "FROM registry_suspect p ";

    /**
     * Pairs with their records, read in the order of the index: the first ones that fit end the reading. Both records belong to
     * one grant, so that only their centres can tell them apart.
     */
    String PAIRS = """
            FROM registry_suspect p
            JOIN registry_record a ON a.id = p.first_id
            JOIN registry_record b ON b.id = p.second_id
            """;

    /** Pairs both of whose records a person's right reaches. */
    String WITHIN = """
            <if test="!within.all()">
            AND (1 = 0
              <foreach item="item" collection="within.programmes()" open="OR a.programme_key IN (" separator="," close=")">
                #{item}
              </foreach>
              <foreach item="item" collection="within.organisations()" open="OR a.organisation_id IN (" separator="," close=")">
                #{item}
              </foreach>
              <foreach item="item" collection="within.grants()" open="OR p.grant_id IN (" separator="," close=")">
                #{item}
              </foreach>
              OR (1 = 0
              <foreach item="item" collection="within.centres()">
                OR a.programme_key = #{item.programmeKey} AND p.first_centre = #{item.code}
              </foreach>)
              AND (1 = 0
              <foreach item="item" collection="within.centres()">
                OR a.programme_key = #{item.programmeKey} AND p.second_centre = #{item.code}
              </foreach>))
            </if>
            <if test="within.centresOnly() != null">
              AND p.first_centre IN
              <foreach item="item" collection="within.centresOnly()" open="(" separator="," close=")">#{item}</foreach>
              AND p.second_centre IN
              <foreach item="item" collection="within.centresOnly()" open="(" separator="," close=")">#{item}</foreach>
            </if>
            """;

    /** What the queue shows: of what waits only pairs both of whose records stand. */
    String FILTER = """
            WHERE p.state = #{query.state}
            <if test="query.grantId() != null">AND p.grant_id = #{query.grantId}</if>
            <if test="query.registerCode() != null">AND p.register_code = #{query.registerCode}</if>
            <if test="query.centreCode() != null">
              AND (p.first_centre = #{query.centreCode} OR p.second_centre = #{query.centreCode})
            </if>
            <if test="query.state().name() == 'SUSPECTED'">
              AND a.state IN ('SUBMITTED', 'VERIFIED') AND b.state IN ('SUBMITTED', 'VERIFIED')
            </if>
            """;

    record SuspectRow(
            String id,
            String grantId,
            Register registerCode,
            String firstId,
            String secondId,
            int score,
            boolean certain,
            String reasons,
            SuspicionState state,
            LocalDate foundOn,
            LocalDate settledOn,
            String decidedByName,
            LocalDateTime decidedAt,
            String decisionReason) {

        /** The other of the two. */
        String other(String recordId) {
            return recordId.equals(firstId) ? secondId : firstId;
        }
    }

    /** A filter in the terms of the table. */
    record SuspectQuery(String grantId, Register registerCode, String centreCode, SuspicionState state) {}

    @Insert("""
            <script>
            INSERT INTO registry_suspect (id, grant_id, register_code, first_id, second_id, score, certain, reasons, state,
                found_on, first_centre, second_centre)
            VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.id}, #{row.grantId}, #{row.registerCode}, #{row.firstId}, #{row.secondId}, #{row.score},
               #{row.certain}, #{row.reasons}, #{row.state}, #{row.foundOn},
               (SELECT r.centre_code FROM registry_record r WHERE r.id = #{row.firstId}),
               (SELECT r.centre_code FROM registry_record r WHERE r.id = #{row.secondId}))
            </foreach>
            </script>
            """)
    void insert(@Param("rows") List<SuspectRow> rows);

    @Update("""
            UPDATE registry_suspect SET score = #{score}, certain = #{certain}, reasons = #{reasons} WHERE id = #{id}
            """)
    void rescore(SuspectRow row);

    @Delete("""
            <script>
            DELETE FROM registry_suspect
            WHERE id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void delete(@Param("ids") Collection<String> ids);

    @Update("""
            UPDATE registry_suspect
            SET state = #{state}, settled_on = COALESCE(settled_on, #{on}), decided_by_name = #{byName},
                decided_at = #{at}, decision_reason = #{reason}
            WHERE id = #{id}
            """)
    void decide(String id, SuspicionState state, LocalDate on, String byName, LocalDateTime at, String reason);

    /** Pairs that touch any of the records. */
    @Select("<script>" + COLUMNS + """
            WHERE p.first_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            UNION
            """ + COLUMNS + """
            WHERE p.second_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<SuspectRow> touching(@Param("ids") Collection<String> ids);

    /** Those of the records that bear the citizen number of another that stands, undecided (BR-19). */
    @Select("""
            <script>
            SELECT p.first_id
            FROM registry_suspect p JOIN registry_record o ON o.id = p.second_id
            WHERE p.first_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
              AND p.certain AND p.state = 'SUSPECTED' AND o.state IN ('SUBMITTED', 'VERIFIED')
            UNION
            SELECT p.second_id
            FROM registry_suspect p JOIN registry_record o ON o.id = p.first_id
            WHERE p.second_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
              AND p.certain AND p.state = 'SUSPECTED' AND o.state IN ('SUBMITTED', 'VERIFIED')
            </script>
            """)
    Set<String> certain(@Param("ids") Set<String> ids);

    @Select("<script>" + SELECTED + PAIRS + "WHERE p.id = #{id}" + WITHIN + "</script>")
    Optional<SuspectRow> find(String id, Within within);

    @Select("<script>" + SELECTED + PAIRS + FILTER + WITHIN + """
            ORDER BY p.certain DESC, p.score DESC, p.id LIMIT #{limit} OFFSET #{offset}
            </script>
            """)
    List<SuspectRow> list(SuspectQuery query, Within within, int limit, int offset);

    @Select("<script>SELECT COUNT(*) FROM (SELECT /*+ JOIN_PREFIX(p) */ p.id " + PAIRS + FILTER + WITHIN + """
            LIMIT #{atMost}) first_ones
            </script>
            """)
    long countUpTo(SuspectQuery query, Within within, int atMost);
}
