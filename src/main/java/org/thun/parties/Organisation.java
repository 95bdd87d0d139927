package org.thun.parties;

import org.thun.shared.LocalizedText;

/**
 * An organisation that takes part in programmes.
 *
 * @param id id of the organisation; scope id of posts that reach over its grants
 * @param code stable short code, unique ({@code LDI})
 * @param abbreviation how people abbreviate it, or {@code null}
 * @param name full name
 * @param bankAccount where its money goes, or {@code null} if none was entered
 */
public record Organisation(
        String id, String code, String abbreviation, LocalizedText name, BankAccount bankAccount) {

    /** Whether money may be paid to it: the account was checked by a second person (BR-03). */
    public boolean payable() {
        return bankAccount != null && bankAccount.verified();
    }
}
