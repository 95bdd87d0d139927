package org.thun.reporting.internal;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface FreezeMapper {

    /** A report that is still to be frozen. */
    record ToFreeze(String grantId, int periodNo, LocalDate asOf) {}

    /** Notes a report once, however often it is told, by whomever and at the same moment. */
    @Insert("INSERT IGNORE INTO report_to_freeze (grant_id, period_no, as_of) VALUES (#{grantId}, #{periodNo}, #{asOf})")
    void note(ToFreeze report);

    @Select("SELECT grant_id, period_no, as_of FROM report_to_freeze ORDER BY as_of, grant_id, period_no")
    List<ToFreeze> all();

    @Delete("DELETE FROM report_to_freeze WHERE grant_id = #{grantId} AND period_no = #{periodNo}")
    void delete(ToFreeze report);
}
