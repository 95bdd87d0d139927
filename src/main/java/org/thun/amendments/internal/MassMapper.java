package org.thun.amendments.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.MassAmendment.Standstill;
import org.thun.amendments.MassAmendmentState;
import org.thun.amendments.MassAmendments.LineState;

@Mapper
interface MassMapper {

    /** One row of {@code mass_amendment}. */
    record MassRow(
            String id,
            String programmeKey,
            int massNo,
            MassAmendmentState state,
            String regions,
            String provinces,
            LocalDate spanFrom,
            LocalDate spanTo,
            Integer addMonths,
            Integer moveMonths,
            boolean moveBars,
            Integer dueDays,
            Standstill standstill,
            LocalDate resumeOn,
            boolean addDays,
            String reason,
            String letter,
            AmendmentClass weight,
            String resolutionNo,
            String draftedBy,
            String draftedByName,
            LocalDateTime draftedAt,
            String sentBy,
            String sentByName,
            LocalDateTime sentAt,
            String decidedBy,
            String decidedByName,
            LocalDateTime decidedAt,
            String comments,
            LocalDate stepDueOn,
            int wave) {}

    /** One row of {@code mass_amendment_grant}. */
    record GrantRow(
            String massId,
            String grantId,
            LineState state,
            String amendmentId,
            String becauseTh,
            String becauseEn,
            LocalDateTime doneAt) {}

    String MASS = """
            SELECT id, programme_key, mass_no, state, regions, provinces, span_from, span_to, add_months, move_months,
                   move_bars, due_days, standstill, resume_on, add_days, reason, letter, weight, resolution_no, drafted_by,
                   drafted_by_name, drafted_at, sent_by, sent_by_name, sent_at, decided_by, decided_by_name, decided_at,
                   comments, step_due_on, wave
            FROM mass_amendment
            """;

    String GRANT = """
            SELECT mass_id, grant_id, state, amendment_id, because_th, because_en, done_at FROM mass_amendment_grant
            """;

    @Insert("""
            INSERT INTO mass_amendment (id, programme_key, mass_no, state, regions, provinces, span_from, span_to,
                                        add_months, move_months, move_bars, due_days, standstill, resume_on, add_days,
                                        reason, letter, drafted_by, drafted_by_name, drafted_at, step_due_on, wave)
            VALUES (#{id}, #{programmeKey}, #{massNo}, #{state}, #{regions}, #{provinces}, #{spanFrom}, #{spanTo},
                    #{addMonths}, #{moveMonths}, #{moveBars}, #{dueDays}, #{standstill}, #{resumeOn}, #{addDays},
                    #{reason}, #{letter}, #{draftedBy}, #{draftedByName}, #{draftedAt}, #{stepDueOn}, #{wave})
            """)
    void insert(MassRow row);

    @Update("""
            UPDATE mass_amendment
            SET regions = #{regions}, provinces = #{provinces}, span_from = #{spanFrom}, span_to = #{spanTo},
                add_months = #{addMonths}, move_months = #{moveMonths}, move_bars = #{moveBars}, due_days = #{dueDays},
                standstill = #{standstill}, resume_on = #{resumeOn}, add_days = #{addDays}, reason = #{reason},
                letter = #{letter}
            WHERE id = #{id}
            """)
    void rewrite(MassRow row);

    @Select(MASS + "WHERE id = #{id}")
    Optional<MassRow> find(String id);

    @Select(MASS + "WHERE id = #{id} FOR UPDATE")
    Optional<MassRow> lock(String id);

    @Select(MASS + "WHERE programme_key = #{programmeKey} ORDER BY mass_no DESC")
    List<MassRow> ofProgramme(String programmeKey);

    @Select("SELECT COALESCE(MAX(mass_no), 0) FROM mass_amendment WHERE programme_key = #{programmeKey}")
    int lastNo(String programmeKey);

    @Select("SELECT id FROM mass_amendment WHERE state = 'APPLYING' ORDER BY id")
    List<String> applying();

    @Update("UPDATE mass_amendment SET state = #{state}, step_due_on = #{stepDueOn} WHERE id = #{id}")
    void move(String id, MassAmendmentState state, LocalDate stepDueOn);

    @Update("""
            UPDATE mass_amendment SET sent_by = #{by}, sent_by_name = #{byName}, sent_at = #{at}, weight = #{weight}
            WHERE id = #{id}
            """)
    void send(String id, String by, String byName, LocalDateTime at, AmendmentClass weight);

    @Update("""
            UPDATE mass_amendment
            SET decided_by = #{by}, decided_by_name = #{byName}, decided_at = #{at}, comments = #{comments},
                resolution_no = #{resolutionNo}
            WHERE id = #{id}
            """)
    void decide(String id, String by, String byName, LocalDateTime at, String comments, String resolutionNo);

    @Update("UPDATE mass_amendment SET wave = 2 WHERE id = #{id}")
    void beginSecondWave(String id);

    @Insert("INSERT INTO mass_amendment_grant (mass_id, grant_id, state) VALUES (#{massId}, #{grantId}, #{state})")
    void name(String massId, String grantId, LineState state);

    @Delete("DELETE FROM mass_amendment_grant WHERE mass_id = #{massId} AND state = #{state}")
    void forget(String massId, LineState state);

    @Select(GRANT + "WHERE mass_id = #{massId} ORDER BY grant_id")
    List<GrantRow> grants(String massId);

    @Select(GRANT + "WHERE mass_id = #{massId} AND grant_id = #{grantId} FOR UPDATE")
    Optional<GrantRow> lockGrant(String massId, String grantId);

    @Select("SELECT grant_id FROM mass_amendment_grant WHERE mass_id = #{massId} AND state = 'PENDING' ORDER BY grant_id")
    List<String> pending(String massId);

    @Select("SELECT COUNT(*) FROM mass_amendment_grant WHERE mass_id = #{massId} AND state = #{state}")
    int count(String massId, LineState state);

    @Update("""
            UPDATE mass_amendment_grant SET state = 'APPLIED', amendment_id = #{amendmentId}, because_th = NULL,
                                            because_en = NULL, done_at = #{at}
            WHERE mass_id = #{massId} AND grant_id = #{grantId}
            """)
    void applied(String massId, String grantId, String amendmentId, LocalDateTime at);

    @Update("""
            UPDATE mass_amendment_grant SET state = #{state}, because_th = #{th}, because_en = #{en}, done_at = #{at}
            WHERE mass_id = #{massId} AND grant_id = #{grantId} AND state = 'PENDING'
            """)
    void notApplied(String massId, String grantId, LineState state, String th, String en, LocalDateTime at);

    @Update("""
            UPDATE mass_amendment_grant SET state = 'PENDING'
            WHERE mass_id = #{massId} AND state IN ('REFUSED', 'FAILED')
            """)
    int tryAgain(String massId);

    @Update("UPDATE mass_amendment_grant SET state = 'PENDING' WHERE mass_id = #{massId} AND state = 'APPLIED'")
    int secondWave(String massId);
}
