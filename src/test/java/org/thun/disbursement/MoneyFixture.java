package org.thun.disbursement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.parties.Organisations;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.progress.ExpenseLine;
import org.thun.progress.MentorOpinion;
import org.thun.progress.MoneyPage;
import org.thun.progress.PeriodAccepted;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReportState;
import org.thun.shared.DateRange;
import org.thun.shared.Ids;
import org.thun.shared.Money;
import org.thun.workflow.TrainingClock;

/** Running grants with their people, and payments at a chosen step. */
@Component
public class MoneyFixture {

    private static final String ACCOUNT = "1234567890";

    private final GrantFixture grants;
    private final Grants door;
    private final Organisations organisations;
    private final Disbursements disbursements;
    private final StatedReports reports;
    private final TrainingClock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    MoneyFixture(
            GrantFixture grants,
            Grants door,
            Organisations organisations,
            Disbursements disbursements,
            StatedReports reports,
            TrainingClock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc) {
        this.grants = grants;
        this.door = door;
        this.organisations = organisations;
        this.disbursements = disbursements;
        this.reports = reports;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    /** A running grant whose first tranche can be asked for. */
    public Case running(String amount) {
        verifyAccount();
        Grant grant = grants.effective(amount, clock.today());
        return new Case(door.get(grant.id()), grants.ofGrantee(Role.GF), grants.ofGrantee(Role.GL),
                grants.ofProgramme(Role.PO), grants.ofProgramme(Role.FM), grants.ofProgramme(Role.FA),
                grants.ofProgramme(Role.AP));
    }

    public void verifyAccount() {
        enterAccount();
        organisations.verifyBankAccount(grants.grantee(), ACCOUNT, grants.ofProgramme(Role.PO)).orElseThrow();
    }

    /** Enters the account as on the first day: nobody has verified one yet, though grants of other tests run. */
    public void enterAccount() {
        jdbc.update("UPDATE organisation_party SET account_verified_by = NULL, account_verified_at = NULL WHERE id = ?",
                grants.grantee());
        organisations.enterBankAccount(grants.grantee(), new NewBankAccount("ธนาคารทดสอบ", ACCOUNT, "บัญชีทดสอบ"),
                grants.ofGrantee(Role.GF)).orElseThrow();
    }

    /** States the report of a period as accepted, without telling anybody. */
    public PeriodReport state(Case one, int period, String spent, String forecast) {
        Statement before = disbursements.statement(one.grant().id());
        Money expense = Money.parse(spent);
        Money left = before.balance().minus(expense).plus(Money.parse("12.34"));
        MoneyPage page = new MoneyPage(Money.ZERO, before.balance(), Money.parse("12.34"), Money.ZERO, expense,
                Money.ZERO, Money.ZERO, left);
        LocalDate from = one.grant().effectiveFrom().plusMonths(6L * (period - 1));
        PeriodReport report = new PeriodReport(Ids.next(), one.grant().id(), period,
                new DateRange(from, from.plusMonths(6).minusDays(1)), from.plusMonths(7),
                PeriodReportState.FROZEN, 1, clock.today(), clock.today().atTime(9, 0), MentorOpinion.LIKELY, page,
                List.of(new ExpenseLine("1.1", grants.programme().costHeads().get(0).code(), expense)),
                Money.parse(forecast));
        reports.state(report);
        return report;
    }

    /** The report of a period is accepted. */
    public void accept(Case one, int period, String spent, String forecast) {
        state(one, period, spent, forecast);
        tellAccepted(one, period);
    }

    public void tellAccepted(Case one, int period) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new PeriodAccepted(one.grant().id(), period)));
    }

    public Tranche tranche(Case one, int no) {
        return disbursements.tranche(one.grant().id(), no).orElseThrow();
    }

    public Map<String, Object> ask(String amount) {
        return Map.of("choice", "ASK", "amount", amount, "purpose", "ดำเนินกิจกรรมงวดนี้", "nextActivities", "อบรมรุ่นที่ 1");
    }

    public Map<String, Object> voucher() {
        return Map.of("voucherNo", "จ." + Ids.next(), "voucherOn", clock.today().toString());
    }

    public Map<String, Object> paid() {
        return Map.of("result", "PAID", "bankReference", "REF-1", "paidOn", clock.today().toString());
    }

    public void requested(Case one, String amount) {
        grants.complete(one.id(), "task_requestTranche", one.finance(), ask(amount));
        grants.complete(one.id(), "task_signTrancheRequest", one.lead(), Map.of("decision", "SIGN"));
    }

    public void checked(Case one, String amount) {
        requested(one, amount);
        grants.complete(one.id(), "task_checkTrancheGates", one.officer(), Map.of("decision", "PASS", "amount", amount));
    }

    public void vouchered(Case one, String amount) {
        checked(one, amount);
        grants.complete(one.id(), "task_makeVoucher", one.maker(), voucher());
    }

    public void firstKey(Case one, String amount) {
        vouchered(one, amount);
        grants.complete(one.id(), "task_approvePayment", one.approver(), Map.of("decision", "APPROVE"));
    }

    public void ordered(Case one, String amount) {
        firstKey(one, amount);
        Map<String, Object> form = new HashMap<>(Map.of("decision", "APPROVE", "resolutionNo", "มติ 1/2559"));
        grants.complete(one.id(), "task_approvePaymentSecondKey", one.board(), form);
    }

    public void paid(Case one, String amount) {
        ordered(one, amount);
        grants.complete(one.id(), "task_recordPayment", one.maker(), paid());
    }

    public void receipted(Case one, String amount) {
        paid(one, amount);
        grants.complete(one.id(), "task_confirmReceipt", one.finance(), receipt(amount));
    }

    public Map<String, Object> receipt(String amount) {
        return Map.of("receiptNo", "ร.1", "receiptedOn", clock.today().toString(), "amount", amount);
    }

    /**
     * A running grant with the people around its money.
     *
     * @param grant the grant
     * @param finance finance officer of the grantee
     * @param lead lead of the grantee
     * @param officer programme officer
     * @param maker finance maker
     * @param approver finance approver, the first key
     * @param board approver, the second key
     */
    public record Case(
            Grant grant, Actor finance, Actor lead, Actor officer, Actor maker, Actor approver, Actor board) {

        public String id() {
            return grant.id();
        }
    }
}
