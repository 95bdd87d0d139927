package org.thun.disbursement.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.disbursement.Rest;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheState;
import org.thun.identity.Reach;
import org.thun.shared.Money;

@Mapper
interface TrancheMapper {

    String COLUMNS = """
            SELECT id, grant_id, tranche_no AS no, share_percent, agreed, carried_in, pay_limit, after_period,
                   at_close_out, state, opened_on, request_due_on, overdue_since, requested, payable, paid, paid_on,
                   hold_reason, receipt_no, receipted_on
            FROM tranche
            """;

    String WITHIN = """
            FROM tranche
            WHERE (
              <if test="reach.all">1 = 1 OR</if>
              programme_key IN
              <foreach item="k" collection="reach.programmeKeys" open="(" separator="," close=")">#{k}</foreach>
              OR org_id IN
              <foreach item="k" collection="reach.organisationIds" open="(" separator="," close=")">#{k}</foreach>
              OR grant_id IN
              <foreach item="k" collection="reach.grantIds" open="(" separator="," close=")">#{k}</foreach>)
              <if test="programmeKey != null">AND programme_key = #{programmeKey}</if>
            """;

    /** How many tranches stand in a state, and over how much. */
    record StateRow(TrancheState state, long tranches, Money agreed) {}

    @Insert("""
            INSERT INTO tranche (id, grant_id, programme_key, org_id, tranche_no, share_percent, agreed, carried_in,
                                 after_period, at_close_out, state)
            VALUES (#{id}, #{grantId}, #{programmeKey}, #{orgId}, #{no}, #{sharePercent}, #{agreed}, #{carriedIn},
                    #{afterPeriod}, #{atCloseOut}, #{state})
            """)
    void insert(
            String id,
            String grantId,
            String programmeKey,
            String orgId,
            int no,
            BigDecimal sharePercent,
            Money agreed,
            Money carriedIn,
            Integer afterPeriod,
            boolean atCloseOut,
            TrancheState state);

    @Select(COLUMNS + "WHERE id = #{id}")
    Optional<Tranche> find(String id);

    @Select(COLUMNS + "WHERE grant_id = #{grantId} ORDER BY tranche_no")
    List<Tranche> ofGrant(String grantId);

    @Select(COLUMNS + "WHERE state = 'PLANNED' AND opened_on IS NOT NULL ORDER BY opened_on, id")
    List<Tranche> waitingForGates();

    @Select("SELECT DISTINCT grant_id FROM tranche WHERE org_id = #{orgId} AND grant_id <> #{grantId}")
    List<String> otherGrants(String orgId, String grantId);

    @Select("SELECT rest FROM tranche WHERE id = #{id}")
    Rest rest(String id);

    @Update("UPDATE tranche SET state = #{to} WHERE id = #{id} AND state = #{from}")
    int move(String id, TrancheState from, TrancheState to);

    @Update("""
            UPDATE tranche SET opened_on = #{openedOn}, request_due_on = #{dueOn}, pay_limit = #{payLimit},
                               state = #{state}
            WHERE id = #{id} AND opened_on IS NULL AND state = 'PLANNED'
            """)
    int open(String id, LocalDate openedOn, LocalDate dueOn, Money payLimit, TrancheState state);

    @Update("""
            UPDATE tranche
            SET share_percent = #{sharePercent}, agreed = #{agreed},
                after_period = CASE WHEN opened_on IS NULL THEN #{afterPeriod} ELSE after_period END
            WHERE id = #{id} AND state IN ('PLANNED', 'ELIGIBLE') AND requested IS NULL
            """)
    int replan(String id, BigDecimal sharePercent, Money agreed, Integer afterPeriod);

    @Update("UPDATE tranche SET requested = #{amount} WHERE id = #{id}")
    void writeRequested(String id, Money amount);

    @Update("UPDATE tranche SET payable = #{amount}, rest = #{rest}, hold_reason = NULL WHERE id = #{id}")
    void writePayable(String id, Money amount, Rest rest);

    @Update("UPDATE tranche SET hold_reason = #{reason} WHERE id = #{id}")
    void writeHoldReason(String id, String reason);

    @Update("UPDATE tranche SET paid = #{amount}, paid_on = #{paidOn} WHERE id = #{id}")
    void writePaid(String id, Money amount, LocalDate paidOn);

    @Update("UPDATE tranche SET receipt_no = #{receiptNo}, receipted_on = #{receiptedOn} WHERE id = #{id}")
    void writeReceipt(String id, String receiptNo, LocalDate receiptedOn);

    @Update("UPDATE tranche SET reminded_on = #{on} WHERE id = #{id}")
    void writeReminded(String id, LocalDate on);

    @Update("UPDATE tranche SET overdue_since = #{since} WHERE id = #{id} AND overdue_since IS NULL")
    void writeOverdue(String id, LocalDate since);

    @Update("""
            UPDATE tranche SET carried_in = carried_in + #{amount}
            WHERE grant_id = #{grantId} AND tranche_no = #{no} AND state IN ('PLANNED', 'ELIGIBLE')
            """)
    int carryTo(String grantId, int no, Money amount);

    @Select("<script>SELECT state, COUNT(*) AS tranches, SUM(agreed) AS agreed " + WITHIN + """
            GROUP BY state
            </script>
            """)
    List<StateRow> countByState(Reach reach, String programmeKey);

    @Select("<script>" + """
            SELECT id, grant_id, tranche_no AS no, share_percent, agreed, carried_in, pay_limit, after_period,
                   at_close_out, state, opened_on, request_due_on, overdue_since, requested, payable, paid, paid_on,
                   hold_reason, receipt_no, receipted_on
            """ + WITHIN + """
              <if test="state != null">AND state = #{state}</if>
            ORDER BY CASE WHEN opened_on IS NULL THEN 1 ELSE 0 END, opened_on DESC, grant_id, tranche_no
            LIMIT #{size} OFFSET #{offset}
            </script>
            """)
    List<Tranche> page(Reach reach, String programmeKey, TrancheState state, int size, int offset);

    @Select("<script>SELECT COUNT(*) " + WITHIN + """
              <if test="state != null">AND state = #{state}</if>
            </script>
            """)
    long count(Reach reach, String programmeKey, TrancheState state);
}
