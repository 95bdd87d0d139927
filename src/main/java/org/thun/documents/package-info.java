/**
 * Files and their versions, attached to a case file or to one object in it, kept in the database and never overwritten.
 * Owns {@code document} and {@code document_version}; depends on grants (whose case file it is), audit, identity and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"shared", "identity", "audit", "web", "grants"})
package org.thun.documents;
