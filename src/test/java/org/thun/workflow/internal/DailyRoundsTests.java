package org.thun.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.TransactionDefinition;
import org.thun.shared.BusinessClock;
import org.thun.workflow.DailyWork;

class DailyRoundsTests {

    private static final LocalDate FIRST = LocalDate.of(2016, 5, 1);

    private final TreeSet<LocalDate> done = new TreeSet<>();
    private final List<String> did = new ArrayList<>();
    private final ClockMapper days = mock(ClockMapper.class);
    private LocalDate today = FIRST;
    private LocalDate failsOn;

    @BeforeEach
    void daysInMemory() {
        given(days.lastDay()).willAnswer(call -> done.isEmpty() ? null : done.last());
        willAnswer(call -> done.add(call.getArgument(0))).given(days).insertDay(any(), any());
    }

    @Test
    void beginsWithTheDayOfTheFirstStart() {
        rounds().catchUp();
        assertThat(did).containsExactly("a 2016-05-01", "b 2016-05-01");
    }

    @Test
    void makesUpMissedDaysInOrderOnce() {
        rounds().catchUp();
        did.clear();
        today = FIRST.plusDays(3);
        rounds().catchUp();
        rounds().catchUp();
        assertThat(did).containsExactly("a 2016-05-02", "b 2016-05-02", "a 2016-05-03", "b 2016-05-03",
                "a 2016-05-04", "b 2016-05-04");
    }

    @Test
    void leavesADayUndoneWhoseWorkFailedAndGoesNoFurther() {
        rounds().catchUp();
        did.clear();
        today = FIRST.plusDays(3);
        failsOn = FIRST.plusDays(2);
        assertThatThrownBy(() -> rounds().catchUp()).hasMessage("a cannot");
        assertThat(did).as("the others' work of that day is done").containsExactly(
                "a 2016-05-02", "b 2016-05-02", "b 2016-05-03");
        assertThat(done.last()).isEqualTo(FIRST.plusDays(1));

        failsOn = null;
        did.clear();
        rounds().catchUp();
        assertThat(did).containsExactly("a 2016-05-03", "b 2016-05-03", "a 2016-05-04", "b 2016-05-04");
    }

    private DailyRounds rounds() {
        BusinessClock clock = () -> today.atTime(8, 0).atZone(BusinessClock.ZONE).toInstant();
        return new DailyRounds(works(), days, clock, new Transactions());
    }

    private ObjectProvider<DailyWork> works() {
        DailyWork a = day -> {
            if (day.equals(failsOn)) {
                throw new IllegalStateException("a cannot");
            }
            did.add("a " + day);
        };
        DailyWork b = day -> did.add("b " + day);
        return new ObjectProvider<>() {
            @Override
            public Stream<DailyWork> orderedStream() {
                return Stream.of(a, b);
            }
        };
    }

    /** Transactions without a database. */
    private static final class Transactions extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // Nothing to begin.
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            // Nothing to commit.
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            // Nothing to take back.
        }
    }
}
