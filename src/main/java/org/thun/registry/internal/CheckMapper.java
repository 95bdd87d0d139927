package org.thun.registry.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.registry.RegistryChecks.Finding;
import org.thun.registry.RegistryChecks.Kind;

/** Recounts what the tallies should say, finds where they do not, and puts them right. */
@Mapper
interface CheckMapper {

    /** A recount of a million records takes longer than the minute a query has; H2 reads the hint as a comment. */
    String UNHURRIED = "SELECT /*+ MAX_EXECUTION_TIME(0) */ ";

    /** The stretches of a grant, by facet and whatever the facet. */
    String STRETCHES = """
            (SELECT record_id, facet_code, register_code, centre_code, counts_from, counts_to
             FROM registry_standing WHERE grant_id = #{grantId}
             UNION ALL
             SELECT DISTINCT record_id, '*', register_code, centre_code, counts_from, counts_to
             FROM registry_standing WHERE grant_id = #{grantId})
            """;

    /** Parts of a stretch on which the record is shared (BR-20). */
    String SHARED = """
            JOIN registry_shared h ON h.record_id = s.record_id AND h.facet_code = s.facet_code
              AND h.shared_from <= s.counts_to AND h.shared_to >= s.counts_from
            """;

    /** Every change, from the stretches and the shared days alone: what {@link TallyChanges} says, in SQL. */
    String RECOUNT = """
            SELECT s.register_code, s.facet_code, s.counts_from AS on_day, s.centre_code, 1 AS added, 0 AS removed,
                   1 AS national_added, 0 AS national_removed
            FROM
            """ + STRETCHES + """
             s
            UNION ALL
            SELECT s.register_code, s.facet_code, s.counts_to + INTERVAL '1' DAY, s.centre_code, 0, 1, 0, 1
            FROM
            """ + STRETCHES + """
             s WHERE s.counts_to < DATE '9999-12-31'
            UNION ALL
            SELECT s.register_code, s.facet_code, GREATEST(s.counts_from, h.shared_from), s.centre_code, 0, 0,
                   CASE WHEN h.shared_from <= s.counts_from THEN -1 ELSE 0 END,
                   CASE WHEN h.shared_from > s.counts_from THEN 1 ELSE 0 END
            FROM
            """ + STRETCHES + " s " + SHARED + """
            UNION ALL
            SELECT s.register_code, s.facet_code, LEAST(s.counts_to, h.shared_to) + INTERVAL '1' DAY, s.centre_code, 0, 0,
                   CASE WHEN h.shared_to < s.counts_to THEN 1 ELSE 0 END,
                   CASE WHEN h.shared_to >= s.counts_to THEN -1 ELSE 0 END
            FROM
            """ + STRETCHES + " s " + SHARED + """
            WHERE LEAST(s.counts_to, h.shared_to) < DATE '9999-12-31'
            """;

    String SUMS = """
            SUM(d.added) AS more_added, SUM(d.removed) AS more_removed, SUM(d.national_added) AS more_national_added,
            SUM(d.national_removed) AS more_national_removed
            """;

    String DIFFERENT = """
            HAVING SUM(d.added) <> 0 OR SUM(d.removed) <> 0 OR SUM(d.national_added) <> 0 OR SUM(d.national_removed) <> 0
            """;

    /** What has to be added to the days. */
    String DAYS = "SELECT d.register_code, d.facet_code, d.on_day, d.centre_code, " + SUMS + "FROM (" + RECOUNT + """
            UNION ALL
            SELECT register_code, facet_code, on_day, centre_code, -added, -removed, -national_added, -national_removed
            FROM registry_tally WHERE grant_id = #{grantId}
            ) d GROUP BY d.register_code, d.facet_code, d.on_day, d.centre_code
            """ + DIFFERENT;

    /** What has to be added to the months. */
    String MONTHS = "SELECT d.register_code, d.facet_code, d.month_no, d.centre_code, " + SUMS + """
            FROM (
              SELECT c.register_code, c.facet_code, YEAR(c.on_day) * 12 + MONTH(c.on_day) AS month_no, c.centre_code, c.added,
                     c.removed, c.national_added, c.national_removed
              FROM (
            """ + RECOUNT + """
              ) c
              UNION ALL
              SELECT register_code, facet_code, month_no, centre_code, -added, -removed, -national_added, -national_removed
              FROM registry_tally_month WHERE grant_id = #{grantId}
            ) d GROUP BY d.register_code, d.facet_code, d.month_no, d.centre_code
            """ + DIFFERENT;

    String ON_DUPLICATE = """
            ON DUPLICATE KEY UPDATE added = added + VALUES(added), removed = removed + VALUES(removed),
                national_added = national_added + VALUES(national_added),
                national_removed = national_removed + VALUES(national_removed)
            """;

    /** Records that count today although their state forbids it, or do not although it demands it. */
    String WRONG_RECORDS = """
            SELECT r.id FROM registry_record r
            WHERE r.grant_id = #{grantId} AND r.state = 'VERIFIED' AND r.fresh_until >= #{day}
              AND NOT EXISTS (SELECT 1 FROM registry_standing s
                WHERE s.record_id = r.id AND s.counts_from <= #{day} AND s.counts_to >= #{day})
            UNION
            SELECT s.record_id FROM registry_standing s LEFT JOIN registry_record r ON r.id = s.record_id
            WHERE s.grant_id = #{grantId} AND s.counts_from <= #{day} AND s.counts_to >= #{day}
              AND (r.id IS NULL OR r.state <> 'VERIFIED')
            """;

    String FINDING = """
            SELECT id, grant_id, kind_code AS kind, found_on, found_at, wrong_count AS wrong, example, closed_by,
                   closed_at
            FROM registry_check
            """;

    /** How many rows are wrong, and one of them in words. */
    record Wrong(long counted, String example) {}

    @Select("SELECT grant_id FROM registry_standing UNION SELECT grant_id FROM registry_tally")
    List<String> grants();

    @Select(UNHURRIED + "COUNT(*) AS counted, MIN(CONCAT(register_code, ' ', facet_code, ' ', on_day, ' ', centre_code))"
            + " AS example FROM (" + DAYS + ") w")
    Wrong wrongDays(String grantId);

    @Select(UNHURRIED + "COUNT(*) AS counted, MIN(CONCAT(register_code, ' ', facet_code, ' ', month_no, ' ', centre_code))"
            + " AS example FROM (" + MONTHS + ") w")
    Wrong wrongMonths(String grantId);

    @Select(UNHURRIED + "COUNT(*) AS counted, MIN(id) AS example FROM (" + WRONG_RECORDS + ") w")
    Wrong wrongRecords(String grantId, LocalDate day);

    /** Adds the differences: what others change at the same time stays changed. */
    @Insert("""
            INSERT INTO registry_tally (grant_id, register_code, facet_code, on_day, centre_code, added, removed,
                national_added, national_removed)
            SELECT #{grantId}, w.register_code, w.facet_code, w.on_day, w.centre_code, w.more_added, w.more_removed,
                   w.more_national_added, w.more_national_removed
            FROM (
            """ + DAYS + ") w " + ON_DUPLICATE)
    int repairDays(String grantId);

    @Insert("""
            INSERT INTO registry_tally_month (grant_id, register_code, facet_code, month_no, centre_code, added, removed,
                national_added, national_removed)
            SELECT #{grantId}, w.register_code, w.facet_code, w.month_no, w.centre_code, w.more_added, w.more_removed,
                   w.more_national_added, w.more_national_removed
            FROM (
            """ + MONTHS + ") w " + ON_DUPLICATE)
    int repairMonths(String grantId);

    @Select(FINDING + "ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, found_at DESC, id DESC LIMIT #{limit}")
    List<Finding> findings(int limit);

    @Select("SELECT COUNT(*) FROM registry_check WHERE closed_at IS NULL")
    long open();

    @Select(FINDING + "WHERE grant_id = #{grantId} AND kind_code = #{kind} AND closed_at IS NULL")
    List<Finding> openOf(String grantId, Kind kind);

    @Select(FINDING + "WHERE id = #{id} FOR UPDATE")
    Optional<Finding> lock(String id);

    @Insert("""
            INSERT INTO registry_check (id, grant_id, kind_code, found_on, found_at, wrong_count, example)
            VALUES (#{id}, #{grantId}, #{kind}, #{day}, #{at}, #{wrong}, #{example})
            """)
    void insert(String id, String grantId, Kind kind, LocalDate day, LocalDateTime at, long wrong, String example);

    @Update("UPDATE registry_check SET closed_by = #{by}, closed_at = #{at} WHERE id = #{id} AND closed_at IS NULL")
    void close(String id, String by, LocalDateTime at);
}
