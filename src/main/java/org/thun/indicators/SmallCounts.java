package org.thun.indicators;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts so small that they could point at people. Readers who see aggregates only read "fewer than {@value #LEAST}" instead
 * of them. Where only one part of a sum would be hidden, the next smallest is hidden too, so that it cannot be worked out.
 */
public final class SmallCounts {

    /** The least count that is shown. */
    public static final int LEAST = 5;

    private SmallCounts() {}

    public static boolean isSmall(long counted) {
        return counted > 0 && counted < LEAST;
    }

    /** The parts of one sum that are to be hidden. */
    public static <K> Set<K> hidden(Map<K, Long> parts) {
        Set<K> hidden = new HashSet<>();
        parts.forEach((key, counted) -> {
            if (isSmall(counted)) {
                hidden.add(key);
            }
        });
        if (hidden.size() == 1) {
            List<Map.Entry<K, Long>> others = parts.entrySet().stream()
                    .filter(part -> part.getValue() > 0 && !hidden.contains(part.getKey()))
                    .toList();
            others.stream().min(Map.Entry.comparingByValue()).ifPresent(next -> hidden.add(next.getKey()));
        }
        return hidden;
    }
}
