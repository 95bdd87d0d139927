package org.thun.tasks;

import org.thun.testing.ThunMySqlTest;

/** Everything that is promised of deputies, on the database of production. */
@ThunMySqlTest
class DeputyOnMySqlIT extends DeputyTests {}
