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
import org.thun.amendments.Amendment.Origin;
import org.thun.amendments.Amendment.Step;
import org.thun.amendments.Amendment.Verdict;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.AmendmentState;
import org.thun.identity.Role;

@Mapper
interface AmendmentMapper {

    /** One row of {@code amendment}. */
    record Row(
            String id,
            String grantId,
            int amendmentNo,
            Origin origin,
            AmendmentState state,
            AmendmentClass weight,
            String reason,
            String letter,
            LocalDate wantedOn,
            boolean late,
            String draftedBy,
            String draftedByName,
            LocalDateTime draftedAt,
            String sentBy,
            String sentByName,
            LocalDate sentOn,
            LocalDate stepDueOn,
            LocalDate calledOn,
            String spokeWith,
            String confirmedBy,
            String resolutionNo,
            String stuck,
            LocalDate inForceOn,
            Integer agreementVersion,
            String massId) {}

    /** One row of {@code amendment_part}. */
    record PartRow(String amendmentId, int partNo, AmendmentKind kind, String content) {}

    /** One row of {@code amendment_decision}. */
    record DecisionRow(
            String amendmentId,
            int decisionNo,
            Step step,
            Verdict decision,
            String comments,
            String accountId,
            String accountName,
            Role roleCode,
            LocalDateTime decidedAt,
            boolean voided) {}

    String AMENDMENT = """
            SELECT id, grant_id, amendment_no, origin, state, weight, reason, letter, wanted_on, late, drafted_by,
                   drafted_by_name, drafted_at, sent_by, sent_by_name, sent_on, step_due_on, called_on, spoke_with,
                   confirmed_by, resolution_no, stuck, in_force_on, agreement_version, mass_id
            FROM amendment
            """;

    @Insert("""
            INSERT INTO amendment (id, grant_id, amendment_no, origin, state, weight, reason, letter, wanted_on, late,
                                   drafted_by, drafted_by_name, drafted_at, sent_by, sent_by_name, sent_on, step_due_on,
                                   resolution_no, mass_id)
            VALUES (#{id}, #{grantId}, #{amendmentNo}, #{origin}, #{state}, #{weight}, #{reason}, #{letter}, #{wantedOn},
                    #{late}, #{draftedBy}, #{draftedByName}, #{draftedAt}, #{sentBy}, #{sentByName}, #{sentOn},
                    #{stepDueOn}, #{resolutionNo}, #{massId})
            """)
    void insert(Row row);

    @Select(AMENDMENT + "WHERE id = #{id}")
    Optional<Row> find(String id);

    @Select(AMENDMENT + "WHERE id = #{id} FOR UPDATE")
    Optional<Row> lock(String id);

    @Select(AMENDMENT + "WHERE grant_id = #{grantId} ORDER BY amendment_no DESC")
    List<Row> ofGrant(String grantId);

    @Select("SELECT COALESCE(MAX(amendment_no), 0) FROM amendment WHERE grant_id = #{grantId}")
    int lastNo(String grantId);

    @Update("UPDATE amendment SET state = #{state}, step_due_on = #{stepDueOn} WHERE id = #{id}")
    void move(String id, AmendmentState state, LocalDate stepDueOn);

    @Update("""
            UPDATE amendment SET reason = #{reason}, letter = #{letter}, wanted_on = #{wantedOn} WHERE id = #{id}
            """)
    void describe(String id, String reason, String letter, LocalDate wantedOn);

    @Update("""
            UPDATE amendment SET sent_by = #{by}, sent_by_name = #{byName}, sent_on = #{on}, late = #{late} WHERE id = #{id}
            """)
    void send(String id, String by, String byName, LocalDate on, boolean late);

    @Update("UPDATE amendment SET weight = #{weight} WHERE id = #{id}")
    void weigh(String id, AmendmentClass weight);

    @Update("UPDATE amendment SET called_on = #{on}, spoke_with = #{spokeWith} WHERE id = #{id}")
    void noteCall(String id, LocalDate on, String spokeWith);

    @Update("UPDATE amendment SET resolution_no = #{resolutionNo} WHERE id = #{id}")
    void noteResolution(String id, String resolutionNo);

    @Update("UPDATE amendment SET confirmed_by = #{by} WHERE id = #{id}")
    void confirm(String id, String by);

    @Update("UPDATE amendment SET stuck = #{stuck} WHERE id = #{id}")
    void setStuck(String id, String stuck);

    @Update("""
            UPDATE amendment SET in_force_on = #{on}, agreement_version = #{version}, stuck = NULL WHERE id = #{id}
            """)
    void putInForce(String id, LocalDate on, int version);

    @Insert("""
            INSERT INTO amendment_part (amendment_id, part_no, kind, content)
            VALUES (#{amendmentId}, #{partNo}, #{kind}, #{content})
            """)
    void insertPart(PartRow row);

    @Select("""
            SELECT amendment_id, part_no, kind, content FROM amendment_part
            WHERE amendment_id = #{amendmentId} ORDER BY part_no
            """)
    List<PartRow> parts(String amendmentId);

    @Delete("DELETE FROM amendment_part WHERE amendment_id = #{amendmentId} AND part_no = #{partNo}")
    int deletePart(String amendmentId, int partNo);

    @Insert("""
            INSERT INTO amendment_decision (amendment_id, decision_no, step, decision, comments, account_id, account_name,
                                            role_code, decided_at, voided)
            VALUES (#{amendmentId}, #{decisionNo}, #{step}, #{decision}, #{comments}, #{accountId}, #{accountName},
                    #{roleCode}, #{decidedAt}, #{voided})
            """)
    void insertDecision(DecisionRow row);

    @Select("""
            SELECT amendment_id, decision_no, step, decision, comments, account_id, account_name, role_code, decided_at,
                   voided
            FROM amendment_decision WHERE amendment_id = #{amendmentId} ORDER BY decision_no
            """)
    List<DecisionRow> decisions(String amendmentId);

    @Update("""
            UPDATE amendment_decision SET voided = TRUE
            WHERE amendment_id = #{amendmentId} AND decision = 'APPROVE' AND voided = FALSE
            """)
    void voidApprovals(String amendmentId);

    /** Bank accounts changed for an organisation's grants since a day. */
    @Select("""
            <script>
            SELECT MAX(a.in_force_on) FROM amendment a
            JOIN amendment_part p ON p.amendment_id = a.id AND p.kind = 'BANK'
            WHERE a.state = 'IN_FORCE' AND a.grant_id IN
              <foreach item="id" collection="grantIds" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    LocalDate lastBankChange(List<String> grantIds);
}
