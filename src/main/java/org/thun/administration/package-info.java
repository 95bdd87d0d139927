/**
 * The screens on which administrators look after accounts and posts, everybody after their own account, and the first
 * administrator comes in; and on which deputies are named, and gaps found before somebody is away. Owns no tables: what it
 * shows and changes belongs to identity, which stands below the layout of pages and so cannot have screens itself, and to the
 * inbox.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Administration",
        allowedDependencies = {"shared", "identity", "web", "tasks"})
package org.thun.administration;
