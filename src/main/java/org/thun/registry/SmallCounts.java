package org.thun.registry;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which figures must not be shown to readers of sums, because so few people stand behind them that somebody could be
 * recognised (BR-39). A single hidden figure could be reckoned from the total, so it never stays alone.
 */
public final class SmallCounts {

    private SmallCounts() {}

    /**
     * The figures to hide.
     *
     * @param parts figures that add up to a total shown beside them
     * @param small figures from one up to below this number are small; nothing is not
     */
    public static <K> Set<K> hidden(Map<K, Long> parts, int small) {
        Set<K> hidden = new HashSet<>();
        parts.forEach((key, counted) -> {
            if (isSmall(counted, small)) {
                hidden.add(key);
            }
        });
        if (hidden.size() == 1) {
            parts.entrySet().stream()
                    .filter(part -> part.getValue() > 0 && !hidden.contains(part.getKey()))
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(next -> hidden.add(next.getKey()));
        }
        return hidden;
    }

    /** Whether a figure is small. */
    public static boolean isSmall(long count, int small) {
        return count > 0 && count < small;
    }
}
