package org.thun.documents;

/**
 * An object of a case file to which documents can be attached.
 *
 * @param type its kind, as the {@link DocumentOwner} of such objects names it
 * @param id its id
 */
public record ObjectRef(String type, String id) {}
