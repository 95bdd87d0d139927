package org.thun.grants;

import java.time.LocalDate;
import java.util.Set;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/**
 * The way of an agreement from preparation to the day it takes effect. Each step is open only in its state; a step that
 * comes too late fails as "someone was faster".
 */
public interface Agreements {

    /** The newest version of the agreement of a grant. */
    Agreement of(String grantId);

    /**
     * Writes number and first day into the agreement and sends it to be signed. Refused while a condition of the approval
     * is open, when budget or tranches do not sum to the grant (BR-01, BR-02), or when the number is taken.
     */
    Outcome<Void> prepare(String grantId, Terms terms, Actor actor);

    /** The grantee's signature. */
    Outcome<Void> signForGrantee(String grantId, Actor actor);

    /**
     * The funder's signature. Refused to the person who prepared the agreement or signed for the grantee (SD1).
     *
     * @return the first day of the grant
     */
    Outcome<LocalDate> signForFunder(String grantId, Actor actor);

    /** Sends the agreement back to preparation. A signature already given is void. */
    Outcome<Void> sendBack(String grantId, String comment, Actor actor);

    /** Both have signed and the first day has come: the grant runs and {@link AgreementEffective} is published. */
    void makeEffective(String grantId);

    /** The time for signing is over: the grant lapses and {@link AgreementLapsed} is published. */
    void lapse(String grantId);

    /**
     * What the programme officer fills in.
     *
     * @param number number of the agreement
     * @param effectiveOn first day of month 1; any day, also one that has passed
     * @param conditionsMet numbers of the conditions found met
     */
    record Terms(String number, LocalDate effectiveOn, Set<Integer> conditionsMet) {}
}
