package org.thun.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.SortedMap;
import org.thun.identity.Actor;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.DateRange;

/**
 * How many records count, as of a day. The count rule is BR-17: a record counts on a day if it had been verified by then,
 * was still fresh (BR-18), had not been withdrawn (BR-39) nor corrected since, and carries a date of evidence not later.
 * Figures are read from summaries that are kept in the transaction of every change; they are aggregates and name nobody.
 * {@link #evidenceOf} does and therefore asks who reads.
 *
 * <p>The nation and its centres are counted apart (BR-20): a person registered by two centres is one for the nation and one
 * for each of them, so that Σ centres ≥ nation. The difference is the number of shared records.
 */
public interface RegistryCounts {

    /** How many records of a grant count on that day for the nation: the same person in two provinces once (BR-20). */
    long counted(String grantId, CountFilter filter, LocalDate asOf);

    /**
     * The same by code of the centre, each centre counting for itself; centres without any are absent. Σ of the values ≥
     * {@link #counted}, equal where nobody is shared between centres.
     */
    Map<String, Long> countedByCentre(String grantId, CountFilter filter, LocalDate asOf);

    /** Both, for several counts in one reading; a filter under which nothing counts has a tally of zero. */
    Map<CountFilter, Tally> tallies(String grantId, Collection<CountFilter> filters, LocalDate asOf);

    /**
     * A count as of several days, in one reading.
     *
     * @param centreCodes the centres whose counts are added up, or {@code null} for the nation
     */
    SortedMap<LocalDate, Long> course(String grantId, CountFilter filter, Collection<String> centreCodes,
            Collection<LocalDate> days);

    /** What began and what ceased to count from the first to the last of these days. */
    Movements movements(String grantId, CountFilter filter, DateRange days);

    /** The count of the nation on that day with the duplicates that it leaves out, and those it may still hold (BR-19). */
    DuplicateFigures duplicates(String grantId, CountFilter filter, LocalDate asOf);

    /**
     * The same for each centre, which counts for itself; centres without anything to tell are absent. What centres share
     * (BR-20) is a duplicate of the nation only and stands apart: Σ net − Σ shared = net of the nation.
     */
    Map<String, CentreDuplicates> duplicatesByCentre(String grantId, CountFilter filter, LocalDate asOf);

    /**
     * The records that count on that day by what they said when they were verified: sex, year of birth, district, skill
     * and the like, in one reading of the records. Those that did not say stand under the empty text.
     *
     * @param centreCodes the centres whose records are counted, or {@code null} for the nation; the values sum to the count
     */
    Map<String, Long> breakdown(String grantId, CountFilter filter, RecordTrait trait, Collection<String> centreCodes,
            LocalDate asOf);

    /** Of the records that count on that day: in which month each began to count. Oldest first. */
    Map<YearMonth, Long> countedByMonth(String grantId, CountFilter filter, LocalDate asOf);

    /** Whether any such record had been submitted by that day: without, a count of nothing means "no data", not 0. */
    boolean anySubmitted(String grantId, CountFilter filter, LocalDate asOf);

    /** How far entry and verification are today, by register and centre, within what this person may know. */
    List<Standing> standings(Collection<String> grantIds, Actor actor);

    /**
     * The records that count on that day, in Thai order, as far as this person may see single records.
     *
     * @param centreCodes the centres whose records are wanted, or {@code null} for all
     */
    Page<Evidence> evidenceOf(String grantId, CountFilter filter, Collection<String> centreCodes, LocalDate asOf,
            Actor actor, int page, int size);

    /** The same for one centre, or for all of them if the code is {@code null}. */
    default Page<Evidence> evidence(String grantId, CountFilter filter, String centreCode, LocalDate asOf, Actor actor,
            int page, int size) {
        return evidenceOf(grantId, filter, centreCode == null ? null : List.of(centreCode), asOf, actor, page, size);
    }

    /** What a record says that counts can be broken down by, beside its facet. */
    enum RecordTrait {
        SEX,
        BIRTH_YEAR,
        DISTRICT,
        /** What a person does in the role; the channel of a campaign. */
        DETAIL
    }

    /**
     * One count as of a day.
     *
     * @param national for the nation
     * @param byCentre by code of the centre; centres without any are absent
     */
    record Tally(long national, Map<String, Long> byCentre) {

        public Tally {
            byCentre = Map.copyOf(byCentre);
        }

        /** Records that count for a centre only, because the same person counts for the nation elsewhere (BR-20). */
        public long shared() {
            return byCentre.values().stream().mapToLong(Long::longValue).sum() - national;
        }
    }

    /**
     * What changed in a count within days.
     *
     * @param added records that began to count; one that is corrected and verified again ceases and begins anew
     * @param removed records that ceased to: grown stale, corrected, rejected, withdrawn
     */
    record Movement(long added, long removed) {

        /** By how much the count has changed. */
        public long net() {
            return added - removed;
        }
    }

    /**
     * What changed within days.
     *
     * @param national for the nation
     * @param byCentre by code of the centre; centres where nothing changed are absent
     */
    record Movements(Movement national, Map<String, Movement> byCentre) {
        public Movements {
            byCentre = Map.copyOf(byCentre);
        }
    }

    /**
     * A count with its duplicates.
     *
     * @param gross what the count would be, had nobody looked for duplicates: net and confirmed
     * @param suspected of those that count, the records that look like an older one, undecided: so many may fall away
     * @param confirmed verified or handed in, but not counted, because another record of the same person or organisation is
     * @param net what counts
     */
    record DuplicateFigures(long gross, long suspected, long confirmed, long net) {

        /** Whether any of them is about so few people that readers of sums are not shown them (BR-39). */
        public boolean tellsOfFew(int small) {
            return LongStream.of(suspected, confirmed, net).anyMatch(figure -> SmallCounts.isSmall(figure, small));
        }
    }

    /**
     * The count of a centre with its duplicates.
     *
     * @param gross net and confirmed
     * @param suspected of those that count, the records that look like an older one, undecided
     * @param confirmed records of the centre that do not count because another record, here or elsewhere, stands for them
     * @param net what counts for the centre
     * @param shared of these, those that count for the nation elsewhere (BR-20)
     */
    record CentreDuplicates(long gross, long suspected, long confirmed, long net, long shared) {}

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
     * @param merged said to be the same as another record, which stands for both (BR-20)
     */
    record Standing(
            String grantId,
            Register register,
            String centreCode,
            long draft,
            long waiting,
            long verified,
            long rejected,
            long withdrawn,
            long merged) {

        /** All that were ever entered. */
        public long entered() {
            return draft + waiting + verified + rejected + withdrawn + merged;
        }
    }

    /**
     * One record behind a count, and who vouched for it.
     *
     * @param recordId the record
     * @param centreCode its centre
     * @param number its number
     * @param name its name; {@code null} if the person has withdrawn since
     * @param datedOn date of the evidence
     * @param verifierName who verified it
     * @param countsFrom first day on which it counts by that verification
     */
    record Evidence(
            String recordId,
            String centreCode,
            String number,
            String name,
            LocalDate datedOn,
            String verifierName,
            LocalDate countsFrom) {}

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
