package org.thun.activities.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.activities.PlanChanges.Pooled;
import org.thun.shared.Money;

/** Rows that amendments change. */
@Mapper
interface PlanChangeMapper {

    @Select(ActivityMapper.OCCURRENCE + "WHERE grant_id = #{grantId} ORDER BY place_in_plan, occurrence_no FOR UPDATE")
    List<ActivityMapper.OccurrenceRow> lockAll(String grantId);

    @Update("""
            UPDATE activity_occurrence
            SET first_month = #{firstMonth}, last_month = #{lastMonth}, first_day = #{firstDay}, last_day = #{lastDay},
                period_no = #{periodNo}
            WHERE id = #{id}
            """)
    void setMonths(String id, int firstMonth, int lastMonth, LocalDate firstDay, LocalDate lastDay, int periodNo);

    @Update("UPDATE activity_occurrence SET state = 'PLANNED', due_on = NULL, late_since = NULL WHERE id = #{id}")
    void putBack(String id);

    @Update("""
            UPDATE activity_occurrence SET place_in_plan = place_in_plan + 1
            WHERE grant_id = #{grantId} AND place_in_plan > #{place}
            """)
    void makeRoom(String grantId, int place);

    @Select("SELECT activity_code, cost_head, amount FROM activity_pool WHERE grant_id = #{grantId} "
            + "ORDER BY activity_code, cost_head")
    List<Pooled> pool(String grantId);

    @Select("""
            SELECT activity_code, cost_head, amount FROM activity_pool
            WHERE grant_id = #{grantId} AND activity_code = #{activityCode} AND cost_head = #{costHead} FOR UPDATE
            """)
    Optional<Pooled> lockPooled(String grantId, String activityCode, String costHead);

    @Insert("""
            INSERT INTO activity_pool (grant_id, activity_code, cost_head, amount)
            VALUES (#{grantId}, #{activityCode}, #{costHead}, #{amount})
            """)
    void insertPooled(String grantId, String activityCode, String costHead, Money amount);

    @Update("""
            UPDATE activity_pool SET amount = #{amount}
            WHERE grant_id = #{grantId} AND activity_code = #{activityCode} AND cost_head = #{costHead}
            """)
    void setPooled(String grantId, String activityCode, String costHead, Money amount);

    @Delete("""
            DELETE FROM activity_pool
            WHERE grant_id = #{grantId} AND activity_code = #{activityCode} AND cost_head = #{costHead}
            """)
    void deletePooled(String grantId, String activityCode, String costHead);
}
