package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.indicators.TargetChange;

/** Baselines and targets that amendments have changed. */
@Mapper
interface SettingMapper {

    String COLUMNS = """
            SELECT id, indicator_id, baseline, target, holds_from, amendment, reason, state, proposed_by_name, proposed_on,
                   decided_by_name, decided_on
            FROM indicator_setting
            """;

    /** A change with who asked for it. */
    record Asked(String id, TargetChange.State state, String proposedBy, LocalDate holdsFrom) {}

    @Select(COLUMNS + "WHERE grant_id = #{grantId} AND state = 'IN_FORCE' ORDER BY holds_from, id")
    List<TargetChange> inForce(String grantId);

    @Select(COLUMNS + "WHERE grant_id = #{grantId} AND indicator_id = #{indicatorId} ORDER BY holds_from, id")
    List<TargetChange> of(String grantId, String indicatorId);

    @Select("""
            SELECT id, state, proposed_by, holds_from FROM indicator_setting
            WHERE id = #{id} AND grant_id = #{grantId} FOR UPDATE
            """)
    Optional<Asked> lock(String grantId, String id);

    @Insert("""
            INSERT INTO indicator_setting (id, grant_id, indicator_id, baseline, target, holds_from, amendment, reason, state,
                proposed_by, proposed_by_name, proposed_on)
            VALUES (#{id}, #{grantId}, #{indicatorId}, #{baseline}, #{target}, #{holdsFrom}, #{amendment}, #{reason},
                'PROPOSED', #{proposedBy}, #{proposedByName}, #{proposedOn})
            """)
    void insert(String id, String grantId, String indicatorId, BigDecimal baseline, BigDecimal target,
            LocalDate holdsFrom, String amendment, String reason, String proposedBy, String proposedByName,
            LocalDate proposedOn);

    @Update("""
            UPDATE indicator_setting
            SET state = #{state}, holds_from = #{holdsFrom}, decided_by_name = #{decidedByName}, decided_on = #{decidedOn}
            WHERE id = #{id}
            """)
    void decide(String id, TargetChange.State state, LocalDate holdsFrom, String decidedByName, LocalDate decidedOn);
}
