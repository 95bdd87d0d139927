package org.thun.programmes;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A version of a programme definition.
 *
 * @param programmeKey key of the programme
 * @param versionNo number from 1
 * @param contentHash SHA-256 of the file and the defaults it was read with, in hex
 * @param loadedAt when it was loaded
 * @param effectiveFrom first day on which new grants start on it
 * @param inForce whether new grants start on it now; running grants stay on theirs
 */
public record ProgrammeVersion(
        String programmeKey,
        int versionNo,
        String contentHash,
        LocalDateTime loadedAt,
        LocalDate effectiveFrom,
        boolean inForce) {}
