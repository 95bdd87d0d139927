package org.thun.activities;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A visit of the mentor.
 *
 * @param id id, also the business key of its process
 * @param grantId the grant
 * @param no number from 1
 * @param dueOn day by which it is to take place
 * @param state where it stands
 * @param note what the mentor found, or {@code null} before
 */
public record MentorVisit(String id, String grantId, int no, LocalDate dueOn, VisitState state, Note note) {

    /**
     * What the mentor found.
     *
     * @param visitedOn the day
     * @param informants who was spoken to
     * @param progress how it goes
     * @param problems what is in the way, or {@code null}
     * @param risk the risk form
     * @param opinion what the mentor thinks
     * @param authorName who wrote it
     * @param writtenAt when
     */
    public record Note(
            LocalDate visitedOn,
            String informants,
            String progress,
            String problems,
            Risk risk,
            VisitOpinion opinion,
            String authorName,
            LocalDateTime writtenAt) {}

    /**
     * The six factors, each from 0 (no risk) to 3.
     *
     * @param structure operations: structure
     * @param skills operations: skills
     * @param results operations: results
     * @param moneySystem finance: system
     * @param spending finance: spending
     * @param evidence finance: evidence
     */
    public record Risk(int structure, int skills, int results, int moneySystem, int spending, int evidence) {

        /** 0 to 18 (BR-46). */
        public int score() {
            return structure + skills + results + moneySystem + spending + evidence;
        }
    }
}
