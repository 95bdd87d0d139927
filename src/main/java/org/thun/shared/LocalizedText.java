package org.thun.shared;

import java.io.Serializable;
import java.util.Locale;

/**
 * A text of the domain (a title, a name) in Thai and, where somebody has written it, in English.
 *
 * @param th the Thai text, never blank
 * @param en the English text, or {@code null} where none exists; readers then see the Thai text
 */
public record LocalizedText(String th, String en) implements Serializable {

    public LocalizedText {
        if (th == null || th.isBlank()) {
            throw new IllegalArgumentException("a localized text needs its Thai form");
        }
        en = en == null || en.isBlank() ? null : en;
    }

    /** The text for a reader of that language: English where asked for and known, Thai otherwise. */
    public String in(Locale locale) {
        return en != null && Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : th;
    }
}
