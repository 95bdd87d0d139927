package org.thun.proposals;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One review of one version.
 *
 * @param id id of the review
 * @param proposalId the proposal
 * @param version the version under review
 * @param reviewerId account of the reviewer
 * @param state whether it came
 * @param assignedOn since when the reviewer has it
 * @param dueOn the day after which it counts as missed
 * @param score 0 to 100, or {@code null} before
 * @param recommendation or {@code null} before
 * @param comment the reviewer's words, or {@code null} before
 * @param completedAt when it came, or {@code null}
 */
public record Review(
        String id,
        String proposalId,
        int version,
        String reviewerId,
        State state,
        LocalDate assignedOn,
        LocalDate dueOn,
        Integer score,
        Recommendation recommendation,
        String comment,
        LocalDateTime completedAt) {

    /** Whether a review came. */
    public enum State {
        ASSIGNED,
        DONE,
        MISSED
    }
}
