package org.thun.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.thun.programmes.RegistryPolicy;

/**
 * The draw of a sample, such that an auditor can repeat it from the seed: the ids in ascending order are shuffled from the
 * front (Fisher and Yates) with the numbers that {@link Random}, whose algorithm is laid down in its documentation, gives for
 * that seed; the first n are the sample.
 */
public final class SampleDraw {

    private SampleDraw() {}

    /** How many of a batch are drawn (BR-22): a share, at least and at most so many, all where there are fewer. */
    public static int size(int records, RegistryPolicy policy) {
        int share = policy.samplePercent()
                .multiply(BigDecimal.valueOf(records))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
                .intValueExact();
        return Math.min(records, Math.max(policy.sampleMin(), Math.min(share, policy.sampleMax())));
    }

    /** The drawn ids, in the order of the draw. */
    public static List<String> draw(List<String> ids, int size, long seed) {
        List<String> pool = new ArrayList<>(ids);
        Collections.sort(pool);
        Random chance = new Random(seed);
        for (int i = 0; i < size; i++) {
            Collections.swap(pool, i, i + chance.nextInt(pool.size() - i));
        }
        return List.copyOf(pool.subList(0, size));
    }
}
