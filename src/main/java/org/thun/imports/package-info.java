/**
 * Files of the centres on their way into the registers: reading of CSV and XLSX, columns to fields, preview with the effect
 * on the indicators, and entry in the background that survives a restart. Owns {@code import_source}, {@code import_file},
 * {@code import_part}, {@code import_row} and {@code import_key}; depends on registry (which checks and writes), indicators
 * (what a file would do to them), grants and programmes.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {"shared", "identity", "audit", "web", "workflow", "programmes", "grants", "registry",
            "indicators"})
package org.thun.imports;
