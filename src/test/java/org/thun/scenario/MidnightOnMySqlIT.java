package org.thun.scenario;

import org.thun.testing.ThunMySqlTest;

@ThunMySqlTest
class MidnightOnMySqlIT extends Midnight {}
