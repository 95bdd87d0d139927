package org.thun.proposals.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.parties.Organisation;
import org.thun.parties.Organisations;
import org.thun.programmes.Programmes;
import org.thun.programmes.Runnability;
import org.thun.proposals.BoardSitting;
import org.thun.proposals.BoardSitting.Leaver;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalComment;
import org.thun.proposals.ProposalContent;
import org.thun.proposals.ProposalDecision;
import org.thun.proposals.ProposalState;
import org.thun.proposals.ProposalVersion;
import org.thun.proposals.Proposals;
import org.thun.proposals.Review;
import org.thun.proposals.internal.ProposalMapper.VersionRow;
import org.thun.proposals.internal.ReviewMapper.DecisionRow;
import org.thun.proposals.internal.ReviewMapper.LeaverRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;
import org.thun.workflow.Processes;

@Service
@Transactional
class ProposalDesk implements Proposals {

    private static final int FIRST_VERSION = 1;

    private final ProposalMapper proposals;
    private final ReviewMapper reviews;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Processes processes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ProposalDesk(
            ProposalMapper proposals,
            ReviewMapper reviews,
            Programmes programmes,
            Organisations organisations,
            Processes processes,
            AuditTrail audit,
            BusinessClock clock) {
        this.proposals = proposals;
        this.reviews = reviews;
        this.programmes = programmes;
        this.organisations = organisations;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Proposal> find(String proposalId, Actor actor) {
        return proposals.findVisible(proposalId, Sight.of(actor)).map(ProposalRow::toProposal);
    }

    @Override
    @Transactional(readOnly = true)
    public Proposal get(String proposalId) {
        return proposals.find(proposalId)
                .map(ProposalRow::toProposal)
                .orElseThrow(() -> new IllegalArgumentException("no proposal " + proposalId));
    }

    @Override
    @Transactional(readOnly = true)
    public ProposalList list(Actor actor, ProposalFilter filter, int offset, int limit) {
        Sight sight = Sight.of(actor);
        String pattern = filter.text() == null ? null : "%" + filter.text().toLowerCase(Locale.ROOT) + "%";
        List<Proposal> rows = proposals.page(sight, filter, pattern, limit, offset).stream()
                .map(ProposalRow::toProposal)
                .toList();
        return new ProposalList(rows, proposals.count(sight, filter, pattern));
    }

    @Override
    public Outcome<String> begin(NewProposal proposal, Actor actor) {
        return begin(proposal, null, actor);
    }

    @Override
    public Outcome<String> beginSuccessor(NewProposal proposal, ProposalContent content, Actor actor) {
        return begin(proposal, content, actor);
    }

    /** @param content what it continues, or {@code null} for a new one */
    private Outcome<String> begin(NewProposal proposal, ProposalContent content, Actor actor) {
        Integer version = programmes.currentVersionNo(proposal.programmeKey()).orElse(null);
        if (version == null) {
            return Outcome.refused(Problem.at("programme", "proposals.problem.noProgramme"));
        }
        Runnability runnability = programmes.runnability(proposal.programmeKey());
        if (!runnability.runnable()) {
            return Outcome.refused(runnability.reasons());
        }
        Organisation applicant = organisations.grantees(proposal.programmeKey()).stream()
                .filter(organisation -> organisation.id().equals(proposal.organisationId()))
                .findFirst()
                .orElse(null);
        Scope scope = Scope.ofApplicant(proposal.programmeKey(), proposal.organisationId());
        Actor proposer = actor.roleFor(Action.CREATE, ObjectKind.PROPOSAL, scope)
                .or(() -> Optional.of(Role.PO).filter(role -> content != null && actor.holds(role, scope)))
                .map(actor::as)
                .orElse(null);
        if (applicant == null || proposer == null) {
            return Outcome.refused(Problem.at("organisation", "proposals.problem.notYours"));
        }
        ProposalRow row = row(proposal, version, applicant.name(), actor);
        proposals.insert(row);
        proposals.insertVersion(row.id(), new VersionRow(FIRST_VERSION, proposal.title().th(), proposal.title().en(),
                null, content == null ? null : content.objectives(),
                content == null ? null : content.durationMonths(), null, null, null, null, null, null, false));
        if (content != null) {
            for (int i = 0; i < content.budget().size(); i++) {
                proposals.insertLine(row.id(), FIRST_VERSION, i + 1, content.budget().get(i));
            }
        }
        audit.record(proposer, AuditEvent.transition(row.id(), "proposal.begin", "proposal", row.id(), null,
                ProposalState.DRAFT).with(proposal));
        processes.start("project-proposal", row.id(), row.id(), proposal.title(), Map.of());
        return Outcome.done(row.id());
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProposalVersion> versions(String proposalId) {
        return proposals.versions(proposalId).stream().map(row -> version(proposalId, row)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Review> reviews(String proposalId) {
        return reviews.ofProposal(proposalId);
    }

    @Override
    @Transactional(readOnly = true)
    public Review review(String reviewId) {
        return reviews.find(reviewId).orElseThrow(() -> new IllegalArgumentException("no review " + reviewId));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProposalComment> comments(String proposalId) {
        return reviews.comments(proposalId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProposalDecision> decisions(String proposalId) {
        List<LeaverRow> leavers = reviews.leavers(proposalId);
        return reviews.decisions(proposalId).stream().map(row -> decision(row, leavers)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> conditions(String proposalId) {
        return reviews.conditions(proposalId);
    }

    private static ProposalDecision decision(DecisionRow row, List<LeaverRow> leavers) {
        BoardSitting sitting = row.membersPresent() == null
                ? null
                : new BoardSitting(row.membersPresent(),
                        leavers.stream()
                                .filter(leaver -> leaver.versionNo() == row.version())
                                .map(leaver -> new Leaver(leaver.memberName(), leaver.reason()))
                                .toList(),
                        row.votesFor(), row.votesAgainst());
        return new ProposalDecision(row.version(), row.verdict(), row.authority(), row.comment(), sitting, row.quorum(),
                row.decidedBy(), row.decidedAt());
    }

    private ProposalVersion version(String proposalId, VersionRow row) {
        ProposalContent content = new ProposalContent(new LocalizedText(row.titleTh(), row.titleEn()), row.summary(),
                row.objectives(), row.durationMonths(), row.amount(), row.plannedStart(),
                proposals.lines(proposalId, row.versionNo()));
        return new ProposalVersion(row.versionNo(), content, row.submittedBy(), row.submittedAt(), row.reviewOutcome(),
                row.authority(), row.thirdAsked());
    }

    private ProposalRow row(NewProposal proposal, int programmeVersion, LocalizedText applicant, Actor actor) {
        return new ProposalRow(Ids.next(), nextNumber(), proposal.programmeKey(), programmeVersion,
                proposal.organisationId(), applicant.th(), applicant.en(), ProposalState.DRAFT, clock.today(),
                FIRST_VERSION, 0, actor.accountId(), clock.dateTime(), null, null, null, proposal.synthetic(),
                proposal.title().th(), proposal.title().en(), null);
    }

    private String nextNumber() {
        String year = "P" + ThaiDates.fiscalYear(clock.today()) + "-";
        return year + String.format(Locale.ROOT, "%04d", proposals.numbered(year) + 1);
    }
}
