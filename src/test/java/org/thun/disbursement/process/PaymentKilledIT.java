package org.thun.disbursement.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.EntryKind;
import org.thun.disbursement.MoneyFixture;
import org.thun.disbursement.MoneyFixture.Case;
import org.thun.disbursement.TrancheState;
import org.thun.disbursement.process.PaymentThatIsKilled.Moment;
import org.thun.grants.GrantFixture;
import org.thun.shared.Money;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ChildJvm;
import org.thun.testing.ThunMySqlTest;
import org.thun.workflow.ProcessRun;
import org.thun.workflow.Processes;

/**
 * {@code kill -9} in the middle of the payment step: a second application on the same database is killed while it records a
 * payment. What it had not committed is gone, what it had committed stays, and the case goes on: paid exactly once.
 */
@ThunMySqlTest
class PaymentKilledIT {

    private static final String AMOUNT = "1000000.00";
    private static final String FIRST = "300000.00";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    MoneyFixture money;

    @Autowired
    GrantFixture grants;

    @Autowired
    Disbursements disbursements;

    @Autowired
    TaskDesk desk;

    @Autowired
    Processes processes;

    @Autowired
    AuditTrail audit;

    @Autowired
    Environment environment;

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = Moment.class, mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    @DisplayName("BR-48: killed in the payment step, the payment is entered exactly once and the case goes on")
    void paysOnceWhenKilled(Moment moment) {
        Case one = ordered();
        OpenTask task = grants.task(one.id(), "task_recordPayment");
        killed(moment, one, task);

        assertThat(paid(one)).hasSize(moment.leavesThePayment() ? 1 : 0);
        assertThat(audit.verify(one.id()).holds()).isTrue();
        Completion again = desk.complete(task.taskId(), money.paid(), one.maker());
        assertThat(again).isInstanceOf(
                moment.leavesThePayment() ? Completion.AlreadyDone.class : Completion.Completed.class);
        reachesItsEndPaidOnce(one);
    }

    @Test
    @DisplayName("After kill -9 a restarted application takes the same payment where it was")
    void goesOnAfterARestart() {
        Case one = ordered();
        OpenTask task = grants.task(one.id(), "task_recordPayment");
        killed(Moment.BEFORE_THE_COMMIT, one, task);
        try (ChildJvm restarted = start(Moment.NEVER, one, task)) {
            assertThat(restarted.hear(PATIENCE)).isEqualTo("Completed");
        }
        assertThat(desk.complete(task.taskId(), money.paid(), one.maker())).isInstanceOf(Completion.AlreadyDone.class);
        reachesItsEndPaidOnce(one);
    }

    private Case ordered() {
        Case one = money.running(AMOUNT);
        money.ordered(one, FIRST);
        return one;
    }

    private void killed(Moment moment, Case one, OpenTask task) {
        try (ChildJvm node = start(moment, one, task)) {
            assertThat(node.hear(PATIENCE)).isEqualTo(moment.name());
            node.kill();
        }
    }

    private ChildJvm start(Moment moment, Case one, OpenTask task) {
        Map<String, String> database = Stream.of("HOST", "PORT", "NAME", "USER", "PASSWORD")
                .map("THUN_DB_"::concat)
                .collect(Collectors.toMap(name -> name, environment::getRequiredProperty));
        return ChildJvm.start(PaymentThatIsKilled.class, database, moment.name(), task.taskId(),
                one.maker().accountId(), grants.today().toString());
    }

    private void reachesItsEndPaidOnce(Case one) {
        grants.complete(one.id(), "task_confirmReceipt", one.finance(), money.receipt(FIRST));
        assertThat(money.tranche(one, 1).state()).isEqualTo(TrancheState.RECEIPTED);
        assertThat(paid(one)).containsExactly(Money.parse(FIRST));
        assertThat(disbursements.balance(one.id())).isEqualTo(Money.parse(FIRST));
        assertThat(processes.ofCases(List.of(one.id())).stream()
                        .filter(run -> run.businessKey().equals(money.tranche(one, 1).id())))
                .hasSize(1)
                .noneMatch(ProcessRun::isOpen);
        assertThat(audit.stream(one.id()).stream().map(AuditEntry::command).filter("tranche.pay"::equals)).hasSize(1);
        assertThat(audit.verify(one.id()).holds()).isTrue();
    }

    private List<Money> paid(Case one) {
        return disbursements.ledger(one.id()).stream()
                .filter(entry -> entry.kind() == EntryKind.TRANCHE_PAID)
                .map(entry -> entry.amount())
                .toList();
    }
}
