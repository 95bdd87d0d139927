package org.thun.activities.internal;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** What is ready, who is invited and who came, by centre. */
@Mapper
interface PreparationMapper {

    /** One row of {@code activity_check}. */
    record CheckRow(String itemCode, String accountId, String accountName, LocalDateTime tickedAt) {}

    /** One row of {@code activity_invitation}. */
    record InvitationRow(String centreCode, int invited, int accepted) {}

    /** One row of {@code activity_report_centre}. */
    record AttendedRow(String centreCode, int attended) {}

    @Select("""
            SELECT item_code, account_id, account_name, ticked_at FROM activity_check
            WHERE occurrence_id = #{occurrenceId}
            """)
    List<CheckRow> checks(String occurrenceId);

    @Insert("""
            INSERT INTO activity_check (occurrence_id, item_code, account_id, account_name, ticked_at)
            VALUES (#{occurrenceId}, #{row.itemCode}, #{row.accountId}, #{row.accountName}, #{row.tickedAt})
            """)
    void insertCheck(String occurrenceId, CheckRow row);

    @Delete("DELETE FROM activity_check WHERE occurrence_id = #{occurrenceId} AND item_code = #{itemCode}")
    void deleteCheck(String occurrenceId, String itemCode);

    @Select("SELECT centre_code, invited, accepted FROM activity_invitation WHERE occurrence_id = #{occurrenceId}")
    List<InvitationRow> invitations(String occurrenceId);

    @Delete("DELETE FROM activity_invitation WHERE occurrence_id = #{occurrenceId}")
    void deleteInvitations(String occurrenceId);

    @Insert("""
            INSERT INTO activity_invitation (occurrence_id, centre_code, invited, accepted)
            VALUES (#{occurrenceId}, #{row.centreCode}, #{row.invited}, #{row.accepted})
            """)
    void insertInvitation(String occurrenceId, InvitationRow row);

    @Select("""
            SELECT centre_code, attended FROM activity_report_centre
            WHERE occurrence_id = #{occurrenceId} AND report_no = #{reportNo} ORDER BY centre_code
            """)
    List<AttendedRow> attended(String occurrenceId, int reportNo);

    @Insert("""
            INSERT INTO activity_report_centre (occurrence_id, report_no, centre_code, attended)
            VALUES (#{occurrenceId}, #{reportNo}, #{centreCode}, #{attended})
            """)
    void insertAttended(String occurrenceId, int reportNo, String centreCode, int attended);
}
