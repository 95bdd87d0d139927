package org.thun.disbursement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.thun.disbursement.Checklist;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheState;
import org.thun.grants.CasePages;
import org.thun.identity.Actor;
import org.thun.shared.Money;
import org.thun.tasks.FactSheet.Check;
import org.thun.web.Formats;

/** Tranches for programs: the same doors, the same permissions. */
@RestController
@Tag(name = "money", description = "Tranches of a grant and the gates that hold them")
class MoneyApi {

    private final Disbursements disbursements;
    private final CasePages cases;
    private final Formats formats;

    MoneyApi(Disbursements disbursements, CasePages cases, Formats formats) {
        this.disbursements = disbursements;
        this.cases = cases;
        this.formats = formats;
    }

    @GetMapping("/api/v1/grants/{grantId}/tranches")
    @Operation(summary = "The tranches of a grant with the state of their gates")
    @ApiResponse(responseCode = "404", description = "no such grant for this person")
    List<TrancheView> tranches(@PathVariable String grantId, Actor actor) {
        cases.open(grantId, MoneyPlaces.TAB, actor);
        return disbursements.tranches(grantId).stream().map(this::view).toList();
    }

    private TrancheView view(Tranche tranche) {
        Checklist checklist = tranche.state().isPaid() || tranche.state().isSettled()
                ? null
                : disbursements.gates(tranche.grantId(), tranche.no());
        return new TrancheView(tranche.no(), tranche.state(), tranche.sharePercent(), tranche.agreed(),
                tranche.ceiling(), tranche.afterPeriod(), tranche.atCloseOut(), tranche.openedOn(), tranche.requested(),
                tranche.paid(), tranche.paidOn(), checklist == null ? null : checklist.payable(),
                checklist == null ? List.of() : checklist.checks().stream().map(this::gate).toList());
    }

    private GateView gate(Check check) {
        return new GateView(check.rule(), formats.message(check.labelKey(), check.args()), check.met(),
                check.met() ? null : formats.message(check.detailKey(), check.args()));
    }

    /** A tranche as programs read it. Amounts are in baht. */
    @Schema(name = "Tranche")
    record TrancheView(
            int no,
            TrancheState state,
            BigDecimal sharePercent,
            Money agreed,
            Money ceiling,
            Integer afterPeriod,
            boolean atCloseOut,
            LocalDate openedOn,
            Money requested,
            Money paid,
            LocalDate paidOn,
            Money payableNow,
            List<GateView> gates) {}

    /** A gate in the language of the request: what it asks, whether it is met, and what is missing if not. */
    @Schema(name = "TrancheGate")
    record GateView(String rule, String text, boolean met, String missing) {}
}
