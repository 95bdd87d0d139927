package org.thun.audit.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.audit.AuditEntry;

@Mapper
interface AuditMapper {

    String ENTRY = """
            SELECT seq, stream_id, stream_seq, at_time, account_id, account_name, role_code, for_account_id,
                   for_account_name, command, object_type, object_id, from_state, to_state, reason, data_hash,
                   prev_hash, entry_hash
            FROM audit_entry
            """;

    /** The end of a chain. */
    record StreamEnd(String streamId, long lastSeq, String lastHash) {}

    /** What to look for; a {@code null} does not matter. */
    record Wanted(
            Set<String> readable,
            String streamId,
            String objectId,
            String command,
            String person,
            String personPattern,
            LocalDate from,
            LocalDate before) {}

    String SEARCHED = """
            <where>
              <if test="w.readable != null">
                stream_id IN <foreach item="id" collection="w.readable" open="(" separator="," close=")">#{id}</foreach>
              </if>
              <if test="w.streamId != null">AND stream_id = #{w.streamId}</if>
              <if test="w.objectId != null">AND object_id = #{w.objectId}</if>
              <if test="w.command != null">AND command = #{w.command}</if>
              <if test="w.person != null">AND (account_id = #{w.person} OR LOWER(account_name) LIKE #{w.personPattern})</if>
              <if test="w.from != null">AND at_time &gt;= #{w.from}</if>
              <if test="w.before != null">AND at_time &lt; #{w.before}</if>
            </where>
            """;

    @Select("SELECT stream_id, last_seq, last_hash FROM audit_stream WHERE stream_id = #{streamId} FOR UPDATE")
    Optional<StreamEnd> lockEnd(String streamId);

    @Select("SELECT stream_id, last_seq, last_hash FROM audit_stream WHERE stream_id = #{streamId}")
    Optional<StreamEnd> end(String streamId);

    /**
     * Makes a stream where there is none. Who comes second at the same moment waits here for the first and then finds the
     * stream there, instead of failing with a duplicate key.
     */
    @Insert("""
            INSERT INTO audit_stream (stream_id, last_seq, last_hash) VALUES (#{streamId}, #{lastSeq}, #{lastHash})
            ON DUPLICATE KEY UPDATE stream_id = stream_id
            """)
    void insertEndUnlessThere(StreamEnd end);

    @Select("""
            <script>
            SELECT stream_id, last_seq, last_hash FROM audit_stream
            WHERE stream_id IN <foreach item="id" collection="streamIds" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY stream_id FOR UPDATE
            </script>
            """)
    List<StreamEnd> lockEnds(@Param("streamIds") List<String> streamIds);

    @Insert("""
            <script>
            INSERT INTO audit_stream (stream_id, last_seq, last_hash) VALUES
            <foreach item="e" collection="ends" separator=",">(#{e.streamId}, #{e.lastSeq}, #{e.lastHash})</foreach>
            ON DUPLICATE KEY UPDATE stream_id = VALUES(stream_id)
            </script>
            """)
    void insertEndsUnlessThere(@Param("ends") List<StreamEnd> ends);

    /** Moves the ends of streams that are there. */
    @Insert("""
            <script>
            INSERT INTO audit_stream (stream_id, last_seq, last_hash) VALUES
            <foreach item="e" collection="ends" separator=",">(#{e.streamId}, #{e.lastSeq}, #{e.lastHash})</foreach>
            ON DUPLICATE KEY UPDATE last_seq = VALUES(last_seq), last_hash = VALUES(last_hash)
            </script>
            """)
    void moveEnds(@Param("ends") Collection<StreamEnd> ends);

    @Update("UPDATE audit_stream SET last_seq = #{lastSeq}, last_hash = #{lastHash} WHERE stream_id = #{streamId}")
    void moveEnd(StreamEnd end);

    @Insert("""
            INSERT INTO audit_entry (stream_id, stream_seq, at_time, account_id, account_name, role_code,
                                     for_account_id, for_account_name, command, object_type, object_id, from_state,
                                     to_state, reason, data_hash, prev_hash, entry_hash)
            VALUES (#{streamId}, #{streamSeq}, #{atTime}, #{accountId}, #{accountName}, #{roleCode},
                    #{forAccountId}, #{forAccountName}, #{command},
                    #{objectType}, #{objectId}, #{fromState}, #{toState}, #{reason}, #{dataHash}, #{prevHash},
                    #{entryHash})
            """)
    void insert(AuditEntry entry);

    @Insert("""
            <script>
            INSERT INTO audit_entry (stream_id, stream_seq, at_time, account_id, account_name, role_code,
                                     for_account_id, for_account_name, command, object_type, object_id, from_state,
                                     to_state, reason, data_hash, prev_hash, entry_hash)
            VALUES
            <foreach item="e" collection="entries" separator=",">
              (#{e.streamId}, #{e.streamSeq}, #{e.atTime}, #{e.accountId}, #{e.accountName}, #{e.roleCode},
               #{e.forAccountId}, #{e.forAccountName}, #{e.command},
               #{e.objectType}, #{e.objectId}, #{e.fromState}, #{e.toState}, #{e.reason}, #{e.dataHash}, #{e.prevHash},
               #{e.entryHash})
            </foreach>
            </script>
            """)
    void insertAll(@Param("entries") List<AuditEntry> entries);

    @Select(ENTRY + "WHERE stream_id = #{streamId} ORDER BY stream_seq")
    List<AuditEntry> stream(String streamId);

    @Select("""
            <script>
            SELECT seq, stream_id, stream_seq, at_time, account_id, account_name, role_code, for_account_id,
                   for_account_name, command, object_type, object_id, from_state, to_state, reason, data_hash,
                   prev_hash, entry_hash
            FROM audit_entry
            WHERE stream_id IN <foreach item="id" collection="streamIds" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY seq DESC LIMIT #{limit}
            </script>
            """)
    List<AuditEntry> timeline(List<String> streamIds, int limit);

    @Select("<script>" + ENTRY + SEARCHED + "ORDER BY seq DESC LIMIT #{limit} OFFSET #{offset}</script>")
    List<AuditEntry> search(@Param("w") Wanted wanted, int limit, int offset);

    @Select("<script>SELECT COUNT(*) FROM audit_entry " + SEARCHED + "</script>")
    long countFound(@Param("w") Wanted wanted);

    @Select("SELECT DISTINCT command FROM audit_entry ORDER BY command")
    List<String> commands();
}
