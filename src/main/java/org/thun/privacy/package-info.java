/**
 * What the law on personal data asks for beyond the registers' own rules (BR-38, BR-39): the file of all that is held about
 * a person, taking names out, exports, and the end of retention; whatever weighs needs a second person. Owns
 * {@code privacy_request}; depends on registry (the records), documents (their evidence), grants and programmes (closed
 * grants, limits), audit, identity, workflow and tasks (daily work, work lists) and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {"shared", "identity", "audit", "web", "workflow", "tasks", "programmes", "grants", "documents",
            "registry"})
package org.thun.privacy;
