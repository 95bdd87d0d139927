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
import java.util.Set;
import org.thun.identity.Actor;
import org.thun.programmes.ReportingPolicy.EscalationStep;
import org.thun.progress.PeriodDossier.LateDecision;
import org.thun.progress.PeriodDossier.Standing;
import org.thun.progress.PeriodDossier.Treatment;
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

    /** The kind under which files are attached to period reports. */
    String OBJECT_TYPE = "periodReport";

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
     * back. Accepting in part or on conditions is accepting: what was not accepted is owed to the grant, and a process of its
     * own waits for the conditions. Refused to who wrote or sent it (SD1) and while an earlier period is not accepted.
     */
    Outcome<Void> accept(String reportId, AcceptReport decision, Actor actor);

    /** The officer ticks conditions that are met; done is whether all of them are now. */
    Outcome<Boolean> confirm(String reportId, ConfirmConditions answers, Actor actor);

    /** Notes the reminders that have fallen due, each once, and says when to look again. */
    NextNotice noteDue(String reportId);

    /** What is decided about a report that stays away long: to wait, or to propose suspension (BR-14). */
    Outcome<Void> escalate(String reportId, EscalationStep step, DecideLate decision, Actor actor);

    /** The officer's record of a call. */
    Outcome<Void> recordCall(String reportId, CallGrantee call, Actor actor);

    /** The beginning of a day, as timers of the process understand it. */
    static String morningOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** Whether this person may attach files to the report now: the grantee, while it is in its hands. */
    boolean mayAttach(String reportId, Actor actor);

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
     * @param steps what has to be put in front of people now
     */
    record NextNotice(LocalDate on, Set<EscalationStep> steps) {

        public NextNotice {
            steps = Set.copyOf(steps);
        }
    }

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
     * @param adjustments corrections of periods that are frozen
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
            @Valid List<AdjustmentEntry> adjustments,
            @NotNull Money cash,
            @NotNull Money bank,
            @NotNull Money nextForecast) {

        public DraftReport {
            activities = activities == null ? List.of() : List.copyOf(activities);
            expenses = expenses == null ? List.of() : List.copyOf(expenses);
            adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
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

    /** A correction of a frozen period: what has to be added to its expense, or taken from it, and why. */
    record AdjustmentEntry(
            @NotNull @Min(1) Integer ofPeriod,
            @NotNull @Size(max = 20) String activityCode,
            @NotNull @Size(max = 40) String costHead,
            @NotNull Money amount,
            @NotBlank @Size(max = 1000) String reason) {}

    /**
     * The officer's decision; sending back needs comments, accepting in part or on conditions says what is refused or asked.
     *
     * @param decision accept, accept in part or on conditions, or send back
     * @param comments words for it
     * @param conditions what has to be done, and by when
     * @param refusals cost that is not accepted
     */
    record AcceptReport(
            @NotNull Verdict decision,
            @Size(max = 2000) String comments,
            @Valid List<ConditionEntry> conditions,
            @Valid List<RefusalEntry> refusals) {

        public AcceptReport {
            conditions = conditions == null ? List.of() : List.copyOf(conditions);
            refusals = refusals == null ? List.of() : List.copyOf(refusals);
        }
    }

    /** A condition of the acceptance. */
    record ConditionEntry(@NotBlank @Size(max = 1000) String text, @NotNull LocalDate dueOn) {}

    /** Cost that is not accepted: no more than the report states under that activity and head. */
    record RefusalEntry(
            @NotNull @Size(max = 20) String activityCode,
            @NotNull @Size(max = 40) String costHead,
            @NotNull Money amount,
            @NotNull Treatment treatment,
            @NotBlank @Size(max = 1000) String reason) {}

    /** Which conditions are met. */
    record ConfirmConditions(@Valid List<ConditionAnswer> conditions) {

        public ConfirmConditions {
            conditions = conditions == null ? List.of() : List.copyOf(conditions);
        }
    }

    /** Whether a condition is met, with a remark. */
    record ConditionAnswer(@NotNull Integer conditionNo, boolean met, @Size(max = 1000) String note) {}

    /** To wait needs a day to come, to propose needs none. */
    record DecideLate(
            @NotNull LateDecision decision, @NotBlank @Size(max = 2000) String reason, LocalDate until) {}

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
