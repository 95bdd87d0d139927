package org.thun.activities;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/**
 * Visits of the mentor: the higher the risk found at one, the sooner the next (BR-46). The first falls into the first month,
 * because nobody knows the risk before.
 */
public interface MentorVisits {

    /** The visits of a grant, in order. Who asks has checked what the person may see. */
    List<MentorVisit> ofGrant(String grantId);

    /** @throws IllegalArgumentException if there is no such visit */
    MentorVisit visit(String visitId);

    /** The score of the newest visit, 0 to 18; empty before the first. */
    Optional<Integer> riskScore(String grantId);

    /** The mentor records a visit. */
    Outcome<Integer> record(String visitId, RecordVisit visit, Actor actor);

    /** Sets the day of the next visit; the grant may end before it, then there is none. */
    void planNext(String visitId, VisitInterval interval);

    /**
     * A visit as it is recorded; factors from 0 (no risk) to 3.
     *
     * @param visitedOn the day
     * @param informants who was spoken to
     * @param progress how it goes
     * @param problems what is in the way
     * @param structure operations: structure
     * @param skills operations: skills
     * @param results operations: results
     * @param moneySystem finance: system
     * @param spending finance: spending
     * @param evidence finance: evidence
     * @param opinion what the mentor thinks
     */
    record RecordVisit(
            @NotNull LocalDate visitedOn,
            @NotBlank @Size(max = 2000) String informants,
            @NotBlank @Size(max = 20_000) String progress,
            @Size(max = 20_000) String problems,
            @NotNull @Min(0) @Max(3) Integer structure,
            @NotNull @Min(0) @Max(3) Integer skills,
            @NotNull @Min(0) @Max(3) Integer results,
            @NotNull @Min(0) @Max(3) Integer moneySystem,
            @NotNull @Min(0) @Max(3) Integer spending,
            @NotNull @Min(0) @Max(3) Integer evidence,
            @NotNull VisitOpinion opinion) {

        public MentorVisit.Risk risk() {
            return new MentorVisit.Risk(structure, skills, results, moneySystem, spending, evidence);
        }
    }
}
