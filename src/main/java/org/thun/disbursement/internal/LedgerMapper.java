package org.thun.disbursement.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.thun.disbursement.EntryKind;
import org.thun.disbursement.LedgerEntry;
import org.thun.shared.Money;

/** The ledger is only ever added to: there is no statement here that changes or removes an entry. */
@Mapper
interface LedgerMapper {

    /** Sum of the entries of one kind. */
    record KindSum(EntryKind kind, Money amount) {}

    @Insert("""
            INSERT INTO ledger_entry (grant_id, kind, amount, value_on, period_no, tranche_no, activity_code, cost_head,
                                      reference, idempotency_key, recorded_by, recorded_at)
            VALUES (#{entry.grantId}, #{entry.kind}, #{entry.amount}, #{entry.valueOn}, #{entry.periodNo},
                    #{entry.trancheNo}, #{entry.activityCode}, #{entry.costHead}, #{entry.reference}, #{key},
                    #{recordedBy}, #{recordedAt})
            """)
    void insert(LedgerEntry entry, String key, String recordedBy, LocalDateTime recordedAt);

    @Select("SELECT COUNT(*) FROM ledger_entry WHERE idempotency_key = #{key}")
    int known(String key);

    @Select("""
            SELECT seq, grant_id, kind, amount, value_on, period_no, tranche_no, activity_code, cost_head, reference
            FROM ledger_entry WHERE grant_id = #{grantId} ORDER BY seq
            """)
    List<LedgerEntry> ofGrant(String grantId);

    @Select("SELECT kind, SUM(amount) AS amount FROM ledger_entry WHERE grant_id = #{grantId} GROUP BY kind")
    List<KindSum> sums(String grantId);

    @Select("""
            SELECT COALESCE(SUM(amount), 0) FROM ledger_entry
            WHERE grant_id = #{grantId} AND kind = #{kind} AND value_on BETWEEN #{from} AND #{to}
            """)
    Money sum(String grantId, EntryKind kind, LocalDate from, LocalDate to);
}
