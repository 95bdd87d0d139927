package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.registry.PersonalRecords.Counted;

/** Records of people: read one after the other, and rid of their names. */
@Mapper
interface PersonalMapper {

    String NAMING = """
            FROM registry_record r
            WHERE r.register_code IN ('PERSON', 'COURSE_COMPLETION') AND r.anonymised_on IS NULL
            """;

    /**
     * The next rows of a filter by id: each page is one range of the primary key. Left to itself MySQL begins with the role
     * and sorts all of the register for every page. H2 reads the hint as a comment.
     *
     * <p>Everything read before in the same transaction is forgotten: MyBatis would keep the rows of all pages until its end,
     * which 500,000 people do not fit in.
     */
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    @Select("<script>SELECT /*+ JOIN_PREFIX(r) INDEX(r PRIMARY) */ " + RecordMapper.COLUMNS + "FROM registry_record r WHERE r.id > #{after} "
            + RecordMapper.WITHIN + RecordMapper.FILTER + """
            ORDER BY r.id LIMIT #{limit}
            </script>
            """)
    List<WholeRow> next(RecordQuery query, Within within, String after, int limit);

    @Select("""
            SELECT facet_code AS facet, counts_from AS from_day, counts_to AS to_day, verifier_name
            FROM registry_standing WHERE record_id = #{recordId} ORDER BY counts_from, facet_code
            """)
    List<Counted> counted(String recordId);

    /** Records with the same citizen number. */
    @Select("""
            SELECT other.record_id FROM registry_identity own
            JOIN registry_identity other ON other.number_hash = own.number_hash AND other.key_id = own.key_id
            WHERE own.record_id = #{recordId} AND other.record_id <> own.record_id ORDER BY other.record_id
            """)
    List<String> sameNumber(String recordId);

    @Update("""
            <script>
            UPDATE registry_record
            SET name = '', surname = NULL, name_en = NULL, sort_key = #{sortKey}, subdistrict = NULL, link = NULL,
                birth_year = NULL, source_text = NULL, note = NULL, reason = NULL, anonymised_on = #{on},
                state = CASE WHEN state IN ('DRAFT', 'SUBMITTED', 'REJECTED') THEN 'WITHDRAWN' ELSE state END
            WHERE id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void anonymise(Collection<String> ids, byte[] sortKey, LocalDate on);

    @Update("UPDATE registry_version SET facts = #{facts} WHERE record_id = #{recordId} AND version_no = #{versionNo}")
    void rewrite(String recordId, int versionNo, String facts);

    /** What a verifier wrote about a sampled record may name the person. */
    @Update("""
            <script>
            UPDATE registry_sample SET reason = NULL
            WHERE record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void forgetReasons(Collection<String> ids);

    @Select("SELECT COUNT(*) " + NAMING + "AND r.grant_id = #{grantId}")
    long naming(String grantId);

    @Select("SELECT r.id " + NAMING + "AND r.grant_id = #{grantId} ORDER BY r.id LIMIT #{limit}")
    List<String> nextNaming(String grantId, int limit);
}
