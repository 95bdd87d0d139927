package org.thun.disbursement.process;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.disbursement.Checklist;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.PaymentRequest;
import org.thun.disbursement.Statement;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheDesk;
import org.thun.disbursement.Voucher;
import org.thun.disbursement.VoucherState;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.shared.LocalizedText;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;

/** What is shown beside the forms of a payment: the tranche, its gates, the request, the voucher and the ledger's sums. */
@Component
class TrancheFacts {

    private final TrancheDesk desk;
    private final Disbursements disbursements;
    private final Grants grants;
    private final Accounts accounts;

    TrancheFacts(TrancheDesk desk, Disbursements disbursements, Grants grants, Accounts accounts) {
        this.desk = desk;
        this.disbursements = disbursements;
        this.grants = grants;
        this.accounts = accounts;
    }

    /** Everything there is to know by now. */
    FactSheet sheet(String trancheId) {
        Tranche tranche = desk.get(trancheId);
        List<Section> sections = new ArrayList<>();
        sections.add(tranche(tranche));
        if (!tranche.state().isPaid()) {
            sections.add(Section.checks("disbursement.facts.gates", checklist(tranche).checks()));
        }
        desk.request(trancheId).ifPresent(request -> sections.add(request(request)));
        desk.voucher(trancheId).ifPresent(voucher -> sections.add(voucher(voucher)));
        sections.add(statement(disbursements.statement(tranche.grantId()), grants.get(tranche.grantId())));
        return new FactSheet(sections);
    }

    Checklist checklist(Tranche tranche) {
        return disbursements.gates(tranche.grantId(), tranche.no());
    }

    private Section tranche(Tranche tranche) {
        Grant grant = grants.get(tranche.grantId());
        return Section.facts("disbursement.facts.tranche",
                new Fact("disbursement.grant", grant.number(), grant.path()),
                Fact.of("disbursement.project", grant.title()),
                Fact.of("disbursement.grantee", grant.granteeName()),
                new Fact("disbursement.tranche", Integer.toString(tranche.no()), grant.path() + "/money"),
                Fact.of("disbursement.agreed", tranche.agreed()),
                Fact.of("disbursement.ceiling", tranche.ceiling()),
                Fact.of("disbursement.state", tranche.state()),
                Fact.of("disbursement.payable", tranche.payable()),
                Fact.of("disbursement.holdReason", tranche.holdReason()));
    }

    private Section request(PaymentRequest request) {
        return Section.facts("disbursement.facts.request",
                Fact.of("disbursement.requested", request.amount()),
                Fact.of("disbursement.purpose", request.purpose()),
                Fact.of("disbursement.nextActivities", request.nextActivities()),
                Fact.of("disbursement.preparedBy", name(request.preparedBy())),
                Fact.of("disbursement.signedBy", name(request.signedBy())),
                Fact.of("disbursement.returnReason", request.returnReason()));
    }

    private Section voucher(Voucher voucher) {
        return Section.facts(
                voucher.state() == VoucherState.VOID
                        ? "disbursement.facts.voidVoucher"
                        : "disbursement.facts.voucher",
                Fact.of("disbursement.voucherNo", voucher.number()),
                Fact.of("disbursement.voucherOn", voucher.on()),
                Fact.of("disbursement.payee", voucher.payee()),
                Fact.of("disbursement.bank", voucher.bankName()),
                Fact.of("disbursement.accountNumber", voucher.accountNumber()),
                Fact.of("disbursement.accountName", voucher.accountName()),
                Fact.of("disbursement.amount", voucher.amount()),
                Fact.of("disbursement.amountInWords", voucher.amountInWords()),
                Fact.of("disbursement.authority", voucher.authority()),
                Fact.of("disbursement.resolutionNeeded", voucher.resolutionNeeded()),
                Fact.of("disbursement.madeBy", name(voucher.madeBy())),
                Fact.of("disbursement.firstKeyBy", name(voucher.firstKeyBy())),
                Fact.of("disbursement.secondKeyBy", name(voucher.secondKeyBy())),
                Fact.of("disbursement.voidReason", voucher.voidReason()));
    }

    private static Section statement(Statement statement, Grant grant) {
        String money = grant.path() + "/money";
        return Section.facts("disbursement.facts.statement",
                new Fact("disbursement.received", statement.received(), money),
                new Fact("disbursement.interest", statement.interest(), money),
                new Fact("disbursement.spent", statement.spent(), money),
                new Fact("disbursement.balance", statement.balance(), money));
    }

    private LocalizedText name(String accountId) {
        return accountId == null ? null : accounts.nameOf(accountId).orElseThrow();
    }
}
