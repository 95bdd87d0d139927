package org.thun.tasks;

import org.thun.testing.ThunMySqlTest;

/** Who can decide while somebody is away, on the database of production. */
@ThunMySqlTest
class CoverOnMySqlIT extends CoverTests {}
