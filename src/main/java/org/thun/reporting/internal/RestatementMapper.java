package org.thun.reporting.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RestatementMapper {

    String ROW = """
            SELECT id, grant_id, period_no, as_of, edition_key, area_th, area_en, indicator_id, figure_code, old_value,
                   new_value, found_on, reason
            FROM report_restatement
            """;

    record RestatementRow(
            String id,
            String grantId,
            int periodNo,
            LocalDate asOf,
            String editionKey,
            String areaTh,
            String areaEn,
            String indicatorId,
            String figureCode,
            BigDecimal oldValue,
            BigDecimal newValue,
            LocalDate foundOn,
            String reason) {}

    @Insert("""
            INSERT INTO report_restatement (id, grant_id, period_no, as_of, edition_key, area_th, area_en, indicator_id,
                                            figure_code, old_value, new_value, found_on)
            VALUES (#{id}, #{grantId}, #{periodNo}, #{asOf}, #{editionKey}, #{areaTh}, #{areaEn}, #{indicatorId},
                    #{figureCode}, #{oldValue}, #{newValue}, #{foundOn})
            """)
    void insert(RestatementRow row);

    @Select(ROW + "WHERE grant_id = #{grantId} ORDER BY period_no, id")
    List<RestatementRow> ofGrant(String grantId);

    @Select(ROW + "WHERE id = #{id}")
    Optional<RestatementRow> find(String id);

    @Update("UPDATE report_restatement SET reason = #{reason}, reason_by = #{by}, reason_on = #{on} WHERE id = #{id}")
    void explain(String id, String reason, String by, LocalDate on);
}
