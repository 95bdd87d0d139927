package org.thun.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Frozen reports: the same file, byte for byte, whenever it is asked for again. Whoever serves a copy to a person checks
 * that person's right to the grant first.
 */
public interface ReportArchive {

    /**
     * Freezes the monitoring report of an accepted period, together with the values it was made from: the national edition
     * in every language and format, once for those who read everything and once for readers of sums, and the editions of
     * regions and centres that have figures, for print. All of them or none. Safe to repeat, and takes some seconds: call
     * it from an asynchronous step, never from the transaction of a person's click.
     *
     * @param periodNo the accepted reporting period
     * @param asOf the day whose figures count, as a rule the last of the period
     * @throws IllegalStateException if there is nothing to report on that day
     */
    void freezeMonitoring(String grantId, int periodNo, LocalDate asOf);

    /** Whether the monitoring report of that period is frozen. */
    boolean isFrozen(String grantId, int periodNo);

    /** The values a period was frozen with, if it was. */
    Optional<MonitoringPack> frozenValues(String grantId, int periodNo);

    /** The frozen monitoring reports of a grant, the latest period first; within it by edition, language and format. */
    List<FrozenReport> monitoringReports(String grantId);

    /** The accepted period with which the values of that id were frozen: what the codes of its figures name. */
    Optional<FrozenPeriod> periodOf(String valuesId);

    /** An accepted period of a grant. */
    record FrozenPeriod(String grantId, int periodNo) {}

    /** What is known of one frozen copy. */
    Optional<FrozenReport> find(String id);

    /**
     * The file itself.
     *
     * @throws IllegalStateException if it is not the file that was frozen: its fingerprint does not fit
     * @throws IllegalArgumentException if there is no such copy
     */
    byte[] content(String id);
}
