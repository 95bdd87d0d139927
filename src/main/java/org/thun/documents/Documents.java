package org.thun.documents;

import java.util.List;
import java.util.Optional;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;

/**
 * The documents of case files. What kind of file it is, is decided by what is in it, never by its name: PDF, PNG, JPEG, XLSX,
 * DOCX, CSV and ZIP are accepted, up to {@link #MAX_BYTES}. What a person may not read does not exist for that person.
 */
public interface Documents {

    /** Size of the largest file: 20 MB. */
    int MAX_BYTES = 20 * 1024 * 1024;

    /**
     * Adds a document.
     *
     * @param grantId the case file
     * @param object the object it belongs to, or {@code null} for the case file itself
     * @return the id of the document
     */
    Outcome<String> add(String grantId, ObjectRef object, Upload upload, Actor actor);

    /** Adds a version to a document; the title stays. */
    Outcome<Void> addVersion(String documentId, Upload upload, Actor actor);

    /** Documents of a case file that this person may read, those of its objects included, newest first. */
    List<Document> ofCase(String grantId, Actor actor);

    /** Documents of one object, newest first; empty if this person may not read them. */
    List<Document> ofObject(ObjectRef object, Actor actor);

    /** The content of one version; empty if this person may not read it. */
    Optional<FileContent> content(String documentId, int versionNo, Actor actor);

    /**
     * Takes away all documents of an object with their content, because the law asks for it (BR-39); called inside the
     * transaction of the command that decides so. Cannot be undone.
     */
    void erase(ObjectRef object, Actor actor);

    /** Whether this person may add documents to a case file. */
    boolean mayAdd(String grantId, Actor actor);

    /**
     * A file that somebody sends.
     *
     * @param title what the document is; blank to call it by the name of the file
     * @param fileName name of the file on the sender's machine
     * @param content what is in it
     */
    record Upload(String title, String fileName, byte[] content) {}

    /**
     * A file as it is handed out.
     *
     * @param fileName its name
     * @param mediaType its type, found from the content when it came in
     * @param content what is in it
     */
    record FileContent(String fileName, String mediaType, byte[] content) {}
}
