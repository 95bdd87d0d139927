/**
 * The screens on which administrators look after accounts and posts, everybody after their own account, and the first
 * administrator comes in. Owns no tables: what it shows and changes belongs to identity, which stands below the layout of
 * pages and so cannot have screens itself.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Administration",
        allowedDependencies = {"shared", "identity", "web"})
package org.thun.administration;
