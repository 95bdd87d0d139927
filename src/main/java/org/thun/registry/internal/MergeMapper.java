package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.RecordState;
import org.thun.registry.internal.RecordMapper.RoleRow;

/** Which records stand for themselves no more, and how many that makes. */
@Mapper
interface MergeMapper {

    /** A record that was merged into another, from one day until another. */
    record MergeRow(
            String id,
            String recordId,
            String intoId,
            String grantId,
            Register registerCode,
            RecordState stateBefore,
            boolean withRoles,
            LocalDate mergedOn,
            LocalDate undoneOn) {}

    @Insert("""
            INSERT INTO registry_merge (id, record_id, into_id, grant_id, register_code, state_before, with_roles, merged_on,
                undone_on)
            VALUES (#{id}, #{recordId}, #{intoId}, #{grantId}, #{registerCode}, #{stateBefore}, #{withRoles}, #{mergedOn},
                #{undoneOn})
            """)
    void insert(MergeRow row);

    @Update("UPDATE registry_merge SET undone_on = #{on} WHERE record_id = #{recordId} AND undone_on = DATE '9999-12-31'")
    void undo(String recordId, LocalDate on);

    /** What is said of the verification stays, so that it comes back with the record. */
    @Update("UPDATE registry_record SET state = #{state} WHERE id = #{recordId}")
    void put(String recordId, RecordState state);

    /** Merges that last, of these records. */
    @Select("""
            <script>
            SELECT id, record_id, into_id, grant_id, register_code, state_before, with_roles, merged_on, undone_on
            FROM registry_merge
            WHERE record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
              AND undone_on = DATE '9999-12-31'
            </script>
            """)
    List<MergeRow> of(@Param("ids") Collection<String> ids);

    /** Merges that last, into these records. */
    @Select("""
            <script>
            SELECT id, record_id, into_id, grant_id, register_code, state_before, with_roles, merged_on, undone_on
            FROM registry_merge
            WHERE into_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
              AND undone_on = DATE '9999-12-31'
            </script>
            """)
    List<MergeRow> into(@Param("ids") Collection<String> ids);

    /** Roles that records bear for those merged into them, beside their own (BR-21). */
    @Select("""
            <script>
            SELECT m.into_id AS record_id, h.role_code, MIN(h.detail_code) AS detail_code
            FROM registry_merge m JOIN registry_role h ON h.record_id = m.record_id
            WHERE m.into_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
              AND m.undone_on = DATE '9999-12-31' AND m.with_roles
              AND NOT EXISTS (SELECT 1 FROM registry_role own WHERE own.record_id = m.into_id AND own.role_code = h.role_code)
            GROUP BY m.into_id, h.role_code
            ORDER BY m.into_id, h.role_code
            </script>
            """)
    List<RoleRow> unitedRoles(@Param("ids") Collection<String> ids);

    @Select("<script>SELECT " + RecordMapper.COLUMNS + """
            FROM registry_record r
            WHERE r.id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY r.record_no
            </script>
            """)
    List<RecordRow> records(@Param("ids") Collection<String> ids);

    /** Records that do not count on a day because the record they were merged into does. */
    @Select("""
            <script>
            SELECT COUNT(DISTINCT m.record_id)
            FROM registry_merge m
              JOIN registry_record r ON r.id = m.record_id
              JOIN registry_standing s ON s.record_id = m.into_id
                AND s.counts_from &lt;= #{asOf} AND s.counts_to &gt;= #{asOf}
            WHERE m.grant_id = #{grantId} AND m.register_code = #{register}
              AND m.merged_on &lt;= #{asOf} AND m.undone_on &gt; #{asOf}
              <if test="facet != null">
                AND s.facet_code = #{facet}
                AND (r.category_code = #{facet} OR EXISTS (
                  SELECT 1 FROM registry_role h WHERE h.record_id = m.record_id AND h.role_code = #{facet}))
              </if>
            </script>
            """)
    long mergedAway(String grantId, Register register, String facet, LocalDate asOf);

    /** Records that count on a day although they look like an older one that does, undecided then. */
    @Select("""
            <script>
            SELECT COUNT(DISTINCT p.second_id)
            FROM registry_suspect p
              JOIN registry_standing a ON a.record_id = p.first_id
                AND a.counts_from &lt;= #{asOf} AND a.counts_to &gt;= #{asOf}
              JOIN registry_standing b ON b.record_id = p.second_id
                AND b.counts_from &lt;= #{asOf} AND b.counts_to &gt;= #{asOf}
            WHERE p.grant_id = #{grantId} AND p.register_code = #{register}
              AND p.found_on &lt;= #{asOf} AND (p.settled_on IS NULL OR p.settled_on &gt; #{asOf})
              <if test="facet != null">AND a.facet_code = #{facet} AND b.facet_code = #{facet}</if>
            </script>
            """)
    long suspected(String grantId, Register register, String facet, LocalDate asOf);

    /** Records of one centre. */
    record CentreCount(String centreCode, long counted) {}

    /** The same as {@link #mergedAway} by the centre of the record that does not count. */
    @Select("""
            <script>
            SELECT r.centre_code, COUNT(DISTINCT m.record_id) AS counted
            FROM registry_merge m
              JOIN registry_record r ON r.id = m.record_id
              JOIN registry_standing s ON s.record_id = m.into_id
                AND s.counts_from &lt;= #{asOf} AND s.counts_to &gt;= #{asOf}
            WHERE m.grant_id = #{grantId} AND m.register_code = #{register}
              AND m.merged_on &lt;= #{asOf} AND m.undone_on &gt; #{asOf}
              <if test="facet != null">
                AND s.facet_code = #{facet}
                AND (r.category_code = #{facet} OR EXISTS (
                  SELECT 1 FROM registry_role h WHERE h.record_id = m.record_id AND h.role_code = #{facet}))
              </if>
            GROUP BY r.centre_code
            </script>
            """)
    List<CentreCount> mergedAwayByCentre(String grantId, Register register, String facet, LocalDate asOf);

    /** The same as {@link #suspected} by the centre of the later record. */
    @Select("""
            <script>
            SELECT r.centre_code, COUNT(DISTINCT p.second_id) AS counted
            FROM registry_suspect p
              JOIN registry_record r ON r.id = p.second_id
              JOIN registry_standing a ON a.record_id = p.first_id
                AND a.counts_from &lt;= #{asOf} AND a.counts_to &gt;= #{asOf}
              JOIN registry_standing b ON b.record_id = p.second_id
                AND b.counts_from &lt;= #{asOf} AND b.counts_to &gt;= #{asOf}
            WHERE p.grant_id = #{grantId} AND p.register_code = #{register}
              AND p.found_on &lt;= #{asOf} AND (p.settled_on IS NULL OR p.settled_on &gt; #{asOf})
              <if test="facet != null">AND a.facet_code = #{facet} AND b.facet_code = #{facet}</if>
            GROUP BY r.centre_code
            </script>
            """)
    List<CentreCount> suspectedByCentre(String grantId, Register register, String facet, LocalDate asOf);
}
