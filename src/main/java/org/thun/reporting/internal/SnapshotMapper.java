package org.thun.reporting.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface SnapshotMapper {

    String HEAD = """
            SELECT id, grant_id, kind, period_no, as_of, locale_code, format_code, size_bytes, sha256, created_at
            FROM report_snapshot
            """;

    /** Everything but the file. */
    record Head(
            String id,
            String grantId,
            String kind,
            int periodNo,
            LocalDate asOf,
            String localeCode,
            String formatCode,
            long sizeBytes,
            String sha256,
            LocalDateTime createdAt) {}

    @Insert("""
            INSERT INTO report_snapshot (id, grant_id, kind, period_no, as_of, locale_code, format_code, content,
                                         size_bytes, sha256, created_at)
            VALUES (#{head.id}, #{head.grantId}, #{head.kind}, #{head.periodNo}, #{head.asOf}, #{head.localeCode},
                    #{head.formatCode}, #{content}, #{head.sizeBytes}, #{head.sha256}, #{head.createdAt})
            """)
    void insert(Head head, byte[] content);

    @Select(HEAD + """
            WHERE grant_id = #{grantId} AND kind LIKE CONCAT(#{kind}, '%')
            ORDER BY period_no DESC, kind, locale_code DESC, format_code
            """)
    List<Head> of(String grantId, @Param("kind") String kindBegins);

    @Select("""
            SELECT COUNT(*) FROM report_snapshot
            WHERE grant_id = #{grantId} AND kind = #{kind} AND period_no = #{periodNo}
            """)
    int count(String grantId, String kind, int periodNo);

    @Select(HEAD + "WHERE id = #{id}")
    Optional<Head> find(String id);

    @Select("SELECT content FROM report_snapshot WHERE id = #{id}")
    Content content(String id);

    /** A file; a record of its own because a bare array would be taken for a list of rows. */
    record Content(byte[] content) {}
}
