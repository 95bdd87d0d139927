package org.thun.scenario;

import org.thun.testing.ThunTest;

@ThunTest
class MidnightTests extends Midnight {}
