package org.thun.disbursement.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.disbursement.Checklist;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.Disbursements.DeskFilter;
import org.thun.disbursement.Disbursements.DeskPage;
import org.thun.disbursement.LedgerEntry;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.TrancheState;
import org.thun.disbursement.Voucher;
import org.thun.grants.BudgetLine;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.programmes.Activity;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.web.NotFound;
import org.thun.web.Paging;

@Controller
class MoneyPages {

    private static final int PAGE_SIZE = 25;

    /** Those who pay, approve, receive or audit; everybody else sees the end of an account number only. */
    private static final Set<Role> HANDLE_ACCOUNTS =
            EnumSet.of(Role.GL, Role.GF, Role.PO, Role.FM, Role.FA, Role.AP, Role.AU);

    /** A tranche with its gates; {@code checklist} is {@code null} once nothing is judged any more. */
    public record TrancheEntry(Tranche tranche, Checklist checklist, boolean hasVoucher) {}

    /** A ledger entry with the balance after it and the names of what it was spent on. */
    public record LedgerLine(LedgerEntry entry, Money balance, LocalizedText activity, LocalizedText costHead) {}

    /** A row of the desk. */
    public record DeskRow(Tranche tranche, Grant grant, Checklist checklist) {}

    private final Disbursements disbursements;
    private final TrancheDesk desk;
    private final Grants grants;
    private final CasePages cases;
    private final Programmes programmes;
    private final Accounts accounts;

    MoneyPages(
            Disbursements disbursements,
            TrancheDesk desk,
            Grants grants,
            CasePages cases,
            Programmes programmes,
            Accounts accounts) {
        this.disbursements = disbursements;
        this.desk = desk;
        this.grants = grants;
        this.cases = cases;
        this.programmes = programmes;
        this.accounts = accounts;
    }

    @GetMapping("/grants/{id}/money")
    String ofGrant(@PathVariable String id, Actor actor, Model model) {
        Grant grant = cases.open(id, MoneyPlaces.TAB, actor);
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        Map<String, LocalizedText> activities = programme.activities().stream()
                .collect(Collectors.toMap(Activity::code, Activity::title, (one, same) -> one, LinkedHashMap::new));
        Map<String, LocalizedText> heads = programme.costHeads().stream()
                .collect(Collectors.toMap(CodeItem::code, CodeItem::text, (one, same) -> one, LinkedHashMap::new));
        List<LedgerEntry> ledger = disbursements.ledger(id);
        List<BudgetLine> budget = grants.budget(id);
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("entries", disbursements.tranches(id).stream().map(this::entry).toList());
        model.addAttribute("next", next(id));
        model.addAttribute("statement", disbursements.statement(id));
        model.addAttribute("ledger", lines(ledger, activities, heads));
        model.addAttribute("byActivity", BudgetTable.of(activities, budget, BudgetLine::activityCode, ledger,
                LedgerEntry::activityCode));
        model.addAttribute("byHead", BudgetTable.of(heads, budget, BudgetLine::costHead, ledger,
                LedgerEntry::costHead));
        return "disbursement/money";
    }

    @GetMapping("/grants/{id}/money/tranches/{no}/voucher")
    String voucher(@PathVariable String id, @PathVariable int no, Actor actor, Model model) {
        Grant grant = cases.open(id, MoneyPlaces.TAB, actor);
        Tranche tranche = disbursements.tranche(id, no)
                .orElseThrow(() -> new NotFound("tranche " + no + " of grant " + id));
        Voucher voucher = desk.voucher(tranche.id())
                .orElseThrow(() -> new NotFound("voucher of tranche " + no + " of grant " + id));
        model.addAttribute("grant", grant);
        model.addAttribute("tranche", tranche);
        model.addAttribute("voucher", voucher);
        model.addAttribute("account", actor.firstHeld(HANDLE_ACCOUNTS, grant.scope()).isPresent()
                ? voucher.accountNumber()
                : voucher.maskedAccountNumber());
        model.addAttribute("madeBy", name(voucher.madeBy()));
        model.addAttribute("firstKeyBy", name(voucher.firstKeyBy()));
        model.addAttribute("secondKeyBy", name(voucher.secondKeyBy()));
        return "disbursement/voucher";
    }

    @GetMapping("/disbursement")
    String desk(
            @RequestParam(required = false) String programme,
            @RequestParam(required = false) TrancheState state,
            @RequestParam(required = false) Integer page,
            Actor actor,
            Model model) {
        if (!MoneyPlaces.worksWithMoney(actor)) {
            throw new NotFound("the desk of disbursement");
        }
        int no = Paging.pageOf(page);
        String programmeKey = programme == null || programme.isBlank() ? null : programme;
        DeskPage found = disbursements.desk(new DeskFilter(programmeKey, state, no, PAGE_SIZE), actor);
        model.addAttribute("rows", found.rows().stream().map(this::deskRow).toList());
        model.addAttribute("counts", found.counts());
        model.addAttribute("paging", new Paging(no, PAGE_SIZE, found.total()));
        model.addAttribute("states", TrancheState.values());
        model.addAttribute("state", state);
        model.addAttribute("programmes", programmes.all());
        model.addAttribute("programme", programmeKey);
        return "disbursement/desk";
    }

    private TrancheEntry entry(Tranche tranche) {
        return new TrancheEntry(tranche, checklist(tranche), desk.voucher(tranche.id()).isPresent());
    }

    private DeskRow deskRow(Tranche tranche) {
        return new DeskRow(tranche, grants.get(tranche.grantId()), checklist(tranche));
    }

    /** Once the money has left, or will never leave, there is nothing to judge. */
    private Checklist checklist(Tranche tranche) {
        return tranche.state().isPaid() || tranche.state().isSettled()
                ? null
                : disbursements.gates(tranche.grantId(), tranche.no());
    }

    /** The tranche that waits for its gates next, or {@code null}. */
    private TrancheEntry next(String grantId) {
        return disbursements.next(grantId)
                .filter(tranche -> !tranche.state().isPaid())
                .map(this::entry)
                .orElse(null);
    }

    private static List<LedgerLine> lines(
            List<LedgerEntry> ledger, Map<String, LocalizedText> activities, Map<String, LocalizedText> heads) {
        List<LedgerLine> lines = new ArrayList<>();
        Money balance = Money.ZERO;
        for (LedgerEntry entry : ledger) {
            balance = balance.plus(entry.amount());
            lines.add(new LedgerLine(entry, balance, named(entry.activityCode(), activities),
                    named(entry.costHead(), heads)));
        }
        return lines;
    }

    private static LocalizedText named(String code, Map<String, LocalizedText> names) {
        return code == null ? null : names.getOrDefault(code, new LocalizedText(code, null));
    }

    private LocalizedText name(String accountId) {
        return Optional.ofNullable(accountId).flatMap(accounts::nameOf).orElse(null);
    }
}
