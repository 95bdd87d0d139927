package org.thun.documents;

import java.util.Collection;
import java.util.Set;
import org.thun.identity.Actor;

/** A module to whose objects documents can be attached; it decides who reads and adds them. */
public interface DocumentOwner {

    /** The kind of its objects, unique over all modules. */
    String objectType();

    /** Those of the objects whose documents this person may read. */
    Set<String> readable(Collection<String> objectIds, Actor actor);

    /** Whether this person may add documents to that object, or versions to them. */
    boolean mayAdd(String objectId, Actor actor);

    /** Where the object is shown. */
    String path(String objectId);
}
