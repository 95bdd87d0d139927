package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.thun.programmes.IndicatorSource.Register;

/** Keys under which records that may be alike are found without reading the register. */
@Mapper
interface MatchMapper {

    /** A key of a record. */
    record KeyRow(String recordId, long matchKey) {}

    /** A record that bears a citizen number's hash. */
    record NumberRow(String recordId, String numberHash) {}

    /** What a record says that is compared. */
    record TraitRow(
            String id,
            String grantId,
            Register registerCode,
            String provinceCode,
            String name,
            String surname,
            String district,
            String subdistrict,
            String sexCode,
            Integer birthYear,
            Integer roundNo,
            String keyId,
            String numberHash) {

        Traits traits() {
            boolean organisation = registerCode == Register.ORGANISATION;
            return new Traits(id, grantId, registerCode, provinceCode,
                    organisation ? NameFold.fold(name) : NameFold.first(name), NameFold.fold(surname),
                    NameFold.fold(district), NameFold.fold(subdistrict), sexCode, birthYear, roundNo, keyId, numberHash);
        }
    }

    @Insert("""
            <script>
            INSERT INTO registry_match (record_id, match_key) VALUES
            <foreach item="row" collection="rows" separator=",">(#{row.recordId}, #{row.matchKey})</foreach>
            </script>
            """)
    void insert(@Param("rows") List<KeyRow> rows);

    @Delete("""
            <script>
            DELETE FROM registry_match
            WHERE record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void delete(@Param("ids") Collection<String> ids);

    @Select("""
            <script>
            SELECT record_id, match_key FROM registry_match
            WHERE match_key IN <foreach item="key" collection="keys" open="(" separator="," close=")">#{key}</foreach>
            </script>
            """)
    List<KeyRow> holders(@Param("keys") Collection<Long> keys);

    @Select("""
            <script>
            SELECT record_id, number_hash FROM registry_identity
            WHERE number_hash IN <foreach item="hash" collection="hashes" open="(" separator="," close=")">#{hash}</foreach>
            </script>
            """)
    List<NumberRow> bearers(@Param("hashes") Collection<String> hashes);

    /** Of those records the ones that are handed in and stand for themselves. */
    @Select("""
            <script>
            SELECT r.id, r.grant_id, r.register_code, r.province_code, r.name, r.surname, r.district, r.subdistrict,
                   r.sex_code, r.birth_year, r.round_no, i.key_id, i.number_hash
            FROM registry_record r LEFT JOIN registry_identity i ON i.record_id = r.id
            WHERE r.id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
              AND r.state IN ('SUBMITTED', 'VERIFIED')
            </script>
            """)
    List<TraitRow> traits(@Param("ids") Collection<String> ids);

    /** Records handed in since that day, or never given their keys, after that one in the order of ids. */
    @Select("""
            SELECT r.id FROM registry_record r
            WHERE r.id > #{after} AND r.state IN ('SUBMITTED', 'VERIFIED')
              AND r.register_code IN ('ORGANISATION', 'PERSON', 'COURSE_COMPLETION')
              AND (r.submitted_at >= #{since}
                   OR NOT EXISTS (SELECT 1 FROM registry_match m WHERE m.record_id = r.id))
            ORDER BY r.id LIMIT #{limit}
            """)
    List<String> toScan(String after, LocalDate since, int limit);

    /** All of a grant that are compared, after that one in the order of ids. */
    @Select("""
            SELECT r.id FROM registry_record r
            WHERE r.id > #{after} AND r.grant_id = #{grantId} AND r.state IN ('SUBMITTED', 'VERIFIED')
              AND r.register_code IN ('ORGANISATION', 'PERSON', 'COURSE_COMPLETION')
            ORDER BY r.id LIMIT #{limit}
            """)
    List<String> allOf(String grantId, String after, int limit);
}
