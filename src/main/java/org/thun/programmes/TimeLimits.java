package org.thun.programmes;

/**
 * Calendar days given for the steps of the work.
 *
 * @param screening officer checks that a proposal is complete
 * @param review reviewers score
 * @param revision grantee revises
 * @param proposalExpiry a returned proposal without an answer expires (60)
 * @param decision board or officer decides
 * @param agreement agreement is prepared and signed
 * @param agreementLapse an agreement left unsigned lapses
 * @param firstPayment first tranche is paid
 * @param activityReport activity is reported after the event
 * @param mentorCheck mentor checks a report
 * @param officerCheck officer checks a report
 * @param correction grantee corrects what was returned
 * @param evaluation evaluator delivers after accepting
 * @param payment a later tranche is paid after the request
 * @param amendment amendment is decided
 * @param closeOut close-out papers after the end of the grant
 * @param refund money is returned after notice
 * @param lastPayment last tranche and closing letter after the refund
 */
public record TimeLimits(
        int screening,
        int review,
        int revision,
        int proposalExpiry,
        int decision,
        int agreement,
        int agreementLapse,
        int firstPayment,
        int activityReport,
        int mentorCheck,
        int officerCheck,
        int correction,
        int evaluation,
        int payment,
        int amendment,
        int closeOut,
        int refund,
        int lastPayment) {}
