package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.thun.indicators.TargetChange;

/** Baselines and targets that amendments have changed. */
@Mapper
interface SettingMapper {

    String COLUMNS = """
            SELECT id, indicator_id, baseline, target, holds_from, amendment, reason, state, proposed_by_name, proposed_on,
                   decided_by_name, decided_on
            FROM indicator_setting
            """;

    @Select(COLUMNS + "WHERE grant_id = #{grantId} AND state = 'IN_FORCE' ORDER BY holds_from, id")
    List<TargetChange> inForce(String grantId);

    @Select(COLUMNS + "WHERE grant_id = #{grantId} AND indicator_id = #{indicatorId} ORDER BY holds_from, id")
    List<TargetChange> of(String grantId, String indicatorId);

    @Insert("""
            INSERT INTO indicator_setting (id, grant_id, indicator_id, baseline, target, holds_from, amendment, reason, state,
                proposed_by, proposed_by_name, proposed_on, decided_by_name, decided_on)
            VALUES (#{id}, #{grantId}, #{indicatorId}, #{baseline}, #{target}, #{holdsFrom}, #{amendment}, #{reason},
                'IN_FORCE', #{proposedBy}, #{proposedByName}, #{on}, #{decidedByName}, #{on})
            """)
    void insert(String id, String grantId, String indicatorId, BigDecimal baseline, BigDecimal target,
            LocalDate holdsFrom, String amendment, String reason, String proposedBy, String proposedByName, LocalDate on,
            String decidedByName);
}
