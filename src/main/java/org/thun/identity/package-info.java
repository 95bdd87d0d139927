/**
 * Who somebody is and what they may do: accounts, the posts they hold (role, scope, dates), sign-in and the permission
 * matrix. Owns {@code account}, {@code account_post} and the session tables; depends on shared values only.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Identity and permissions",
        allowedDependencies = {"shared"})
package org.thun.identity;
