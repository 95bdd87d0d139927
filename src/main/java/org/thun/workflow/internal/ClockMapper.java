package org.thun.workflow.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ClockMapper {

    @Select("SELECT offset_seconds FROM training_clock WHERE id = 1")
    Optional<Long> offsetSeconds();

    @Delete("DELETE FROM training_clock WHERE id = 1")
    void forgetOffset();

    @Insert("INSERT INTO training_clock (id, offset_seconds) VALUES (1, #{seconds})")
    void insertOffset(long seconds);

    @Select("SELECT MAX(day_date) FROM business_day")
    LocalDate lastDay();

    @Insert("INSERT INTO business_day (day_date, done_at) VALUES (#{day}, #{at})")
    void insertDay(LocalDate day, LocalDateTime at);

    @Delete("DELETE FROM business_day WHERE day_date > #{day}")
    void forgetDaysAfter(LocalDate day);
}
