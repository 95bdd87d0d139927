/**
 * Programme definitions: what a programme is to do, how it is reported, paid and judged, read from
 * {@code programmes/*.yaml}, checked, kept in versions and offered as immutable records. Owns the table
 * {@code programme_version}. Knows the shared values only (and, for its screens, who is asking).
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Programme definitions",
        allowedDependencies = {"shared", "identity"})
package org.thun.programmes;
