/**
 * The registers behind the indicators: organisations, people, knowledge items, campaign issues and course completions,
 * entered by the centres and verified by somebody else. Owns {@code registry_record}, {@code registry_role},
 * {@code registry_version}, {@code registry_identity}, {@code registry_standing}, {@code registry_shared} and the tallies;
 * depends on grants (evidence is collected under one), programmes (centres, code lists, freshness), documents (evidence
 * files), audit, identity and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Registers",
        allowedDependencies = {"shared", "identity", "audit", "web", "tasks", "programmes", "grants", "documents"})
package org.thun.registry;
