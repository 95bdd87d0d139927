package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.RecordState;
import org.thun.registry.RegistryCounts.RecordTrait;

/** On which days records count (BR-17), and how many do. */
@Mapper
interface StandingMapper {

    String COUNTS = """
            FROM registry_standing s
            WHERE s.grant_id = #{grantId} AND s.register_code = #{register}
              <if test="facet != null">AND s.facet_code = #{facet}</if>
              AND s.counts_from &lt;= #{asOf} AND s.counts_to &gt;= #{asOf}
            """;

    /** Days on which a facet of a record, or the record as such, does not count for the nation (BR-20). */
    record SharedRow(String recordId, String facetCode, LocalDate sharedFrom, LocalDate sharedTo) {

        boolean sameAs(SharedRow other) {
            return recordId.equals(other.recordId) && facetCode.equals(other.facetCode);
        }

        SharedRow lasting(LocalDate from, LocalDate to) {
            return new SharedRow(recordId, facetCode, from, to);
        }
    }

    record MonthCount(int inYear, int inMonth, long counted) {}

    record TraitCount(String said, long counted) {}

    record StateCount(String grantId, Register registerCode, String centreCode, RecordState state, long counted) {}

    record EvidenceRow(
            String id,
            String centreCode,
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
                centre_code, verifier_name, sex_code, birth_year, district, detail_code)
            VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.recordId}, #{row.facetCode}, #{row.countsFrom}, #{row.countsTo}, #{row.grantId},
               #{row.registerCode}, #{row.centreCode}, #{row.verifierName}, #{row.sexCode}, #{row.birthYear},
               #{row.district}, #{row.detailCode})
            </foreach>
            </script>
            """)
    void insert(@Param("rows") Collection<StandingRow> rows);

    /** The stretches of records that last to that day or longer. */
    @Select("""
            <script>
            SELECT record_id, facet_code, counts_from, counts_to, grant_id, register_code, centre_code, verifier_name,
                   sex_code, birth_year, district, detail_code
            FROM registry_standing
            WHERE record_id IN
              <foreach item="id" collection="recordIds" open="(" separator="," close=")">#{id}</foreach>
              AND counts_to &gt;= #{day}
            ORDER BY record_id, facet_code, counts_from
            </script>
            """)
    List<StandingRow> lastingTo(Collection<String> recordIds, LocalDate day);

    /** Lets the stretches that count on that day last longer. */
    @Update("""
            <script>
            UPDATE registry_standing SET counts_to = #{until}
            WHERE record_id IN
              <foreach item="id" collection="recordIds" open="(" separator="," close=")">#{id}</foreach>
              AND counts_from &lt;= #{day} AND counts_to &gt;= #{day} AND counts_to &lt; #{until}
            </script>
            """)
    void prolong(Collection<String> recordIds, LocalDate day, LocalDate until);

    /** Stretches that have not begun by that day vanish. */
    @Delete("""
            <script>
            DELETE FROM registry_standing
            WHERE record_id IN
              <foreach item="id" collection="recordIds" open="(" separator="," close=")">#{id}</foreach>
              AND counts_from &gt;= #{day}
            </script>
            """)
    void dropFrom(Collection<String> recordIds, LocalDate day);

    /** Stretches that last longer end on that day. */
    @Update("""
            <script>
            UPDATE registry_standing SET counts_to = #{last}
            WHERE record_id IN
              <foreach item="id" collection="recordIds" open="(" separator="," close=")">#{id}</foreach>
              AND counts_to &gt; #{last}
            </script>
            """)
    void endOn(Collection<String> recordIds, LocalDate last);

    @Select("""
            <script>
            SELECT record_id, facet_code, shared_from, shared_to FROM registry_shared
            WHERE record_id IN
              <foreach item="id" collection="recordIds" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY record_id, facet_code, shared_from
            </script>
            """)
    List<SharedRow> shared(Collection<String> recordIds);

    @Delete("""
            <script>
            DELETE FROM registry_shared
            WHERE record_id IN
              <foreach item="id" collection="recordIds" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void deleteShared(Collection<String> recordIds);

    @Insert("""
            <script>
            INSERT INTO registry_shared (record_id, facet_code, shared_from, shared_to) VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.recordId}, #{row.facetCode}, #{row.sharedFrom}, #{row.sharedTo})
            </foreach>
            </script>
            """)
    void insertShared(@Param("rows") List<SharedRow> rows);

    /** What the records that count said of themselves; for the nation those that count elsewhere are left out (BR-20). */
    @Select("""
            <script>
            SELECT t.said, COUNT(DISTINCT t.record_id) AS counted
            FROM (
              SELECT s.record_id,
                <choose>
                  <when test="trait.name() == 'SEX'">COALESCE(s.sex_code, '')</when>
                  <when test="trait.name() == 'BIRTH_YEAR'">COALESCE(CAST(s.birth_year AS CHAR(10)), '')</when>
                  <when test="trait.name() == 'DISTRICT'">COALESCE(s.district, '')</when>
                  <otherwise>COALESCE(s.detail_code, '')</otherwise>
                </choose> AS said
            """ + COUNTS + """
                <if test="centreCodes != null">
                  AND s.centre_code IN
                    <foreach item="c" collection="centreCodes" open="(" separator="," close=")">#{c}</foreach>
                </if>
                <if test="centreCodes == null">
                  AND NOT EXISTS (
                    SELECT 1 FROM registry_shared h
                    WHERE h.record_id = s.record_id AND h.shared_from &lt;= #{asOf} AND h.shared_to &gt;= #{asOf}
                      AND h.facet_code = <if test="facet != null">#{facet}</if><if test="facet == null">'*'</if>)
                </if>
            ) t
            GROUP BY t.said
            </script>
            """)
    List<TraitCount> breakdown(String grantId, Register register, String facet, RecordTrait trait,
            Collection<String> centreCodes, LocalDate asOf);

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
            """ + RecordMapper.OF_ANY_REGISTER + RecordMapper.WITHIN + """
            GROUP BY r.grant_id, r.register_code, r.centre_code, r.state
            ORDER BY r.grant_id, r.register_code, r.centre_code
            </script>
            """)
    List<StateCount> states(Collection<String> grantIds, Within within);

    @Select("""
            <script>
            SELECT r.id, r.centre_code, r.record_no, r.state, r.name, r.surname, r.dated_on, MIN(s.verifier_name) AS verifier_name,
                   MIN(s.counts_from) AS counts_from
            FROM registry_standing s JOIN registry_record r ON r.id = s.record_id
            WHERE s.grant_id = #{grantId} AND s.register_code = #{register}
              <if test="facet != null">AND s.facet_code = #{facet}</if>
              <if test="centreCodes != null">
                AND s.centre_code IN <foreach item="c" collection="centreCodes" open="(" separator="," close=")">#{c}</foreach>
              </if>
              AND s.counts_from &lt;= #{asOf} AND s.counts_to &gt;= #{asOf}
            """ + RecordMapper.WITHIN + """
            GROUP BY r.id, r.centre_code, r.record_no, r.state, r.name, r.surname, r.dated_on, r.sort_key
            ORDER BY r.sort_key, r.id LIMIT #{limit} OFFSET #{offset}
            </script>
            """)
    List<EvidenceRow> evidence(String grantId, Register register, String facet, Collection<String> centreCodes, LocalDate asOf,
            Within within, int limit, int offset);

    @Select("""
            <script>
            SELECT COUNT(DISTINCT r.id)
            FROM registry_standing s JOIN registry_record r ON r.id = s.record_id
            WHERE s.grant_id = #{grantId} AND s.register_code = #{register}
              <if test="facet != null">AND s.facet_code = #{facet}</if>
              <if test="centreCodes != null">
                AND s.centre_code IN <foreach item="c" collection="centreCodes" open="(" separator="," close=")">#{c}</foreach>
              </if>
              AND s.counts_from &lt;= #{asOf} AND s.counts_to &gt;= #{asOf}
            """ + RecordMapper.WITHIN + "</script>")
    long countEvidence(String grantId, Register register, String facet, Collection<String> centreCodes, LocalDate asOf,
            Within within);
}
