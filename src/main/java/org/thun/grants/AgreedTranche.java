package org.thun.grants;

import java.math.BigDecimal;
import org.thun.shared.Money;

/**
 * One tranche of the agreement in force. The amounts of all tranches sum to the grant (BR-02).
 *
 * @param no number, from 1
 * @param sharePercent share of the grant in percent
 * @param amount amount in baht; the last tranche carries the rounding
 * @param afterPeriod the reporting period whose accepted report releases it; {@code null} for a tranche that needs none
 * @param atCloseOut whether it is paid only after the close-out documents are accepted (BR-06)
 */
public record AgreedTranche(int no, BigDecimal sharePercent, Money amount, Integer afterPeriod, boolean atCloseOut) {

    public TrancheRelease release() {
        if (atCloseOut) {
            return TrancheRelease.AT_CLOSE_OUT;
        }
        return afterPeriod == null ? TrancheRelease.AT_START : TrancheRelease.AFTER_PERIOD;
    }
}
