package org.thun.closeout;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.thun.grants.Grant;
import org.thun.identity.Actor;

/**
 * The archive of a closed grant: everything that was kept of it in one ZIP file, with an index, the SHA-256 of every file and
 * an extract of the audit trail. It is put together when it is asked for, from what this person may read: what the law has
 * had erased meanwhile (BR-39) is not in it. The files in it are those that were kept, byte for byte.
 */
public interface GrantArchive {

    /** Since when the grant is archived, and until when it is kept (BR-38); empty while it is not closed. */
    Optional<Retention> retention(Grant grant);

    /** Whether this person may have the archive: its programme officer, or the auditor, once the grant is closed. */
    boolean mayRead(Grant grant, Actor actor);

    /**
     * Writes the archive, file by file; nothing but the largest file is held in memory.
     *
     * @throws IllegalStateException if the grant is not closed or this person may not have the archive
     */
    void write(Grant grant, Actor actor, OutputStream out) throws IOException;

    /**
     * How long a closed grant is kept.
     *
     * @param closedOn the day it was closed
     * @param keptUntil last day on which its records are kept
     */
    record Retention(LocalDate closedOn, LocalDate keptUntil) {}
}
