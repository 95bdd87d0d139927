package org.thun.disbursement.internal;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thun.shared.LocalizedText;

/** What a tranche is called in lists: its number, in both languages. */
@Component
class TrancheTitles {

    private final MessageSource messages;

    TrancheTitles(MessageSource messages) {
        this.messages = messages;
    }

    LocalizedText of(int no) {
        Object[] args = {no};
        return new LocalizedText(
                messages.getMessage("disbursement.title", args, Locale.forLanguageTag("th")),
                messages.getMessage("disbursement.title", args, Locale.ENGLISH));
    }
}
