package org.thun.proposals;

import java.time.LocalDateTime;

/**
 * Something the applicant was asked to change, with the answer.
 *
 * @param no number from 1, over all versions
 * @param version the version it speaks of
 * @param source where it comes from; who wrote it stays with the funder
 * @param text what was asked
 * @param answer what the applicant answered, or {@code null} before
 * @param answeredAt when, or {@code null}
 */
public record ProposalComment(
        int no, int version, Source source, String text, String answer, LocalDateTime answeredAt) {

    /** Where a comment comes from. */
    public enum Source {
        SCREENING,
        REVIEW,
        DECISION
    }
}
