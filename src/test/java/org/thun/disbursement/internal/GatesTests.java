package org.thun.disbursement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.thun.disbursement.Checklist;
import org.thun.disbursement.Statement;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheState;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.programmes.TranchePolicy;
import org.thun.programmes.TranchePolicy.TrancheMode;
import org.thun.progress.MentorOpinion;
import org.thun.progress.MoneyPage;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReportState;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.tasks.FactSheet.Check;

/** The gates by themselves: every rule met and not met, and everything that is not known closing them. */
class GatesTests {

    private static final LocalDate START = LocalDate.of(2016, 5, 1);

    private GrantState state = GrantState.EFFECTIVE;
    private boolean accountVerified = true;
    private List<String> inRecovery = List.of();
    private BigDecimal advanceLimit = new BigDecimal("40");
    private BigDecimal spentLast = new BigDecimal("80");
    private BigDecimal spentEarlier = new BigDecimal("100");
    private PeriodReportState reportState = PeriodReportState.FROZEN;
    private boolean balanced = true;
    private MentorOpinion opinion = MentorOpinion.LIKELY;
    private Money forecast = Money.ofBaht(300_000);
    private Money spent = Money.ofBaht(300_000);
    private Money interest = Money.ZERO;
    private List<Check> others = List.of();
    /** Agreed shares of a grant of one million baht; the first ones are paid. */
    private List<Integer> shares = List.of(30, 30, 25, 15);
    private int paidTranches = 1;
    private Money fees = Money.ZERO;

    @Test
    @DisplayName("BR-03: the first tranche is payable once the agreement is effective and the account verified")
    void opensTheFirstTranche() {
        paidTranches = 0;
        Checklist checklist = judge(1);
        assertThat(checklist.passable()).isTrue();
        assertThat(checklist.allMet()).isTrue();
        assertThat(checklist.payable()).isEqualTo(Money.ofBaht(300_000));
    }

    @ParameterizedTest
    @EnumSource(value = GrantState.class, mode = EnumSource.Mode.EXCLUDE, names = "EFFECTIVE")
    void refusesTheFirstTrancheUnlessTheAgreementIsEffective(GrantState notEffective) {
        paidTranches = 0;
        state = notEffective;
        assertUnmet(judge(1), "disbursement.gate.effective");
    }

    @Test
    void refusesAnyTrancheToAnAccountThatIsNotVerified() {
        accountVerified = false;
        assertUnmet(judge(2), "disbursement.gate.account");
        paidTranches = 0;
        assertUnmet(judge(1), "disbursement.gate.account");
    }

    @ParameterizedTest
    @CsvSource({"40, true", "41, false"})
    void refusesAnAdvanceAboveTheProgrammesLimit(int share, boolean met) {
        shares = List.of(share, 20, 20, 20);
        paidTranches = 0;
        assertThat(judge(1).passable()).isEqualTo(met);
    }

    @Test
    void refusesTheFirstTrancheWhileMoneyOfAnotherGrantIsBeingRecovered() {
        paidTranches = 0;
        inRecovery = List.of("2558-0007");
        Check check = assertUnmet(judge(1), "disbursement.gate.recovery");
        assertThat(check.args()).containsExactly(List.of("2558-0007"));
    }

    @Test
    void refusesEveryTrancheWhoseThresholdTheProgrammeDoesNotStateAndSaysWhich() {
        paidTranches = 0;
        advanceLimit = null;
        assertThat(assertUnmet(judge(1), "disbursement.gate.unstated").args()).containsExactly("advance_limit_percent");
        paidTranches = 1;
        spentLast = null;
        assertThat(assertUnmet(judge(2), "disbursement.gate.unstated").args()).containsExactly("spent_last_percent");
        spentLast = BigDecimal.TEN;
        spentEarlier = null;
        assertThat(assertUnmet(judge(2), "disbursement.gate.unstated").args())
                .containsExactly("spent_earlier_percent");
    }

    @Test
    @DisplayName("BR-04: a later tranche is payable in full when everything of the period before is in order")
    void opensALaterTranche() {
        Checklist checklist = judge(2);
        assertThat(checklist.allMet()).isTrue();
        assertThat(checklist.payable()).isEqualTo(Money.ofBaht(300_000));
    }

    @ParameterizedTest
    @EnumSource(value = PeriodReportState.class, mode = EnumSource.Mode.EXCLUDE, names = "FROZEN")
    void refusesTrancheWhenReportIsNotAccepted(PeriodReportState notAccepted) {
        reportState = notAccepted;
        assertUnmet(judge(2), "disbursement.gate.report");
        assertUnmet(judge(2), "disbursement.gate.balanced");
    }

    @Test
    void refusesTrancheWhenReportIsReturned() {
        reportState = PeriodReportState.RETURNED;
        assertUnmet(judge(2), "disbursement.gate.report");
    }

    @Test
    void refusesTrancheWhenThereIsNoReport() {
        reportState = null;
        assertUnmet(judge(2), "disbursement.gate.report");
    }

    @Test
    void refusesTrancheWhenTheMoneyPageDoesNotBalance() {
        balanced = false;
        assertUnmet(judge(2), "disbursement.gate.balanced");
    }

    @Test
    void refusesTrancheWhenTheMentorAsksForTerminationOrHasNotSpoken() {
        opinion = MentorOpinion.TERMINATE;
        assertUnmet(judge(2), "disbursement.gate.mentor");
        opinion = null;
        assertUnmet(judge(2), "disbursement.gate.mentor");
        opinion = MentorOpinion.AT_RISK;
        assertThat(judge(2).passable()).isTrue();
    }

    @Test
    void refusesTrancheOfASuspendedGrant() {
        state = GrantState.SUSPENDED;
        assertUnmet(judge(2), "disbursement.gate.running");
    }

    @Test
    void refusesTrancheWhenAnEarlierOneIsNotClearedToTheLastSatang() {
        paidTranches = 2;
        spent = Money.parse("299999.99");
        assertUnmet(judge(3), "disbursement.gate.cleared");
    }

    @ParameterizedTest
    @CsvSource({"240000.00, true", "239999.99, false"})
    @DisplayName("BR-04: at least 80 % of the last tranche, to the satang")
    void countsSpendingToTheSatang(String amount, boolean met) {
        spent = Money.parse(amount);
        assertThat(check(judge(2), "disbursement.gate.spent").met()).isEqualTo(met);
    }

    @Test
    void countsASkippedTrancheAsNotPaid() {
        shares = List.of(30, 30, 25, 15);
        paidTranches = 1;
        spent = Money.ofBaht(250_000);
        assertThat(judge(3).passable()).as("tranche 1 is the last that was paid").isTrue();
    }

    @Test
    @DisplayName("BR-05: with too little spent only the need of the next period is payable")
    void reducesThePaymentToTheNeedOfTheNextPeriod() {
        spent = Money.ofBaht(100_000);
        forecast = Money.ofBaht(350_000);
        Checklist checklist = judge(2);
        assertThat(checklist.passable()).isTrue();
        assertThat(checklist.reduced()).isTrue();
        assertThat(checklist.allMet()).isFalse();
        assertThat(checklist.payable()).isEqualTo(Money.ofBaht(150_000));
    }

    @Test
    void neverPaysMoreThanTheTrancheEvenIfTheForecastIsHigher() {
        spent = Money.ofBaht(100_000);
        forecast = Money.ofBaht(900_000);
        assertThat(judge(2).payable()).isEqualTo(Money.ofBaht(300_000));
    }

    @Test
    void countsInterestInHandWhenReducing() {
        spent = Money.ofBaht(100_000);
        forecast = Money.ofBaht(350_000);
        interest = Money.parse("12.34");
        assertThat(judge(2).payable()).isEqualTo(Money.parse("149987.66"));
    }

    @Test
    void paysNothingWhenTheMoneyInHandIsEnough() {
        spent = Money.ofBaht(100_000);
        forecast = Money.ofBaht(200_000);
        assertUnmet(judge(2), "disbursement.gate.need");
    }

    @Test
    void paysNothingWhenTooLittleIsSpentAndNobodyKnowsTheNeed() {
        spent = Money.ofBaht(100_000);
        forecast = null;
        Checklist checklist = judge(2);
        assertUnmet(checklist, "disbursement.gate.forecast");
        assertThat(checklist.payable()).isNull();
    }

    @Test
    void isClosedByAnyGateOfAnotherModule() {
        others = List.of(new Check("BR-04", "evaluation.gate", List.of(), false, "evaluation.gate.missing"));
        assertThat(judge(2).passable()).isFalse();
        assertThat(judge(2).payable()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("BR-06: the last tranche is opened by close-out, not by spending")
    void opensTheLastTrancheByCloseOut() {
        state = GrantState.WAITING_TO_CLOSE;
        spent = Money.ZERO;
        others = List.of(new Check("BR-06", "closeout.gate", List.of(), true, null));
        assertThat(judge(4).passable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"30000, 250000", "150000, 250000", "160000, 240000", "399999.99, 0.01"})
    @DisplayName("BR-49: the tranches before close-out keep the institute fee back")
    void keepsTheInstituteFeeBack(String fee, String payable) {
        paidTranches = 2;
        spent = Money.ofBaht(600_000);
        fees = Money.parse(fee);
        assertThat(judge(3).passable()).isTrue();
        assertThat(judge(3).payable()).isEqualTo(Money.parse(payable));
    }

    @Test
    @DisplayName("BR-49: when only the institute fee is left, nothing is payable before close-out")
    void paysNothingOfTheInstituteFeeBeforeCloseOut() {
        paidTranches = 2;
        spent = Money.ofBaht(600_000);
        fees = Money.ofBaht(400_000);
        Check check = assertUnmet(judge(3), "disbursement.gate.fee");
        assertThat(check.rule()).isEqualTo("BR-49");
        paidTranches = 3;
        assertThat(judge(4).payable()).as("the tranche at close-out").isEqualTo(Money.ofBaht(150_000));
    }

    private Checklist judge(int no) {
        return Gates.judge(input(no), others);
    }

    private GateInput input(int no) {
        List<Tranche> tranches = new ArrayList<>();
        for (int i = 1; i <= shares.size(); i++) {
            tranches.add(tranche(i));
        }
        Money received = Money.sum(tranches.stream().map(Tranche::paid).filter(paid -> paid != null).toList());
        return new GateInput(grant(), tranches.get(no - 1), tranches, policy(), accountVerified, inRecovery,
                reportState == null ? null : report(),
                new Statement(received, interest, Money.ZERO, paidTranches == 0 ? Money.ZERO : spent, Money.ZERO,
                        Money.ZERO),
                fees);
    }

    private Tranche tranche(int no) {
        Money agreed = Money.ofBaht(10_000L * shares.get(no - 1));
        boolean paid = no <= paidTranches;
        return new Tranche("t" + no, "g", no, BigDecimal.valueOf(shares.get(no - 1)), agreed, Money.ZERO, null,
                no == 1 || no == 4 ? null : no - 1, no == 4, paid ? TrancheState.RECEIPTED : TrancheState.PLANNED,
                START, START, null, null, null, paid ? agreed : null, null, null, null, null);
    }

    private Grant grant() {
        return new Grant("g", "2559-0001", "p", 1, "o", new LocalizedText("ผู้รับทุน", null), "pr",
                new LocalizedText("โครงการ", null), state, Money.ofBaht(1_000_000), 18, START,
                LocalDate.of(2017, 10, 31), 1, true);
    }

    private TranchePolicy policy() {
        return new TranchePolicy(TrancheMode.INSTALMENTS, List.of(), advanceLimit, spentLast, spentEarlier, List.of(),
                Money.ofBaht(1_000_000), 12, null, null, null, List.of());
    }

    private PeriodReport report() {
        Money cash = balanced ? Money.ofBaht(200_000) : Money.ofBaht(199_999);
        MoneyPage page = new MoneyPage(Money.ZERO, Money.ofBaht(300_000), Money.ZERO, Money.ZERO,
                Money.ofBaht(100_000), Money.ZERO, Money.ZERO, cash);
        return new PeriodReport("r", "g", 1, new DateRange(START, START.plusMonths(6).minusDays(1)), START, reportState,
                1, START, LocalDateTime.of(2016, 11, 20, 9, 0), opinion, page, List.of(), forecast);
    }

    private static Check assertUnmet(Checklist checklist, String labelKey) {
        Check check = check(checklist, labelKey);
        assertThat(check.met()).as(labelKey).isFalse();
        assertThat(check.detailKey()).as("says what is missing and who must act").isEqualTo(labelKey + ".missing");
        assertThat(checklist.passable()).isFalse();
        return check;
    }

    private static Check check(Checklist checklist, String labelKey) {
        return Stream.of(checklist)
                .flatMap(list -> list.checks().stream())
                .filter(check -> check.labelKey().equals(labelKey))
                .findFirst()
                .orElseThrow();
    }
}
