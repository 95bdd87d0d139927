package org.thun.evaluation.process;

import org.thun.testing.ThunMySqlTest;

/** Everything the evaluation process promises, on the database of production. */
@ThunMySqlTest
class EvaluationOnMySqlIT extends EvaluationProcessTests {}
