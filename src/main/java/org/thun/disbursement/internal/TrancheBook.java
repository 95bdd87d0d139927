package org.thun.disbursement.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.disbursement.Checklist;
import org.thun.disbursement.PaymentRequest;
import org.thun.disbursement.Rest;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.TrancheSettled;
import org.thun.disbursement.TrancheState;
import org.thun.disbursement.Voucher;
import org.thun.disbursement.VoucherState;
import org.thun.disbursement.internal.PaymentMapper.VoucherRow;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.parties.BankAccount;
import org.thun.parties.Organisation;
import org.thun.parties.Organisations;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.shared.ThaiBahtText;
import org.thun.tasks.FactSheet.Check;

@Service
@Transactional
class TrancheBook implements TrancheDesk {

    private static final Set<Role> GRANTEE = EnumSet.of(Role.GL, Role.GC, Role.GF);

    private final TrancheMapper tranches;
    private final PaymentMapper payments;
    private final Ledger ledger;
    private final GateKeeper gates;
    private final Grants grants;
    private final Organisations organisations;
    private final Accounts accounts;
    private final TrancheTitles titles;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    TrancheBook(
            TrancheMapper tranches,
            PaymentMapper payments,
            Ledger ledger,
            GateKeeper gates,
            Grants grants,
            Organisations organisations,
            Accounts accounts,
            TrancheTitles titles,
            AuditTrail audit,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.tranches = tranches;
        this.payments = payments;
        this.ledger = ledger;
        this.gates = gates;
        this.grants = grants;
        this.organisations = organisations;
        this.accounts = accounts;
        this.titles = titles;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Tranche get(String trancheId) {
        return tranches.find(trancheId)
                .orElseThrow(() -> new IllegalArgumentException("no tranche " + trancheId));
    }

    @Override
    public LocalizedText title(Tranche tranche) {
        return titles.of(tranche.no());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PaymentRequest> request(String trancheId) {
        return payments.request(trancheId);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Voucher> voucher(String trancheId) {
        return payments.voucher(trancheId).map(VoucherRow::toVoucher);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> peopleOfTheGrantee(String trancheId) {
        Scope scope = grants.get(get(trancheId).grantId()).scope();
        return GRANTEE.stream()
                .flatMap(role -> accounts.holders(role, scope).stream())
                .map(Actor::accountId)
                .collect(Collectors.toSet());
    }

    @Override
    public Outcome<Void> ask(String trancheId, Money amount, String purpose, String nextActivities, Actor actor) {
        Tranche tranche = get(trancheId);
        if (!amount.isPositive() || amount.compareTo(tranche.ceiling()) > 0) {
            return Outcome.refused(Problem.at("amount", "disbursement.problem.aboveCeiling", tranche.ceiling())
                    .under("BR-02"));
        }
        Optional<String> open = payments.openRequestOf(tranche.grantId());
        if (open.isPresent() && !open.get().equals(trancheId)) {
            return Outcome.refused(Problem.of("disbursement.problem.otherRequestOpen", get(open.get()).no())
                    .under("BR-48"));
        }
        LocalDateTime now = clock.dateTime();
        if (open.isPresent()) {
            payments.rewriteRequest(trancheId, amount, purpose, nextActivities, actor.accountId(), now);
        } else {
            payments.insertRequest(Ids.next(), trancheId, tranche.grantId(), amount, purpose, nextActivities,
                    actor.accountId(), now);
        }
        tranches.writeRequested(trancheId, amount);
        move(tranche, TrancheState.REQUESTED, "tranche.request", null, amount, actor);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> skip(String trancheId, String reason, Actor actor) {
        if (reason == null) {
            return Outcome.refused(Problem.at("reason", "disbursement.problem.reasonNeeded"));
        }
        Tranche tranche = get(trancheId);
        payments.closeRequest(trancheId);
        move(tranche, TrancheState.SKIPPED, "tranche.skip", reason, null, actor);
        events.publishEvent(new TrancheSettled(tranche.grantId(), tranche.no()));
        return Outcome.done();
    }

    @Override
    public Outcome<Void> sign(String trancheId, Actor actor) {
        Tranche tranche = get(trancheId);
        payments.signRequest(trancheId, actor.accountId(), clock.dateTime());
        audit.record(actor, AuditEvent.of(tranche.grantId(), "tranche.sign", "tranche", trancheId)
                .with(tranche.requested()));
        return Outcome.done();
    }

    @Override
    public Outcome<Void> returnRequest(String trancheId, String reason, Actor actor) {
        if (reason == null) {
            return Outcome.refused(Problem.at("reason", "disbursement.problem.reasonNeeded"));
        }
        Tranche tranche = get(trancheId);
        payments.returnRequest(trancheId, reason);
        tranches.writeHoldReason(trancheId, null);
        TrancheState to = gates.judge(tranche).passable() ? TrancheState.ELIGIBLE : TrancheState.PLANNED;
        move(tranche, to, "tranche.return", reason, null, actor);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> pass(String trancheId, Money amount, Rest rest, Actor actor) {
        Tranche tranche = get(trancheId);
        Checklist checklist = gates.judge(tranche);
        if (!checklist.passable()) {
            return Outcome.refused(closed(checklist));
        }
        if (amount == null || !amount.isPositive()) {
            return Outcome.refused(Problem.at("amount", "disbursement.problem.amountNeeded"));
        }
        Money most = checklist.payable().min(tranche.requested());
        if (amount.compareTo(most) > 0) {
            return Outcome.refused(Problem.at("amount", "disbursement.problem.abovePayable", most)
                    .under(limitingRule(checklist, tranche)));
        }
        boolean part = amount.compareTo(tranche.ceiling()) < 0;
        if (part && rest == null) {
            return Outcome.refused(Problem.at("rest", "disbursement.problem.restNeeded",
                    tranche.ceiling().minus(amount)).under("BR-05"));
        }
        if (part && rest == Rest.CARRY && !mayCarry(tranche)) {
            return Outcome.refused(Problem.at("rest", "disbursement.problem.nowhereToCarry").under("BR-05"));
        }
        tranches.writePayable(trancheId, amount, part ? rest : null);
        move(tranche, TrancheState.CHECKED, "tranche.pass", null, amount, actor);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> hold(String trancheId, String reason, Actor actor) {
        if (reason == null) {
            return Outcome.refused(Problem.at("reason", "disbursement.problem.reasonNeeded"));
        }
        Tranche tranche = get(trancheId);
        tranches.writeHoldReason(trancheId, reason);
        move(tranche, TrancheState.ON_HOLD, "tranche.hold", reason, null, actor);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> makeVoucher(String trancheId, String voucherNo, LocalDate voucherOn, Actor actor) {
        Tranche tranche = get(trancheId);
        Organisation payee = organisations.find(grants.get(tranche.grantId()).organisationId()).orElseThrow();
        if (!payee.payable()) {
            return Outcome.refused(Problem.of("disbursement.problem.accountNotVerified").under("BR-03"));
        }
        if (voucherOn.isAfter(clock.today())) {
            return Outcome.refused(Problem.at("voucherOn", "disbursement.problem.future"));
        }
        if (payments.vouchersNumbered(voucherNo) > 0) {
            return Outcome.refused(Problem.at("voucherNo", "disbursement.problem.numberTaken", voucherNo));
        }
        BankAccount account = payee.bankAccount();
        VoucherRow voucher = new VoucherRow(Ids.next(), trancheId, tranche.grantId(), voucherNo, voucherOn,
                VoucherState.MADE, payee.name().th(), payee.name().en(), account.bankName(), account.accountNumber(),
                account.accountName(), tranche.payable(), ThaiBahtText.of(tranche.payable()), null, null, false, null,
                actor.accountId(), clock.dateTime(), null, null, null, null, null, null);
        payments.insertVoucher(voucher);
        audit.record(actor, AuditEvent.transition(tranche.grantId(), "voucher.make", "voucher", voucher.id(), null,
                VoucherState.MADE).with(voucher));
        return Outcome.done();
    }

    @Override
    public Outcome<Void> turnFirstKey(String trancheId, Authority authority, Actor actor) {
        Tranche tranche = get(trancheId);
        VoucherRow voucher = openVoucher(trancheId);
        Optional<Problem> hands = sameHands(actor, tranche, voucher.madeBy());
        if (hands.isPresent()) {
            return Outcome.refused(hands.get());
        }
        Checklist checklist = gates.judge(tranche);
        if (!checklist.passable()) {
            return Outcome.refused(closed(checklist));
        }
        exactlyOne(payments.turnFirstKey(voucher.id(), actor.accountId(), clock.dateTime(), authority.title(),
                authority.resolutionNeeded()));
        move(tranche, TrancheState.APPROVED, "tranche.firstKey", null, voucher.voucherNo(), actor);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> turnSecondKey(String trancheId, String resolutionNo, Actor actor) {
        Tranche tranche = get(trancheId);
        VoucherRow voucher = openVoucher(trancheId);
        Optional<Problem> hands = sameHands(actor, tranche, voucher.madeBy(), voucher.firstKeyBy());
        if (hands.isPresent()) {
            return Outcome.refused(hands.get());
        }
        if (voucher.resolutionNeeded() && resolutionNo == null) {
            return Outcome.refused(Problem.at("resolutionNo", "disbursement.problem.resolutionNeeded",
                    new LocalizedText(voucher.authorityTh(), voucher.authorityEn())).under("BR-32"));
        }
        Checklist checklist = gates.judge(tranche);
        if (!checklist.passable()) {
            return Outcome.refused(closed(checklist));
        }
        exactlyOne(payments.turnSecondKey(voucher.id(), actor.accountId(), clock.dateTime(), resolutionNo));
        move(tranche, TrancheState.PAYMENT_ORDERED, "tranche.secondKey", null, voucher.voucherNo(), actor);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> voidVoucher(String trancheId, String reason, Actor actor) {
        return voidVoucher(trancheId, reason, TrancheState.CHECKED, "voucher.return", actor);
    }

    @Override
    public Outcome<Void> recordPayment(String trancheId, String bankReference, LocalDate paidOn, Actor actor) {
        Tranche tranche = get(trancheId);
        VoucherRow voucher = openVoucher(trancheId);
        Optional<Problem> hands = sameHands(actor, tranche, voucher.firstKeyBy(), voucher.secondKeyBy());
        if (hands.isPresent()) {
            return Outcome.refused(hands.get());
        }
        if (bankReference == null || paidOn == null) {
            return Outcome.refused(Problem.at(bankReference == null ? "bankReference" : "paidOn",
                    "disbursement.problem.paymentFactsNeeded"));
        }
        if (paidOn.isAfter(clock.today()) || paidOn.isBefore(voucher.secondKeyAt().toLocalDate())) {
            return Outcome.refused(Problem.at("paidOn", "disbursement.problem.payDay",
                    voucher.secondKeyAt().toLocalDate()));
        }
        Money amount = voucher.amount();
        boolean part = amount.compareTo(tranche.ceiling()) < 0;
        move(tranche, part ? TrancheState.PART_PAID : TrancheState.PAID, "tranche.pay", null, bankReference, actor);
        exactlyOne(payments.pay(voucher.id(), bankReference));
        payments.closeRequest(trancheId);
        tranches.writePaid(trancheId, amount, paidOn);
        ledger.tranchePaid(tranche.grantId(), tranche.no(), amount, paidOn, bankReference, actor);
        if (part && tranches.rest(trancheId) == Rest.CARRY) {
            // Where the next tranche was skipped meanwhile the rest stays unpaid; close-out pays what is still needed.
            tranches.carryTo(tranche.grantId(), tranche.no() + 1, tranche.ceiling().minus(amount));
        }
        return Outcome.done();
    }

    @Override
    public Outcome<Void> returnedByBank(String trancheId, String reason, Actor actor) {
        return voidVoucher(trancheId, reason, TrancheState.RETURNED_BY_BANK, "tranche.returnedByBank", actor);
    }

    @Override
    public Outcome<Void> confirmReceipt(
            String trancheId, String receiptNo, LocalDate receiptedOn, Money amount, Actor actor) {
        Tranche tranche = get(trancheId);
        if (!amount.equals(tranche.paid())) {
            return Outcome.refused(Problem.at("amount", "disbursement.problem.receiptDiffers", tranche.paid()));
        }
        if (receiptedOn.isAfter(clock.today()) || receiptedOn.isBefore(tranche.paidOn())) {
            return Outcome.refused(Problem.at("receiptedOn", "disbursement.problem.receiptDay", tranche.paidOn()));
        }
        tranches.writeReceipt(trancheId, receiptNo, receiptedOn);
        move(tranche, TrancheState.RECEIPTED, "tranche.receipt", null, receiptNo, actor);
        events.publishEvent(new TrancheSettled(tranche.grantId(), tranche.no()));
        return Outcome.done();
    }

    @Override
    public void remind(String trancheId) {
        Tranche tranche = get(trancheId);
        tranches.writeReminded(trancheId, clock.today());
        audit.record(Actor.SYSTEM, AuditEvent.of(tranche.grantId(), "tranche.remind", "tranche", trancheId));
    }

    @Override
    public void markOverdue(String trancheId) {
        Tranche tranche = get(trancheId);
        tranches.writeOverdue(trancheId, clock.today());
        audit.record(Actor.SYSTEM, AuditEvent.of(tranche.grantId(), "tranche.overdue", "tranche", trancheId));
    }

    private Outcome<Void> voidVoucher(
            String trancheId, String reason, TrancheState to, String command, Actor actor) {
        if (reason == null) {
            return Outcome.refused(Problem.at("reason", "disbursement.problem.reasonNeeded"));
        }
        VoucherRow voucher = openVoucher(trancheId);
        exactlyOne(payments.voidVoucher(voucher.id(), reason));
        Tranche tranche = get(trancheId);
        move(tranche, to, command, reason, voucher.voucherNo(), actor);
        return Outcome.done();
    }

    private static String limitingRule(Checklist checklist, Tranche tranche) {
        if (checklist.reduced()) {
            return "BR-05";
        }
        return checklist.payable().compareTo(tranche.ceiling()) < 0 ? "BR-49" : "BR-02";
    }

    /** The rest of a part payment can only go to a tranche that comes and is not the one settled by close-out. */
    private boolean mayCarry(Tranche tranche) {
        return tranches.ofGrant(tranche.grantId()).stream()
                .anyMatch(next -> next.no() == tranche.no() + 1
                        && (next.state() == TrancheState.PLANNED || next.state() == TrancheState.ELIGIBLE));
    }

    /** Nobody does two of the steps that have to lie in different hands, and nobody of the grantee does any (SD2). */
    private Optional<Problem> sameHands(Actor actor, Tranche tranche, String... others) {
        boolean same = Stream.of(others).filter(Objects::nonNull).anyMatch(actor.accountId()::equals)
                || peopleOfTheGrantee(tranche.id()).contains(actor.accountId());
        return same ? Optional.of(Problem.of("disbursement.problem.sameHands").under("SD2")) : Optional.empty();
    }

    private VoucherRow openVoucher(String trancheId) {
        return payments.voucher(trancheId)
                .filter(voucher -> voucher.state() != VoucherState.VOID)
                .orElseThrow(() -> new IllegalStateException("tranche " + trancheId + " has no open voucher"));
    }

    /** What keeps the tranche from being paid: each closed gate with its rule and who can help. */
    private static List<Problem> closed(Checklist checklist) {
        return checklist.checks().stream()
                .filter(check -> !check.met())
                .map(TrancheBook::problem)
                .toList();
    }

    private static Problem problem(Check check) {
        return Problem.of(check.detailKey(), check.args().toArray()).under(check.rule());
    }

    private void move(Tranche tranche, TrancheState to, String command, String reason, Object data, Actor actor) {
        if (tranche.state() != to) {
            exactlyOne(tranches.move(tranche.id(), tranche.state(), to));
        }
        audit.record(actor, AuditEvent.transition(tranche.grantId(), command, "tranche", tranche.id(),
                        tranche.state(), to)
                .because(reason)
                .with(data));
    }

    private static void exactlyOne(int changed) {
        if (changed != 1) {
            throw new OptimisticLockingFailureException("somebody else was faster");
        }
    }
}
