package org.thun.identity.internal;

import java.time.LocalDateTime;
import java.util.List;
import org.thun.identity.Account;
import org.thun.identity.Account.HeldPost;
import org.thun.shared.LocalizedText;

/** One row of {@code account}. */
record AccountRow(
        String id,
        String username,
        String passwordHash,
        String nameTh,
        String nameEn,
        String email,
        String lang,
        boolean enabled,
        boolean mustChangePassword,
        LocalDateTime createdAt) {

    LocalizedText name() {
        return new LocalizedText(nameTh, nameEn);
    }

    Account toAccount(List<HeldPost> posts) {
        return new Account(id, username, name(), email, lang, enabled, mustChangePassword, createdAt, posts);
    }
}
