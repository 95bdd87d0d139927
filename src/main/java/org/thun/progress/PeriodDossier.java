package org.thun.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Role;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * Everything known about one period report.
 *
 * @param report the report with the figures of its newest version
 * @param stepDueOn day by which the current step should be done, or {@code null} when nothing waits
 * @param overdueSince first day on which the report was late, or {@code null}
 * @param versions its versions, oldest first
 * @param decisions what was decided about them, oldest first
 * @param figures the frozen indicator page; empty until the report is accepted
 * @param notices reminders given, oldest first
 * @param calls the officer's calls, oldest first
 */
public record PeriodDossier(
        PeriodReport report,
        LocalDate stepDueOn,
        LocalDate overdueSince,
        List<Version> versions,
        List<Decision> decisions,
        List<Figure> figures,
        List<Notice> notices,
        List<Call> calls) {

    public PeriodDossier {
        versions = List.copyOf(versions);
        decisions = List.copyOf(decisions);
        figures = List.copyOf(figures);
        notices = List.copyOf(notices);
        calls = List.copyOf(calls);
    }

    public Optional<Version> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** Whether the grantee still owes the report and its day has passed. */
    public boolean isOverdue() {
        return overdueSince != null && report.firstSubmittedOn() == null;
    }

    /** How the grantee sees the whole. */
    public enum Standing {
        ON_PLAN,
        LATE
    }

    /** A step at which somebody decides. */
    public enum Step {
        SUBMISSION,
        MENTOR_CHECK,
        ACCEPTANCE
    }

    /** What somebody decided. */
    public enum Verdict {
        APPROVE,
        RETURN
    }

    /**
     * A version of the report.
     *
     * @param no number, from 1
     * @param standing on plan or late, as the grantee sees it
     * @param summary what was done, in words
     * @param activities progress, results and problems by activity
     * @param nextPlan what comes next, in words
     * @param nextForecast money needed in the next period
     * @param money the money page
     * @param expenses expense by activity and cost head
     * @param authorId who wrote it
     * @param authorName name at the time
     * @param writtenAt when
     * @param senderId who sent it, or {@code null} while it is a draft
     * @param senderName name at the time, or {@code null}
     * @param sentAt when, or {@code null}
     */
    public record Version(
            int no,
            Standing standing,
            String summary,
            List<ActivityProgress> activities,
            String nextPlan,
            Money nextForecast,
            MoneyPage money,
            List<ExpenseLine> expenses,
            String authorId,
            String authorName,
            LocalDateTime writtenAt,
            String senderId,
            String senderName,
            LocalDateTime sentAt) {

        public Version {
            activities = List.copyOf(activities);
            expenses = List.copyOf(expenses);
        }
    }

    /**
     * Progress of an activity in the period.
     *
     * @param activityCode activity of the programme definition
     * @param percent progress on a scale of 10 to 100
     * @param result what came of it
     * @param problem what stood against it, or {@code null}
     */
    public record ActivityProgress(String activityCode, int percent, String result, String problem) {}

    /**
     * A decision.
     *
     * @param versionNo version it was about
     * @param step where it was taken
     * @param decision what was decided
     * @param opinion the mentor's opinion, or {@code null}
     * @param comments the words given for it, or {@code null}
     * @param accountId who decided
     * @param accountName name at the time
     * @param role in which role
     * @param at when
     * @param voided an approval that a later return has made void
     */
    public record Decision(
            int versionNo,
            Step step,
            Verdict decision,
            MentorOpinion opinion,
            String comments,
            String accountId,
            String accountName,
            Role role,
            LocalDateTime at,
            boolean voided) {}

    /**
     * An indicator as it stood on the last day of the period, frozen at acceptance. Values that were not known are
     * {@code null}.
     *
     * @param indicatorId id of the indicator
     * @param title what it was called
     * @param baseline value before the grant
     * @param target value to reach
     * @param phasedTarget what should have been reached
     * @param actual what had been reached
     * @param percentOfTarget actual in percent of the target
     * @param percentOfIncrement in percent of the way from baseline to target
     * @param status how it stood (BR-24), as the constant of the indicators' status
     */
    public record Figure(
            String indicatorId,
            LocalizedText title,
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal phasedTarget,
            BigDecimal actual,
            BigDecimal percentOfTarget,
            BigDecimal percentOfIncrement,
            String status) {}

    /** A reminder, so many days after the due day (negative: before), and the day it was given. */
    public record Notice(int offsetDays, LocalDate notedOn) {}

    /**
     * A call of the programme officer about a report that stays away.
     *
     * @param calledOn when
     * @param spokeWith with whom
     * @param outcome what came of it
     * @param promisedOn day promised for the report, or {@code null}
     * @param accountName who called
     */
    public record Call(
            LocalDate calledOn, String spokeWith, String outcome, LocalDate promisedOn, String accountName) {}
}
