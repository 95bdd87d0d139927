package org.thun.registry;

import java.time.LocalDateTime;

/**
 * What a record said from one saving to the next.
 *
 * @param versionNo number from 1
 * @param facts what it said
 * @param savedById who saved it
 * @param savedByName name of that person at the time
 * @param savedAt when
 */
public record RecordVersion(
        int versionNo, RecordFacts facts, String savedById, String savedByName, LocalDateTime savedAt) {

    /** The same without what is behind a permission of its own (BR-39). */
    public RecordVersion withoutSensitive() {
        return new RecordVersion(versionNo, facts.withoutSensitive(), savedById, savedByName, savedAt);
    }
}
