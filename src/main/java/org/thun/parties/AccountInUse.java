package org.thun.parties;

/**
 * Tells whether money goes to an organisation's bank account now. Whoever pays implements it; as long as somebody says yes, a
 * verified account changes by an approved amendment only (SD8).
 */
public interface AccountInUse {

    /** Whether this organisation has an agreement in force, under which it is paid. */
    boolean paysTo(String organisationId);
}
