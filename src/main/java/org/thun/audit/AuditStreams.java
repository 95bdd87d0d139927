package org.thun.audit;

import java.util.Optional;
import java.util.Set;
import org.thun.identity.Reach;
import org.thun.identity.Scope;
import org.thun.shared.LocalizedText;

/**
 * The streams that tell the story of a module's objects (grants, proposals). Implemented by their owners, so that people
 * whose right to read the trail is limited to a programme or a grant can search in it, and read names instead of ids. A
 * stream nobody answers for is open only to those who may read the whole trail.
 */
public interface AuditStreams {

    /** The streams within that reach. */
    Set<String> within(Reach reach);

    /** What that stream is about, if it is one of this module's. */
    Optional<Subject> subjectOf(String streamId);

    /**
     * What a stream is about.
     *
     * @param name what people call it
     * @param scope where it belongs
     * @param path its page, such as {@code /grants/01j…}, or {@code null} if not every reader of the stream has one
     */
    record Subject(LocalizedText name, Scope scope, String path) {}
}
