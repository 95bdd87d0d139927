package org.thun.closeout;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.thun.grants.Grant;
import org.thun.identity.Actor;

/** A module that keeps files of grants. Modules above this one tell what of theirs belongs into the archive of a grant. */
public interface ArchiveSource {

    /** The files of a closed grant that this person may read, in the order in which they are to stand. */
    List<ArchivedFile> files(Grant grant, Actor actor);

    /**
     * A file.
     *
     * @param path where it stands in the archive: folders and a name, in letters every file system knows; unique
     * @param title what it is
     * @param keptAt since when it has been kept, or {@code null} for what is written now
     * @param content its bytes, read when they are needed
     */
    record ArchivedFile(String path, String title, LocalDateTime keptAt, Supplier<byte[]> content) {}
}
