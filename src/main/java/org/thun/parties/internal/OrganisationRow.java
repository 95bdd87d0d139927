package org.thun.parties.internal;

import java.time.LocalDateTime;
import org.thun.parties.BankAccount;
import org.thun.parties.Organisation;
import org.thun.shared.LocalizedText;

/** A row of {@code organisation_party}. */
record OrganisationRow(
        String id,
        String code,
        String abbreviation,
        String nameTh,
        String nameEn,
        String bankName,
        String accountNumber,
        String accountName,
        String accountEnteredBy,
        LocalDateTime accountEnteredAt,
        String accountVerifiedBy,
        LocalDateTime accountVerifiedAt) {

    static OrganisationRow withoutAccount(String id, String code, String abbreviation, LocalizedText name) {
        return new OrganisationRow(
                id, code, abbreviation, name.th(), name.en(), null, null, null, null, null, null, null);
    }

    Organisation toOrganisation() {
        BankAccount account = accountNumber == null
                ? null
                : new BankAccount(bankName, accountNumber, accountName, accountEnteredBy, accountEnteredAt,
                        accountVerifiedBy, accountVerifiedAt);
        return new Organisation(id, code, abbreviation, new LocalizedText(nameTh, nameEn), account);
    }
}
