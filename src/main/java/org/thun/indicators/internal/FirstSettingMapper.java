package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;

/** Baselines and targets with which a grant begins that continues another one: in force from its first day, asked by nobody. */
@Mapper
interface FirstSettingMapper {

    @Insert("""
            INSERT INTO indicator_setting (id, grant_id, indicator_id, baseline, target, holds_from, amendment, reason, state,
                proposed_by, proposed_by_name, proposed_on, decided_by_name, decided_on)
            VALUES (#{id}, #{grantId}, #{indicatorId}, #{baseline}, #{target}, #{holdsFrom}, #{before}, #{code}, 'IN_FORCE',
                #{by}, #{byName}, #{on}, #{byName}, #{on})
            """)
    void insert(String id, String grantId, String indicatorId, BigDecimal baseline, BigDecimal target,
            LocalDate holdsFrom, String before, String code, String by, String byName, LocalDate on);
}
