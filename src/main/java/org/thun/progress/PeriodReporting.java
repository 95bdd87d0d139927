package org.thun.progress;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.progress.PeriodDossier.Standing;
import org.thun.progress.PeriodDossier.Verdict;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Outcome;

/**
 * Writing, sending, checking and accepting a period report. Each command belongs to one user task of the process
 * {@code period-report}; the task decides who may call it.
 */
public interface PeriodReporting {

    /** @throws IllegalArgumentException if there is no such report */
    PeriodDossier dossier(String reportId);

    /** The report of a period with all its history. */
    Optional<PeriodDossier> dossier(String grantId, int periodNo);

    /** What the system knows of the period before anybody has written anything. */
    Groundwork groundwork(String reportId);

    /** Writes the version in hand. Refused if the money page does not balance (BR-07), with the difference stated. */
    Outcome<Void> draft(String reportId, DraftReport draft, Actor actor);

    /** The grantee's lead sends the report, or gives it back to be written on. */
    Outcome<Void> submit(String reportId, Decide decision, Actor actor);

    /** The mentor passes the report with an opinion, or sends it back. */
    Outcome<Void> check(String reportId, MentorCheck check, Actor actor);

    /**
     * The programme officer accepts the report, which freezes it and publishes {@link PeriodAccepted}, or sends it
     * back. Refused to who wrote or sent it (SD1) and while an earlier period is not accepted.
     */
    Outcome<Void> accept(String reportId, Decide decision, Actor actor);

    /** Notes the reminders that have fallen due, each once, and says when to look again. */
    NextNotice noteDue(String reportId);

    /** The officer's record of a call. */
    Outcome<Void> recordCall(String reportId, CallGrantee call, Actor actor);

    /** The beginning of a day, as timers of the process understand it. */
    static String morningOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** What a report is called in lists. */
    LocalizedText subject(int periodNo);

    /**
     * What the system knows of a period.
     *
     * @param carriedForward in hand at the end of the period before, as its newest version states
     * @param received received from the funder within the period
     * @param refunded returned to the funder within the period
     * @param activities codes of the activities with work in the period
     * @param accepted expense by activity and cost head as accepted activity reports state it
     */
    record Groundwork(
            Money carriedForward,
            Money received,
            Money refunded,
            List<String> activities,
            List<ExpenseLine> accepted) {

        public Money acceptedTotal() {
            return Money.sum(accepted.stream().map(ExpenseLine::amount).toList());
        }
    }

    /**
     * When to look again after the reminders of a day.
     *
     * @param on next day of a reminder, or {@code null} if none is left
     * @param callNeeded whether the officer has to call the grantee now
     */
    record NextNotice(LocalDate on, boolean callNeeded) {}

    /**
     * A version of the report.
     *
     * @param standing on plan or late
     * @param summary what was done
     * @param activities progress by activity: each activity with work in the period once
     * @param nextPlan what comes next
     * @param carriedForward as in {@link Groundwork}
     * @param received as in {@link Groundwork}
     * @param interest interest earned
     * @param otherIncome other income
     * @param expenses expense by activity and cost head
     * @param cash cash in hand on the last day
     * @param bank balance of the account on the last day
     * @param nextForecast money needed in the next period
     */
    record DraftReport(
            @NotNull Standing standing,
            @NotBlank @Size(max = 20_000) String summary,
            @Valid List<ProgressLine> activities,
            @NotBlank @Size(max = 20_000) String nextPlan,
            @NotNull Money carriedForward,
            @NotNull Money received,
            @NotNull Money interest,
            @NotNull Money otherIncome,
            @Valid List<ExpenseEntry> expenses,
            @NotNull Money cash,
            @NotNull Money bank,
            @NotNull Money nextForecast) {

        public DraftReport {
            activities = activities == null ? List.of() : List.copyOf(activities);
            expenses = expenses == null ? List.of() : List.copyOf(expenses);
        }
    }

    /** Progress of one activity. */
    record ProgressLine(
            @NotNull @Size(max = 20) String activityCode,
            @NotNull @Min(10) @Max(100) Integer percent,
            @NotBlank @Size(max = 5000) String result,
            @Size(max = 5000) String problem) {}

    /** Expense on one activity under one head. */
    record ExpenseEntry(
            @NotNull @Size(max = 20) String activityCode,
            @NotNull @Size(max = 40) String costHead,
            @NotNull Money amount) {}

    /** A decision; sending back needs comments. */
    record Decide(@NotNull Verdict decision, @Size(max = 2000) String comments) {}

    /** The mentor's decision; passing needs an opinion, sending back needs comments. */
    record MentorCheck(@NotNull Verdict decision, MentorOpinion opinion, @Size(max = 2000) String comments) {}

    /** A call about a report that stays away. */
    record CallGrantee(
            @NotNull LocalDate calledOn,
            @NotBlank @Size(max = 200) String spokeWith,
            @NotBlank @Size(max = 2000) String outcome,
            LocalDate promisedOn) {}
}
