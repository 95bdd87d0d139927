package org.thun.activities;

import java.util.List;
import org.thun.identity.Actor;
import org.thun.shared.Money;

/**
 * What an approved amendment does to the plan of a grant. Whoever calls has checked that the occurrence can still be
 * changed; every method belongs into the transaction that brings the amendment into force. A delivery that is under way is
 * taken back and begins again when its new month comes.
 */
public interface PlanChanges {

    /** Lays an occurrence into other months. What was planned for it stays as the beginning of the next plan. */
    void move(String occurrenceId, int firstMonth, int lastMonth, String reason, Actor actor);

    /**
     * Adds an occurrence of an activity.
     *
     * @return its id
     */
    String add(String grantId, String activityCode, int firstMonth, int lastMonth, String reason, Actor actor);

    /**
     * Gives an occurrence up; it stays in the plan, crossed out.
     *
     * @param released what goes to the pool of the grant: kept back from its activity until an amendment uses it
     */
    void cancel(String occurrenceId, String reason, List<CostLine> released, Actor actor);

    /**
     * The term has become longer: what the schedule plans for the new months is added. Work that nobody has begun becomes
     * longer; of work that is under way or done the new months are an occurrence of their own.
     *
     * @param monthsBefore length of the grant before
     */
    void extend(String grantId, int monthsBefore, Actor actor);

    /** The grant has ended: everything not yet held is given up. What was held is still reported. */
    void stop(String grantId, String reason, Actor actor);

    /** Money that only an amendment may use, by activity and cost head. */
    List<Pooled> pool(String grantId);

    /** An amendment shifts money out of a cell: what the pool holds of it is used first. */
    void useOfPool(String grantId, String activityCode, String costHead, Money amount);

    /**
     * Money in the pool.
     *
     * @param activityCode activity from which it was released
     * @param costHead its cost head
     * @param amount what is left of it
     */
    record Pooled(String activityCode, String costHead, Money amount) {}
}
