package org.thun.audit.internal;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.audit.AuditEntry;

@Mapper
interface AuditMapper {

    String ENTRY = """
            SELECT seq, stream_id, stream_seq, at_time, account_id, account_name, role_code, command, object_type,
                   object_id, from_state, to_state, reason, data_hash, prev_hash, entry_hash
            FROM audit_entry
            """;

    /** The end of a chain. */
    record StreamEnd(String streamId, long lastSeq, String lastHash) {}

    @Select("SELECT stream_id, last_seq, last_hash FROM audit_stream WHERE stream_id = #{streamId} FOR UPDATE")
    Optional<StreamEnd> lockEnd(String streamId);

    @Insert("INSERT INTO audit_stream (stream_id, last_seq, last_hash) VALUES (#{streamId}, #{lastSeq}, #{lastHash})")
    void insertEnd(StreamEnd end);

    @Update("UPDATE audit_stream SET last_seq = #{lastSeq}, last_hash = #{lastHash} WHERE stream_id = #{streamId}")
    void moveEnd(StreamEnd end);

    @Insert("""
            INSERT INTO audit_entry (stream_id, stream_seq, at_time, account_id, account_name, role_code, command,
                                     object_type, object_id, from_state, to_state, reason, data_hash, prev_hash,
                                     entry_hash)
            VALUES (#{streamId}, #{streamSeq}, #{atTime}, #{accountId}, #{accountName}, #{roleCode}, #{command},
                    #{objectType}, #{objectId}, #{fromState}, #{toState}, #{reason}, #{dataHash}, #{prevHash},
                    #{entryHash})
            """)
    void insert(AuditEntry entry);

    @Select(ENTRY + "WHERE stream_id = #{streamId} ORDER BY stream_seq")
    List<AuditEntry> stream(String streamId);

    @Select("""
            <script>
            SELECT seq, stream_id, stream_seq, at_time, account_id, account_name, role_code, command, object_type,
                   object_id, from_state, to_state, reason, data_hash, prev_hash, entry_hash
            FROM audit_entry
            WHERE stream_id IN <foreach item="id" collection="streamIds" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY seq DESC LIMIT #{limit}
            </script>
            """)
    List<AuditEntry> timeline(List<String> streamIds, int limit);
}
