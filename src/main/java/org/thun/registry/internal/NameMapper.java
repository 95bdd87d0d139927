package org.thun.registry.internal;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Names and places as they are looked for. */
@Mapper
interface NameMapper {

    /** A key that fits, of a record that may be seen and that the filter lets pass. */
    record Found(String recordId, byte[] skeletonKey, byte[] soundKey, byte[] sortKey) {}

    /** A place that records of a centre name; empty where they name none. */
    record PlaceRow(String grantId, String registerCode, String centreCode, String district, String subdistrict) {}

    /**
     * Keys in one of these ranges, in their order. The index is read first and the records after it: the first keys that fit
     * end the search.
     *
     * @param sound where the whole must stand, or {@code null}
     * @param centres the only centres whose records this person may see, or {@code null}
     */
    @Select("""
            <script>
            SELECT /*+ JOIN_ORDER(n, r) */ n.record_id, n.skeleton_key, n.sound_key, r.sort_key
            FROM registry_name n JOIN registry_record r ON r.id = n.record_id
            WHERE n.register_code = #{query.registerCode}
              AND <foreach item="range" collection="ranges" open="(" separator=" OR " close=")">
                n.skeleton_key &gt;= #{range.from} AND n.skeleton_key &lt; #{range.to}
              </foreach>
              <if test="sound != null">AND n.sound_key &gt;= #{sound.from} AND n.sound_key &lt; #{sound.to}</if>
              <if test="query.centreCode() != null">AND n.centre_code = #{query.centreCode}</if>
              <foreach item="centre" collection="centres" nullable="true" open="AND n.centre_code IN (" separator="," close=")">
                #{centre}
              </foreach>
              AND r.state &lt;&gt; 'WITHDRAWN' AND r.anonymised_on IS NULL
            """ + RecordMapper.WITHIN + RecordMapper.FILTER + """
            ORDER BY n.skeleton_key, n.sound_key LIMIT #{limit}
            </script>
            """)
    List<Found> find(RecordQuery query, Within within, List<KeyRange> ranges, KeyRange sound, List<String> centres, int limit);

    /** All keys of records that may be seen. */
    @Select("""
            <script>
            SELECT n.record_id, n.skeleton_key, n.sound_key, r.sort_key
            FROM registry_name n JOIN registry_record r ON r.id = n.record_id
            WHERE n.record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<Found> keys(Collection<String> ids);

    @Delete("""
            <script>
            DELETE FROM registry_name
            WHERE record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void forget(Collection<String> ids);

    @Select("""
            <script>
            SELECT grant_id, register_code, centre_code, district, subdistrict FROM registry_place
            WHERE grant_id = #{grantId}
              <if test="registerCode != null">AND register_code = #{registerCode}</if>
              <if test="centreCode != null">AND centre_code = #{centreCode}</if>
            ORDER BY register_code, centre_code, district, subdistrict
            </script>
            """)
    List<PlaceRow> places(String grantId, String registerCode, String centreCode);

    /** Adds places; one that is there already, entered by somebody else meanwhile, stays as it is. */
    @Insert("""
            <script>
            INSERT IGNORE INTO registry_place (grant_id, register_code, centre_code, district, subdistrict) VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.grantId}, #{row.registerCode}, #{row.centreCode}, #{row.district}, #{row.subdistrict})
            </foreach>
            </script>
            """)
    void addPlaces(Collection<PlaceRow> rows);

    /** Records of a grant after that one in the order of ids. */
    @Select("SELECT " + RecordMapper.COLUMNS + """
            FROM registry_record r WHERE r.grant_id = #{grantId} AND r.id > #{after} ORDER BY r.id LIMIT #{limit}
            """)
    List<RecordRow> next(String grantId, String after, int limit);
}
