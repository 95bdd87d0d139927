package org.thun.disbursement.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thun.disbursement.Checklist;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheGate;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.parties.Organisation;
import org.thun.parties.Organisations;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.progress.PeriodReports;
import org.thun.shared.Money;
import org.thun.tasks.FactSheet.Check;

/** Collects what the gates are judged by, as it is now, and asks the modules that hang gates of their own. */
@Component
class GateKeeper {

    private static final String CLOSE_OUT_RULE = "BR-06";

    private final TrancheMapper tranches;
    private final Ledger ledger;
    private final Grants grants;
    private final Programmes programmes;
    private final Organisations organisations;
    private final PeriodReports reports;
    /** Asked for when needed: a gate may itself rest on this module. */
    private final ObjectProvider<TrancheGate> otherGates;

    GateKeeper(
            TrancheMapper tranches,
            Ledger ledger,
            Grants grants,
            Programmes programmes,
            Organisations organisations,
            PeriodReports reports,
            ObjectProvider<TrancheGate> otherGates) {
        this.tranches = tranches;
        this.ledger = ledger;
        this.grants = grants;
        this.programmes = programmes;
        this.organisations = organisations;
        this.reports = reports;
        this.otherGates = otherGates;
    }

    Checklist judge(Tranche tranche) {
        Grant grant = grants.get(tranche.grantId());
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        GateInput input = new GateInput(grant, tranche, tranches.ofGrant(grant.id()), programme.tranches(),
                organisations.find(grant.organisationId()).filter(Organisation::payable).isPresent(),
                grantsInRecovery(grant),
                tranche.afterPeriod() == null
                        ? null
                        : reports.find(grant.id(), tranche.afterPeriod()).orElse(null),
                ledger.statement(grant.id()),
                Money.sum(grants.budget(grant.id()).stream()
                        .filter(line -> programme.isInstituteFee(line.activityCode()))
                        .map(BudgetLine::amount)
                        .toList()));
        return Gates.judge(input, others(grant, tranche));
    }

    private List<Check> others(Grant grant, Tranche tranche) {
        List<Check> checks = new ArrayList<>();
        boolean closeOutAnswered = false;
        for (TrancheGate gate : otherGates.orderedStream().toList()) {
            List<Check> asked = gate.evaluate(grant, tranche);
            closeOutAnswered |= gate.rule().equals(CLOSE_OUT_RULE) && !asked.isEmpty();
            checks.addAll(asked);
        }
        if (tranche.atCloseOut() && !closeOutAnswered) {
            checks.add(new Check(CLOSE_OUT_RULE, "disbursement.gate.closeOut", List.of(), false,
                    "disbursement.gate.closeOut.missing"));
        }
        return checks;
    }

    /** Grants that were ended before their time while the grantee still had money of theirs. */
    private List<String> grantsInRecovery(Grant grant) {
        return tranches.otherGrants(grant.organisationId(), grant.id()).stream()
                .map(grants::get)
                .filter(other -> other.state() == GrantState.TERMINATED)
                .filter(other -> ledger.statement(other.id()).balance().isPositive())
                .map(Grant::number)
                .toList();
    }
}
