package org.thun.workflow;

import java.util.Map;

/**
 * What a room knows of earlier versions of one of its processes and the engine cannot see. Asked when running processes
 * move to the newest version; steps of equal id need no hint.
 */
public interface MigrationHints {

    /** Id of the process in its model. */
    String processKey();

    /** Steps that have another id now: id in an earlier version, id in the newest. */
    default Map<String, String> renamed() {
        return Map.of();
    }

    /** Variables that the newest version reads and runs of an earlier one may lack, with their value for those. */
    default Map<String, Object> missingVariables() {
        return Map.of();
    }
}
