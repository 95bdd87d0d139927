package org.thun.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.thun.identity.Actor;
import org.thun.programmes.IndicatorSource.Register;

/**
 * How many records count, as of a day. The count rule is BR-17: a record counts on a day if it had been verified by then,
 * was still fresh (BR-18), had not been withdrawn (BR-39) nor corrected since, and carries a date of evidence not later.
 * Figures are aggregates and name nobody; {@link #evidence} does and therefore asks who reads.
 */
public interface RegistryCounts {

    /** How many records of a grant count on that day. */
    long counted(String grantId, CountFilter filter, LocalDate asOf);

    /** The same by code of the centre; centres without any are absent. The values sum to {@link #counted}. */
    Map<String, Long> countedByCentre(String grantId, CountFilter filter, LocalDate asOf);

    /** Of the records that count on that day: in which month each began to count. Oldest first. */
    Map<YearMonth, Long> countedByMonth(String grantId, CountFilter filter, LocalDate asOf);

    /** Whether any such record had been submitted by that day: without, a count of nothing means "no data", not 0. */
    boolean anySubmitted(String grantId, CountFilter filter, LocalDate asOf);

    /** How far entry and verification are today, by register and centre, within what this person may know. */
    List<Standing> standings(Collection<String> grantIds, Actor actor);

    /** The records that count on that day, in Thai order, as far as this person may see single records. */
    Page<Evidence> evidence(String grantId, CountFilter filter, String centreCode, LocalDate asOf, Actor actor,
            int page, int size);

    /**
     * Entry and verification of one register in one centre.
     *
     * @param grantId the grant
     * @param register the register
     * @param centreCode the centre
     * @param draft being typed
     * @param waiting submitted and not yet verified
     * @param verified verified, fresh or not
     * @param rejected sent back
     * @param withdrawn taken out by the person concerned
     */
    record Standing(
            String grantId,
            Register register,
            String centreCode,
            long draft,
            long waiting,
            long verified,
            long rejected,
            long withdrawn) {

        /** All that were ever entered. */
        public long entered() {
            return draft + waiting + verified + rejected + withdrawn;
        }
    }

    /**
     * One record behind a count, and who vouched for it.
     *
     * @param recordId the record
     * @param number its number
     * @param name its name; {@code null} if the person has withdrawn since
     * @param datedOn date of the evidence
     * @param verifierName who verified it
     * @param countsFrom first day on which it counts by that verification
     */
    record Evidence(
            String recordId, String number, String name, LocalDate datedOn, String verifierName, LocalDate countsFrom) {}

    /**
     * Part of a list.
     *
     * @param rows the rows of this page
     * @param total rows on all pages
     */
    record Page<T>(List<T> rows, long total) {
        public Page {
            rows = List.copyOf(rows);
        }
    }
}
