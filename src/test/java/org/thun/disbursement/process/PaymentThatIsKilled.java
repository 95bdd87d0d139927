package org.thun.disbursement.process;

import java.time.LocalDate;
import java.util.Map;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.thun.ThunApplication;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ChildJvm;
import org.thun.workflow.TrainingClock;

/**
 * Another node of the application, which records one payment. Its arguments: when to wait to be killed ({@link Moment}), the
 * task, the person, the business day.
 */
class PaymentThatIsKilled {

    /** Where in the payment step the application dies. */
    enum Moment {
        /** The ledger has the payment; tranche, process and audit are still to be written. */
        AFTER_THE_LEDGER_ENTRY,
        /** Everything is written, nothing is committed. */
        BEFORE_THE_COMMIT,
        /** Everything is committed; the person has not been told. */
        AFTER_THE_COMMIT,
        /** It does not die. */
        NEVER;

        boolean leavesThePayment() {
            return this == AFTER_THE_COMMIT;
        }
    }

    private PaymentThatIsKilled() {}

    public static void main(String[] arguments) {
        ThunApplication.useThaiWithoutCountry();
        ApplicationContext node = new SpringApplicationBuilder(ThunApplication.class, Trap.class)
                .profiles("test", "mysql")
                .properties(Map.of("spring.main.lazy-initialization", "true", "server.port", "0",
                        "thun.test.kill", arguments[0]))
                .web(WebApplicationType.SERVLET)
                .run();
        // Lazily made like all beans; only once it is there does the application live in the time of its database.
        node.getBean(TrainingClock.class);
        Actor maker = node.getBean(Accounts.class).actor(arguments[2]).orElseThrow();
        Map<String, Object> form = Map.of(
                "result", "PAID", "bankReference", "REF-1", "paidOn", LocalDate.parse(arguments[3]).toString());
        Completion completion = node.getBean(TaskDesk.class).complete(arguments[1], form, maker);
        ChildJvm.say(completion instanceof Completion.Refused ? completion.toString() : completion.getClass().getSimpleName());
        System.exit(0);
    }

    /** Waits to be killed at the chosen moment of the transaction that enters a payment in the ledger. */
    static class Trap {

        @Bean
        LedgerWatch ledgerWatch(@Value("${thun.test.kill}") Moment moment) {
            return new LedgerWatch(moment);
        }
    }

    @Intercepts(@Signature(type = Executor.class, method = "update", args = {MappedStatement.class, Object.class}))
    static class LedgerWatch implements Interceptor {

        private final Moment moment;

        LedgerWatch(Moment moment) {
            this.moment = moment;
        }

        @Override
        public Object intercept(Invocation invocation) throws Throwable {
            Object written = invocation.proceed();
            if (((MappedStatement) invocation.getArgs()[0]).getId().endsWith("LedgerMapper.insert")) {
                entered();
            }
            return written;
        }

        private void entered() {
            if (moment == Moment.AFTER_THE_LEDGER_ENTRY) {
                ChildJvm.waitToBeKilled(moment.name());
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    if (moment == Moment.BEFORE_THE_COMMIT) {
                        ChildJvm.waitToBeKilled(moment.name());
                    }
                }

                @Override
                public void afterCommit() {
                    if (moment == Moment.AFTER_THE_COMMIT) {
                        ChildJvm.waitToBeKilled(moment.name());
                    }
                }
            });
        }
    }
}
