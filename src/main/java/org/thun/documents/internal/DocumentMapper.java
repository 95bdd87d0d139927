package org.thun.documents.internal;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface DocumentMapper {

    record DocumentRow(
            String id, String grantId, String objectType, String objectId, String title, LocalDateTime createdAt) {}

    record VersionRow(
            String documentId,
            int versionNo,
            String fileName,
            String mediaType,
            long sizeBytes,
            String sha256,
            String uploadedBy,
            String uploadedByName,
            LocalDateTime uploadedAt) {}

    record ContentRow(String fileName, String mediaType, byte[] content) {}

    @Insert("""
            INSERT INTO document (id, grant_id, object_type, object_id, title, created_at)
            VALUES (#{id}, #{grantId}, #{objectType}, #{objectId}, #{title}, #{createdAt})
            """)
    void insert(DocumentRow document);

    @Insert("""
            INSERT INTO document_version (document_id, version_no, file_name, media_type, size_bytes, sha256, content,
                                          uploaded_by, uploaded_by_name, uploaded_at)
            VALUES (#{version.documentId}, #{version.versionNo}, #{version.fileName}, #{version.mediaType},
                    #{version.sizeBytes}, #{version.sha256}, #{content}, #{version.uploadedBy},
                    #{version.uploadedByName}, #{version.uploadedAt})
            """)
    void insertVersion(VersionRow version, byte[] content);

    @Delete("DELETE FROM document_version WHERE document_id = #{documentId}")
    void deleteVersions(String documentId);

    @Delete("DELETE FROM document WHERE id = #{documentId}")
    void delete(String documentId);

    @Select("SELECT id, grant_id, object_type, object_id, title, created_at FROM document WHERE id = #{id}")
    Optional<DocumentRow> find(String id);

    /** Locks a document while a version is added, so that numbers follow each other. */
    @Select("SELECT id, grant_id, object_type, object_id, title, created_at FROM document WHERE id = #{id} FOR UPDATE")
    Optional<DocumentRow> lock(String id);

    @Select("""
            SELECT id, grant_id, object_type, object_id, title, created_at FROM document
            WHERE grant_id = #{grantId} ORDER BY created_at DESC, id DESC
            """)
    List<DocumentRow> ofCase(String grantId);

    @Select("""
            SELECT id, grant_id, object_type, object_id, title, created_at FROM document
            WHERE object_type = #{type} AND object_id = #{id} ORDER BY created_at DESC, id DESC
            """)
    List<DocumentRow> ofObject(String type, String id);

    @Select("""
            <script>
            SELECT document_id, version_no, file_name, media_type, size_bytes, sha256, uploaded_by, uploaded_by_name,
                   uploaded_at
            FROM document_version
            WHERE document_id IN
              <foreach item="id" collection="documentIds" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY document_id, version_no DESC
            </script>
            """)
    List<VersionRow> versions(Collection<String> documentIds);

    @Select("SELECT COALESCE(MAX(version_no), 0) FROM document_version WHERE document_id = #{documentId}")
    int latestVersion(String documentId);

    @Select("""
            SELECT file_name, media_type, content FROM document_version
            WHERE document_id = #{documentId} AND version_no = #{versionNo}
            """)
    Optional<ContentRow> content(String documentId, int versionNo);
}
