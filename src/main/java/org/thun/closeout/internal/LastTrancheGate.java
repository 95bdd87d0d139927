package org.thun.closeout.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.thun.closeout.CloseOutDossier;
import org.thun.closeout.CloseOutDossier.Version;
import org.thun.closeout.internal.CloseOutMapper.CloseOutRow;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheGate;
import org.thun.grants.Grant;
import org.thun.programmes.Activity;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.TranchePolicy;
import org.thun.programmes.TranchePolicy.LastTrancheCondition;
import org.thun.tasks.FactSheet.Check;

/** What the programme wants to see before it pays the tranche at close-out (BR-06). */
@Component
class LastTrancheGate implements TrancheGate {

    private static final String RULE = "BR-06";

    private final CloseOutMapper closeOuts;
    private final ClosingBook book;
    private final Programmes programmes;
    private final AuditDuty audits;

    LastTrancheGate(CloseOutMapper closeOuts, ClosingBook book, Programmes programmes, AuditDuty audits) {
        this.closeOuts = closeOuts;
        this.book = book;
        this.programmes = programmes;
        this.audits = audits;
    }

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Check> evaluate(Grant grant, Tranche tranche) {
        if (!tranche.atCloseOut()) {
            return List.of();
        }
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        TranchePolicy policy = programme.tranches();
        Optional<CloseOutRow> row = closeOuts.ofGrant(grant.id());
        boolean accepted = row.map(found -> found.state().documentsAccepted()).orElse(false);
        Version documents = row.map(book::dossier).flatMap(CloseOutDossier::newest).orElse(null);
        List<Check> checks = new ArrayList<>();
        for (LastTrancheCondition condition : policy.lastRequires()) {
            boolean met = accepted && switch (condition) {
                case FINAL_REPORT, ASSET_LIST, CLOSING_FINANCE_REPORT -> true;
                case AUDIT -> audits.check(grant, Optional.of(documents)).met();
                case REFUND_CLEARED -> !book.account(grant.id()).net().isPositive();
            };
            checks.add(new Check(RULE, "closeout.gate." + condition.name(), List.of(), met, "closeout.gate.missing"));
        }
        if (audits.due(grant) && !policy.lastRequires().contains(LastTrancheCondition.AUDIT)) {
            checks.add(new Check("BR-47", "closeout.gate." + LastTrancheCondition.AUDIT.name(), List.of(),
                    accepted && audits.check(grant, Optional.of(documents)).met(), "closeout.gate.missing"));
        }
        if (programme.activities().stream().anyMatch(Activity::instituteFee)) {
            checks.add(new Check("BR-49", "closeout.gate.fee", List.of(), accepted, "closeout.gate.missing"));
        }
        return checks;
    }
}
