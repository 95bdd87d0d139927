package org.thun.closeout.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Successors and what they begin with. Rows are added and never changed. */
@Mapper
interface SuccessorMapper {

    /** One row of {@code close_out_successor}. */
    record SuccessorRow(
            String proposalId,
            String grantId,
            int periodNo,
            int reportVersion,
            LocalDateTime acceptedAt,
            LocalDate asOf,
            String draftedBy,
            String draftedByName,
            LocalDateTime draftedAt) {}

    /** One row of {@code close_out_successor_baseline}. */
    record BaselineRow(
            String proposalId,
            int lineNo,
            String indicatorId,
            String titleTh,
            String titleEn,
            BigDecimal acceptedValue,
            String numberCode) {}

    String SUCCESSOR = """
            SELECT proposal_id, grant_id, period_no, report_version, accepted_at, as_of, drafted_by, drafted_by_name,
                   drafted_at
            FROM close_out_successor
            """;

    @Insert("""
            INSERT INTO close_out_successor (proposal_id, grant_id, period_no, report_version, accepted_at, as_of,
                                             drafted_by, drafted_by_name, drafted_at)
            VALUES (#{proposalId}, #{grantId}, #{periodNo}, #{reportVersion}, #{acceptedAt}, #{asOf}, #{draftedBy},
                    #{draftedByName}, #{draftedAt})
            """)
    void insert(SuccessorRow row);

    @Insert("""
            INSERT INTO close_out_successor_baseline (proposal_id, line_no, indicator_id, title_th, title_en,
                                                      accepted_value, number_code)
            VALUES (#{proposalId}, #{lineNo}, #{indicatorId}, #{titleTh}, #{titleEn}, #{acceptedValue}, #{numberCode})
            """)
    void insertBaseline(BaselineRow row);

    @Select(SUCCESSOR + "WHERE grant_id = #{grantId} ORDER BY drafted_at, proposal_id")
    List<SuccessorRow> ofGrant(String grantId);

    @Select(SUCCESSOR + "WHERE proposal_id = #{proposalId}")
    Optional<SuccessorRow> ofProposal(String proposalId);

    @Select("""
            SELECT proposal_id, line_no, indicator_id, title_th, title_en, accepted_value, number_code
            FROM close_out_successor_baseline WHERE proposal_id = #{proposalId} ORDER BY line_no
            """)
    List<BaselineRow> baselines(String proposalId);
}
