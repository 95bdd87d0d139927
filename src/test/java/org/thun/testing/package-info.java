/**
 * What tests share: the MySQL server and the browser of the machine they run on. A test that needs one says so with
 * {@link org.thun.testing.RequiresMySql} or {@link org.thun.testing.RequiresBrowser}.
 */
package org.thun.testing;
