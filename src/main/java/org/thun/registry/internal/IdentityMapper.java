package org.thun.registry.internal;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** What is kept of the citizen numbers of people. */
@Mapper
interface IdentityMapper {

    record IdentityRow(String recordId, String keyId, String numberHash, String numberEnding) {}

    @Insert("""
            <script>
            INSERT INTO registry_identity (record_id, key_id, number_hash, number_ending) VALUES
            <foreach item="row" collection="rows" separator=",">
              (#{row.recordId}, #{row.keyId}, #{row.numberHash}, #{row.numberEnding})
            </foreach>
            </script>
            """)
    void insert(List<IdentityRow> rows);

    @Delete("""
            <script>
            DELETE FROM registry_identity
            WHERE record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    void delete(Collection<String> ids);

    @Update("UPDATE registry_identity SET key_id = #{keyId}, number_hash = #{hash} WHERE number_hash = #{former}")
    void rehash(String former, String keyId, String hash);

    @Select("""
            <script>
            SELECT record_id, key_id, number_hash, number_ending FROM registry_identity
            WHERE record_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<IdentityRow> of(Collection<String> ids);
}
