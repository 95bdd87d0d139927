package org.thun.activities;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.thun.identity.Role;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * Everything known about one occurrence.
 *
 * @param occurrence the occurrence
 * @param subject code and title of the activity, and which of its occurrences this is
 * @param plans its plans, oldest first
 * @param reports its reports, oldest first
 * @param decisions what was decided about them, oldest first
 */
public record ActivityDossier(
        Occurrence occurrence,
        LocalizedText subject,
        List<Plan> plans,
        List<Report> reports,
        List<Decision> decisions) {

    public ActivityDossier {
        plans = List.copyOf(plans);
        reports = List.copyOf(reports);
        decisions = List.copyOf(decisions);
    }

    public Optional<Plan> newestPlan() {
        return plans.isEmpty() ? Optional.empty() : Optional.of(plans.get(plans.size() - 1));
    }

    public Optional<Report> newestReport() {
        return reports.isEmpty() ? Optional.empty() : Optional.of(reports.get(reports.size() - 1));
    }

    /** The newest decision, if it sent the plan or the report back: its comments are what has to be answered. */
    public Optional<Decision> lastReturn() {
        return decisions.isEmpty()
                ? Optional.empty()
                : Optional.of(decisions.get(decisions.size() - 1)).filter(last -> last.decision() == Verdict.RETURN);
    }

    /** A step at which somebody decides. */
    public enum Step {
        PLAN_APPROVAL,
        BOARD_APPROVAL,
        REPORT_CHECK,
        REPORT_ACCEPTANCE
    }

    /** What somebody decided. */
    public enum Verdict {
        APPROVE,
        RETURN
    }

    /**
     * A version of the plan.
     *
     * @param no number, from 1
     * @param intent whether to hold it or to give it up
     * @param days planned days; {@code null} if it is to be given up
     * @param place where, or {@code null}
     * @param centreCodes centres that take part; empty for a central activity
     * @param budget what it is to cost; {@code null} if it is to be given up
     * @param participants people expected, or {@code null}
     * @param note remarks, or the reason for giving it up or postponing it
     * @param postponeTo grant month in which it is to begin instead, or {@code null}
     * @param targetImpact what giving it up means for the targets, or {@code null}
     * @param openChecks why something was not ready when it was written, or {@code null}
     * @param authorId who wrote it
     * @param authorName name at the time
     * @param writtenAt when
     */
    public record Plan(
            int no,
            PlanIntent intent,
            DateRange days,
            String place,
            List<String> centreCodes,
            Money budget,
            Integer participants,
            String note,
            Integer postponeTo,
            String targetImpact,
            String openChecks,
            String authorId,
            String authorName,
            LocalDateTime writtenAt) {}

    /**
     * A version of the report.
     *
     * @param no number, from 1
     * @param state where it stands
     * @param held days on which it took place
     * @param participants people who took part, each counted once
     * @param attendance people counted by day
     * @param centres people who came, by centre; empty where nobody counted by centre
     * @param listGround why a list of participants may be kept, or {@code null}
     * @param listPurpose what the list is for, or {@code null}
     * @param outputs what came of it
     * @param narrative how it went
     * @param lessons what was learned, or {@code null}
     * @param evidence what proves it and where it is kept
     * @param correctionReason why it is reported after its period was closed, or {@code null} (BR-16)
     * @param costs what it cost
     * @param authorId who wrote it
     * @param authorName name at the time
     * @param writtenAt when
     * @param lockedInPeriod accepted period report that holds it, or {@code null}
     */
    public record Report(
            int no,
            ReportState state,
            DateRange held,
            int participants,
            List<DayAttendance> attendance,
            List<CentreAttendance> centres,
            ListGround listGround,
            String listPurpose,
            String outputs,
            String narrative,
            String lessons,
            String evidence,
            String correctionReason,
            List<Cost> costs,
            String authorId,
            String authorName,
            LocalDateTime writtenAt,
            Integer lockedInPeriod) {

        public Report {
            attendance = List.copyOf(attendance);
            centres = List.copyOf(centres);
            costs = List.copyOf(costs);
        }

        /** What was reported. */
        public Money total() {
            return Money.sum(costs.stream().map(Cost::amount).toList());
        }

        /** What remains without the lines that were refused. */
        public Money taken() {
            return Money.sum(costs.stream().filter(cost -> !cost.refused()).map(Cost::amount).toList());
        }

        /** Days people spent there: who came on two days counts twice. {@code null} where nobody counted. */
        public Integer personDays() {
            return attendance.isEmpty() ? null : attendance.stream().mapToInt(DayAttendance::people).sum();
        }

        /** People who came from a centre; {@code null} where nobody counted by centre. */
        public Integer fromCentres() {
            return centres.isEmpty() ? null : centres.stream().mapToInt(CentreAttendance::people).sum();
        }

        /** Whether some of its costs were refused. */
        public boolean inPart() {
            return costs.stream().anyMatch(Cost::refused);
        }
    }

    /** People of a centre who came. */
    public record CentreAttendance(String centreCode, int people) {}

    /** People counted on one day. */
    public record DayAttendance(LocalDate heldOn, int people) {}

    /**
     * A cost line of a report.
     *
     * @param line its number, from 1
     * @param costHead cost head
     * @param amount amount
     * @param largestCash the largest single cash slip in it, or {@code null} (BR-12)
     * @param refused whether it was refused at acceptance
     * @param remark what was said of it, or {@code null}
     */
    public record Cost(
            int line, String costHead, Money amount, Money largestCash, boolean refused, String remark) {}

    /**
     * A decision.
     *
     * @param step where it was taken
     * @param subjectNo number of the plan or report it was about
     * @param decision what was decided
     * @param comments the words given for it, or {@code null}
     * @param accountId who decided
     * @param accountName name at the time
     * @param role in which role
     * @param at when
     * @param voided an approval that a later return has made void
     */
    public record Decision(
            Step step,
            int subjectNo,
            Verdict decision,
            String comments,
            String accountId,
            String accountName,
            Role role,
            LocalDateTime at,
            boolean voided) {}

    /**
     * The money of an activity.
     *
     * @param agreed agreed budget of the activity
     * @param spokenFor what its other occurrences have cost, or are planned to cost while they are not accepted
     * @param heads agreed budget and accepted cost by cost head, as far as there is either
     */
    public record Budget(Money agreed, Money spokenFor, List<Head> heads) {

        public Budget {
            heads = List.copyOf(heads);
        }

        /** What is left for this occurrence. */
        public Money free() {
            return agreed.minus(spokenFor);
        }
    }

    /** Agreed budget and accepted cost of the activity under one cost head. */
    public record Head(String costHead, Money agreed, Money accepted) {}
}
