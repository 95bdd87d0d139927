package org.thun.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.thun.identity.Actor;
import org.thun.programmes.IndicatorSource.Register;

/**
 * Records of natural persons as the law on personal data sees them (BR-38, BR-39): what is sensitive, what is held about
 * somebody, how it leaves the house, and how the names are taken out. Who may decide such things, and with whom, is the
 * business of whoever calls.
 */
public interface PersonalRecords {

    /** Whether the records of a register are about natural persons. */
    static boolean about(Register register) {
        return register == Register.PERSON || register == Register.COURSE_COMPLETION;
    }

    /**
     * What is sensitive in a record. Every call is written into the trail of the record, so it is made only to show it.
     *
     * @return empty if this person may not see it, or nothing is left of the person concerned
     */
    Optional<Sensitive> sensitive(String recordId, Actor actor);

    /** The days on which a record counted, oldest first; empty if this person may not see the record. */
    List<Counted> counted(String recordId, Actor actor);

    /** All records of the same person by the citizen number, the given one first, as far as this person may see them. */
    SamePerson samePerson(String recordId, Actor actor);

    /** How many records of people a filter finds for this person. */
    long count(RecordFilter filter, Actor actor);

    /**
     * Hands out exactly the records a filter finds for this person, one after the other in the order of their entry, never
     * all at once in memory, all as they stand at one moment; never what is sensitive.
     *
     * @return how many
     */
    long export(RecordFilter filter, Actor actor, Consumer<RegisterRecord> row);

    /**
     * Takes everything that names or describes the people out of records and out of what they said before. What they count
     * stays counted; what waited to be verified is withdrawn. Cannot be undone.
     *
     * @return ids of the records that named somebody until now
     */
    List<String> anonymise(List<String> recordIds, String reason, Actor actor);

    /** How many records of a grant name people. */
    long naming(String grantId);

    /** Ids of the next records of a grant that name people; at most so many. */
    List<String> nextNaming(String grantId, int atMost);

    /**
     * What is behind a permission of its own.
     *
     * @param birthYear year of birth (C.E.), or {@code null}
     * @param subdistrict sub-district in words, or {@code null}
     * @param citizenNumber citizen number, masked but for its end, or {@code null}
     */
    record Sensitive(Integer birthYear, String subdistrict, String citizenNumber) {}

    /**
     * Days on which a record counted.
     *
     * @param facet role, type, category or theme under which it did
     * @param fromDay first day
     * @param toDay last day
     * @param verifierName who vouched for it
     */
    record Counted(String facet, LocalDate fromDay, LocalDate toDay, String verifierName) {}

    /**
     * Records of one person.
     *
     * @param recordIds those within sight
     * @param elsewhere how many more there are
     */
    record SamePerson(List<String> recordIds, long elsewhere) {}
}
