package org.thun.disbursement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditTrail;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.EntryKind;
import org.thun.disbursement.LedgerEntry;
import org.thun.disbursement.MoneyFixture;
import org.thun.disbursement.MoneyFixture.Case;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.TrancheState;
import org.thun.disbursement.Voucher;
import org.thun.disbursement.VoucherState;
import org.thun.grants.GrantFixture;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.parties.Organisations;
import org.thun.programmes.ApprovalLimit;
import org.thun.progress.MoneyReceived;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;
import org.thun.testing.ThunTest;
import org.thun.workflow.Processes;
import org.thun.workflow.TrainingClock;

@ThunTest
class FundDisbursementProcessTests {

    private static final String AMOUNT = "1000000.00";
    private static final String FIRST = "300000.00";

    @Autowired
    MoneyFixture money;

    @Autowired
    GrantFixture grants;

    @Autowired
    Disbursements disbursements;

    @Autowired
    Organisations organisations;

    @Autowired
    TrancheDesk desk;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Accounts accounts;

    @Autowired
    Processes processes;

    @Autowired
    AuditTrail audit;

    @Autowired
    List<MoneyReceived> ledgers;

    @Autowired
    PaymentAuthority authority;

    @Autowired
    TrainingClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    @DisplayName("BR-02: the tranches are those of the agreement; the first can be asked for, the others wait")
    void laysTheTranchesOutWhenTheAgreementTakesEffect() {
        Case one = money.running("1000000.03");
        List<Tranche> tranches = disbursements.tranches(one.id());
        assertThat(tranches).extracting(Tranche::state).containsExactly(TrancheState.ELIGIBLE, TrancheState.PLANNED,
                TrancheState.PLANNED, TrancheState.PLANNED);
        assertThat(Money.sum(tranches.stream().map(Tranche::agreed).toList())).isEqualTo(Money.parse("1000000.03"));
        assertThat(grants.steps(one.id())).containsOnlyOnce("task_requestTranche");
    }

    @Test
    void paysATrancheFromRequestToReceiptAndEntersItInTheLedgerOnce() {
        Case one = money.running(AMOUNT);
        money.receipted(one, FIRST);
        Tranche tranche = money.tranche(one, 1);
        assertThat(tranche.state()).isEqualTo(TrancheState.RECEIPTED);
        assertThat(tranche.paid()).isEqualTo(Money.parse(FIRST));
        assertThat(disbursements.ledger(one.id()))
                .extracting(LedgerEntry::kind, LedgerEntry::amount, LedgerEntry::trancheNo)
                .containsExactly(tuple(EntryKind.TRANCHE_PAID, Money.parse(FIRST), 1));
        assertThat(disbursements.balance(one.id())).isEqualTo(Money.parse(FIRST));
        assertThat(today(one, MoneyReceived::received)).isEqualTo(Money.parse(FIRST));
        assertThat(processes.openRuns(tranche.id())).isEmpty();
        assertThat(audit.verify(one.id()).holds()).isTrue();
    }

    @Test
    @DisplayName("BR-45: the voucher says the amount in Thai words and freezes the verified account")
    void writesTheAmountInWordsOnTheVoucher() {
        Case one = money.running(AMOUNT);
        money.vouchered(one, FIRST);
        Voucher voucher = desk.voucher(money.tranche(one, 1).id()).orElseThrow();
        assertThat(voucher.amountInWords()).isEqualTo("สามแสนบาทถ้วน");
        assertThat(voucher.accountNumber()).isEqualTo("1234567890");
        assertThat(voucher.amount()).isEqualTo(Money.parse(FIRST));
    }

    @Test
    void skipsATrancheThatIsNotAskedForAndNeedsAReasonForIt() {
        Case one = money.running(AMOUNT);
        assertRefused(submit(one, "task_requestTranche", one.finance(), Map.of("choice", "SKIP")),
                "disbursement.problem.reasonNeeded", null);
        grants.complete(one.id(), "task_requestTranche", one.finance(), Map.of("choice", "SKIP", "reason", "ยังมีเงินพอ"));
        assertThat(money.tranche(one, 1).state()).isEqualTo(TrancheState.SKIPPED);
        assertThat(processes.openRuns(money.tranche(one, 1).id())).isEmpty();
    }

    @Test
    void refusesARequestAboveTheTranche() {
        Case one = money.running(AMOUNT);
        assertRefused(submit(one, "task_requestTranche", one.finance(), money.ask("300000.01")),
                "disbursement.problem.aboveCeiling", "BR-02");
    }

    @Test
    @DisplayName("BR-45: an amount with three decimals is refused, not rounded")
    void refusesAnAmountWithThreeDecimals() {
        Case one = money.running(AMOUNT);
        Completion refused = submit(one, "task_requestTranche", one.finance(), money.ask("100000.005"));
        assertRefused(refused, "tasks.problem.money", null);
        assertThat(((Completion.Refused) refused).problems().get(0).field()).isEqualTo("amount");
    }

    @Test
    void readsThaiDigitsInAmounts() {
        Case one = money.running(AMOUNT);
        grants.complete(one.id(), "task_requestTranche", one.finance(), money.ask("๑๐๐,๐๐๐.๕๐"));
        assertThat(money.tranche(one, 1).requested()).isEqualTo(Money.parse("100000.50"));
    }

    @Test
    void returnsTheRequestToWhoPreparedIt() {
        Case one = money.running(AMOUNT);
        grants.complete(one.id(), "task_requestTranche", one.finance(), money.ask(FIRST));
        assertRefused(submit(one, "task_signTrancheRequest", one.lead(), Map.of("decision", "RETURN")),
                "disbursement.problem.reasonNeeded", null);
        grants.complete(one.id(), "task_signTrancheRequest", one.lead(),
                Map.of("decision", "RETURN", "reason", "แก้วัตถุประสงค์"));
        money.requested(one, FIRST);
        grants.complete(one.id(), "task_checkTrancheGates", one.officer(),
                Map.of("decision", "RETURN", "reason", "แนบแผน"));
        assertThat(desk.request(money.tranche(one, 1).id()).orElseThrow().returnReason()).isEqualTo("แนบแผน");
        assertThat(grants.steps(one.id())).contains("task_requestTranche");
    }

    @Test
    @DisplayName("BR-03: nothing passes to an account that is not verified; the refusal names rule and helper")
    void refusesToPassWhileAGateIsClosed() {
        Case one = money.running(AMOUNT);
        money.requested(one, FIRST);
        money.enterAccount();
        assertRefused(submit(one, "task_checkTrancheGates", one.officer(), Map.of("decision", "PASS", "amount", FIRST)),
                "disbursement.gate.account.missing", "BR-03");
        assertThat(money.tranche(one, 1).state()).isEqualTo(TrancheState.REQUESTED);
        money.verifyAccount();
        grants.complete(one.id(), "task_checkTrancheGates", one.officer(), Map.of("decision", "PASS", "amount", FIRST));
    }

    @Test
    @DisplayName("SD8: the verified account of a running grant changes by amendment only, whoever tries")
    void keepsTheAccountThatIsPaidToOutOfReach() {
        Case one = money.running(AMOUNT);
        var elsewhere = new Organisations.NewBankAccount("ธนาคารอื่น", "9876543210", "บัญชีอื่น");
        for (Actor person : List.of(one.finance(), one.lead(), one.officer())) {
            assertThat(organisations.abilities(grants.grantee(), person).accountByAmendment()).isTrue();
            assertThat(organisations.enterBankAccount(grants.grantee(), elsewhere, person).problems())
                    .extracting(Problem::messageKey, Problem::rule)
                    .containsExactly(tuple("parties.problem.account_by_amendment", "SD8"));
        }
        assertThat(organisations.find(grants.grantee()).orElseThrow().bankAccount().accountNumber())
                .isNotEqualTo("9876543210");
    }

    @Test
    void holdsATrancheWithAReasonUntilItIsCheckedAgain() {
        Case one = money.running(AMOUNT);
        money.requested(one, FIRST);
        grants.complete(one.id(), "task_checkTrancheGates", one.officer(), Map.of("decision", "HOLD", "reason", "รอมติ"));
        assertThat(money.tranche(one, 1).state()).isEqualTo(TrancheState.ON_HOLD);
        assertThat(money.tranche(one, 1).holdReason()).isEqualTo("รอมติ");
        grants.complete(one.id(), "task_checkTrancheGates", one.officer(), Map.of("decision", "PASS", "amount", FIRST));
        assertThat(money.tranche(one, 1).state()).isEqualTo(TrancheState.CHECKED);
        assertThat(money.tranche(one, 1).holdReason()).isNull();
    }

    @Test
    void asksWhatBecomesOfTheRestWhenLessIsPaidAndCarriesIt() {
        Case one = money.running(AMOUNT);
        money.requested(one, "200000.00");
        Map<String, Object> pass = new HashMap<>(Map.of("decision", "PASS", "amount", "200000.00"));
        assertRefused(submit(one, "task_checkTrancheGates", one.officer(), pass),
                "disbursement.problem.restNeeded", "BR-05");
        pass.put("rest", "CARRY");
        grants.complete(one.id(), "task_checkTrancheGates", one.officer(), pass);
        grants.complete(one.id(), "task_makeVoucher", one.maker(), money.voucher());
        grants.complete(one.id(), "task_approvePayment", one.approver(), Map.of("decision", "APPROVE"));
        grants.complete(one.id(), "task_approvePaymentSecondKey", one.board(), Map.of("decision", "APPROVE"));
        grants.complete(one.id(), "task_recordPayment", one.maker(), money.paid());
        assertThat(money.tranche(one, 1).state()).isEqualTo(TrancheState.PART_PAID);
        assertThat(money.tranche(one, 2).ceiling()).isEqualTo(Money.ofBaht(400_000));
        assertThat(money.tranche(one, 2).agreed()).as("the agreement stays").isEqualTo(Money.ofBaht(300_000));
    }

    @Test
    void refusesToPassMoreThanWasAskedFor() {
        Case one = money.running(AMOUNT);
        money.requested(one, "200000.00");
        assertRefused(submit(one, "task_checkTrancheGates", one.officer(), Map.of("decision", "PASS", "amount", FIRST)),
                "disbursement.problem.abovePayable", "BR-02");
    }

    @Test
    @DisplayName("SD2: the maker of a voucher never approves it, also with both roles")
    void keepsTheFirstKeyFromTheMaker() {
        Case one = money.running(AMOUNT);
        money.vouchered(one, FIRST);
        Actor both = grants.withFurtherPost(one.maker(), Role.FA);
        OpenTask firstKey = grants.task(one.id(), "task_approvePayment");
        assertThat(tasks.open(firstKey.taskId(), both)).isEmpty();
        assertThat(tasks.complete(firstKey.taskId(), Map.of("decision", "APPROVE"), both))
                .isInstanceOf(Completion.Unknown.class);
        Outcome<Void> pastTheInbox = inTransaction(() -> desk.turnFirstKey(money.tranche(one, 1).id(),
                new TrancheDesk.Authority(new LocalizedText("ผู้อำนวยการ", null), false), both));
        assertThat(pastTheInbox.problems()).extracting(Problem::rule).containsExactly("SD2");
    }

    @Test
    @DisplayName("SD2: two keys are two people, neither of them the maker")
    void keepsTheSecondKeyFromTheMakerAndFromTheFirstKey() {
        Case one = money.running(AMOUNT);
        money.firstKey(one, FIRST);
        Actor makerToo = grants.withFurtherPost(one.maker(), Role.AP);
        Actor approverToo = grants.withFurtherPost(one.approver(), Role.AP);
        String taskId = grants.task(one.id(), "task_approvePaymentSecondKey").taskId();
        assertThat(tasks.open(taskId, makerToo)).isEmpty();
        assertThat(tasks.open(taskId, approverToo)).isEmpty();
        assertThat(tasks.open(taskId, one.board())).isPresent();
        assertThat(inTransaction(() -> desk.turnSecondKey(money.tranche(one, 1).id(), "มติ 1", approverToo)).problems())
                .extracting(Problem::rule)
                .containsExactly("SD2");
    }

    @Test
    @DisplayName("SD2: nobody of the grantee acts for the funder, even if appointed after the task came up")
    void keepsPeopleOfTheGranteeFromTheFundersSteps() {
        Case one = money.running(AMOUNT);
        money.checked(one, FIRST);
        Actor financeToo = grants.withFurtherPost(one.finance(), Role.FM);
        assertThat(submit(one, "task_makeVoucher", financeToo, money.voucher())).isInstanceOf(Completion.Unknown.class);
        accounts.appoint(one.maker().accountId(), new Post(Role.GC, ScopeKind.GRANT, one.id(),
                LocalDate.of(2000, 1, 1), null), null);
        assertThat(submit(one, "task_makeVoucher", accounts.actor(one.maker().accountId()).orElseThrow(),
                money.voucher())).isInstanceOf(Completion.Unknown.class);
    }

    @Test
    void voidsTheVoucherAndItsApprovalsWhenAKeyIsRefused() {
        Case one = money.running(AMOUNT);
        money.firstKey(one, FIRST);
        grants.complete(one.id(), "task_approvePaymentSecondKey", one.board(),
                Map.of("decision", "RETURN", "reason", "เลขบัญชีไม่ชัด"));
        Voucher voided = desk.voucher(money.tranche(one, 1).id()).orElseThrow();
        assertThat(voided.state()).isEqualTo(VoucherState.VOID);
        assertThat(money.tranche(one, 1).state()).isEqualTo(TrancheState.CHECKED);
        assertRefused(submit(one, "task_makeVoucher", one.maker(),
                Map.of("voucherNo", voided.number(), "voucherOn", clock.today().toString())),
                "disbursement.problem.numberTaken", null);
        grants.complete(one.id(), "task_makeVoucher", one.maker(), money.voucher());
        grants.complete(one.id(), "task_approvePayment", one.approver(), Map.of("decision", "RETURN", "reason", "แก้วันที่"));
        assertThat(grants.steps(one.id())).contains("task_makeVoucher");
    }

    @Test
    @DisplayName("BR-32: above the first limit the second key names the resolution of the board")
    void asksForTheResolutionOfTheBoardByAmount() {
        Case one = money.running(AMOUNT);
        money.firstKey(one, FIRST);
        assertThat(desk.voucher(money.tranche(one, 1).id()).orElseThrow().authority().en()).isEqualTo("Plan board");
        assertRefused(submit(one, "task_approvePaymentSecondKey", one.board(), Map.of("decision", "APPROVE")),
                "disbursement.problem.resolutionNeeded", "BR-32");
        Case small = money.running("500000.00");
        money.firstKey(small, "150000.00");
        grants.complete(small.id(), "task_approvePaymentSecondKey", small.board(), Map.of("decision", "APPROVE"));
        assertThat(money.tranche(small, 1).state()).isEqualTo(TrancheState.PAYMENT_ORDERED);
    }

    @Test
    @DisplayName("BR-32: an amount for which the programme names nobody is refused and says whom to ask")
    void refusesAnAmountNobodyMayApprove() {
        List<ApprovalLimit> limits =
                List.of(new ApprovalLimit(Money.ofBaht(200_000), "director", new LocalizedText("ผู้อำนวยการ", null), null));
        assertThat(authority.over(Money.ofBaht(200_000), limits).isDone()).isTrue();
        assertThat(authority.over(Money.parse("200000.01"), limits).problems())
                .extracting(Problem::messageKey, Problem::rule)
                .containsExactly(tuple("disbursement.problem.noAuthority", "BR-32"));
        assertThat(authority.over(Money.ofBaht(1), List.of()).isDone()).isFalse();
    }

    @Test
    void refusesAKeyWhenAGateHasClosedAgain() {
        Case one = money.running(AMOUNT);
        money.vouchered(one, FIRST);
        money.enterAccount();
        assertRefused(submit(one, "task_approvePayment", one.approver(), Map.of("decision", "APPROVE")),
                "disbursement.gate.account.missing", "BR-03");
        money.verifyAccount();
    }

    @Test
    void makesANewVoucherWhenTheBankReturnsTheMoney() {
        Case one = money.running(AMOUNT);
        money.ordered(one, FIRST);
        grants.complete(one.id(), "task_recordPayment", one.maker(),
                Map.of("result", "RETURNED_BY_BANK", "reason", "ปิดบัญชี"));
        assertThat(money.tranche(one, 1).state()).isEqualTo(TrancheState.RETURNED_BY_BANK);
        assertThat(disbursements.ledger(one.id())).isEmpty();
        grants.complete(one.id(), "task_makeVoucher", one.maker(), money.voucher());
        assertThat(grants.steps(one.id())).contains("task_approvePayment");
    }

    @Test
    void refusesAPayDayBeforeTheOrderOrInTheFuture() {
        Case one = money.running(AMOUNT);
        money.ordered(one, FIRST);
        for (LocalDate day : List.of(clock.today().minusDays(1), clock.today().plusDays(1))) {
            assertRefused(submit(one, "task_recordPayment", one.maker(),
                    Map.of("result", "PAID", "bankReference", "R", "paidOn", day.toString())),
                    "disbursement.problem.payDay", null);
        }
        assertRefused(submit(one, "task_recordPayment", one.maker(), Map.of("result", "PAID")),
                "disbursement.problem.paymentFactsNeeded", null);
    }

    @Test
    void refusesAReceiptOverAnotherAmount() {
        Case one = money.running(AMOUNT);
        money.paid(one, FIRST);
        assertRefused(submit(one, "task_confirmReceipt", one.finance(), money.receipt("299999.99")),
                "disbursement.problem.receiptDiffers", null);
    }

    @Test
    @DisplayName("Two people record the same payment at the same moment: one wins, one is told, one entry stands")
    void entersAPaymentOnceWhenTwoRecordItAtTheSameMoment() throws Exception {
        Case one = money.running(AMOUNT);
        money.ordered(one, FIRST);
        String taskId = grants.task(one.id(), "task_recordPayment").taskId();
        Actor another = grants.ofProgramme(Role.FM);
        List<Completion> both = atTheSameMoment(
                () -> tasks.complete(taskId, money.paid(), one.maker()),
                () -> tasks.complete(taskId, money.paid(), another));
        assertThat(both).filteredOn(Completion.Completed.class::isInstance).hasSize(1);
        assertThat(both).filteredOn(Completion.AlreadyDone.class::isInstance).hasSize(1);
        assertThat(disbursements.ledger(one.id())).hasSize(1);
        assertThat(money.tranche(one, 1).state()).isEqualTo(TrancheState.PAID);
    }

    @Test
    @DisplayName("BR-48: a request submitted twice is one request")
    void takesADoubleSubmitAsOne() {
        Case one = money.running(AMOUNT);
        String taskId = grants.task(one.id(), "task_requestTranche").taskId();
        assertThat(tasks.complete(taskId, money.ask(FIRST), one.finance())).isInstanceOf(Completion.Completed.class);
        assertThat(tasks.complete(taskId, money.ask(FIRST), one.finance())).isInstanceOf(Completion.AlreadyDone.class);
        assertThat(money.tranche(one, 1).state()).isEqualTo(TrancheState.REQUESTED);
    }

    @Test
    @DisplayName("BR-48: one open request per grant")
    void refusesASecondRequestWhileAnotherIsOpen() {
        Case one = money.running(AMOUNT);
        money.requested(one, FIRST);
        money.accept(one, 1, "0.00", "1000000.00");
        assertRefused(submit(one, "task_requestTranche", one.finance(), money.ask("1000.00")),
                "disbursement.problem.otherRequestOpen", "BR-48");
    }

    @Test
    @DisplayName("A crash after the ledger entry and before the engine's step leaves nothing; the retry pays once")
    void rollsAnInterruptedPaymentBackWholly() {
        Case one = money.running(AMOUNT);
        money.ordered(one, FIRST);
        String trancheId = money.tranche(one, 1).id();
        TransactionTemplate killed = new TransactionTemplate(transactions);
        killed.executeWithoutResult(status -> {
            desk.recordPayment(trancheId, "REF-1", clock.today(), one.maker().as(Role.FM)).orElseThrow();
            assertThat(disbursements.ledger(one.id())).hasSize(1);
            status.setRollbackOnly();
        });
        assertThat(disbursements.ledger(one.id())).isEmpty();
        assertThat(money.tranche(one, 1).state()).isEqualTo(TrancheState.PAYMENT_ORDERED);
        assertThat(audit.verify(one.id()).holds()).isTrue();
        grants.complete(one.id(), "task_recordPayment", one.maker(), money.paid());
        assertThat(disbursements.ledger(one.id())).hasSize(1);
    }

    @Test
    void remindsBeforeTheRequestIsDueAndMarksItLateAfterwards() {
        Case one = money.running(AMOUNT);
        LocalDate dueOn = money.tranche(one, 1).requestDueOn();
        clock.moveTo(dueOn);
        assertThat(audit.stream(one.id())).extracting(entry -> entry.command()).contains("tranche.remind");
        assertThat(money.tranche(one, 1).overdueSince()).isNull();
        clock.moveTo(dueOn.plusDays(1));
        assertThat(money.tranche(one, 1).overdueSince()).isEqualTo(dueOn.plusDays(1));
        assertThat(grants.steps(one.id())).as("lateness takes nothing away (BR-14)").contains("task_requestTranche");
        clock.moveTo(dueOn.plusDays(9));
        assertThat(audit.stream(one.id()).stream().filter(entry -> entry.command().equals("tranche.overdue")))
                .hasSize(1);
    }

    @Test
    void opensTheNextTrancheWhenItsPeriodIsAcceptedAndEntersItsFiguresOnce() {
        Case one = money.running(AMOUNT);
        money.receipted(one, FIRST);
        money.accept(one, 1, "250000.00", "350000.00");
        money.tellAccepted(one, 1);
        assertThat(disbursements.ledger(one.id())).extracting(LedgerEntry::kind)
                .containsExactly(EntryKind.TRANCHE_PAID, EntryKind.EXPENSE, EntryKind.INTEREST);
        assertThat(disbursements.balance(one.id())).isEqualTo(Money.parse("50012.34"));
        assertThat(money.tranche(one, 2).state()).isEqualTo(TrancheState.ELIGIBLE);
        assertThat(grants.steps(one.id()).stream().filter("task_requestTranche"::equals)).hasSize(1);
        money.receipted(one, FIRST);
        assertThat(disbursements.balance(one.id())).isEqualTo(Money.parse("350012.34"));
    }

    @Test
    @DisplayName("BR-05: with too little spent the officer pays what the next period needs")
    void paysTheForecastNeedOnlyWhenTooLittleIsSpent() {
        Case one = money.running(AMOUNT);
        money.receipted(one, FIRST);
        money.accept(one, 1, "100000.00", "350012.34");
        assertThat(disbursements.gates(one.id(), 2).reduced()).isTrue();
        money.requested(one, FIRST);
        assertRefused(submit(one, "task_checkTrancheGates", one.officer(), Map.of("decision", "PASS", "amount", FIRST)),
                "disbursement.problem.abovePayable", "BR-05");
        grants.complete(one.id(), "task_checkTrancheGates", one.officer(),
                Map.of("decision", "PASS", "amount", "150000.00", "rest", "CANCEL"));
        assertThat(money.tranche(one, 2).payable()).isEqualTo(Money.ofBaht(150_000));
    }

    @Test
    void becomesEligibleOnTheDayItsGatesAreMet() {
        money.verifyAccount();
        Case one = money.running(AMOUNT);
        money.receipted(one, FIRST);
        money.enterAccount();
        money.accept(one, 1, "250000.00", "350000.00");
        assertThat(money.tranche(one, 2).state()).isEqualTo(TrancheState.PLANNED);
        money.verifyAccount();
        clock.moveTo(clock.today().plusDays(1));
        assertThat(money.tranche(one, 2).state()).isEqualTo(TrancheState.ELIGIBLE);
    }

    @Test
    @DisplayName("BR-06: the last tranche opens at close-out and pays no more than is needed")
    void opensTheLastTrancheUpToTheNeed() {
        Case one = money.running(AMOUNT);
        money.receipted(one, FIRST);
        assertThat(openLast(one, "20000.00")).isTrue();
        assertThat(openLast(one, "20000.00")).as("again does nothing more").isTrue();
        assertThat(money.tranche(one, 4).ceiling()).isEqualTo(Money.ofBaht(20_000));
        assertThat(grants.steps(one.id()).stream().filter("task_requestTranche"::equals)).hasSize(1);
    }

    @Test
    void settlesTheLastTrancheAtOnceWhenNothingIsNeeded() {
        Case one = money.running(AMOUNT);
        assertThat(openLast(one, "0.00")).isFalse();
        assertThat(money.tranche(one, 4).state()).isEqualTo(TrancheState.SKIPPED);
        assertThat(openLast(one, "0.00")).isFalse();
    }

    @Test
    void entersARefundOnce() {
        Case one = money.running(AMOUNT);
        money.receipted(one, FIRST);
        for (int told = 0; told < 2; told++) {
            inTransaction(() -> {
                disbursements.recordRefund(one.id(), Money.parse("300000.00"), clock.today(), "TRF", "refund-1",
                        one.maker().as(Role.FM));
                return null;
            });
        }
        assertThat(disbursements.balance(one.id())).isEqualTo(Money.ZERO);
        assertThat(today(one, MoneyReceived::refunded)).isEqualTo(Money.parse(FIRST));
    }

    private boolean openLast(Case one, String needed) {
        return inTransaction(
                () -> disbursements.openLastTranche(one.id(), Money.parse(needed), one.officer().as(Role.PO)));
    }

    /** What the period reports are told of this day. */
    private Money today(Case one, Telling telling) {
        return Money.sum(ledgers.stream()
                .map(ledger -> telling.of(ledger, one.id(), clock.today(), clock.today()))
                .toList());
    }

    private interface Telling {
        Money of(MoneyReceived ledger, String grantId, LocalDate from, LocalDate to);
    }

    private Completion submit(Case one, String elementId, Actor actor, Map<String, Object> form) {
        return grants.submit(one.id(), elementId, actor, form);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    @SafeVarargs
    private static <T> List<T> atTheSameMoment(Callable<T>... works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.length);
        ExecutorService people = Executors.newFixedThreadPool(works.length);
        try {
            List<Future<T>> results = Arrays.stream(works)
                    .map(work -> people.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            List<T> values = new ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        } finally {
            people.shutdownNow();
        }
    }

    private static void assertRefused(Completion completion, String messageKey, String rule) {
        assertThat(completion).isInstanceOf(Completion.Refused.class);
        assertThat(((Completion.Refused) completion).problems()).anySatisfy(problem -> {
            assertThat(problem.messageKey()).isEqualTo(messageKey);
            assertThat(problem.rule()).isEqualTo(rule);
        });
    }
}
