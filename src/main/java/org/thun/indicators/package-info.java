/**
 * What the indicators of a grant have reached: computed from verified records and accepted reports, or entered, checked and
 * approved where no register counts; and where each number comes from. Owns {@code indicator_code},
 * {@code indicator_entry}, {@code indicator_entry_slice} and {@code indicator_setting}; depends on registry (what counts),
 * documents (evidence files), tasks (work lists), grants, programmes, audit, identity and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Indicators",
        allowedDependencies = {
            "shared", "identity", "audit", "web", "tasks", "programmes", "grants", "registry", "documents"
        })
package org.thun.indicators;
