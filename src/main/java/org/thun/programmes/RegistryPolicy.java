package org.thun.programmes;

import java.math.BigDecimal;

/**
 * Rules of the registers.
 *
 * @param staleMonths months without confirmation after which a record no longer counts (BR-18)
 * @param staleMonthsOrganisation the same for organisations
 * @param samplePercent share of a centre's records of a quarter that is checked by hand (BR-22)
 * @param sampleMin least sample
 * @param sampleMax greatest sample
 * @param sampleErrorLimitPercent share of faults above which the batch goes back
 */
public record RegistryPolicy(
        int staleMonths,
        int staleMonthsOrganisation,
        BigDecimal samplePercent,
        int sampleMin,
        int sampleMax,
        BigDecimal sampleErrorLimitPercent) {}
