package org.thun.grants.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/** One row of {@code grant_file} with amount and length of its agreement version. */
record GrantRow(
        String id,
        String grantNumber,
        String programmeKey,
        int programmeVersion,
        String orgId,
        String granteeTh,
        String granteeEn,
        String proposalId,
        String leadAccountId,
        String titleTh,
        String titleEn,
        GrantState state,
        LocalDate stateSince,
        int agreementNo,
        LocalDate effectiveFrom,
        LocalDate endsOn,
        boolean synthetic,
        LocalDateTime openedAt,
        Money amount,
        int durationMonths) {

    Grant toGrant() {
        return new Grant(id, grantNumber, programmeKey, programmeVersion, orgId, new LocalizedText(granteeTh, granteeEn),
                proposalId, new LocalizedText(titleTh, titleEn), state, amount, durationMonths, effectiveFrom, endsOn,
                agreementNo, synthetic);
    }
}
