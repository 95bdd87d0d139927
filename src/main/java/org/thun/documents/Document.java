package org.thun.documents;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A document and the files it has consisted of.
 *
 * @param id id
 * @param grantId case file it belongs to
 * @param object object it belongs to, or {@code null}
 * @param objectPath where that object is shown, or {@code null}
 * @param title what it is
 * @param versions its files, newest first, at least one
 * @param extendable whether this reader may add a version on the page of the case file
 */
public record Document(
        String id,
        String grantId,
        ObjectRef object,
        String objectPath,
        String title,
        List<Version> versions,
        boolean extendable) {

    public Document {
        versions = List.copyOf(versions);
    }

    public Version latest() {
        return versions.get(0);
    }

    /**
     * One file.
     *
     * @param no number from 1
     * @param fileName name of the file
     * @param mediaType type of the file
     * @param size size in bytes
     * @param sha256 SHA-256 of the content, in hex
     * @param uploadedByName who sent it
     * @param uploadedAt when
     */
    public record Version(
            int no,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            String uploadedByName,
            LocalDateTime uploadedAt) {}
}
