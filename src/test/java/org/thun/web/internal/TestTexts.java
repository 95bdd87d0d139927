package org.thun.web.internal;

import org.springframework.context.MessageSource;

/** The application's own texts, for tests outside this package. */
public final class TestTexts {

    private TestTexts() {}

    public static MessageSource all() {
        return Bundles.messageSource();
    }
}
