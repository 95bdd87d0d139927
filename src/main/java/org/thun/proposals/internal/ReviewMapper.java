package org.thun.proposals.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.thun.proposals.ProposalComment;
import org.thun.proposals.ProposalComment.Source;
import org.thun.proposals.ProposalDecision;
import org.thun.proposals.Recommendation;
import org.thun.proposals.Review;

@Mapper
interface ReviewMapper {

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
                                           decided_at)
            VALUES (#{proposalId}, #{d.version}, #{d.verdict}, #{d.authority}, #{d.comment}, #{d.decidedBy},
                    #{d.decidedAt})
            """)
    void insertDecision(String proposalId, ProposalDecision d);

    @Select("""
            SELECT version_no AS version, decision_code AS verdict, authority, comment_text AS comment, decided_by,
                   decided_at
            FROM proposal_decision WHERE proposal_id = #{proposalId} ORDER BY version_no
            """)
    List<ProposalDecision> decisions(String proposalId);

    @Insert("""
            INSERT INTO proposal_condition (proposal_id, condition_no, condition_text)
            VALUES (#{proposalId}, #{no}, #{text})
            """)
    void insertCondition(String proposalId, int no, String text);

    @Select("SELECT condition_text FROM proposal_condition WHERE proposal_id = #{proposalId} ORDER BY condition_no")
    List<String> conditions(String proposalId);
}
