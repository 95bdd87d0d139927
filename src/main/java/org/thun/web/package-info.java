/**
 * What all screens share: layout, navigation, languages, formats, messages after a redirect, lists in pages, error
 * pages. A feature's own controllers live in that feature. Owns no tables; may depend on the shared values and on
 * identity (who is signed in).
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"shared", "identity"})
package org.thun.web;
