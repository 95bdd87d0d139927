package org.thun.indicators;

import org.thun.shared.DateRange;

/**
 * What changed in an indicator within a reporting period.
 *
 * @param periodNo number of the period, from 1
 * @param days its days, up to the day asked for
 * @param running whether the period goes on after that day
 * @param added records that began to count
 * @param removed records that ceased to count: grown stale, corrected, rejected, withdrawn
 */
public record PeriodChange(int periodNo, DateRange days, boolean running, long added, long removed) {

    /** By how much the count has changed. */
    public long net() {
        return added - removed;
    }
}
