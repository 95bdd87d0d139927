package org.thun.registry.internal;

import java.time.LocalDate;
import java.util.List;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.internal.RecordMapper.RoleRow;

/**
 * A stretch of days on which a record counts under one facet, with what the record said when it was verified.
 *
 * @param recordId the record
 * @param facetCode role of a person; type, category or theme of the others; {@link #NO_FACET} where there is none
 * @param countsFrom first day
 * @param countsTo last day
 * @param grantId grant of the record
 * @param registerCode its register
 * @param centreCode its centre
 * @param verifierName who vouches for it
 * @param sexCode sex of the person, or {@code null}
 * @param birthYear year of birth of the person (C.E.), or {@code null}
 * @param district district in words, or {@code null}
 * @param detailCode what the person does in the role, the channel of a campaign, or {@code null}
 */
record StandingRow(
        String recordId,
        String facetCode,
        LocalDate countsFrom,
        LocalDate countsTo,
        String grantId,
        Register registerCode,
        String centreCode,
        String verifierName,
        String sexCode,
        Integer birthYear,
        String district,
        String detailCode) {

    /** The facet of records that have none. */
    static final String NO_FACET = "-";

    /** The rows with which a record counts on those days: one per role of a person, one for every other record. */
    static List<StandingRow> of(RecordRow record, List<RoleRow> roles, LocalDate from, LocalDate until,
            String verifierName) {
        return record.registerCode() == Register.PERSON
                ? roles.stream()
                        .map(role -> of(record, role.roleCode(), role.detailCode(), from, until, verifierName))
                        .toList()
                : List.of(of(record, record.categoryCode() == null ? NO_FACET : record.categoryCode(),
                        record.channelCode(), from, until, verifierName));
    }

    private static StandingRow of(RecordRow record, String facet, String detail, LocalDate from, LocalDate until,
            String verifierName) {
        return new StandingRow(record.id(), facet, from, until, record.grantId(), record.registerCode(),
                record.centreCode(), verifierName, record.sexCode(), record.birthYear(), record.district(), detail);
    }

    boolean countsOn(LocalDate day) {
        return !day.isBefore(countsFrom) && !day.isAfter(countsTo);
    }

    /** The same record and facet on other days. */
    StandingRow until(LocalDate last) {
        return new StandingRow(recordId, facetCode, countsFrom, last, grantId, registerCode, centreCode, verifierName,
                sexCode, birthYear, district, detailCode);
    }
}
