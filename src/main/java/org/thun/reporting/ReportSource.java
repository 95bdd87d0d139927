package org.thun.reporting;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Collects the values of reports from the modules that hold them. Knows no permissions: whoever asks for a person has
 * found the grant in that person's name before.
 */
public interface ReportSource {

    /**
     * The monitoring report of a grant on a day, from verified records only (BR-17, BR-50).
     *
     * @return empty before the grant's first day
     * @throws IllegalArgumentException if there is no such grant
     */
    default Optional<MonitoringReport> monitoring(String grantId, LocalDate asOf) {
        return pack(grantId, asOf).map(MonitoringPack::national);
    }

    /** The figures of every edition on a day, collected once, for a page or report of the moment. */
    default Optional<MonitoringPack> pack(String grantId, LocalDate asOf) {
        return pack(grantId, asOf, null);
    }

    /**
     * The figures of every edition on a day, collected once.
     *
     * @param snapshotId the frozen report they are collected for, or {@code null}; the codes beside them lead there
     * @return empty before the grant's first day
     * @throws IllegalArgumentException if there is no such grant
     */
    Optional<MonitoringPack> pack(String grantId, LocalDate asOf, String snapshotId);
}
