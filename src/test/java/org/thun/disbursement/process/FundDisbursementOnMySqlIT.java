package org.thun.disbursement.process;

import org.thun.testing.ThunMySqlTest;

/** Everything the payment process promises, on the database of production: locks, unique keys and exact amounts. */
@ThunMySqlTest
class FundDisbursementOnMySqlIT extends FundDisbursementProcessTests {}
