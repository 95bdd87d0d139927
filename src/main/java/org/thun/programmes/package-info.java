/**
 * Programme definitions: what a programme is to do, how it is reported, paid and judged, read from
 * {@code programmes/*.yaml}, checked, kept in versions and offered as immutable records. Owns the table
 * {@code programme_version}. Depends on shared values only; its screens also on
 * identity and web.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Programme definitions",
        allowedDependencies = {"shared", "identity", "web"})
package org.thun.programmes;
