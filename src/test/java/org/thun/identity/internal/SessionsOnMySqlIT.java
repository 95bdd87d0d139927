package org.thun.identity.internal;

import org.thun.testing.ThunMySqlTest;

/** Sessions where a connection that only reads refuses to write. */
@ThunMySqlTest
class SessionsOnMySqlIT extends SessionsModuleTests {}
