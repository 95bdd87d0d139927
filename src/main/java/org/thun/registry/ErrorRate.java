package org.thun.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many of the judged records are wrong, and between which bounds the share of the whole batch lies with a confidence of
 * 95 % (Wilson's interval, which also holds for small samples and for none wrong at all).
 *
 * @param wrong records found wrong
 * @param judged records judged
 */
public record ErrorRate(int wrong, int judged) {

    /** Quantile of the normal distribution for a two-sided confidence of 95 %. */
    private static final double Z = 1.959963984540054;

    private static final int HUNDRED = 100;

    public ErrorRate {
        if (wrong < 0 || judged < wrong) {
            throw new IllegalArgumentException(wrong + " wrong of " + judged);
        }
    }

    /** Per cent found wrong, two decimals; {@code null} while nothing has been judged: missing is not zero. */
    public BigDecimal percent() {
        return judged == 0
                ? null
                : BigDecimal.valueOf((long) wrong * HUNDRED).divide(BigDecimal.valueOf(judged), 2, RoundingMode.HALF_UP);
    }

    /** Lower bound of the interval in per cent; {@code null} while nothing has been judged. */
    public BigDecimal lower() {
        return bound(-1);
    }

    /** Upper bound of the interval in per cent; {@code null} while nothing has been judged. */
    public BigDecimal upper() {
        return bound(1);
    }

    /** Whether the share found wrong lies above that many per cent (BR-22), compared exactly. */
    public boolean above(BigDecimal limitPercent) {
        return BigDecimal.valueOf((long) wrong * HUNDRED)
                .compareTo(limitPercent.multiply(BigDecimal.valueOf(judged))) > 0;
    }

    private BigDecimal bound(int sign) {
        if (judged == 0) {
            return null;
        }
        double share = (double) wrong / judged;
        double z2 = Z * Z;
        double middle = share + z2 / (2 * judged);
        double reach = Z * Math.sqrt(share * (1 - share) / judged + z2 / (4.0 * judged * judged));
        double bound = (middle + sign * reach) / (1 + z2 / judged);
        return BigDecimal.valueOf(Math.max(0, Math.min(bound, 1)) * HUNDRED).setScale(2, RoundingMode.HALF_UP);
    }
}
