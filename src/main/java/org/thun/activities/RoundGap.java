package org.thun.activities;

/**
 * Two rounds of an activity that do not keep the distance its programme asks for. A warning, never a refusal.
 *
 * @param earlier number of the earlier round
 * @param later number of the later round
 * @param months months between them
 * @param least fewest months asked for
 * @param most most months asked for
 */
public record RoundGap(int earlier, int later, int months, int least, int most) {}
