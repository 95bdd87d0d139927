package org.thun.amendments.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thun.activities.CostLine;
import org.thun.activities.PlanChanges;
import org.thun.amendments.Amendment;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.Part;
import org.thun.disbursement.TrancheChanges;
import org.thun.grants.AgreementChanges;
import org.thun.grants.AgreementChanges.NewVersion;
import org.thun.grants.Grant;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.PostChanges;
import org.thun.identity.Role;
import org.thun.indicators.IndicatorTargets;
import org.thun.parties.BankAccountChanges;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.progress.PeriodChanges;
import org.thun.progress.PeriodReport;
import org.thun.tasks.DueDates;
import org.thun.workflow.CaseClocks;

/**
 * Brings an amendment into force: the next version of the agreement first, then everything that follows from it, in the
 * rooms that own it. Runs inside one transaction; whatever fails takes all of it back.
 */
@Component
class Enactment {

    private final AgreementChanges agreements;
    private final PlanChanges plans;
    private final PeriodChanges periods;
    private final TrancheChanges tranches;
    private final IndicatorTargets targets;
    private final BankAccountChanges accountsOfBanks;
    private final PostChanges posts;
    private final Accounts accounts;
    private final CaseClocks clocks;
    private final DueDates dueDates;

    Enactment(
            AgreementChanges agreements,
            PlanChanges plans,
            PeriodChanges periods,
            TrancheChanges tranches,
            IndicatorTargets targets,
            BankAccountChanges accountsOfBanks,
            PostChanges posts,
            Accounts accounts,
            CaseClocks clocks,
            DueDates dueDates) {
        this.agreements = agreements;
        this.plans = plans;
        this.periods = periods;
        this.tranches = tranches;
        this.targets = targets;
        this.accountsOfBanks = accountsOfBanks;
        this.posts = posts;
        this.accounts = accounts;
        this.clocks = clocks;
        this.dueDates = dueDates;
    }

    /**
     * @param confirmedBy account of who confirmed the bank account, or {@code null}
     * @param decider in whose name it comes into force: who decided last
     * @return number of the agreement version
     */
    int enact(Situation now, Amendment amendment, String label, String confirmedBy, Actor decider) {
        String grantId = now.grant().id();
        Amended after = Amended.of(now, amendment.changes());
        int version = agreements.amend(grantId, new NewVersion(amendment.id(), label, after.months(), after.endsOn(),
                after.respread(), after.budget(), after.tranches(), after.terms()), decider);
        boolean ends = amendment.has(AmendmentKind.TERMINATION);
        if (after.months() != now.current().durationMonths()) {
            plans.extend(grantId, now.current().durationMonths(), decider);
        }
        if (!ends && !after.endsOn().equals(now.current().endsOn())) {
            periods.replan(grantId, decider);
        }
        for (Part part : amendment.changes()) {
            enact(now, amendment, part, label, confirmedBy, decider);
        }
        dueDates.refresh(grantId);
        return version;
    }

    private void enact(
            Situation now, Amendment amendment, Part part, String label, String confirmedBy, Actor decider) {
        Grant grant = now.grant();
        String grantId = grant.id();
        String reason = amendment.reason();
        if (part instanceof Part.Shift shift) {
            plans.useOfPool(grantId, shift.fromActivity(), shift.fromHead(), shift.amount());
        } else if (part instanceof Part.Target target) {
            targets.amend(grant, PartRules.proposal(now, target, label, reason), amendment.sentBy(),
                    amendment.sentByName(), decider).orElseThrow();
        } else if (part instanceof Part.PlanMove move) {
            plans.move(move.occurrenceId(), move.firstMonth(), move.lastMonth(), reason, decider);
        } else if (part instanceof Part.PlanAdd add) {
            plans.add(grantId, add.activityCode(), add.firstMonth(), add.lastMonth(), reason, decider);
        } else if (part instanceof Part.PlanCancel cancel) {
            plans.cancel(cancel.occurrenceId(), reason, cancel.released() == null
                    ? List.of()
                    : List.of(new CostLine(cancel.releasedHead(), cancel.released())), decider);
        } else if (part instanceof Part.Tranches) {
            tranches.replan(grantId, Amended.of(now, amendment.changes()).tranches(), reason, decider);
        } else if (part instanceof Part.DueDays due) {
            periods.putOff(grantId, now.dueBetween(due.from(), due.to()).stream()
                    .map(PeriodReport::no)
                    .collect(Collectors.toSet()), due.days(), decider);
        } else if (part instanceof Part.People people) {
            changeHands(now, people, reason, decider);
        } else if (part instanceof Part.Bank bank) {
            accountsOfBanks.replace(grant.organisationId(),
                    new NewBankAccount(bank.bankName(), bank.accountNumber(), bank.accountName()), amendment.sentBy(),
                    confirmedBy, decider);
        } else if (part instanceof Part.Suspension) {
            agreements.suspend(grantId, reason, decider);
            clocks.stop(grantId);
        } else if (part instanceof Part.Resumption resumption) {
            int days = resumption.addDays() ? now.stoodStill() : 0;
            agreements.resume(grantId, reason, decider);
            if (days > 0) {
                periods.postpone(grantId, now.suspendedOn(), days, decider);
            }
            clocks.start(grantId, days);
        } else if (part instanceof Part.Termination termination) {
            plans.stop(grantId, reason, decider);
            tranches.stop(grantId, reason, decider);
            periods.cut(grantId, now.today(), decider);
            clocks.start(grantId, 0);
            agreements.terminate(grantId, termination.reason().name(), reason, decider);
        }
    }

    private void changeHands(Situation now, Part.People people, String reason, Actor decider) {
        Grant grant = now.grant();
        if (people.joining() != null) {
            Actor joining = accounts.actorByUsername(people.joining()).orElseThrow();
            posts.appoint(joining.accountId(), PartRules.postOf(now, people), decider);
            if (people.role() == Role.GL) {
                agreements.changeLead(grant.id(), joining.accountId(), decider);
            }
        }
        if (people.leavingId() != null) {
            posts.end(people.leavingId(), people.role(), grant.scope(), now.today().minusDays(1), reason, decider);
        }
    }
}
