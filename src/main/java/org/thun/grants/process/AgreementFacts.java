package org.thun.grants.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.grants.AgreedTranche;
import org.thun.grants.Agreement;
import org.thun.grants.Agreement.Hand;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.identity.Accounts;
import org.thun.parties.BankAccount;
import org.thun.parties.Organisation;
import org.thun.parties.Organisations;
import org.thun.programmes.Activity;
import org.thun.programmes.CodeItem;
import org.thun.programmes.GrantCalendar;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Check;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;

/** What both sides look at before they put their names to an agreement. */
@Component
public class AgreementFacts {

    private final Programmes programmes;
    private final Organisations organisations;
    private final Accounts accounts;

    AgreementFacts(Programmes programmes, Organisations organisations, Accounts accounts) {
        this.programmes = programmes;
        this.organisations = organisations;
        this.accounts = accounts;
    }

    /** The sheet, with the dates that follow from a first day. */
    public FactSheet sheet(Grant grant, Agreement agreement, LocalDate start) {
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        List<Section> sections = new ArrayList<>();
        if (agreement.returned() != null) {
            sections.add(Section.facts("grants.facts.returned",
                    Fact.of("grants.facts.returnedBy", nameOf(agreement.returned())),
                    Fact.of("grants.facts.at", agreement.returned().at()),
                    Fact.of("grants.facts.comment", agreement.returnedComment())));
        }
        sections.add(Section.facts("grants.facts.agreement",
                new Fact("grants.facts.grant", grant.title(), grant.path()),
                Fact.of("grants.facts.number", grant.number()),
                Fact.of("grants.facts.programme", programme.title()),
                Fact.of("grants.facts.grantee", grant.granteeName()),
                Fact.of("grants.facts.amount", agreement.amount()),
                Fact.of("grants.facts.months", agreement.durationMonths()),
                Fact.of("grants.facts.term", agreement.termFrom(start)),
                Fact.of("grants.facts.synthetic", grant.synthetic()),
                Fact.of("grants.facts.preparedBy", nameOf(agreement.prepared())),
                Fact.of("grants.facts.signedByGrantee", nameOf(agreement.signedByGrantee()))));
        if (!agreement.conditions().isEmpty()) {
            sections.add(conditions(agreement));
        }
        sections.add(tranches(agreement));
        sections.add(periods(programme, agreement, start));
        sections.add(budget(programme, agreement));
        sections.add(bank(grant));
        sections.add(sums(agreement));
        return new FactSheet(sections);
    }

    private Section conditions(Agreement agreement) {
        return Section.table("grants.facts.conditions", new Table(
                List.of("grants.facts.no", "grants.facts.condition", "grants.facts.metBy"),
                agreement.conditions().stream()
                        .map(condition -> Table.row(condition.no(), condition.text(), nameOf(condition.met())))
                        .toList()));
    }

    private static Section tranches(Agreement agreement) {
        return Section.table("grants.facts.tranches", new Table(
                List.of("grants.facts.no", "grants.facts.share", "grants.facts.baht", "grants.facts.release",
                        "grants.facts.period"),
                agreement.tranches().stream()
                        .map(tranche -> Table.row(tranche.no(), tranche.sharePercent(), tranche.amount(),
                                tranche.release(), tranche.afterPeriod()))
                        .toList()));
    }

    private static Section periods(ProgrammeDefinition programme, Agreement agreement, LocalDate start) {
        return Section.table("grants.facts.periods", new Table(
                List.of("grants.facts.period", "grants.facts.days", "grants.facts.reportDue"),
                new GrantCalendar(programme, start, agreement.durationMonths()).periods().stream()
                        .map(period -> Table.row(period.no(), period.days(), period.dueOn()))
                        .toList()));
    }

    private static Section budget(ProgrammeDefinition programme, Agreement agreement) {
        return Section.table("grants.facts.budget", new Table(
                List.of("grants.facts.activityCode", "grants.facts.activity", "grants.facts.costHead",
                        "grants.facts.baht"),
                agreement.budget().stream()
                        .map(line -> Table.row(line.activityCode(), activityTitle(programme, line),
                                costHead(programme, line), line.amount()))
                        .toList()));
    }

    private Section bank(Grant grant) {
        Organisation grantee = organisations.find(grant.organisationId()).orElseThrow();
        BankAccount account = grantee.bankAccount();
        return new Section("grants.facts.bank",
                List.of(Fact.of("grants.facts.bankName", account == null ? null : account.bankName()),
                        Fact.of("grants.facts.bankNumber", account == null ? null : account.maskedNumber())),
                null,
                List.of(new Check("BR-03", "grants.check.bankVerified", List.of(), grantee.payable(),
                        "grants.check.bankVerified.missing")));
    }

    private static Section sums(Agreement agreement) {
        Money budgeted = Money.sum(agreement.budget().stream().map(BudgetLine::amount).toList());
        Money planned = Money.sum(agreement.tranches().stream().map(AgreedTranche::amount).toList());
        BigDecimal shares = agreement.tranches().stream()
                .map(AgreedTranche::sharePercent)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Section.checks("grants.facts.sums", List.of(
                new Check("BR-01", "grants.check.budgetSum", List.of(budgeted, agreement.amount()),
                        budgeted.equals(agreement.amount()), null),
                new Check("BR-02", "grants.check.trancheSum", List.of(planned, shares, agreement.amount()),
                        planned.equals(agreement.amount()), null)));
    }

    private LocalizedText nameOf(Hand hand) {
        return hand == null ? null : accounts.nameOf(hand.accountId()).orElse(null);
    }

    private static LocalizedText activityTitle(ProgrammeDefinition programme, BudgetLine line) {
        return programme.activity(line.activityCode()).map(Activity::title).orElse(null);
    }

    private static Object costHead(ProgrammeDefinition programme, BudgetLine line) {
        return programme.costHeads().stream()
                .filter(head -> head.code().equals(line.costHead()))
                .findFirst()
                .<Object>map(CodeItem::text)
                .orElse(line.costHead());
    }
}
