package org.thun.tasks;

import org.thun.testing.ThunMySqlTest;

/** Everything that is promised when people leave, on the database of production. */
@ThunMySqlTest
class HandOverOnMySqlIT extends HandOverTests {}
