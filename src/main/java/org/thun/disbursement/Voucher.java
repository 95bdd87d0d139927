package org.thun.disbursement;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * A payment voucher, with payee, account and amount as they were when it was made.
 *
 * @param id id of the voucher
 * @param number its number, unique
 * @param on its date
 * @param state where it stands
 * @param payee who is paid
 * @param bankName bank of the payee
 * @param accountNumber account of the payee
 * @param accountName name of that account
 * @param amount amount
 * @param amountInWords the amount in Thai words (BR-45)
 * @param authority who approves such an amount (BR-32), known from the first key on; or {@code null}
 * @param resolutionNeeded whether the second key has to name a board resolution
 * @param resolutionNo that resolution, or {@code null}
 * @param madeBy account of the maker
 * @param madeAt when
 * @param firstKeyBy account of who turned the first key, or {@code null}
 * @param firstKeyAt when, or {@code null}
 * @param secondKeyBy account of who turned the second key, or {@code null}
 * @param secondKeyAt when, or {@code null}
 * @param bankReference the bank's reference of the payment, or {@code null}
 * @param voidReason why it is void, or {@code null}
 */
public record Voucher(
        String id,
        String number,
        LocalDate on,
        VoucherState state,
        LocalizedText payee,
        String bankName,
        String accountNumber,
        String accountName,
        Money amount,
        String amountInWords,
        LocalizedText authority,
        boolean resolutionNeeded,
        String resolutionNo,
        String madeBy,
        LocalDateTime madeAt,
        String firstKeyBy,
        LocalDateTime firstKeyAt,
        String secondKeyBy,
        LocalDateTime secondKeyAt,
        String bankReference,
        String voidReason) {

    private static final int SHOWN_DIGITS = 4;

    /** The account number with all but its last digits hidden, for readers who need not pay to it. */
    public String maskedAccountNumber() {
        int hidden = Math.max(0, accountNumber.length() - SHOWN_DIGITS);
        return "•".repeat(hidden) + accountNumber.substring(hidden);
    }
}
