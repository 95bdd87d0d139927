package org.thun.closeout.process;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.closeout.CloseOutDossier;
import org.thun.closeout.CloseOutDossier.Asset;
import org.thun.closeout.CloseOutDossier.Decision;
import org.thun.closeout.CloseOutDossier.Refund;
import org.thun.closeout.CloseOutDossier.Version;
import org.thun.closeout.ClosingAccount;
import org.thun.closeout.ClosingDesk;
import org.thun.closeout.RefundDue;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.programmes.Activity;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;

/** What people have to know to close a grant, as sections of a fact sheet. */
@Component
class ClosingFacts {

    private final ClosingDesk desk;
    private final Grants grants;
    private final Programmes programmes;
    private final BusinessClock clock;

    ClosingFacts(ClosingDesk desk, Grants grants, Programmes programmes, BusinessClock clock) {
        this.desk = desk;
        this.grants = grants;
        this.programmes = programmes;
        this.clock = clock;
    }

    FactSheet toPrepare(CloseOutDossier file) {
        List<Section> sections = new ArrayList<>(decisions(file));
        sections.add(grant(file));
        sections.add(Section.checks("closeout.facts.acceptance", desk.acceptanceChecks(file.id())));
        sections.addAll(account(file));
        return new FactSheet(sections);
    }

    FactSheet toSend(CloseOutDossier file) {
        return toJudge(file, Section.checks("closeout.facts.acceptance", desk.acceptanceChecks(file.id())));
    }

    FactSheet toClose(CloseOutDossier file) {
        return toJudge(file, Section.checks("closeout.facts.closing", desk.closingChecks(file.id())));
    }

    FactSheet toRefund(CloseOutDossier file) {
        List<Section> sections = new ArrayList<>();
        ClosingAccount account = desk.account(file.grantId());
        RefundDue due = desk.refundDue(file.id(), clock.today()).orElse(null);
        sections.add(Section.facts("closeout.facts.refund",
                Fact.of("closeout.net", account.net()),
                Fact.of("closeout.refundDueOn", file.stepDueOn()),
                Fact.of("closeout.lateInterest", due == null ? null : due.interest()),
                Fact.of("closeout.refundTotal", due == null ? null : due.total()),
                Fact.of("closeout.interest", account.interest()),
                Fact.of("closeout.refunded", account.refunded())));
        if (!file.refunds().isEmpty()) {
            List<List<Object>> rows = new ArrayList<>();
            for (Refund refund : file.refunds()) {
                rows.add(Table.row(refund.paidOn(), refund.reference(), refund.amount(), refund.interest(), refund.payerName(),
                        refund.state()));
            }
            sections.add(Section.table("closeout.facts.refunds", new Table(
                    List.of("closeout.paidOn", "closeout.reference", "closeout.amount", "closeout.lateInterest", "closeout.by",
                            "closeout.state"), rows)));
        }
        sections.add(grant(file));
        sections.addAll(account(file));
        return new FactSheet(sections);
    }

    private FactSheet toJudge(CloseOutDossier file, Section checks) {
        List<Section> sections = new ArrayList<>();
        sections.add(checks);
        sections.addAll(account(file));
        sections.addAll(documents(file));
        sections.add(grant(file));
        sections.addAll(decisions(file));
        return new FactSheet(sections);
    }

    private Section grant(CloseOutDossier file) {
        Grant grant = grants.get(file.grantId());
        return Section.facts("closeout.facts.grant",
                new Fact("closeout.grant", grant.title(), grant.path() + "/close-out"),
                Fact.of("closeout.grantee", grant.granteeName()),
                Fact.of("closeout.term", grant.term()),
                Fact.of("closeout.grantAmount", grant.amount()));
    }

    private List<Section> account(CloseOutDossier file) {
        ProgrammeDefinition definition = definition(file);
        ClosingAccount account = desk.account(file.grantId());
        List<List<Object>> receipts = new ArrayList<>();
        account.receipts().forEach(receipt -> receipts.add(
                Table.row(receipt.trancheNo(), receipt.agreed(), receipt.paid(), receipt.settled())));
        List<List<Object>> expenses = new ArrayList<>();
        account.activities().forEach(line -> expenses.add(Table.row(activity(definition, line.activityCode()),
                line.budget(), line.actual(), line.budget().minus(line.actual()))));
        return List.of(
                new Section("closeout.facts.receipts",
                        List.of(
                                Fact.of("closeout.received", account.received()),
                                Fact.of("closeout.interest", account.interest()),
                                Fact.of("closeout.otherIncome", account.otherIncome()),
                                Fact.of("closeout.spent", account.spent()),
                                Fact.of("closeout.refunded", account.refunded()),
                                Fact.of("closeout.net", account.net())),
                        new Table(List.of("closeout.tranche", "closeout.agreed", "closeout.paid", "closeout.settled"),
                                receipts),
                        List.of()),
                Section.table("closeout.facts.expense", new Table(
                        List.of("closeout.activity", "closeout.budget", "closeout.actual", "closeout.left"),
                        expenses)));
    }

    private static List<Section> documents(CloseOutDossier file) {
        Version version = file.newest().orElseThrow();
        List<List<Object>> assets = new ArrayList<>();
        for (Asset asset : version.assets()) {
            assets.add(Table.row(asset.name(), asset.quantity(), asset.amount(), asset.keeper()));
        }
        return List.of(new Section("closeout.facts.documents",
                List.of(
                        Fact.of("closeout.finalReport", version.finalReport()),
                        Fact.of("closeout.lessons", version.lessons()),
                        Fact.of("closeout.auditor", version.auditor()),
                        Fact.of("closeout.auditNote", version.auditNote()),
                        Fact.of("closeout.writtenBy", List.of(version.authorName(), version.writtenAt()))),
                null, List.of()),
                Section.table("closeout.facts.assets", new Table(
                        List.of("closeout.asset", "closeout.quantity", "closeout.amount", "closeout.keeper"), assets)));
    }

    private static List<Section> decisions(CloseOutDossier file) {
        if (file.decisions().isEmpty()) {
            return List.of();
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Decision decision : file.decisions()) {
            rows.add(Table.row(decision.versionNo(), decision.step(), decision.decision(), decision.accountName(),
                    decision.at(), decision.comments(), decision.voided()));
        }
        return List.of(Section.table("closeout.facts.decisions", new Table(
                List.of("closeout.version", "closeout.step", "closeout.decision", "closeout.by", "closeout.decidedAt",
                        "closeout.comments", "closeout.voided"), rows)));
    }

    private ProgrammeDefinition definition(CloseOutDossier file) {
        Grant grant = grants.get(file.grantId());
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    private static LocalizedText activity(ProgrammeDefinition definition, String code) {
        Activity activity = definition.activity(code).orElseThrow();
        LocalizedText title = activity.title();
        return new LocalizedText(code + " " + title.th(), title.en() == null ? null : code + " " + title.en());
    }
}
