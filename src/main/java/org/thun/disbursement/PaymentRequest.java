package org.thun.disbursement;

import java.time.LocalDateTime;
import org.thun.shared.Money;

/**
 * What the grantee asks for.
 *
 * @param amount amount asked for
 * @param purpose what it is for
 * @param nextActivities what will be done with it
 * @param preparedBy account of who prepared it
 * @param preparedAt when
 * @param signedBy account of the lead who signed it, or {@code null}
 * @param signedAt when, or {@code null}
 * @param returnReason why it was sent back last, or {@code null}
 */
public record PaymentRequest(
        Money amount,
        String purpose,
        String nextActivities,
        String preparedBy,
        LocalDateTime preparedAt,
        String signedBy,
        LocalDateTime signedAt,
        String returnReason) {}
