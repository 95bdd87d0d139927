/**
 * What the indicators of a grant have reached, computed from verified records and the baseline, never typed in, and where
 * each number comes from. Owns no tables; depends on registry (what counts), grants, programmes, identity and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Indicators",
        allowedDependencies = {"shared", "identity", "web", "tasks", "programmes", "grants", "registry"})
package org.thun.indicators;
