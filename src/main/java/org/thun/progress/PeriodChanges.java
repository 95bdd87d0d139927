package org.thun.progress;

import java.time.LocalDate;
import java.util.Set;
import org.thun.identity.Actor;

/**
 * What an approved amendment does to the reporting periods of a grant; every method belongs into the transaction that
 * brings it into force. Periods whose report has been opened keep their days.
 */
public interface PeriodChanges {

    /** The term has changed: periods that have not begun to be reported follow it, new ones are added (BR-34). */
    void replan(String grantId, Actor actor);

    /** Time that stood still is added: reports that were due from that day on are due so many days later. */
    void postpone(String grantId, LocalDate from, int days, Actor actor);

    /**
     * Reports not sent yet are due so many days later (BR-13); the days stay added when the term changes afterwards.
     *
     * @param periodNos numbers of their periods
     */
    void putOff(String grantId, Set<Integer> periodNos, int days, Actor actor);

    /** The grant ends before its time: the period under way ends on that day, later ones fall away (BR-36). */
    void cut(String grantId, LocalDate lastDay, Actor actor);
}
