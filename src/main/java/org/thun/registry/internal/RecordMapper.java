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
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.registry.RecordState;

/** The records, their roles and their versions. */
@Mapper
interface RecordMapper {

    String COLUMNS = """
            r.id, r.record_no, r.register_code, r.programme_key, r.organisation_id, r.grant_id, r.centre_code,
            r.province_code, r.name, r.surname, r.name_en, r.sort_key, r.district, r.subdistrict, r.category_code,
            r.channel_code, r.link, r.sex_code, r.birth_year, r.round_no, r.dated_on, r.source_text, r.ground_code,
            r.consented_on, r.purpose_told, r.note, r.state, r.version_no, r.author_id, r.author_name, r.entered_at,
            r.first_submitted_on, r.submitted_at, r.verifier_name, r.verified_on, r.fresh_until, r.reason, r.anonymised_on
            """;

    /** Rows a person's right reaches. */
    String WITHIN = """
            <if test="!within.all()">
            AND (1 = 0
              <foreach item="item" collection="within.programmes()" open="OR r.programme_key IN (" separator="," close=")">
                #{item}
              </foreach>
              <foreach item="item" collection="within.organisations()" open="OR r.organisation_id IN (" separator="," close=")">
                #{item}
              </foreach>
              <foreach item="item" collection="within.grants()" open="OR r.grant_id IN (" separator="," close=")">
                #{item}
              </foreach>
              <foreach item="item" collection="within.centres()">
                OR <if test="item.programmeKey() != null">r.programme_key = #{item.programmeKey} AND</if>
                r.centre_code = #{item.code}
              </foreach>)
            </if>
            """;

    /** Narrows nothing: it names what stands in the index between the grant and the centre, so that MySQL reads a centre only. */
    String OF_ANY_REGISTER = """
            AND r.register_code IN ('ORGANISATION', 'PERSON', 'KNOWLEDGE', 'CAMPAIGN_ISSUE', 'COURSE_COMPLETION')
            """;

    String FILTER = """
            <if test="query.registerCode() != null">AND r.register_code = #{query.registerCode}</if>
            <if test="query.grantId() != null">AND r.grant_id = #{query.grantId}</if>
            <if test="query.centreCode() != null">AND r.centre_code = #{query.centreCode}</if>
            <if test="query.state() != null">AND r.state = #{query.state}</if>
            <if test="query.roleCode() != null">
              AND EXISTS (SELECT 1 FROM registry_role h WHERE h.record_id = r.id AND h.role_code = #{query.roleCode})
            </if>
            <if test="query.categoryCode() != null">AND r.category_code = #{query.categoryCode}</if>
            <if test="query.recordNo() != null">AND r.record_no = #{query.recordNo}</if>
            <if test="query.gap() != null">
              <choose>
                <when test="query.gap().name() == 'SEX'">AND r.sex_code IS NULL</when>
                <when test="query.gap().name() == 'BIRTH_YEAR'">AND r.birth_year IS NULL</when>
                <otherwise>AND r.district IS NULL</otherwise>
              </choose>
              AND r.anonymised_on IS NULL
            </if>
            <if test="query.places() != null">
              AND (1 = 0
              <foreach item="place" collection="query.places()">
                OR r.centre_code = #{place.centreCode}
                <if test="place.district() != null">AND r.district = #{place.district}</if>
                <if test="place.subdistrict() != null">AND r.subdistrict = #{place.subdistrict}</if>
              </foreach>)
            </if>
            <if test="query.ids() != null">
              AND (1 = 0 <foreach item="id" collection="query.ids()" open="OR r.id IN (" separator="," close=")">#{id}</foreach>)
            </if>
            """;

    /** Not what a verifier must keep the hands off (records of the own centres, records written oneself, SD5), nor what waits
     * for the decision on a batch. */
    String VERIFIABLE = """
            AND r.state = 'SUBMITTED'
            AND r.author_id &lt;&gt; #{accountId}
            AND NOT EXISTS (
              SELECT 1 FROM registry_version v WHERE v.record_id = r.id AND v.saved_by = #{accountId})
            AND NOT EXISTS (SELECT 1 FROM registry_batch_record m WHERE m.record_id = r.id AND m.state = 'OPEN')
            <foreach item="own" collection="ownCentres">
              AND NOT (r.programme_key = #{own.programmeKey} AND r.centre_code = #{own.code})
            </foreach>
            """;

    /** A role of a person. */
    record RoleRow(String recordId, String roleCode, String detailCode) {}

    /** A version as it is kept. */
    record VersionRow(
            String recordId, int versionNo, String facts, String savedBy, String savedByName, LocalDateTime savedAt) {}

    /** Who has had a hand in what a record says. */
    record EditorRow(String recordId, String savedBy) {}

    @Insert("""
            <script>
            INSERT INTO registry_record (id, register_code, programme_key, organisation_id, grant_id, centre_code,
                province_code, name, surname, name_en, sort_key, district, subdistrict, category_code, channel_code, link,
                sex_code, birth_year, round_no, dated_on, source_text, ground_code, consented_on, purpose_told, note,
                state, version_no, author_id, author_name, entered_at, first_submitted_on, submitted_at)
            VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.id}, #{row.registerCode}, #{row.programmeKey}, #{row.organisationId}, #{row.grantId},
               #{row.centreCode}, #{row.provinceCode}, #{row.name}, #{row.surname}, #{row.nameEn}, #{row.sortKey},
               #{row.district}, #{row.subdistrict}, #{row.categoryCode}, #{row.channelCode}, #{row.link},
               #{row.sexCode}, #{row.birthYear}, #{row.roundNo}, #{row.datedOn}, #{row.sourceText}, #{row.groundCode},
               #{row.consentedOn}, #{row.purposeTold}, #{row.note}, #{row.state}, #{row.versionNo}, #{row.authorId},
               #{row.authorName}, #{row.enteredAt}, #{row.firstSubmittedOn}, #{row.submittedAt})
            </foreach>
            </script>
            """)
    void insert(List<RecordRow> rows);

    @Insert("""
            <script>
            INSERT INTO registry_role (record_id, role_code, detail_code) VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.recordId}, #{row.roleCode}, #{row.detailCode})
            </foreach>
            </script>
            """)
    void insertRoles(List<RoleRow> rows);

    @Delete("""
            <script>
            DELETE FROM registry_role
            WHERE record_id IN <foreach item="id" collection="recordIds" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void deleteRoles(Collection<String> recordIds);

    @Insert("""
            <script>
            INSERT INTO registry_version (record_id, version_no, facts, saved_by, saved_by_name, saved_at) VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.recordId}, #{row.versionNo}, #{row.facts}, #{row.savedBy}, #{row.savedByName}, #{row.savedAt})
            </foreach>
            </script>
            """)
    void insertVersions(List<VersionRow> rows);

    @Update("""
            UPDATE registry_record
            SET name = #{name}, surname = #{surname}, name_en = #{nameEn}, sort_key = #{sortKey},
                district = #{district}, subdistrict = #{subdistrict}, category_code = #{categoryCode},
                channel_code = #{channelCode}, link = #{link}, sex_code = #{sexCode}, birth_year = #{birthYear},
                round_no = #{roundNo}, dated_on = #{datedOn}, source_text = #{sourceText}, ground_code = #{groundCode},
                consented_on = #{consentedOn}, purpose_told = #{purposeTold}, note = #{note}, state = #{state},
                version_no = #{versionNo}, first_submitted_on = #{firstSubmittedOn}, submitted_at = #{submittedAt},
                verifier_name = NULL, verified_on = NULL, fresh_until = NULL, reason = NULL
            WHERE id = #{id}
            """)
    void correct(RecordRow row);

    @Update("""
            UPDATE registry_record
            SET state = 'SUBMITTED', submitted_at = #{at}, first_submitted_on = COALESCE(first_submitted_on, #{on})
            WHERE id = #{id}
            """)
    void submit(String id, LocalDateTime at, LocalDate on);

    @Update("""
            <script>
            UPDATE registry_record
            SET state = 'VERIFIED', verifier_name = #{verifierName}, verified_on = #{on}, fresh_until = #{freshUntil},
                reason = NULL
            WHERE id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void verify(Collection<String> ids, String verifierName, LocalDate on, LocalDate freshUntil);

    @Update("""
            UPDATE registry_record
            SET state = #{state}, reason = #{reason}, verifier_name = NULL, verified_on = NULL, fresh_until = NULL
            WHERE id = #{id}
            """)
    void end(String id, RecordState state, String reason);

    @Select("<script>SELECT " + COLUMNS + """
            FROM registry_record r
            WHERE r.id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY r.id FOR UPDATE
            </script>
            """)
    List<RecordRow> lock(Collection<String> ids);

    /** The same without a lock: to look before anything is done. */
    @Select("<script>SELECT " + COLUMNS + """
            FROM registry_record r
            WHERE r.id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<RecordRow> named(Collection<String> ids);

    @Select("<script>SELECT " + COLUMNS + "FROM registry_record r WHERE r.id = #{id}" + WITHIN + "</script>")
    Optional<RecordRow> find(String id, Within within);

    /** Those of the records whose evidence files may be seen; none of who has withdrawn. */
    @Select("""
            <script>
            SELECT r.id FROM registry_record r
            WHERE r.id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
              AND r.state &lt;&gt; 'WITHDRAWN' AND r.anonymised_on IS NULL
            """ + WITHIN + "</script>")
    Set<String> withFiles(Collection<String> ids, Within within);

    @Select("<script>SELECT " + COLUMNS + "FROM registry_record r WHERE 1 = 1 " + WITHIN + FILTER + """
            ORDER BY r.sort_key, r.id LIMIT #{limit} OFFSET #{offset}
            </script>
            """)
    List<RecordRow> list(RecordQuery query, Within within, int limit, int offset);

    /** What follows a place in the list; from its beginning without one. */
    @Select("<script>SELECT " + COLUMNS + "FROM registry_record r WHERE 1 = 1 " + WITHIN + FILTER + """
            <if test="key != null">AND r.sort_key &gt;= #{key} AND (r.sort_key &gt; #{key} OR r.id &gt; #{id})</if>
            ORDER BY r.sort_key, r.id LIMIT #{limit}
            </script>
            """)
    List<RecordRow> after(RecordQuery query, Within within, byte[] key, String id, int limit);

    /** What stands before a place in the list, the nearest first; from its end without one. */
    @Select("<script>SELECT " + COLUMNS + "FROM registry_record r WHERE 1 = 1 " + WITHIN + FILTER + """
            <if test="key != null">AND r.sort_key &lt;= #{key} AND (r.sort_key &lt; #{key} OR r.id &lt; #{id})</if>
            ORDER BY r.sort_key DESC, r.id DESC LIMIT #{limit}
            </script>
            """)
    List<RecordRow> before(RecordQuery query, Within within, byte[] key, String id, int limit);

    @Select("<script>SELECT COUNT(*) FROM registry_record r WHERE 1 = 1 " + WITHIN + FILTER + "</script>")
    long count(RecordQuery query, Within within);

    @Select("<script>SELECT COUNT(*) FROM (SELECT r.id FROM registry_record r WHERE 1 = 1 " + WITHIN + FILTER + """
            LIMIT #{atMost}) first_ones
            </script>
            """)
    long countUpTo(RecordQuery query, Within within, int atMost);

    @Select("<script>SELECT " + COLUMNS + "FROM registry_record r WHERE 1 = 1 " + WITHIN + FILTER + VERIFIABLE + """
            ORDER BY r.submitted_at, r.id LIMIT #{limit} OFFSET #{offset}
            </script>
            """)
    List<RecordRow> waiting(RecordQuery query, Within within, String accountId, List<Within.Centre> ownCentres, int limit,
            int offset);

    @Select("<script>SELECT COUNT(*) FROM (SELECT r.id FROM registry_record r WHERE 1 = 1 " + WITHIN + FILTER + VERIFIABLE + """
            LIMIT #{atMost}) first_ones
            </script>
            """)
    long countWaiting(RecordQuery query, Within within, String accountId, List<Within.Centre> ownCentres, int atMost);

    @Select("""
            <script>
            SELECT record_id, role_code, detail_code FROM registry_role
            WHERE record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY record_id, role_code
            </script>
            """)
    List<RoleRow> roles(Collection<String> ids);

    @Select("""
            SELECT record_id, version_no, facts, saved_by, saved_by_name, saved_at
            FROM registry_version WHERE record_id = #{recordId} ORDER BY version_no DESC
            """)
    List<VersionRow> versions(String recordId);

    @Select("""
            <script>
            SELECT DISTINCT record_id, saved_by FROM registry_version
            WHERE record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<EditorRow> editors(Collection<String> ids);
}
