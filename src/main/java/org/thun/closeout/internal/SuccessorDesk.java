package org.thun.closeout.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.closeout.Successors;
import org.thun.closeout.internal.SuccessorMapper.BaselineRow;
import org.thun.closeout.internal.SuccessorMapper.SuccessorRow;
import org.thun.grants.AgreementEffective;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.IndicatorTargets;
import org.thun.indicators.Measurement;
import org.thun.indicators.NumberCodes;
import org.thun.indicators.NumberCodes.Figure;
import org.thun.indicators.Place;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReports;
import org.thun.proposals.ProposalContent;
import org.thun.proposals.ProposalState;
import org.thun.proposals.Proposals;
import org.thun.proposals.Proposals.NewProposal;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/** Drafts successors, keeps the values they begin with, and hands them over when the new grant takes effect. */
@Service
class SuccessorDesk implements Successors {

    private static final Set<GrantState> ENDING = EnumSet.of(GrantState.WAITING_TO_CLOSE, GrantState.CLOSED);

    private static final Set<ProposalState> GIVEN_UP = EnumSet.of(ProposalState.REJECTED, ProposalState.REJECTED_ROUND1,
            ProposalState.WITHDRAWN, ProposalState.EXPIRED);

    private final SuccessorMapper successors;
    private final CloseOutMapper closeOuts;
    private final PeriodReports reports;
    private final PeriodReporting reporting;
    private final IndicatorQueries indicators;
    private final IndicatorTargets targets;
    private final NumberCodes codes;
    private final Proposals proposals;
    private final Grants grants;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SuccessorDesk(
            SuccessorMapper successors,
            CloseOutMapper closeOuts,
            PeriodReports reports,
            PeriodReporting reporting,
            IndicatorQueries indicators,
            IndicatorTargets targets,
            NumberCodes codes,
            Proposals proposals,
            Grants grants,
            AuditTrail audit,
            BusinessClock clock) {
        this.successors = successors;
        this.closeOuts = closeOuts;
        this.reports = reports;
        this.reporting = reporting;
        this.indicators = indicators;
        this.targets = targets;
        this.codes = codes;
        this.proposals = proposals;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Successor> ofGrant(String grantId) {
        return successors.ofGrant(grantId).stream().reduce((earlier, later) -> later).map(this::successor);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Successor> ofProposal(String proposalId) {
        return successors.ofProposal(proposalId).map(this::successor);
    }

    @Override
    public boolean mayDraft(Grant grant, Actor actor) {
        return ENDING.contains(grant.state())
                && (actor.may(Action.SUBMIT, ObjectKind.CLOSE_OUT, grant.scope()) || actor.holds(Role.PO, grant.scope()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Problem> against(Grant grant) {
        List<Problem> problems = new ArrayList<>();
        boolean documents = closeOuts.ofGrant(grant.id()).map(row -> row.state().documentsAccepted()).orElse(false);
        List<PeriodReport> all = reports.ofGrant(grant.id());
        if (!documents || all.isEmpty() || !all.stream().allMatch(PeriodReport::accepted)) {
            problems.add(Problem.of("closeout.problem.successor.notAccepted").under("BR-06"));
        }
        successors.ofGrant(grant.id()).stream()
                .map(row -> proposals.get(row.proposalId()))
                .filter(proposal -> !GIVEN_UP.contains(proposal.state()))
                .forEach(proposal -> problems.add(
                        Problem.of("closeout.problem.successor.underWay", proposal.number())));
        return problems;
    }

    @Override
    @Transactional
    public Outcome<String> draft(Grant grant, Actor actor) {
        if (!mayDraft(grant, actor)) {
            return Outcome.refused(Problem.of("closeout.problem.successor.notYours"));
        }
        List<Problem> problems = against(grant);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Outcome<String> begun = proposals.beginSuccessor(
                new NewProposal(grant.programmeKey(), grant.organisationId(), grant.title(), grant.synthetic()),
                structure(grant), actor);
        if (!begun.isDone()) {
            return begun;
        }
        keep(grant, begun.orElseThrow(), actor);
        audit.record(actor, AuditEvent.of(grant.id(), "grant.draftSuccessor", "proposal", begun.orElseThrow()));
        return begun;
    }

    /** Activities and cost heads without amounts, the length, and what was to be reached. */
    private ProposalContent structure(Grant grant) {
        List<BudgetLine> cells = grants.budget(grant.id()).stream()
                .map(line -> new BudgetLine(line.activityCode(), line.costHead(), null))
                .toList();
        String objectives = proposals.versions(grant.proposalId()).stream()
                .map(version -> version.content().objectives())
                .reduce((earlier, later) -> later)
                .orElse(null);
        return new ProposalContent(grant.title(), null, objectives, grant.durationMonths(), null, null, cells);
    }

    private void keep(Grant grant, String proposalId, Actor actor) {
        List<PeriodReport> accepted = reports.accepted(grant.id());
        PeriodReport last = accepted.get(accepted.size() - 1);
        List<PeriodDossier.Figure> figures = reporting.dossier(last.id()).figures();
        Map<String, Figure> printed = new HashMap<>();
        figures.stream()
                .filter(figure -> figure.actual() != null)
                .forEach(figure -> printed.put(figure.indicatorId(),
                        new Figure(figure.indicatorId(), Place.WHOLE, figure.actual())));
        Map<Figure, String> coded = codes.codesFor(grant, last.days().to(), printed.values());
        successors.insert(new SuccessorRow(proposalId, grant.id(), last.no(), last.version(), last.acceptedAt(),
                last.days().to(), actor.accountId(), actor.name().th(), clock.dateTime()));
        int lineNo = 0;
        for (PeriodDossier.Figure figure : figures) {
            successors.insertBaseline(new BaselineRow(proposalId, ++lineNo, figure.indicatorId(), figure.title().th(),
                    figure.title().en(), figure.actual(), coded.get(printed.get(figure.indicatorId()))));
        }
    }

    /** The new grant takes effect: it begins with the values that were kept. */
    @EventListener
    @Transactional
    public void begin(AgreementEffective event) {
        Grant grant = grants.get(event.grantId());
        successors.ofProposal(grant.proposalId()).ifPresent(row -> {
            Grant before = grants.get(row.grantId());
            successors.baselines(row.proposalId()).stream()
                    .filter(baseline -> baseline.acceptedValue() != null)
                    .forEach(baseline -> targets.beginWith(grant, baseline.indicatorId(), baseline.acceptedValue(),
                            before.number(), baseline.numberCode()));
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<Proof> proofs(Successor successor) {
        Map<String, BigDecimal> accepted = reporting.dossier(successor.grantId(), successor.periodNo()).orElseThrow()
                .figures().stream()
                .filter(figure -> figure.actual() != null)
                .collect(Collectors.toMap(PeriodDossier.Figure::indicatorId, PeriodDossier.Figure::actual));
        Map<String, BigDecimal> begins = begins(successor);
        return successor.baselines().stream()
                .map(baseline -> proof(baseline, accepted.get(baseline.indicatorId()),
                        begins.get(baseline.indicatorId())))
                .toList();
    }

    private static Proof proof(Baseline kept, BigDecimal accepted, BigDecimal begins) {
        BigDecimal shown = kept.value() == null ? null : begins;
        return new Proof(kept, accepted, shown,
                same(kept.value(), accepted) && (shown == null || same(kept.value(), shown)));
    }

    /** Baselines of the new grant on its first day; empty before it has one. */
    private Map<String, BigDecimal> begins(Successor successor) {
        String grantId = proposals.get(successor.proposalId()).grantId();
        Grant grant = grantId == null ? null : grants.get(grantId);
        if (grant == null || grant.effectiveFrom() == null) {
            return Map.of();
        }
        return indicators.measure(grant, grant.effectiveFrom()).stream()
                .filter(measured -> measured.baseline() != null)
                .collect(Collectors.toMap(measured -> measured.indicator().id(), Measurement::baseline));
    }

    private Successor successor(SuccessorRow row) {
        return new Successor(row.grantId(), row.proposalId(), row.periodNo(), row.reportVersion(), row.acceptedAt(),
                row.asOf(), row.draftedByName(), row.draftedAt(),
                successors.baselines(row.proposalId()).stream()
                        .map(line -> new Baseline(line.indicatorId(), new LocalizedText(line.titleTh(), line.titleEn()),
                                line.acceptedValue(), line.numberCode()))
                        .toList());
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }
}
