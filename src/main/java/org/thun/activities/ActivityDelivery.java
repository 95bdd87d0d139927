package org.thun.activities;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.thun.identity.Actor;
import org.thun.shared.Money;
import org.thun.shared.Outcome;

/**
 * Delivering one occurrence of an activity: plan, approval, report, check, acceptance. Each command belongs to one user
 * task of the process {@code activity-delivery}; the task decides who may call it.
 */
public interface ActivityDelivery {

    /** @throws IllegalArgumentException if there is no such occurrence */
    ActivityDossier dossier(String occurrenceId);

    /** The money of the activity to which an occurrence belongs. */
    ActivityDossier.Budget budget(Occurrence occurrence);

    /** The grantee proposes days, place and budget, or to give the occurrence up. */
    Outcome<Void> plan(String occurrenceId, PlanActivity plan, Actor actor);

    /** The programme officer approves the plan or sends it back; where it goes on from there. */
    Outcome<Route> approve(String occurrenceId, Decide decision, Actor actor);

    /** The board approves a plan above the officer's limit, or sends it back. */
    Outcome<Route> approveByBoard(String occurrenceId, Decide decision, Actor actor);

    /** The grantee reports what took place and what it cost. */
    Outcome<Void> report(String occurrenceId, ReportActivity report, Actor actor);

    /** The mentor passes the report or sends it back. */
    Outcome<Route> check(String occurrenceId, Decide decision, Actor actor);

    /** The programme officer accepts the report or sends it back. */
    Outcome<Route> accept(String occurrenceId, Decide decision, Actor actor);

    /** The report has not come in time. Once said, it stays said; saying it again changes nothing. */
    void flagLate(String occurrenceId);

    /** Where the process goes on after a decision. */
    enum Route {
        /** Back to the grantee. */
        RETURN,
        /** On to the board: the amount is above the officer's limit (BR-32). */
        BOARD,
        /** Given up. */
        CANCEL,
        /** On. */
        GO
    }

    /**
     * A plan. To hold an activity needs days, place and budget; to give it up needs a reason in the note.
     *
     * @param intent hold it or give it up
     * @param firstDay first day
     * @param lastDay last day
     * @param place where
     * @param centres codes of the centres that take part; none for a central activity
     * @param budget what it is to cost
     * @param participants people expected
     * @param note remarks or reason
     */
    record PlanActivity(
            @NotNull PlanIntent intent,
            LocalDate firstDay,
            LocalDate lastDay,
            @Size(max = 200) String place,
            @Size(max = 100) List<@Size(max = 20) String> centres,
            Money budget,
            @Min(0) @Max(1_000_000) Integer participants,
            @Size(max = 2000) String note) {

        public PlanActivity {
            centres = centres == null ? List.of() : List.copyOf(centres);
        }
    }

    /** A decision; sending back needs comments. */
    record Decide(@NotNull ActivityDossier.Verdict decision, @Size(max = 2000) String comments) {}

    /**
     * A report.
     *
     * @param firstDay first day on which it took place
     * @param lastDay last day
     * @param participants people who took part
     * @param outputs what came of it
     * @param narrative how it went
     * @param costs what it cost; none if it cost nothing
     * @param evidence what proves it and where it is kept
     * @param correctionReason why it is reported although its days lie in a closed period (BR-16)
     */
    record ReportActivity(
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            @NotNull @Min(0) @Max(1_000_000) Integer participants,
            @NotBlank @Size(max = 2000) String outputs,
            @NotBlank @Size(max = 20_000) String narrative,
            @Valid List<CostLine> costs,
            @NotBlank @Size(max = 2000) String evidence,
            @Size(max = 1000) String correctionReason) {

        public ReportActivity {
            costs = costs == null ? List.of() : List.copyOf(costs);
        }
    }
}
