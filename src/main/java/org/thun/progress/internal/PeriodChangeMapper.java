package org.thun.progress.internal;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

/** Rows that amendments change. */
@Mapper
interface PeriodChangeMapper {

    @Update("""
            UPDATE period_report SET first_day = #{firstDay}, last_day = #{lastDay}, due_on = #{dueOn}
            WHERE id = #{id} AND state = 'NOT_DUE'
            """)
    int setDays(String id, LocalDate firstDay, LocalDate lastDay, LocalDate dueOn);

    @Update("UPDATE period_report SET due_on = #{dueOn}, step_due_on = #{stepDueOn}, overdue_since = NULL WHERE id = #{id}")
    void postpone(String id, LocalDate dueOn, LocalDate stepDueOn);

    @Delete("DELETE FROM period_report WHERE id = #{id} AND state = 'NOT_DUE'")
    void drop(String id);
}
