package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.thun.programmes.IndicatorSource.Register;

/** The summary of what begins and ceases to count, by day and by month. */
@Mapper
interface TallyMapper {

    /** Rows that are there already are added to, not replaced: what others change at the same time stays changed. */
    String ADD = """
            ON DUPLICATE KEY UPDATE added = added + VALUES(added), removed = removed + VALUES(removed),
                national_added = national_added + VALUES(national_added),
                national_removed = national_removed + VALUES(national_removed)
            """;

    /** Which registers and facets. */
    String FILTERS = """
            AND (1 = 0 <foreach item="f" collection="filters">
              OR register_code = #{f.register} AND facet_code = #{f.facet}</foreach>)
            """;

    /** Register and facet of the summary. */
    record Wanted(Register register, String facet) {}

    record CentreSum(Register registerCode, String facetCode, String centreCode, long counted, long nationally) {}

    record DaySum(LocalDate onDay, long counted) {}

    record MoveSum(String centreCode, long added, long removed, long nationalAdded, long nationalRemoved) {}

    @Insert("""
            <script>
            INSERT INTO registry_tally (grant_id, register_code, facet_code, on_day, centre_code, added, removed,
                national_added, national_removed)
            VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.grantId}, #{row.registerCode}, #{row.facetCode}, #{row.onDay}, #{row.centreCode}, #{row.added},
               #{row.removed}, #{row.nationalAdded}, #{row.nationalRemoved})
            </foreach>
            """ + ADD + "</script>")
    void addToDays(@Param("rows") List<TallyRow> rows);

    @Insert("""
            <script>
            INSERT INTO registry_tally_month (grant_id, register_code, facet_code, month_no, centre_code, added, removed,
                national_added, national_removed)
            VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.grantId}, #{row.registerCode}, #{row.facetCode}, #{row.monthNo}, #{row.centreCode}, #{row.added},
               #{row.removed}, #{row.nationalAdded}, #{row.nationalRemoved})
            </foreach>
            """ + ADD + "</script>")
    void addToMonths(@Param("rows") List<TallyRow> rows);

    /** What counts on a day, by register, facet and centre. */
    @Select("""
            <script>
            SELECT register_code, facet_code, centre_code, SUM(counted) AS counted, SUM(nationally) AS nationally
            FROM (
              SELECT register_code, facet_code, centre_code, added - removed AS counted,
                     national_added - national_removed AS nationally
              FROM registry_tally_month
              WHERE grant_id = #{grantId} AND month_no &lt; #{monthNo}
            """ + FILTERS + """
              UNION ALL
              SELECT register_code, facet_code, centre_code, added - removed, national_added - national_removed
              FROM registry_tally
              WHERE grant_id = #{grantId} AND on_day &gt;= #{firstOfMonth} AND on_day &lt;= #{asOf}
            """ + FILTERS + """
            ) t
            GROUP BY register_code, facet_code, centre_code
            </script>
            """)
    List<CentreSum> asOf(String grantId, Collection<Wanted> filters, int monthNo, LocalDate firstOfMonth, LocalDate asOf);

    /** What changes in the count from day to day, for the nation, or for centres ({@code centreCodes} not null). */
    @Select("""
            <script>
            SELECT on_day,
              <if test="centreCodes == null">SUM(national_added - national_removed) AS counted</if>
              <if test="centreCodes != null">SUM(added - removed) AS counted</if>
            FROM registry_tally
            WHERE grant_id = #{grantId} AND register_code = #{register} AND facet_code = #{facet}
              AND on_day &lt;= #{until}
              <if test="centreCodes != null">
                AND centre_code IN <foreach item="c" collection="centreCodes" open="(" separator="," close=")">#{c}</foreach>
              </if>
            GROUP BY on_day ORDER BY on_day
            </script>
            """)
    List<DaySum> daily(String grantId, Register register, String facet, Collection<String> centreCodes, LocalDate until);

    /** What begins and what ceases to count within days, by centre. */
    @Select("""
            SELECT centre_code, SUM(added) AS added, SUM(removed) AS removed, SUM(national_added) AS national_added,
                   SUM(national_removed) AS national_removed
            FROM registry_tally
            WHERE grant_id = #{grantId} AND register_code = #{register} AND facet_code = #{facet}
              AND on_day >= #{from} AND on_day <= #{to}
            GROUP BY centre_code
            """)
    List<MoveSum> moved(String grantId, Register register, String facet, LocalDate from, LocalDate to);
}
