package org.thun.registry;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which figures of a list must not be shown to readers of sums, because so few people stand behind them that somebody could
 * be recognised (BR-39). A single hidden figure could be reckoned from the total, so it never stays alone.
 */
public final class SmallCounts {

    private SmallCounts() {}

    /**
     * Positions of the figures to hide.
     *
     * @param counts figures that add up to a total shown beside them
     * @param small figures from one up to below this number are small; nothing is not
     */
    public static Set<Integer> hidden(List<Long> counts, int small) {
        Set<Integer> hidden = IntStream.range(0, counts.size())
                .filter(i -> isSmall(counts.get(i), small))
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
        if (hidden.size() == 1) {
            IntStream.range(0, counts.size())
                    .filter(i -> !hidden.contains(i) && counts.get(i) > 0)
                    .boxed()
                    .min(Comparator.comparing(counts::get))
                    .ifPresent(hidden::add);
        }
        return hidden;
    }

    /** Whether a figure is small. */
    public static boolean isSmall(long count, int small) {
        return count > 0 && count < small;
    }
}
