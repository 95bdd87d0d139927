/**
 * What the indicators of a grant have reached, computed from verified records and the baseline, never typed in, and where
 * each number comes from. Owns {@code indicator_code} and {@code indicator_setting}; depends on registry (what counts),
 * documents (evidence files), grants, programmes, audit, identity and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Indicators",
        allowedDependencies = {
            "shared", "identity", "audit", "web", "tasks", "programmes", "grants", "registry", "documents"
        })
package org.thun.indicators;
