/**
 * Who somebody is and what they may do: accounts, the posts they hold (role, scope, dates), sign-in and the permission
 * matrix. Owns {@code account}, {@code account_post}, {@code account_deputy}, {@code sign_in_failure} and the session tables;
 * depends on shared values only. Its screens are in {@code administration}: the layout of pages asks this module who is
 * signed in, so this module cannot ask for the layout.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Identity and permissions",
        allowedDependencies = {"shared"})
package org.thun.identity;
