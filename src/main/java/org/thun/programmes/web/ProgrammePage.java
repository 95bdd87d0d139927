package org.thun.programmes.web;

import java.util.List;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.ProgrammeVersion;
import org.thun.programmes.Runnability;

/**
 * What every page of a programme begins with.
 *
 * @param definition the version shown
 * @param version its number and dates
 * @param runnability whether grants can be run; of the version in force
 * @param tabs the pages of the programme
 */
record ProgrammePage(
        ProgrammeDefinition definition, ProgrammeVersion version, Runnability runnability, List<Tab> tabs) {

    /**
     * A page of the programme.
     *
     * @param address address inside the application, with the chosen version
     * @param messageKey key of its name
     * @param count number shown beside it, or {@code null}
     * @param current whether it is the page shown
     */
    record Tab(String address, String messageKey, Integer count, boolean current) {}
}
