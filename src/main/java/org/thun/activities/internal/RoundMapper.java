package org.thun.activities.internal;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.thun.activities.RoundPlanning.Source;

/** Choices between the text of a proposal and its schedule. */
@Mapper
interface RoundMapper {

    /** One row of {@code activity_round_choice}. */
    record ChoiceRow(
            String grantId,
            String activityCode,
            Source source,
            int rounds,
            String reason,
            String accountId,
            String accountName,
            LocalDateTime chosenAt) {}

    @Select("""
            SELECT grant_id, activity_code, source, rounds, reason, account_id, account_name, chosen_at
            FROM activity_round_choice WHERE grant_id = #{grantId}
            """)
    List<ChoiceRow> ofGrant(String grantId);

    @Insert("""
            INSERT INTO activity_round_choice (grant_id, activity_code, source, rounds, reason, account_id, account_name,
                                               chosen_at)
            VALUES (#{grantId}, #{activityCode}, #{source}, #{rounds}, #{reason}, #{accountId}, #{accountName},
                    #{chosenAt})
            """)
    void insert(ChoiceRow row);
}
