package org.thun.programmes;

import java.math.BigDecimal;

/**
 * Limits of an indicator's status, in percent of the phased target (BR-24).
 *
 * @param greenFrom green at or above
 * @param amberFrom amber at or above, red below
 */
public record StatusBands(BigDecimal greenFrom, BigDecimal amberFrom) {}
