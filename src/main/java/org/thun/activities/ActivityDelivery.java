package org.thun.activities;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.thun.activities.ActivityPreparation.Invite;
import org.thun.identity.Actor;
import org.thun.shared.Money;
import org.thun.shared.Outcome;

/**
 * Delivering one occurrence of an activity: plan, approval, report, check, acceptance. Each command belongs to one user
 * task of the process {@code activity-delivery}; the task decides who may call it.
 */
public interface ActivityDelivery {

    /** Under this kind the documents of an occurrence are kept. */
    String OBJECT_TYPE = "activity";

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

    /**
     * The programme officer accepts the report or sends it back. Accepted with refused cost lines, it is accepted in part:
     * their amounts return to the balance of the activity.
     */
    Outcome<Route> accept(String occurrenceId, AcceptReport decision, Actor actor);

    /** Whether this person may add evidence to an occurrence now: its grantee, while it is being held or reported. */
    boolean mayAttach(String occurrenceId, Actor actor);

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
     * A plan. To hold an activity needs days, place and budget; to hold it in another month or to give it up needs a reason in
     * the note. Giving up what an indicator waits for needs words on what that means for its target.
     *
     * @param intent hold it, in another month, or give it up
     * @param firstDay first day
     * @param lastDay last day
     * @param place where
     * @param centres codes of the centres that take part; none for a central activity
     * @param budget what it is to cost
     * @param participants people expected
     * @param note remarks or reason
     * @param postponeTo grant month in which it is to begin instead
     * @param targetImpact what giving it up means for the targets
     * @param checks codes of what is ready
     * @param openChecks why the rest is not ready; needed to go on with it
     * @param invitations people invited by centre
     */
    record PlanActivity(
            @NotNull PlanIntent intent,
            LocalDate firstDay,
            LocalDate lastDay,
            @Size(max = 200) String place,
            @Size(max = 100) List<@Size(max = 20) String> centres,
            Money budget,
            @Min(0) @Max(1_000_000) Integer participants,
            @Size(max = 2000) String note,
            @Min(1) @Max(999) Integer postponeTo,
            @Size(max = 2000) String targetImpact,
            @Size(max = 100) List<@Size(max = 40) String> checks,
            @Size(max = 1000) String openChecks,
            @Valid @Size(max = 200) List<Invite> invitations) {

        public PlanActivity {
            checks = checks == null ? List.of() : List.copyOf(checks);
            invitations = invitations == null ? List.of() : List.copyOf(invitations);
            centres = centres == null ? List.of() : List.copyOf(centres);
        }
    }

    /** A decision; sending back needs comments. */
    record Decide(@NotNull ActivityDossier.Verdict decision, @Size(max = 2000) String comments) {}

    /**
     * The decision about a report; sending back needs comments.
     *
     * @param decision accept or send back
     * @param comments comments
     * @param lines cost lines that are refused, or that have to be corrected when the report is sent back
     */
    record AcceptReport(
            @NotNull ActivityDossier.Verdict decision,
            @Size(max = 2000) String comments,
            @Valid @Size(max = 200) List<LineRemark> lines) {

        public AcceptReport {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }

        /** The decision as such. */
        public Decide withoutLines() {
            return new Decide(decision, comments);
        }
    }

    /** What is said of a cost line: its number, and why. */
    record LineRemark(@NotNull @Pattern(regexp = "[0-9]{1,3}") String line, @NotBlank @Size(max = 1000) String reason) {}

    /** People of a centre who came. */
    record CentreAttendance(@NotBlank @Size(max = 20) String centre, @NotNull @Min(0) @Max(1_000_000) Integer attended) {}

    /** People counted on one day. */
    record DayAttendance(@NotNull LocalDate day, @NotNull @Min(0) @Max(1_000_000) Integer people) {}

    /**
     * A cost as it is reported.
     *
     * @param costHead cost head of the programme definition
     * @param amount amount, positive
     * @param largestCash the largest single cash slip in it, or {@code null} if nothing was paid in cash (BR-12)
     */
    record ReportedCost(@NotNull @Size(max = 40) String costHead, @NotNull Money amount, Money largestCash) {}

    /**
     * A report.
     *
     * @param firstDay first day on which it took place
     * @param lastDay last day
     * @param participants people who took part, each counted once however many days they came
     * @param attendance people counted by day; none where nobody counted
     * @param centres people who came, by centre; each counted once, so that together they are no more than all
     * @param listGround why a list of participants may be kept; needed where people were counted (BR-39)
     * @param listPurpose what the list is for; needed where people were counted (BR-39)
     * @param outputs what came of it
     * @param narrative how it went
     * @param lessons what was learned
     * @param costs what it cost; none if it cost nothing
     * @param evidence what proves it and where it is kept
     * @param correctionReason why it is reported although its days lie in a closed period (BR-16)
     */
    record ReportActivity(
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            @NotNull @Min(0) @Max(1_000_000) Integer participants,
            @Valid @Size(max = 400) List<DayAttendance> attendance,
            @Valid @Size(max = 200) List<CentreAttendance> centres,
            ListGround listGround,
            @Size(max = 500) String listPurpose,
            @NotBlank @Size(max = 2000) String outputs,
            @NotBlank @Size(max = 20_000) String narrative,
            @Size(max = 4000) String lessons,
            @Valid List<ReportedCost> costs,
            @NotBlank @Size(max = 2000) String evidence,
            @Size(max = 1000) String correctionReason) {

        public ReportActivity {
            attendance = attendance == null ? List.of() : List.copyOf(attendance);
            centres = centres == null ? List.of() : List.copyOf(centres);
            costs = costs == null ? List.of() : List.copyOf(costs);
        }
    }
}
