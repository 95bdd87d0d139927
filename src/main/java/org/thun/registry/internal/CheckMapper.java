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

    /**
     * A recount may take longer than the minute a query has: up to an hour. (None at all, 0, would mean that minute again.)
     * H2 reads the hint, and those below, as comments.
     */
    String UNHURRIED = "SELECT /*+ MAX_EXECUTION_TIME(3600000) */ ";

    /**
     * How many records of a grant count on the same stretch of days, by facet, and whatever the facet: there a record counts
     * once however many facets it has (BR-21), so that those of several are taken off again. Grouped in the order of the
     * index, and of the primary key, so that a million records are read once each way and sorted nowhere.
     */
    String STRETCHES = """
            (SELECT register_code, facet_code, centre_code, counts_from, counts_to, COUNT(*) AS records
             FROM registry_standing WHERE grant_id = #{grantId}
             GROUP BY register_code, facet_code, centre_code, counts_from, counts_to
             UNION ALL
             SELECT register_code, '*', centre_code, counts_from, counts_to, COUNT(*)
             FROM registry_standing WHERE grant_id = #{grantId}
             GROUP BY register_code, facet_code, centre_code, counts_from, counts_to
             UNION ALL
             SELECT s.register_code, '*', s.centre_code, s.counts_from, s.counts_to, 1 - COUNT(*)
             FROM (SELECT /*+ NO_INDEX(w registry_standing_count) */ w.record_id FROM registry_standing w
                   WHERE w.grant_id = #{grantId} GROUP BY w.record_id HAVING COUNT(*) > 1) several
             JOIN registry_standing s ON s.record_id = several.record_id
             WHERE s.grant_id = #{grantId}
             GROUP BY s.record_id, s.register_code, s.centre_code, s.counts_from, s.counts_to
             HAVING COUNT(*) > 1)
            """;

    /** Parts of stretches on which records are shared (BR-20), by facet and as such. */
    String SHARED = """
            (SELECT s.register_code, h.facet_code, s.centre_code, s.counts_from, s.counts_to, h.shared_from, h.shared_to
             FROM registry_shared h
             JOIN registry_standing s ON s.record_id = h.record_id
               AND s.counts_from <= h.shared_to AND s.counts_to >= h.shared_from
             WHERE s.grant_id = #{grantId}
               AND (h.facet_code = s.facet_code
                 OR h.facet_code = '*' AND NOT EXISTS (
                   SELECT 1 FROM registry_standing o
                   WHERE o.record_id = s.record_id AND o.facet_code < s.facet_code AND o.counts_from = s.counts_from
                     AND o.counts_to = s.counts_to AND o.centre_code = s.centre_code)))
            """;

    /** Each stretch begins and ceases. */
    String ENDS = "CROSS JOIN (SELECT 0 AS ceasing UNION ALL SELECT 1) e";

    /** Every change, from the stretches and the shared days alone: what {@link TallyChanges} says, in SQL. */
    String RECOUNT = """
            SELECT s.register_code, s.facet_code,
                   CASE e.ceasing WHEN 0 THEN s.counts_from ELSE s.counts_to + INTERVAL '1' DAY END AS on_day,
                   s.centre_code,
                   CASE e.ceasing WHEN 0 THEN s.records ELSE 0 END AS added,
                   CASE e.ceasing WHEN 0 THEN 0 ELSE s.records END AS removed,
                   CASE e.ceasing WHEN 0 THEN s.records ELSE 0 END AS national_added,
                   CASE e.ceasing WHEN 0 THEN 0 ELSE s.records END AS national_removed
            FROM
            """ + STRETCHES + " s " + ENDS + """
             WHERE e.ceasing = 0 OR s.counts_to < DATE '9999-12-31'
            UNION ALL
            SELECT h.register_code, h.facet_code,
                   CASE e.ceasing WHEN 0 THEN GREATEST(h.counts_from, h.shared_from)
                        ELSE LEAST(h.counts_to, h.shared_to) + INTERVAL '1' DAY END,
                   h.centre_code, 0, 0,
                   CASE WHEN e.ceasing = 0 AND h.shared_from <= h.counts_from THEN -1
                        WHEN e.ceasing = 1 AND h.shared_to < h.counts_to THEN 1 ELSE 0 END,
                   CASE WHEN e.ceasing = 0 AND h.shared_from > h.counts_from THEN 1
                        WHEN e.ceasing = 1 AND h.shared_to >= h.counts_to THEN -1 ELSE 0 END
            FROM
            """ + SHARED + " h " + ENDS + """
             WHERE e.ceasing = 0 OR LEAST(h.counts_to, h.shared_to) < DATE '9999-12-31'
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

    /** What has to be added to the months for them to say what the days say. */
    String MONTHS = "SELECT d.register_code, d.facet_code, d.month_no, d.centre_code, " + SUMS + """
            FROM (
              SELECT register_code, facet_code, YEAR(on_day) * 12 + MONTH(on_day) AS month_no, centre_code, added, removed,
                     national_added, national_removed
              FROM registry_tally WHERE grant_id = #{grantId}
              UNION ALL
              SELECT register_code, facet_code, month_no, centre_code, -added, -removed, -national_added, -national_removed
              FROM registry_tally_month WHERE grant_id = #{grantId}
            ) d GROUP BY d.register_code, d.facet_code, d.month_no, d.centre_code
            """ + DIFFERENT;

    /**
     * Records that count today although their state forbids it, or do not although it demands it. Both tables are read in
     * the order of the record, which they share: in any other the records of a full register come from the disk one by one.
     */
    String WRONG_RECORDS = """
            SELECT r.id FROM registry_record r
            WHERE r.grant_id = #{grantId} AND r.state = 'VERIFIED' AND r.fresh_until >= #{day}
              AND NOT EXISTS (SELECT 1 FROM registry_standing s
                WHERE s.record_id = r.id AND s.counts_from <= #{day} AND s.counts_to >= #{day})
            UNION
            SELECT /*+ NO_INDEX(s registry_standing_count) */ s.record_id
            FROM registry_standing s LEFT JOIN registry_record r ON r.id = s.record_id
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

    @Select("""
            SELECT DISTINCT grant_id FROM registry_record
            UNION SELECT DISTINCT grant_id FROM registry_standing
            UNION SELECT DISTINCT grant_id FROM registry_tally
            """)
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
            """ + DAYS + ") w " + TallyMapper.ADD)
    int repairDays(String grantId);

    @Insert("""
            INSERT INTO registry_tally_month (grant_id, register_code, facet_code, month_no, centre_code, added, removed,
                national_added, national_removed)
            SELECT #{grantId}, w.register_code, w.facet_code, w.month_no, w.centre_code, w.more_added, w.more_removed,
                   w.more_national_added, w.more_national_removed
            FROM (
            """ + MONTHS + ") w " + TallyMapper.ADD)
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
