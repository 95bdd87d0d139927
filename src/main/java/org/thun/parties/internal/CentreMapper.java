package org.thun.parties.internal;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CentreMapper {

    String CENTRE = """
            SELECT id, programme_key, code, kind, name_th, name_en, region, region_name_th, region_name_en, province_code,
                   active_from, active_to
            FROM centre
            """;

    @Select(CENTRE + "WHERE programme_key = #{programmeKey} ORDER BY code")
    List<CentreRow> ofProgramme(String programmeKey);

    @Select(CENTRE + "WHERE programme_key = #{programmeKey} AND code = #{code}")
    Optional<CentreRow> find(String programmeKey, String code);

    @Select(CENTRE + "WHERE id = #{id}")
    Optional<CentreRow> byId(String id);

    @Insert("""
            INSERT INTO centre (id, programme_key, code, kind, name_th, name_en, region, region_name_th, region_name_en,
                                province_code, active_from, active_to)
            VALUES (#{id}, #{programmeKey}, #{code}, #{kind}, #{nameTh}, #{nameEn}, #{region}, #{regionNameTh},
                    #{regionNameEn}, #{provinceCode}, #{activeFrom}, #{activeTo})
            """)
    void insert(CentreRow centre);

    @Update("""
            UPDATE centre
            SET kind = #{kind}, name_th = #{nameTh}, name_en = #{nameEn}, region = #{region},
                region_name_th = #{regionNameTh}, region_name_en = #{regionNameEn}, province_code = #{provinceCode},
                active_from = #{activeFrom}, active_to = #{activeTo}
            WHERE id = #{id}
            """)
    void update(CentreRow centre);
}
