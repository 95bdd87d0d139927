package org.thun.proposals.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.proposals.BoardSitting.Leaver;
import org.thun.proposals.ProposalComment;
import org.thun.proposals.ProposalComment.Source;
import org.thun.proposals.Recommendation;
import org.thun.proposals.Review;
import org.thun.proposals.Verdict;

@Mapper
interface ReviewMapper {

    /** One row of {@code proposal_decision}. */
    record DecisionRow(
            int version,
            Verdict verdict,
            String authority,
            String comment,
            String decidedBy,
            LocalDateTime decidedAt,
            Integer membersPresent,
            Integer quorum,
            Integer votesFor,
            Integer votesAgainst) {}

    /** A member who left the board before it decided on a version. */
    record LeaverRow(int versionNo, String memberName, String reason) {}

    String REVIEW = """
            SELECT id, proposal_id, version_no AS version, reviewer_id, state, assigned_on, due_on, score,
                   recommendation, review_comment AS comment, completed_at
            FROM proposal_review
            """;

    @Insert("""
            INSERT INTO proposal_review (id, proposal_id, version_no, reviewer_id, state, assigned_on, due_on)
            VALUES (#{id}, #{proposalId}, #{version}, #{reviewerId}, #{state}, #{assignedOn}, #{dueOn})
            """)
    void insert(Review review);

    @Select(REVIEW + "WHERE id = #{id}")
    Optional<Review> find(String id);

    @Select(REVIEW + "WHERE proposal_id = #{proposalId} ORDER BY version_no, id")
    List<Review> ofProposal(String proposalId);

    @Update("""
            UPDATE proposal_review
            SET state = 'DONE', score = #{score}, recommendation = #{recommendation}, review_comment = #{comment},
                completed_at = #{at}
            WHERE id = #{id} AND state = 'ASSIGNED'
            """)
    int complete(String id, int score, Recommendation recommendation, String comment, LocalDateTime at);

    @Update("UPDATE proposal_review SET state = 'MISSED' WHERE id = #{id} AND state = 'ASSIGNED'")
    int miss(String id);

    @Insert("""
            INSERT INTO proposal_comment (proposal_id, comment_no, version_no, source_code, author_id, comment_text)
            VALUES (#{proposalId}, #{no}, #{versionNo}, #{source}, #{authorId}, #{text})
            """)
    void insertComment(String proposalId, int no, int versionNo, Source source, String authorId, String text);

    @Select("""
            SELECT comment_no AS no, version_no AS version, source_code AS source, comment_text AS text,
                   answer_text AS answer, answered_at
            FROM proposal_comment WHERE proposal_id = #{proposalId} ORDER BY comment_no
            """)
    List<ProposalComment> comments(String proposalId);

    @Update("""
            UPDATE proposal_comment SET answer_text = #{answer}, answered_by = #{by}, answered_at = #{at}
            WHERE proposal_id = #{proposalId} AND comment_no = #{no} AND answer_text IS NULL
            """)
    void answer(String proposalId, int no, String answer, String by, LocalDateTime at);

    @Insert("""
            INSERT INTO proposal_decision (proposal_id, version_no, decision_code, authority, comment_text, decided_by,
                                           decided_at, members_present, quorum, votes_for, votes_against)
            VALUES (#{proposalId}, #{d.version}, #{d.verdict}, #{d.authority}, #{d.comment}, #{d.decidedBy},
                    #{d.decidedAt}, #{d.membersPresent}, #{d.quorum}, #{d.votesFor}, #{d.votesAgainst})
            """)
    void insertDecision(String proposalId, @Param("d") DecisionRow d);

    @Insert("""
            INSERT INTO proposal_decision_leaver (proposal_id, version_no, line_no, member_name, reason)
            VALUES (#{proposalId}, #{versionNo}, #{lineNo}, #{leaver.name}, #{leaver.reason})
            """)
    void insertLeaver(String proposalId, int versionNo, int lineNo, Leaver leaver);

    @Select("""
            SELECT version_no, member_name, reason FROM proposal_decision_leaver
            WHERE proposal_id = #{proposalId} ORDER BY version_no, line_no
            """)
    List<LeaverRow> leavers(String proposalId);

    @Select("""
            SELECT version_no AS version, decision_code AS verdict, authority, comment_text AS comment, decided_by,
                   decided_at, members_present, quorum, votes_for, votes_against
            FROM proposal_decision WHERE proposal_id = #{proposalId} ORDER BY version_no
            """)
    List<DecisionRow> decisions(String proposalId);

    @Insert("""
            INSERT INTO proposal_condition (proposal_id, condition_no, condition_text)
            VALUES (#{proposalId}, #{no}, #{text})
            """)
    void insertCondition(String proposalId, int no, String text);

    @Select("SELECT condition_text FROM proposal_condition WHERE proposal_id = #{proposalId} ORDER BY condition_no")
    List<String> conditions(String proposalId);
}
