package org.thun.privacy.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.identity.Reach;
import org.thun.privacy.PrivacyRequest;
import org.thun.privacy.RequestKind;
import org.thun.privacy.RequestState;

/** Requests. */
@Mapper
interface PrivacyMapper {

    String REQUESTS = """
            SELECT p.id, p.request_no, p.kind, p.state, p.programme_key, p.organisation_id, p.grant_id, p.centre_code,
                   p.record_id, p.filter_json, p.people, p.done_people, p.reason, p.asked_by, p.asked_name, p.asked_at,
                   p.decided_name, p.decided_at, p.decided_reason
            FROM privacy_request p
            """;

    /** Requests within a right, and a person's own. */
    String WITHIN = """
            (p.asked_by = #{accountId}
              <if test="reach.all()">OR 1 = 1</if>
              OR p.programme_key IN
                <foreach item="item" collection="reach.programmeKeys()" open="(" separator="," close=")">#{item}</foreach>
              OR p.organisation_id IN
                <foreach item="item" collection="reach.organisationIds()" open="(" separator="," close=")">#{item}</foreach>
              OR p.grant_id IN
                <foreach item="item" collection="reach.grantIds()" open="(" separator="," close=")">#{item}</foreach>
              OR CONCAT(p.programme_key, '/', p.centre_code) IN
                <foreach item="item" collection="reach.centreIds()" open="(" separator="," close=")">#{item}</foreach>)
            """;

    record RequestRow(
            String id,
            Long requestNo,
            RequestKind kind,
            RequestState state,
            String programmeKey,
            String organisationId,
            String grantId,
            String centreCode,
            String recordId,
            String filterJson,
            long people,
            long donePeople,
            String reason,
            String askedBy,
            String askedName,
            LocalDateTime askedAt,
            String decidedName,
            LocalDateTime decidedAt,
            String decidedReason) {

        PrivacyRequest toRequest() {
            return new PrivacyRequest(id, "P-" + requestNo, kind, state, programmeKey, organisationId, grantId, centreCode,
                    recordId, filterJson, people, donePeople, reason, askedBy, askedName, askedAt, decidedName, decidedAt,
                    decidedReason);
        }
    }

    @Insert("""
            INSERT INTO privacy_request (id, kind, state, programme_key, organisation_id, grant_id, centre_code, record_id,
                filter_json, people, done_people, reason, asked_by, asked_name, asked_at)
            VALUES (#{id}, #{kind}, #{state}, #{programmeKey}, #{organisationId}, #{grantId}, #{centreCode}, #{recordId},
                #{filterJson}, #{people}, 0, #{reason}, #{askedBy}, #{askedName}, #{askedAt})
            """)
    void insert(RequestRow row);

    @Select("SELECT id FROM privacy_request WHERE id = #{id} FOR UPDATE")
    Optional<String> lock(String id);

    @Select("<script>" + REQUESTS + "WHERE p.id = #{id} AND " + WITHIN + "</script>")
    Optional<RequestRow> find(String id, Reach reach, String accountId);

    @Select("<script>" + REQUESTS + "WHERE " + WITHIN + """
            ORDER BY CASE WHEN p.state = 'ASKED' THEN 0 ELSE 1 END, p.asked_at DESC, p.id DESC LIMIT #{limit}
            </script>
            """)
    List<RequestRow> list(Reach reach, String accountId, int limit);

    @Select(REQUESTS + "WHERE p.kind = #{kind} AND p.state = #{state} ORDER BY p.asked_at, p.id")
    List<RequestRow> ofKind(RequestKind kind, RequestState state);

    /** Requests of a kind for a grant that wait, are under way, or were settled since that moment. */
    @Select("""
            SELECT COUNT(*) FROM privacy_request
            WHERE kind = #{kind} AND grant_id = #{grantId}
              AND (state IN ('ASKED', 'APPROVED') OR decided_at > #{since})
            """)
    long countRecent(RequestKind kind, String grantId, LocalDateTime since);

    /** Requests about a record that wait for a second person. */
    @Select("SELECT COUNT(*) FROM privacy_request WHERE record_id = #{recordId} AND kind = #{kind} AND state = 'ASKED'")
    long countAsked(String recordId, RequestKind kind);

    @Update("""
            UPDATE privacy_request
            SET state = #{state}, decided_by = #{accountId}, decided_name = #{name}, decided_at = #{at},
                decided_reason = #{reason}
            WHERE id = #{id}
            """)
    void decide(String id, RequestState state, String accountId, String name, LocalDateTime at, String reason);

    /** Notes how far it is; what an export was about is not kept longer than it is needed. */
    @Update("""
            UPDATE privacy_request SET state = #{state}, done_people = done_people + #{more},
                filter_json = CASE WHEN #{state} = 'DONE' THEN NULL ELSE filter_json END
            WHERE id = #{id}
            """)
    void progress(String id, RequestState state, long more);
}
