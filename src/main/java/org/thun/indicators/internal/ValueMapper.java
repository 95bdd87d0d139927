package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Entered values of indicators. */
@Mapper
interface ValueMapper {

    String COLUMNS = """
            SELECT id, grant_id, indicator_id, purpose, place_kind, place_code, from_on, to_on, amount, of_amount,
                   evidence_note, state, corrects_id, entered_by, entered_by_name, entered_at, checked_by, checked_by_name,
                   checked_at, approved_by, approved_by_name, approved_at, returned_reason, returned_by_name, replaced_at,
                   frozen_in
            FROM indicator_entry
            """;

    /** A part of an entered value. */
    record SliceRow(String entryId, String listName, String itemCode, BigDecimal amount, BigDecimal ofAmount) {}

    /** What held at a moment, of all indicators of a grant. */
    @Select(COLUMNS + """
            WHERE grant_id = #{grantId} AND approved_at <= #{knownAt}
              AND (replaced_at IS NULL OR replaced_at > #{knownAt})
            """)
    List<EntryRow> heldAt(@Param("grantId") String grantId, @Param("knownAt") LocalDateTime knownAt);

    /** What holds now. */
    @Select(COLUMNS + "WHERE grant_id = #{grantId} AND state IN ('APPROVED', 'FROZEN')")
    List<EntryRow> held(String grantId);

    @Select(COLUMNS + "WHERE grant_id = #{grantId} AND indicator_id = #{indicatorId} ORDER BY to_on DESC, id DESC")
    List<EntryRow> of(@Param("grantId") String grantId, @Param("indicatorId") String indicatorId);

    @Select(COLUMNS + "WHERE grant_id = #{grantId} AND state IN ('ENTERED', 'CHECKED') ORDER BY id")
    List<EntryRow> open(String grantId);

    @Select("SELECT DISTINCT grant_id FROM indicator_entry WHERE state IN ('ENTERED', 'CHECKED') ORDER BY grant_id")
    List<String> grantsWithOpen();

    @Select(COLUMNS + "WHERE id = #{id}")
    Optional<EntryRow> find(String id);

    @Select("""
            <script>
            SELECT id, grant_id, indicator_id, purpose, place_kind, place_code, from_on, to_on, amount, of_amount,
                   evidence_note, state, corrects_id, entered_by, entered_by_name, entered_at, checked_by, checked_by_name,
                   checked_at, approved_by, approved_by_name, approved_at, returned_reason, returned_by_name, replaced_at,
                   frozen_in
            FROM indicator_entry
            WHERE id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<EntryRow> all(@Param("ids") Collection<String> ids);

    /** All entries of an indicator, locked in one order: whoever decides about one waits for the others. */
    @Select(COLUMNS + "WHERE grant_id = #{grantId} AND indicator_id = #{indicatorId} ORDER BY id FOR UPDATE")
    List<EntryRow> lock(@Param("grantId") String grantId, @Param("indicatorId") String indicatorId);

    @Insert("""
            INSERT INTO indicator_entry (id, grant_id, indicator_id, purpose, place_kind, place_code, from_on, to_on, amount,
                of_amount, evidence_note, state, corrects_id, entered_by, entered_by_name, entered_at)
            VALUES (#{id}, #{grantId}, #{indicatorId}, #{purpose}, #{placeKind}, #{placeCode}, #{fromOn}, #{toOn}, #{amount},
                #{ofAmount}, #{evidenceNote}, #{state}, #{correctsId}, #{enteredBy}, #{enteredByName}, #{enteredAt})
            """)
    void insert(EntryRow row);

    @Insert("""
            INSERT INTO indicator_entry_slice (entry_id, list_name, item_code, amount, of_amount)
            VALUES (#{entryId}, #{listName}, #{itemCode}, #{amount}, #{ofAmount})
            """)
    void insertSlice(SliceRow row);

    @Select("""
            <script>
            SELECT entry_id, list_name, item_code, amount, of_amount FROM indicator_entry_slice
            WHERE entry_id IN <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY entry_id, list_name, item_code
            </script>
            """)
    List<SliceRow> slices(@Param("ids") Collection<String> ids);

    @Update("""
            UPDATE indicator_entry SET state = 'CHECKED', checked_by = #{by}, checked_by_name = #{name}, checked_at = #{at}
            WHERE id = #{id}
            """)
    void check(@Param("id") String id, @Param("by") String by, @Param("name") String name, @Param("at") LocalDateTime at);

    @Update("""
            UPDATE indicator_entry
            SET state = 'APPROVED', approved_by = #{by}, approved_by_name = #{name}, approved_at = #{at}
            WHERE id = #{id}
            """)
    void approve(@Param("id") String id, @Param("by") String by, @Param("name") String name,
            @Param("at") LocalDateTime at);

    @Update("""
            UPDATE indicator_entry SET state = 'RETURNED', returned_reason = #{reason}, returned_by_name = #{name}
            WHERE id = #{id}
            """)
    void giveBack(@Param("id") String id, @Param("reason") String reason, @Param("name") String name);

    @Update("UPDATE indicator_entry SET state = 'CORRECTED', replaced_at = #{at} WHERE id = #{id}")
    void replace(@Param("id") String id, @Param("at") LocalDateTime at);

    @Update("""
            UPDATE indicator_entry
            SET state = CASE WHEN state = 'APPROVED' THEN 'FROZEN' ELSE state END, frozen_in = #{snapshotId}
            WHERE id = #{id} AND frozen_in IS NULL
            """)
    void freeze(@Param("id") String id, @Param("snapshotId") String snapshotId);
}
