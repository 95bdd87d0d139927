package org.thun.reporting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/**
 * A report as it was when its period was accepted. It never changes: later corrections appear in the next report (BR-15).
 *
 * @param id id of this copy
 * @param grantId the grant
 * @param editionKey its edition, as {@link Edition#key()} writes it
 * @param forReadersOfSums whether small counts are hidden in it: the copy for the funder's readers (BR-39)
 * @param periodNo the reporting period it belongs to
 * @param asOf the day whose figures it shows
 * @param locale its language
 * @param format its form
 * @param sizeBytes length of the file
 * @param sha256 fingerprint of the file, in hex: whoever holds a copy can show that it is this one
 * @param createdAt when it was frozen
 */
public record FrozenReport(
        String id,
        String grantId,
        String editionKey,
        boolean forReadersOfSums,
        int periodNo,
        LocalDate asOf,
        Locale locale,
        ReportFormat format,
        long sizeBytes,
        String sha256,
        LocalDateTime createdAt) {}
