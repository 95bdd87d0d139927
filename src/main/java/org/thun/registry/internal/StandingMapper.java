package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.RecordState;

/** On which days records count (BR-17), and how many do. */
@Mapper
interface StandingMapper {

    String COUNTS = """
            FROM registry_standing s
            WHERE s.grant_id = #{grantId} AND s.register_code = #{register}
              <if test="facet != null">AND s.facet_code = #{facet}</if>
              AND s.counts_from &lt;= #{asOf} AND s.counts_to &gt;= #{asOf}
            """;

    /** A stretch of days on which a record counts. */
    record StandingRow(
            String recordId,
            String facetCode,
            LocalDate countsFrom,
            LocalDate countsTo,
            String grantId,
            Register registerCode,
            String centreCode,
            String verifierName) {}

    record CentreCount(String centreCode, long counted) {}

    record MonthCount(int inYear, int inMonth, long counted) {}

    record StateCount(String grantId, Register registerCode, String centreCode, RecordState state, long counted) {}

    record EvidenceRow(
            String id,
            long recordNo,
            RecordState state,
            String name,
            String surname,
            LocalDate datedOn,
            String verifierName,
            LocalDate countsFrom) {}

    @Insert("""
            <script>
            INSERT INTO registry_standing (record_id, facet_code, counts_from, counts_to, grant_id, register_code,
                centre_code, verifier_name)
            VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.recordId}, #{row.facetCode}, #{row.countsFrom}, #{row.countsTo}, #{row.grantId},
               #{row.registerCode}, #{row.centreCode}, #{row.verifierName})
            </foreach>
            </script>
            """)
    void insert(List<StandingRow> rows);

    /** Lets stretches that still run on that day run on; gives their number. */
    @Update("UPDATE registry_standing SET counts_to = #{until} WHERE record_id = #{recordId} AND counts_to >= #{day}")
    int prolong(String recordId, LocalDate day, LocalDate until);

    /** From that day on the record counts no more: stretches not begun by then vanish, the running one ends before. */
    @Delete("DELETE FROM registry_standing WHERE record_id = #{recordId} AND counts_from >= #{day}")
    void dropFrom(String recordId, LocalDate day);

    @Update("""
            UPDATE registry_standing SET counts_to = #{dayBefore}
            WHERE record_id = #{recordId} AND counts_to > #{dayBefore}
            """)
    void endOn(String recordId, LocalDate dayBefore);

    /** Records, not stretches: without a facet a person of several roles is one (BR-21). */
    @Select("<script>SELECT COUNT(DISTINCT s.record_id) " + COUNTS + "</script>")
    long count(String grantId, Register register, String facet, LocalDate asOf);

    @Select("<script>SELECT s.centre_code, COUNT(DISTINCT s.record_id) AS counted " + COUNTS
            + "GROUP BY s.centre_code</script>")
    List<CentreCount> countByCentre(String grantId, Register register, String facet, LocalDate asOf);

    @Select("<script>SELECT YEAR(s.counts_from) AS in_year, MONTH(s.counts_from) AS in_month, "
            + "COUNT(DISTINCT s.record_id) AS counted " + COUNTS
            + "GROUP BY YEAR(s.counts_from), MONTH(s.counts_from)</script>")
    List<MonthCount> countByMonth(String grantId, Register register, String facet, LocalDate asOf);

    @Select("""
            <script>
            SELECT COUNT(*) FROM (
              SELECT r.id FROM registry_record r
              WHERE r.grant_id = #{grantId} AND r.register_code = #{register} AND r.first_submitted_on &lt;= #{asOf}
                <if test="roleCode != null">
                  AND EXISTS (SELECT 1 FROM registry_role h WHERE h.record_id = r.id AND h.role_code = #{roleCode})
                </if>
                <if test="categoryCode != null">AND r.category_code = #{categoryCode}</if>
              LIMIT 1) first_one
            </script>
            """)
    long anySubmitted(String grantId, Register register, String roleCode, String categoryCode, LocalDate asOf);

    @Select("""
            <script>
            SELECT r.grant_id, r.register_code, r.centre_code, r.state, COUNT(*) AS counted
            FROM registry_record r
            WHERE r.grant_id IN <foreach item="id" collection="grantIds" open="(" separator="," close=")">#{id}</foreach>
            """ + RecordMapper.WITHIN + """
            GROUP BY r.grant_id, r.register_code, r.centre_code, r.state
            ORDER BY r.grant_id, r.register_code, r.centre_code
            </script>
            """)
    List<StateCount> states(Collection<String> grantIds, Within within);

    @Select("""
            <script>
            SELECT r.id, r.record_no, r.state, r.name, r.surname, r.dated_on, MIN(s.verifier_name) AS verifier_name,
                   MIN(s.counts_from) AS counts_from
            FROM registry_standing s JOIN registry_record r ON r.id = s.record_id
            WHERE s.grant_id = #{grantId} AND s.register_code = #{register}
              <if test="facet != null">AND s.facet_code = #{facet}</if>
              <if test="centreCode != null">AND s.centre_code = #{centreCode}</if>
              AND s.counts_from &lt;= #{asOf} AND s.counts_to &gt;= #{asOf}
            """ + RecordMapper.WITHIN + """
            GROUP BY r.id, r.record_no, r.state, r.name, r.surname, r.dated_on, r.sort_key
            ORDER BY r.sort_key, r.id LIMIT #{limit} OFFSET #{offset}
            </script>
            """)
    List<EvidenceRow> evidence(String grantId, Register register, String facet, String centreCode, LocalDate asOf,
            Within within, int limit, int offset);

    @Select("""
            <script>
            SELECT COUNT(DISTINCT r.id)
            FROM registry_standing s JOIN registry_record r ON r.id = s.record_id
            WHERE s.grant_id = #{grantId} AND s.register_code = #{register}
              <if test="facet != null">AND s.facet_code = #{facet}</if>
              <if test="centreCode != null">AND s.centre_code = #{centreCode}</if>
              AND s.counts_from &lt;= #{asOf} AND s.counts_to &gt;= #{asOf}
            """ + RecordMapper.WITHIN + "</script>")
    long countEvidence(String grantId, Register register, String facet, String centreCode, LocalDate asOf,
            Within within);
}
