package org.thun.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/**
 * Baselines and targets of a grant's indicators over time. The programme definition states the first ones; later ones come
 * from amendments only (BR-25), asked for by one person and decided by another (SD1). Nothing is rewritten: a figure as of
 * an earlier day is measured against what held on that day.
 */
public interface IndicatorTargets {

    /** Every change of an indicator, whatever became of it, oldest first. */
    List<TargetChange> history(Grant grant, String indicatorId);

    /** Changes of all indicators that are in force, oldest first: what a report prints beside its figures. */
    List<TargetChange> inForce(Grant grant);

    /**
     * What somebody asks to change.
     *
     * @param indicatorId the indicator
     * @param baseline new baseline, or {@code null} to leave it undecided
     * @param target new target, baseline included, or {@code null} to leave it undecided
     * @param holdsFrom first day on which they hold, today or later
     * @param amendment number or name of the amendment
     * @param reason why
     */
    record Proposal(
            String indicatorId,
            BigDecimal baseline,
            BigDecimal target,
            LocalDate holdsFrom,
            String amendment,
            String reason) {}

    /** Asks for a change. Refused after the end of the grant (BR-35). @return the id of the change */
    Outcome<String> propose(Grant grant, Proposal proposal, Actor actor);

    /** Lets a change come into force, from its day or from today if that has passed, or refuses it. */
    Outcome<Void> decide(Grant grant, String changeId, boolean approve, Actor actor);

    /** What stands against a change that an amendment asks for; empty if nothing. */
    List<Problem> against(Grant grant, Proposal proposal);

    /**
     * Gives a grant that continues another one the final value of that grant as its baseline, from its first day. The target
     * of the programme stays, as an increase over the new baseline where it is one; a target that the baseline has reached
     * already is left undecided. Called inside the transaction in which the grant takes effect.
     *
     * @param before number of the grant whose final value it is
     * @param code the code under which that value is explained
     */
    void beginWith(Grant grant, String indicatorId, BigDecimal baseline, String before, String code);

    /**
     * Brings a change into force that an approved amendment contains; the amendment has kept asking and deciding apart.
     *
     * @param proposerId account of who asked
     * @param proposerName name of who asked
     * @param decider who approved the amendment
     */
    Outcome<String> amend(Grant grant, Proposal proposal, String proposerId, String proposerName, Actor decider);

    /** Whether this person may ask for changes. */
    boolean mayPropose(Grant grant, Actor actor);

    /** Whether this person may decide about changes. */
    boolean mayDecide(Grant grant, Actor actor);
}
