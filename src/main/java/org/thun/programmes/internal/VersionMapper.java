package org.thun.programmes.internal;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.programmes.ProgrammeVersion;

@Mapper
interface VersionMapper {

    String VERSION = """
            SELECT programme_key, version_no, content_hash, loaded_at, effective_from, in_force
            FROM programme_version
            """;

    @Select(VERSION + "WHERE in_force = TRUE ORDER BY programme_key")
    List<ProgrammeVersion> inForce();

    @Select(VERSION + "WHERE programme_key = #{key} AND in_force = TRUE")
    Optional<ProgrammeVersion> inForceOf(String key);

    @Select(VERSION + "WHERE programme_key = #{key} ORDER BY version_no DESC")
    List<ProgrammeVersion> ofProgramme(String key);

    @Select("""
            SELECT file_name, definition, defaults
            FROM programme_version
            WHERE programme_key = #{key} AND version_no = #{no}
            """)
    Optional<VersionText> text(String key, int no);

    @Insert("""
            INSERT INTO programme_version (programme_key, version_no, content_hash, file_name, definition, defaults,
                                           loaded_at, effective_from, in_force)
            VALUES (#{version.programmeKey}, #{version.versionNo}, #{version.contentHash}, #{text.fileName},
                    #{text.definition}, #{text.defaults}, #{version.loadedAt}, #{version.effectiveFrom},
                    #{version.inForce})
            """)
    void insert(ProgrammeVersion version, VersionText text);

    @Update("""
            UPDATE programme_version SET in_force = FALSE
            WHERE programme_key = #{key} AND version_no < #{no} AND in_force = TRUE
            """)
    void supersedeBefore(String key, int no);
}
