package org.thun.workflow.internal;

import org.thun.testing.ThunMySqlTest;

/** Everything promised about moving runs, on the database of production: what a trial takes back most of all. */
@ThunMySqlTest
class ProcessMigrationsOnMySqlIT extends ProcessMigrationsTests {}
