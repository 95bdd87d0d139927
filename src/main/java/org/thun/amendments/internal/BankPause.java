package org.thun.amendments.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheGate;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.programmes.AmendmentPolicy;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.tasks.FactSheet.Check;

/** After an account was changed nothing is paid for some days, so that whoever was robbed of it can say so (SD8). */
@Component
class BankPause implements TrancheGate {

    private final AmendmentMapper amendments;
    private final Grants grants;
    private final Programmes programmes;
    private final BusinessClock clock;

    BankPause(AmendmentMapper amendments, Grants grants, Programmes programmes, BusinessClock clock) {
        this.amendments = amendments;
        this.grants = grants;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Override
    public String rule() {
        return "SD8";
    }

    @Override
    public List<Check> evaluate(Grant grant, Tranche tranche) {
        AmendmentPolicy policy =
                programmes.version(grant.programmeKey(), grant.programmeVersion()).amendments();
        if (policy == null) {
            return List.of();
        }
        // The account is the organisation's: a change for one of its grants holds for all.
        List<String> ids = Stream.concat(Stream.of(grant.id()), grants.running().stream()
                        .filter(other -> other.organisationId().equals(grant.organisationId()))
                        .map(Grant::id))
                .distinct()
                .toList();
        LocalDate changed = amendments.lastBankChange(ids);
        if (changed == null) {
            return List.of();
        }
        LocalDate open = changed.plusDays(policy.bankPauseDays());
        return List.of(new Check("SD8", "amendments.gate.pause", List.of(changed, open),
                !clock.today().isBefore(open), "amendments.gate.pause.missing"));
    }
}
