package org.thun.programmes;

import java.math.BigDecimal;
import java.util.Set;
import org.thun.programmes.IndicatorSource.Register;

/**
 * Rules of the registers.
 *
 * @param staleMonths months without confirmation after which a record no longer counts (BR-18)
 * @param staleMonthsOrganisation the same for organisations
 * @param sampled registers that are verified by a random sample of each centre's quarter; the others record by record
 * @param samplePercent share of a centre's records of a quarter that is checked by hand (BR-22)
 * @param sampleMin least sample
 * @param sampleMax greatest sample
 * @param sampleErrorLimitPercent share of faults above which the batch goes back
 * @param sampleDays days in which a sample is to be checked
 * @param sampleReminderDays days before that end on which the verifiers are reminded
 * @param retentionYears years after the close of a grant after which data of people are reduced to counts (BR-38)
 * @param exportPeople people in one export above which a second person has to agree (BR-39)
 * @param smallCount figures from one up to below this number are not shown to readers of sums (BR-39)
 * @param suspects when two records look like one person or organisation (BR-19)
 */
public record RegistryPolicy(
        int staleMonths,
        int staleMonthsOrganisation,
        Set<Register> sampled,
        BigDecimal samplePercent,
        int sampleMin,
        int sampleMax,
        BigDecimal sampleErrorLimitPercent,
        int sampleDays,
        int sampleReminderDays,
        int retentionYears,
        int exportPeople,
        int smallCount,
        SuspectPolicy suspects) {

    public RegistryPolicy {
        sampled = Set.copyOf(sampled);
    }

    /**
     * When two records look alike enough to be shown to a person (BR-19).
     *
     * @param score points, of 100, from which on they are
     * @param namesakes people of one name and year of birth in other provinces beyond which the name means nobody in
     *     particular
     * @param keyHolders records of one key beyond which the key tells nothing and is passed over
     */
    public record SuspectPolicy(int score, int namesakes, int keyHolders) {}
}
