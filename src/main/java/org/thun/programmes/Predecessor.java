package org.thun.programmes;

import org.thun.shared.LocalizedText;

/**
 * The programme that this one continues.
 *
 * @param key its key; it need not be loaded here
 * @param note how it ended and what was taken over, or {@code null}
 */
public record Predecessor(String key, LocalizedText note) {}
