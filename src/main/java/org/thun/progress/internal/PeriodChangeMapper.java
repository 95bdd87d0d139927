package org.thun.progress.internal;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows that amendments change. */
@Mapper
interface PeriodChangeMapper {

    /** By how much the due day of a period has been put off. */
    record Postponed(int periodNo, int days) {}

    @Update("""
            UPDATE period_report SET first_day = #{firstDay}, last_day = #{lastDay}, due_on = #{dueOn}
            WHERE id = #{id} AND state = 'NOT_DUE'
            """)
    int setDays(String id, LocalDate firstDay, LocalDate lastDay, LocalDate dueOn);

    @Update("UPDATE period_report SET due_on = #{dueOn}, step_due_on = #{stepDueOn}, overdue_since = NULL WHERE id = #{id}")
    void postpone(String id, LocalDate dueOn, LocalDate stepDueOn);

    @Update("UPDATE period_report SET postponed_days = postponed_days + #{days} WHERE id = #{id}")
    void addPostponed(String id, int days);

    @Select("SELECT period_no, postponed_days AS days FROM period_report WHERE grant_id = #{grantId}")
    List<Postponed> postponed(String grantId);

    @Delete("DELETE FROM period_report_notice WHERE report_id = #{id} AND offset_days > #{offset}")
    void forgetNotices(String id, int offset);

    @Delete("DELETE FROM period_report WHERE id = #{id} AND state = 'NOT_DUE'")
    void drop(String id);
}
