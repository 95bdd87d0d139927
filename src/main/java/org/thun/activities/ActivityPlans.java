package org.thun.activities;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.thun.identity.Actor;
import org.thun.shared.LocalizedText;

/** The activity plans of grants, for other modules. Who asks has checked what the person may see. */
public interface ActivityPlans {

    /** The occurrences of a grant, in the order of the activities; empty before the agreement takes effect. */
    List<Occurrence> ofGrant(String grantId);

    /** How many months the grant had when its plan was laid out: months after those come from an extension. */
    int agreedMonths(String grantId);

    /**
     * What it would mean to have an occurrence in other months; changes nothing.
     *
     * @param firstMonth first grant month wished for, at least 1
     * @param lastMonth last grant month wished for, not before the first
     * @throws IllegalArgumentException if there is no such occurrence or those are no months
     */
    PlanEffect effect(String occurrenceId, int firstMonth, int lastMonth);

    /**
     * Who works at the occurrences of a grant, as far as they are planned: the person who planned each and the centres that
     * take part, by id of the occurrence. What nobody has planned yet is absent.
     */
    Map<String, List<Hand>> hands(String grantId);

    /**
     * A person or centre that works at an occurrence.
     *
     * @param key tells it from others
     * @param name what it is called
     */
    record Hand(String key, LocalizedText name) {}

    /**
     * Rounds that do not keep the distance their programme asks for, as planned now, by activity; only warned of.
     * Activities that keep it are absent.
     */
    Map<String, List<RoundGap>> roundGaps(String grantId);

    /** The accepted reports of a grant, by the day they took place. */
    List<AcceptedReport> accepted(String grantId);

    /**
     * The accepted reports whose costs belong into the finance report of a period: those that ended by its last day and
     * are in no earlier period. What was reported too late for its own period comes with the next one (BR-15).
     *
     * @param through last day of the period
     */
    List<AcceptedReport> unlocked(String grantId, LocalDate through);

    /**
     * A period report has been accepted: the activity reports in it can no longer change (BR-16).
     *
     * @param through last day of the period
     */
    void lock(String grantId, int periodNo, LocalDate through, Actor actor);
}
