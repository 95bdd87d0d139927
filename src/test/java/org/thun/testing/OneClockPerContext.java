package org.thun.testing;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.thun.shared.BusinessClock;

/**
 * The engine's clock is one for the whole JVM, while each application under test has its own business clock: before each
 * test class they are brought together again, whichever application has run before.
 */
public class OneClockPerContext extends AbstractTestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
        if (test.hasApplicationContext() || test.getTestClass().isAnnotationPresent(ThunTest.class)) {
            test.getApplicationContext().getBeanProvider(BusinessClock.class).ifAvailable(clock ->
                    ClockUtil.offset(Duration.between(Clock.systemUTC().instant(), clock.now()).toMillis()));
        }
    }

    /** After the context has been injected. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
