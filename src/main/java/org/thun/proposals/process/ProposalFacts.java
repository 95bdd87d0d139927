package org.thun.proposals.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.grants.BudgetLine;
import org.thun.identity.Accounts;
import org.thun.programmes.Activity;
import org.thun.programmes.ApprovalLimit;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalComment;
import org.thun.proposals.ProposalContent;
import org.thun.proposals.ProposalVersion;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.Proposals;
import org.thun.proposals.Review;
import org.thun.shared.LocalizedText;
import org.thun.tasks.FactSheet.Check;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;

/** The facts of a proposal, in the parts that its tasks and its case file put together. */
@Component
public class ProposalFacts {

    private static final int HUNDREDTHS = 2;

    private final Proposals proposals;
    private final ProposalWork work;
    private final Programmes programmes;
    private final Accounts accounts;

    ProposalFacts(Proposals proposals, ProposalWork work, Programmes programmes, Accounts accounts) {
        this.proposals = proposals;
        this.work = work;
        this.programmes = programmes;
        this.accounts = accounts;
    }

    public ProgrammeDefinition programme(Proposal proposal) {
        return programmes.version(proposal.programmeKey(), proposal.programmeVersion());
    }

    public ProposalVersion newest(Proposal proposal) {
        List<ProposalVersion> versions = proposals.versions(proposal.id());
        return versions.get(versions.size() - 1);
    }

    /** Who asks for what. */
    public Section about(Proposal proposal, ProposalContent content) {
        return Section.facts("proposals.facts.about",
                new Fact("proposals.facts.proposal", content.title(), proposal.path()),
                Fact.of("proposals.facts.number", proposal.number()),
                Fact.of("proposals.facts.programme", programme(proposal).title()),
                Fact.of("proposals.facts.applicant", proposal.applicant()),
                Fact.of("proposals.facts.version", proposal.version()),
                Fact.of("proposals.facts.amount", content.amount()),
                Fact.of("proposals.facts.months", content.durationMonths()),
                Fact.of("proposals.facts.plannedStart", content.plannedStart()),
                Fact.of("proposals.facts.synthetic", proposal.synthetic()));
    }

    /** What is to be done and reached. */
    public Section words(ProposalContent content) {
        return Section.facts("proposals.facts.words",
                Fact.of("proposals.facts.summary", content.summary()),
                Fact.of("proposals.facts.objectives", content.objectives()));
    }

    /** The budget with its sum (BR-01). */
    public Section budget(Proposal proposal, ProposalContent content) {
        ProgrammeDefinition programme = programme(proposal);
        boolean equal = content.amount() != null && content.budgetTotal().equals(content.amount());
        return new Section("proposals.facts.budget", List.of(), new Table(
                        List.of("proposals.facts.activityCode", "proposals.facts.activity", "proposals.facts.costHead",
                                "proposals.facts.baht"),
                        content.budget().stream()
                                .map(line -> Table.row(line.activityCode(), activity(programme, line),
                                        costHead(programme, line), line.amount()))
                                .toList()),
                List.of(new Check("BR-01", "proposals.check.budgetSum",
                        amounts(content), equal, "proposals.check.budgetSum.missing")));
    }

    /** What the programme asks of a proposal. */
    public Section conditionsOf(ProgrammeDefinition programme) {
        return Section.facts("proposals.facts.programmeAsks",
                Fact.of("proposals.facts.programme", programme.title()),
                Fact.of("proposals.facts.minMonths", programme.duration().minMonths()),
                Fact.of("proposals.facts.maxMonths", programme.duration().maxMonths()),
                Fact.of("proposals.facts.amountMax", programme.tranches().amountMax()),
                Fact.of("proposals.facts.minReviewers", programme.review().minReviewers()),
                Fact.of("proposals.facts.passFrom", programme.review().passFrom()));
    }

    /** Comments and answers of all versions; none if nothing was asked yet. */
    public List<Section> comments(Proposal proposal) {
        List<ProposalComment> comments = proposals.comments(proposal.id());
        return comments.isEmpty()
                ? List.of()
                : List.of(Section.table("proposals.facts.comments", new Table(
                        List.of("proposals.facts.no", "proposals.facts.version", "proposals.facts.source",
                                "proposals.facts.comment", "proposals.facts.answer"),
                        comments.stream()
                                .map(comment -> Table.row(comment.no(), comment.version(), comment.source(),
                                        comment.text(), comment.answer()))
                                .toList())));
    }

    /** What changed from version to version; none while there is only one. */
    public List<Section> versions(Proposal proposal) {
        List<ProposalVersion> versions =
                proposals.versions(proposal.id()).stream().filter(ProposalVersion::submitted).toList();
        return versions.size() < 2
                ? List.of()
                : List.of(Section.table("proposals.facts.versions", new Table(
                        List.of("proposals.facts.version", "proposals.facts.submittedAt", "proposals.facts.amount",
                                "proposals.facts.months", "proposals.facts.outcome"),
                        versions.stream()
                                .map(version -> Table.row(version.no(), version.submittedAt(),
                                        version.content().amount(), version.content().durationMonths(),
                                        version.outcome()))
                                .toList())));
    }

    /** The reviews of the present version with names, for those who check or decide. */
    public Section reviews(Proposal proposal) {
        return Section.table("proposals.facts.reviews", new Table(
                List.of("proposals.facts.reviewer", "proposals.facts.reviewState", "proposals.facts.score",
                        "proposals.facts.recommendation", "proposals.facts.comment"),
                proposals.reviews(proposal.id()).stream()
                        .filter(review -> review.version() == proposal.version())
                        .map(review -> Table.row(nameOf(review), review.state(), review.score(),
                                review.recommendation(), review.comment()))
                        .toList()));
    }

    /** What the reviews come to by the rules, and who decides on the amount (BR-30 to BR-32). */
    public Section outcome(Proposal proposal) {
        ProposalVersion version = newest(proposal);
        ProposalWork.Standing standing = work.standing(proposal.id());
        ProgrammeDefinition programme = programme(proposal);
        List<Fact> facts = new ArrayList<>(List.of(
                Fact.of("proposals.facts.mean", points(standing.meanScore())),
                Fact.of("proposals.facts.difference", points(standing.scoreDifference())),
                Fact.of("proposals.facts.loops", proposal.revisionLoops()),
                Fact.of("proposals.facts.maxLoops", standing.maxRevisionLoops())));
        if (version.outcome() != null) {
            facts.add(Fact.of("proposals.facts.outcome", version.outcome()));
            facts.add(Fact.of("proposals.facts.authority", authority(programme, version.authority())));
            programme.approvalLimits().stream()
                    .filter(limit -> limit.authority().equals(version.authority()) && limit.quorum() != null)
                    .findFirst()
                    .ifPresent(limit -> facts.add(Fact.of("proposals.quorum", limit.quorum())));
            facts.add(Fact.of("proposals.facts.open", work.openVerdicts(proposal.id())));
        }
        return new Section("proposals.facts.reviewOutcome", facts, null, List.of(
                new Check("BR-30", "proposals.check.reviewers", List.of(standing.reviewCount(), standing.minReviewers()),
                        standing.reviewCount() >= standing.minReviewers(), "proposals.check.reviewers.missing"),
                new Check("BR-30", "proposals.check.pass", List.of(points(standing.meanScore()), points(standing.passFrom())),
                        standing.meanScore() >= standing.passFrom(), "proposals.check.pass.missing")));
    }

    private LocalizedText nameOf(Review review) {
        return accounts.nameOf(review.reviewerId()).orElse(null);
    }

    private static LocalizedText authority(ProgrammeDefinition programme, String code) {
        return programme.approvalLimits().stream()
                .filter(limit -> limit.authority().equals(code))
                .map(ApprovalLimit::title)
                .findFirst()
                .orElseGet(() -> new LocalizedText(code, null));
    }

    private static List<Object> amounts(ProposalContent content) {
        return List.of(content.budgetTotal(), content.amount() == null ? "–" : content.amount());
    }

    private static BigDecimal points(int hundredths) {
        return BigDecimal.valueOf(hundredths, HUNDREDTHS);
    }

    private static LocalizedText activity(ProgrammeDefinition programme, BudgetLine line) {
        return programme.activity(String.valueOf(line.activityCode())).map(Activity::title).orElse(null);
    }

    private static Object costHead(ProgrammeDefinition programme, BudgetLine line) {
        return programme.costHeads().stream()
                .filter(head -> head.code().equals(line.costHead()))
                .findFirst()
                .<Object>map(CodeItem::text)
                .orElse(line.costHead());
    }
}
