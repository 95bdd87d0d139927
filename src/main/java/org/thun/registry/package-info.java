/**
 * The registers behind the indicators: organisations, people, knowledge items, campaign issues and course completions,
 * entered by the centres and verified by somebody else. Owns {@code registry_record}, {@code registry_role},
 * {@code registry_version}, {@code registry_identity}, {@code registry_name}, {@code registry_place},
 * {@code registry_match}, {@code registry_suspect}, {@code registry_merge}, {@code registry_standing},
 * {@code registry_shared}, the tallies, {@code registry_check} and, for
 * verification by sample, {@code registry_batch}, {@code registry_batch_record}, {@code registry_sample} and
 * {@code registry_batch_hand}; depends on grants (evidence is collected under one), programmes (centres, code lists,
 * freshness), documents (evidence files), workflow (batches, nightly rounds) and tasks (batches), audit, identity and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Registers",
        allowedDependencies = {"shared", "identity", "audit", "web", "workflow", "tasks", "programmes", "grants", "documents"})
package org.thun.registry;
