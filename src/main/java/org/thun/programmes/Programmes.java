package org.thun.programmes;

import java.util.List;
import java.util.Optional;

/**
 * The programme definitions known to this installation. Definitions are kept in memory; asking is cheap.
 */
public interface Programmes {

    /** All programmes with a version in force, by title in Thai order. */
    List<ProgrammeSummary> all();

    /** The version of a programme on which new grants start; empty for a programme that is not known. */
    Optional<ProgrammeDefinition> current(String programmeKey);

    /** Number of the version on which new grants start; empty for a programme that is not known. */
    Optional<Integer> currentVersionNo(String programmeKey);

    /**
     * A certain version: running grants stay on the one they started on.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    ProgrammeDefinition version(String programmeKey, int versionNo);

    /** All versions of a programme, newest first. */
    List<ProgrammeVersion> versions(String programmeKey);

    /**
     * Whether grants can be run on the version in force. Who starts a proposal asks this first and refuses with the
     * reasons.
     *
     * @throws IllegalArgumentException if the programme is not known
     */
    Runnability runnability(String programmeKey);

    /** The faults of files that were not activated at the last start, by file and line. */
    List<DefinitionProblem> problems();
}
