/**
 * Who did what, when, to what: append-only entries, chained by hash so that a change afterwards shows. Owns
 * {@code audit_entry} and {@code audit_stream}; depends on identity and shared values.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Audit trail",
        allowedDependencies = {"shared", "identity", "web"})
package org.thun.audit;
