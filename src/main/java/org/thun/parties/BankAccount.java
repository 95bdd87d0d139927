package org.thun.parties;

import java.time.LocalDateTime;

/**
 * A bank account of an organisation, with who entered and who verified it.
 *
 * @param bankName name of the bank
 * @param accountNumber digits of the account number
 * @param accountName name of the account
 * @param enteredBy account id of who entered it
 * @param enteredAt when
 * @param verifiedBy account id of who verified it with the bank letter, or {@code null}; never who entered it (SD1)
 * @param verifiedAt when, or {@code null}
 */
public record BankAccount(
        String bankName,
        String accountNumber,
        String accountName,
        String enteredBy,
        LocalDateTime enteredAt,
        String verifiedBy,
        LocalDateTime verifiedAt) {

    public boolean verified() {
        return verifiedBy != null;
    }

    /** The number with all but its last four digits hidden, for those who need not pay to it. */
    public String maskedNumber() {
        int shown = Math.min(4, accountNumber.length());
        return "•".repeat(accountNumber.length() - shown) + accountNumber.substring(accountNumber.length() - shown);
    }
}
