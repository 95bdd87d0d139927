package org.thun.closeout.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityPlans;
import org.thun.closeout.CloseOutDossier;
import org.thun.closeout.CloseOutDossier.Asset;
import org.thun.closeout.CloseOutDossier.Decision;
import org.thun.closeout.CloseOutDossier.Refund;
import org.thun.closeout.CloseOutDossier.Version;
import org.thun.closeout.ClosingAccount;
import org.thun.closeout.ClosingAccount.Expense;
import org.thun.closeout.ClosingAccount.Receipt;
import org.thun.closeout.internal.CloseOutMapper.CloseOutRow;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.Statement;
import org.thun.disbursement.Tranche;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.programmes.Activity;
import org.thun.programmes.Programmes;
import org.thun.progress.ExpenseLine;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReports;
import org.thun.shared.Money;
import org.thun.tasks.FactSheet.Check;

/** Reads what the closing of a grant rests on. */
@Component
class ClosingBook {

    private final CloseOutMapper closeOuts;
    private final Disbursements disbursements;
    private final PeriodReports reports;
    private final ActivityPlans plans;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditDuty audits;

    ClosingBook(
            CloseOutMapper closeOuts,
            Disbursements disbursements,
            PeriodReports reports,
            ActivityPlans plans,
            Grants grants,
            Programmes programmes,
            AuditDuty audits) {
        this.closeOuts = closeOuts;
        this.disbursements = disbursements;
        this.reports = reports;
        this.plans = plans;
        this.grants = grants;
        this.programmes = programmes;
        this.audits = audits;
    }

    CloseOutDossier dossier(CloseOutRow row) {
        return new CloseOutDossier(row.id(), row.grantId(), row.state(), row.stepDueOn(),
                closeOuts.versions(row.id()).stream().map(this::version).toList(),
                closeOuts.decisions(row.id()).stream()
                        .map(d -> new Decision(d.versionNo(), d.step(), d.decision(), d.comments(), d.accountId(),
                                d.accountName(), d.roleCode(), d.decidedAt(), d.voided()))
                        .toList(),
                closeOuts.refunds(row.id()).stream()
                        .map(r -> new Refund(r.refundNo(), r.state(), r.paidOn(), r.reference(), r.amount(),
                                r.interest(), r.payerId(), r.payerName()))
                        .toList());
    }

    ClosingAccount account(String grantId) {
        Statement statement = disbursements.statement(grantId);
        List<Receipt> receipts = disbursements.tranches(grantId).stream()
                .map(tranche -> new Receipt(tranche.no(), tranche.agreed(),
                        tranche.paid() == null ? Money.ZERO : tranche.paid(), tranche.state().isSettled()))
                .toList();
        return new ClosingAccount(receipts, statement.interest(), statement.otherIncome(), statement.adjusted(),
                expenses(grantId), statement.refunded(), statement.received(), statement.spent());
    }

    private List<Expense> expenses(String grantId) {
        Grant grant = grants.get(grantId);
        Map<String, Money> budget = new LinkedHashMap<>();
        for (BudgetLine line : grants.budget(grantId)) {
            budget.merge(line.activityCode(), line.amount(), Money::plus);
        }
        Map<String, Money> actual = new LinkedHashMap<>();
        for (PeriodReport report : reports.accepted(grantId)) {
            for (ExpenseLine line : report.expenses()) {
                actual.merge(line.activityCode(), line.amount(), Money::plus);
            }
        }
        return programmes.version(grant.programmeKey(), grant.programmeVersion()).activities().stream()
                .map(Activity::code)
                .filter(code -> budget.containsKey(code) || actual.containsKey(code))
                .map(code -> new Expense(code, budget.getOrDefault(code, Money.ZERO),
                        actual.getOrDefault(code, Money.ZERO)))
                .toList();
    }

    /** What has to be there before the documents can be accepted. */
    List<Check> acceptanceChecks(String grantId) {
        ClosingAccount account = account(grantId);
        long open = reports.ofGrant(grantId).stream().filter(report -> !report.accepted()).count();
        long unsettled = plans.ofGrant(grantId).stream().filter(o -> !o.state().settled()).count();
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("BR-06", "closeout.check.periods", List.of(open), open == 0,
                "closeout.check.periods.missing"));
        checks.add(new Check("BR-06", "closeout.check.activities", List.of(unsettled), unsettled == 0,
                "closeout.check.activities.missing"));
        checks.add(audits.check(grants.get(grantId),
                closeOuts.ofGrant(grantId).map(this::dossier).flatMap(CloseOutDossier::newest)));
        checks.add(new Check("BR-08", "closeout.check.receipts", List.of(account.paid(), account.received()),
                account.paid().equals(account.received()), "closeout.check.reconcile.missing"));
        checks.add(new Check("BR-08", "closeout.check.expense", List.of(account.actual(), account.spent()),
                account.actual().equals(account.spent()), "closeout.check.reconcile.missing"));
        return checks;
    }

    /** What has to be there before the grant can be closed. */
    List<Check> closingChecks(CloseOutRow row) {
        ClosingAccount account = account(row.grantId());
        List<Check> checks = new ArrayList<>(acceptanceChecks(row.grantId()));
        checks.add(new Check("BR-06", "closeout.check.documents", List.of(), row.state().documentsAccepted(),
                "closeout.check.documents.missing"));
        long waiting = disbursements.tranches(row.grantId()).stream()
                .map(Tranche::state)
                .filter(state -> !state.isSettled())
                .count();
        checks.add(new Check("BR-06", "closeout.check.tranches", List.of(waiting), waiting == 0,
                "closeout.check.tranches.missing"));
        checks.add(new Check("BR-08", "closeout.check.balance", List.of(account.net()), account.net().isZero(),
                "closeout.check.balance.missing"));
        return checks;
    }

    private Version version(CloseOutMapper.VersionRow row) {
        List<Asset> assets = closeOuts.assets(row.closeOutId(), row.versionNo()).stream()
                .map(asset -> new Asset(asset.assetName(), asset.quantity(), asset.amount(), asset.keeper()))
                .toList();
        return new Version(row.versionNo(), row.finalReport(), row.lessons(), assets, row.auditor(), row.auditNote(),
                row.authorId(), row.authorName(), row.writtenAt(), row.senderId(), row.senderName(), row.sentAt());
    }
}
