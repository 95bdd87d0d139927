package org.thun.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Role;
import org.thun.programmes.ReportingPolicy.EscalationStep;
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
 * @param acceptance what was accepted only in part or on conditions, and the files as they were; empty before acceptance
 * @param escalations what people decided about the report while it stayed away, oldest first
 */
public record PeriodDossier(
        PeriodReport report,
        LocalDate stepDueOn,
        LocalDate overdueSince,
        List<Version> versions,
        List<Decision> decisions,
        List<Figure> figures,
        List<Notice> notices,
        List<Call> calls,
        Acceptance acceptance,
        List<Escalated> escalations) {

    public PeriodDossier {
        versions = List.copyOf(versions);
        decisions = List.copyOf(decisions);
        figures = List.copyOf(figures);
        notices = List.copyOf(notices);
        calls = List.copyOf(calls);
        escalations = List.copyOf(escalations);
    }

    public Optional<Version> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** Whether the grantee still owes the report and its day has passed. */
    public boolean isOverdue() {
        return overdueSince != null && report.firstSubmittedOn() == null;
    }

    /** The approvals of the same version that this return made void. */
    public List<Decision> voidedBy(Decision decision) {
        return decision.decision() != Verdict.RETURN
                ? List.of()
                : decisions.stream()
                        .filter(other -> other.voided() && other.versionNo() == decision.versionNo())
                        .toList();
    }

    /**
     * When each returned version was due again and when it came: apart from the lateness of the report itself, which is
     * judged by the first submission.
     *
     * @param correctionDays calendar days given for a correction
     */
    public List<Resubmission> resubmissions(int correctionDays) {
        List<Resubmission> resubmissions = new ArrayList<>();
        for (Version version : versions) {
            decisions.stream()
                    .filter(decision -> decision.decision() == Verdict.RETURN && decision.step() != Step.SUBMISSION)
                    .filter(decision -> decision.versionNo() == version.no() - 1)
                    .reduce((earlier, later) -> later)
                    .map(returned -> returned.at().toLocalDate().plusDays(correctionDays))
                    .ifPresent(due -> resubmissions.add(new Resubmission(version.no(), due,
                            version.sentAt() == null ? null : version.sentAt().toLocalDate())));
        }
        return resubmissions;
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
        /** Accepted, but not all of it or not without conditions. */
        CONDITIONS,
        RETURN
    }

    /** What becomes of a cost that is not accepted. Either way the grantee owes it to the grant. */
    public enum Treatment {
        /** It may be stated again, with better evidence, as an adjustment. */
        TO_BALANCE,
        /** The grantee bears it. */
        INELIGIBLE
    }

    /** What people decide about a report that stays away. */
    public enum LateDecision {
        /** Wait until a day. */
        WAIT,
        /** Propose to suspend the grant, which others decide. */
        PROPOSE
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
     * @param expenses expense by activity and cost head, as stated
     * @param adjustments corrections of periods that are frozen already
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
            List<Adjustment> adjustments,
            String authorId,
            String authorName,
            LocalDateTime writtenAt,
            String senderId,
            String senderName,
            LocalDateTime sentAt) {

        public Version {
            activities = List.copyOf(activities);
            expenses = List.copyOf(expenses);
            adjustments = List.copyOf(adjustments);
        }
    }

    /**
     * What this report puts right of a period that is frozen (BR-15).
     *
     * @param ofPeriod number of that period
     * @param activityCode activity
     * @param costHead cost head
     * @param amount what has to be added to the expense stated then; negative to take away
     * @param reason why
     */
    public record Adjustment(int ofPeriod, String activityCode, String costHead, Money amount, String reason) {}

    /**
     * What came with the acceptance.
     *
     * @param refusals cost that was not accepted
     * @param conditions conditions of the acceptance
     * @param files the files as they were
     */
    public record Acceptance(List<Refusal> refusals, List<Condition> conditions, List<FrozenFile> files) {

        public Acceptance {
            refusals = List.copyOf(refusals);
            conditions = List.copyOf(conditions);
            files = List.copyOf(files);
        }

        /** Whether the report was accepted in part or on conditions. */
        public boolean qualified() {
            return !refusals.isEmpty() || !conditions.isEmpty();
        }

        public Money refused() {
            return Money.sum(refusals.stream().map(Refusal::amount).toList());
        }
    }

    /** Cost under an activity and head that was not accepted, what becomes of it, and why. */
    public record Refusal(String activityCode, String costHead, Money amount, Treatment treatment, String reason) {}

    /**
     * A condition of the acceptance.
     *
     * @param no number, from 1
     * @param text what has to be done
     * @param dueOn by when
     * @param metOn day on which the officer found it met, or {@code null}
     * @param metBy who found it, or {@code null}
     * @param note what the officer remarked, or {@code null}
     */
    public record Condition(int no, String text, LocalDate dueOn, LocalDate metOn, String metBy, String note) {

        public boolean met() {
            return metOn != null;
        }
    }

    /** A file of the report as it was at acceptance: this version of this document, with its fingerprint. */
    public record FrozenFile(
            String documentId, int versionNo, String title, String fileName, long size, String sha256) {}

    /**
     * What somebody decided about the report while it stayed away.
     *
     * @param step the escalation
     * @param decision what was decided
     * @param reason why
     * @param until day until which to wait, or {@code null}
     * @param accountName who decided
     * @param role in which role
     * @param at when
     */
    public record Escalated(
            EscalationStep step,
            LateDecision decision,
            String reason,
            LocalDate until,
            String accountName,
            Role role,
            LocalDateTime at) {}

    /** A version after a return: when it was due, and when it was sent or {@code null}. */
    public record Resubmission(int versionNo, LocalDate dueOn, LocalDate sentOn) {

        /** Days from the due day to the submission, or to {@code today} while none came; 0 or negative is in time. */
        public long daysLate(LocalDate today) {
            return ChronoUnit.DAYS.between(dueOn, sentOn == null ? today : sentOn);
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
