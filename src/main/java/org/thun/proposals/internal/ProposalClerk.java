package org.thun.proposals.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grants;
import org.thun.grants.Grants.NewGrant;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.programmes.ApprovalLimit;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.programmes.ReviewPolicy;
import org.thun.proposals.BoardSitting;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalComment;
import org.thun.proposals.ProposalComment.Source;
import org.thun.proposals.ProposalContent;
import org.thun.proposals.ProposalState;
import org.thun.proposals.ProposalVersion;
import org.thun.proposals.ProposalWork;
import org.thun.proposals.Proposals;
import org.thun.proposals.Recommendation;
import org.thun.proposals.Review;
import org.thun.proposals.ReviewOutcome;
import org.thun.proposals.Verdict;
import org.thun.proposals.internal.ProposalMapper.VersionRow;
import org.thun.proposals.internal.ReviewMapper.DecisionRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Money;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
@Transactional
class ProposalClerk implements ProposalWork {

    private static final int HUNDREDTHS = 100;
    private static final Money NO_LIMIT = new Money(Long.MAX_VALUE);
    private static final Money NOTHING = new Money(-1);

    private final ProposalMapper proposals;
    private final ReviewMapper reviews;
    private final Proposals desk;
    private final Programmes programmes;
    private final Accounts accounts;
    private final Grants grants;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ProposalClerk(
            ProposalMapper proposals,
            ReviewMapper reviews,
            Proposals desk,
            Programmes programmes,
            Accounts accounts,
            Grants grants,
            AuditTrail audit,
            BusinessClock clock) {
        this.proposals = proposals;
        this.reviews = reviews;
        this.desk = desk;
        this.programmes = programmes;
        this.accounts = accounts;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Outcome<Void> keep(String proposalId, ProposalContent content, Actor actor) {
        Proposal proposal = desk.get(proposalId);
        move(proposal, ProposalState.DRAFT, ProposalState.DRAFT);
        write(proposal, content, null);
        audit.record(actor, AuditEvent.of(proposalId, "proposal.keep", "proposal", proposalId).with(content));
        return Outcome.done();
    }

    @Override
    public Outcome<Void> submit(String proposalId, ProposalContent content, Actor actor) {
        Proposal proposal = desk.get(proposalId);
        List<Problem> problems = new ArrayList<>(leadOnly(proposal, actor));
        problems.addAll(ContentRules.check(content, programme(proposal)));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        move(proposal, ProposalState.DRAFT, ProposalState.SUBMITTED);
        write(proposal, content, actor);
        proposals.setLead(proposalId, actor.accountId());
        note(actor, proposal, "proposal.submit", ProposalState.SUBMITTED, null, content);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> withdraw(String proposalId, Actor actor) {
        Proposal proposal = desk.get(proposalId);
        List<Problem> problems = leadOnly(proposal, actor);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        requireWithApplicant(proposal);
        move(proposal, proposal.state(), ProposalState.WITHDRAWN);
        note(actor, proposal, "proposal.withdraw", ProposalState.WITHDRAWN, null, null);
        return Outcome.done();
    }

    @Override
    public void receive(String proposalId) {
        Proposal proposal = desk.get(proposalId);
        move(proposal, proposal.state(), ProposalState.SCREENING);
        note(Actor.SYSTEM, proposal, "proposal.receive", ProposalState.SCREENING, null, null);
    }

    @Override
    public Outcome<Void> passScreening(String proposalId, Set<String> reviewerIds, Actor actor) {
        Proposal proposal = desk.get(proposalId);
        List<Problem> problems = new ArrayList<>(notOwn(proposal, actor));
        int needed = programme(proposal).review().minReviewers();
        if (reviewerIds.size() < needed) {
            problems.add(Problem.at("reviewers", "proposals.problem.fewReviewers", needed).under("BR-30"));
        }
        problems.addAll(checkReviewers(proposal, reviewerIds));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        move(proposal, ProposalState.SCREENING, ProposalState.SCREENING);
        assign(proposal, reviewerIds);
        proposals.setScreener(proposalId, actor.accountId());
        audit.record(actor, AuditEvent.of(proposalId, "proposal.pass", "proposal", proposalId).with(reviewerIds));
        return Outcome.done();
    }

    @Override
    public Outcome<Void> returnFromScreening(String proposalId, List<String> comments, Actor actor) {
        Proposal proposal = desk.get(proposalId);
        List<Problem> problems = new ArrayList<>(notOwn(proposal, actor));
        if (comments.isEmpty()) {
            problems.add(Problem.at("comments", "proposals.problem.commentNeeded"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        move(proposal, ProposalState.SCREENING, ProposalState.INCOMPLETE);
        comments.forEach(text -> ask(proposal, Source.SCREENING, actor.accountId(), text));
        proposals.setScreener(proposalId, actor.accountId());
        note(actor, proposal, "proposal.returnIncomplete", ProposalState.INCOMPLETE, String.join("\n", comments), comments);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> rejectAtScreening(String proposalId, String reason, Actor actor) {
        Proposal proposal = desk.get(proposalId);
        List<Problem> problems = new ArrayList<>(notOwn(proposal, actor));
        if (reason == null || reason.isBlank()) {
            problems.add(Problem.at("reason", "proposals.problem.reasonNeeded"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        move(proposal, ProposalState.SCREENING, ProposalState.REJECTED_ROUND1);
        proposals.setScreener(proposalId, actor.accountId());
        note(actor, proposal, "proposal.rejectRound1", ProposalState.REJECTED_ROUND1, reason, null);
        return Outcome.done();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Actor> eligibleReviewers(String proposalId) {
        Proposal proposal = desk.get(proposalId);
        Set<String> assigned = reviews.ofProposal(proposalId).stream()
                .filter(review -> review.version() == proposal.version())
                .map(Review::reviewerId)
                .collect(Collectors.toSet());
        return accounts.holders(Role.PR, proposal.scope()).stream()
                .filter(reviewer -> !assigned.contains(reviewer.accountId()))
                .filter(reviewer -> !inConflict(proposal, reviewer.accountId()))
                .toList();
    }

    @Override
    public List<String> openReviews(String proposalId) {
        Proposal proposal = desk.get(proposalId);
        if (proposal.state() == ProposalState.RESUBMITTED) {
            assign(proposal, reviewersBefore(proposal));
        }
        if (proposal.state() != ProposalState.UNDER_REVIEW) {
            move(proposal, proposal.state(), ProposalState.UNDER_REVIEW);
            note(Actor.SYSTEM, proposal, "proposal.openReviews", ProposalState.UNDER_REVIEW, null, null);
        }
        return present(proposal).stream()
                .filter(review -> review.state() == Review.State.ASSIGNED)
                .map(Review::id)
                .toList();
    }

    @Override
    public Outcome<Void> addReviewers(String proposalId, Set<String> reviewerIds, Actor actor) {
        Proposal proposal = desk.get(proposalId);
        List<Problem> problems = new ArrayList<>(notOwn(proposal, actor));
        if (reviewerIds.isEmpty()) {
            problems.add(Problem.at("reviewers", "proposals.problem.fewReviewers", 1).under("BR-30"));
        }
        problems.addAll(checkReviewers(proposal, reviewerIds));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        move(proposal, ProposalState.UNDER_REVIEW, ProposalState.UNDER_REVIEW);
        if (doneNow(proposal).size() >= programme(proposal).review().minReviewers()) {
            proposals.setThirdAsked(proposalId, proposal.version());
        }
        assign(proposal, reviewerIds);
        audit.record(actor,
                AuditEvent.of(proposalId, "proposal.addReviewers", "proposal", proposalId).with(reviewerIds));
        return Outcome.done();
    }

    @Override
    public Outcome<Void> review(
            String reviewId, int score, Recommendation recommendation, String comment, Actor actor) {
        Review review = desk.review(reviewId);
        Proposal proposal = desk.get(review.proposalId());
        if (!review.reviewerId().equals(actor.accountId())) {
            return Outcome.refused(Problem.of("proposals.problem.notYourReview"));
        }
        if (inConflict(proposal, actor.accountId())) {
            return Outcome.refused(Problem.of("proposals.problem.conflict", actor.name()).under("SD4"));
        }
        if (reviews.complete(reviewId, score, recommendation, comment, clock.dateTime()) == 0) {
            throw new OptimisticLockingFailureException("review " + reviewId + " is " + review.state());
        }
        audit.record(actor, AuditEvent.transition(proposal.id(), "proposal.review", "review", reviewId, review.state(),
                Review.State.DONE).with(Map.of("score", score, "recommendation", recommendation, "comment", comment)));
        return Outcome.done();
    }

    @Override
    public void missReview(String reviewId) {
        Review review = desk.review(reviewId);
        if (reviews.miss(reviewId) == 0) {
            throw new OptimisticLockingFailureException("review " + reviewId + " is " + review.state());
        }
        audit.record(Actor.SYSTEM, AuditEvent.transition(review.proposalId(), "proposal.missReview", "review", reviewId,
                review.state(), Review.State.MISSED));
    }

    @Override
    @Transactional(readOnly = true)
    public Standing standing(String proposalId) {
        Proposal proposal = desk.get(proposalId);
        ProgrammeDefinition programme = programme(proposal);
        ReviewPolicy policy = programme.review();
        List<Integer> scores = doneNow(proposal).stream().map(Review::score).sorted().toList();
        int sum = scores.stream().mapToInt(Integer::intValue).sum();
        return new Standing(
                scores.size(),
                scores.isEmpty() ? 0 : sum * HUNDREDTHS / scores.size(),
                scores.isEmpty() ? 0 : (scores.get(scores.size() - 1) - scores.get(0)) * HUNDREDTHS,
                policy.minReviewers(),
                newest(proposal).thirdAsked(),
                proposal.revisionLoops(),
                policy.revisionLoops(),
                hundredths(policy.passFrom()),
                hundredths(policy.reviseFrom()),
                hundredths(policy.thirdReviewDifference()),
                proposal.amount(),
                limit(programme, "officer_director"),
                limit(programme, "plan_board"));
    }

    @Override
    public void recommend(String proposalId, ReviewOutcome outcome, String authority) {
        Proposal proposal = desk.get(proposalId);
        proposals.setOutcome(proposalId, proposal.version(), outcome, authority);
        if (outcome == ReviewOutcome.PASS) {
            move(proposal, ProposalState.UNDER_REVIEW, ProposalState.RECOMMENDED);
            note(Actor.SYSTEM, proposal, "proposal.recommend", ProposalState.RECOMMENDED, null, null);
        } else {
            audit.record(Actor.SYSTEM,
                    AuditEvent.of(proposalId, "proposal.outcome" + outcome.name(), "proposal", proposalId));
        }
    }

    @Override
    public Outcome<Void> decide(String proposalId, Ruling ruling, Actor actor) {
        Proposal proposal = desk.get(proposalId);
        ProposalVersion version = newest(proposal);
        List<Problem> problems = new ArrayList<>(DecisionRules.check(ruling, version.outcome(), proposal.revisionLoops(),
                programme(proposal).review().revisionLoops()));
        Integer quorum = quorum(proposal, version);
        problems.addAll(DecisionRules.check(ruling.sitting(), quorum));
        if (hands(proposal).contains(actor.accountId())) {
            problems.add(Problem.of("proposals.problem.ownDecision").under("SD1"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        ProposalState to = switch (ruling.verdict()) {
            case APPROVE -> ProposalState.APPROVED;
            case APPROVE_WITH_CONDITIONS -> ProposalState.APPROVED_WITH_CONDITIONS;
            case REVISE -> ProposalState.REVISION_REQUESTED;
            case REJECT -> ProposalState.REJECTED;
        };
        move(proposal, proposal.state(), to);
        write(proposalId, version, ruling, quorum, actor);
        for (int i = 0; i < ruling.conditions().size(); i++) {
            reviews.insertCondition(proposalId, i + 1, ruling.conditions().get(i));
        }
        if (ruling.verdict() == Verdict.REVISE) {
            proposals.countRevision(proposalId);
            doneNow(proposal).forEach(review ->
                    ask(proposal, Source.REVIEW, review.reviewerId(), review.comment()));
            ask(proposal, Source.DECISION, actor.accountId(), ruling.comment());
        }
        note(actor, proposal, "proposal.decide." + ruling.verdict().name(), to, ruling.comment(), ruling);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> resubmit(
            String proposalId, ProposalContent content, Map<Integer, String> answers, Actor actor) {
        Proposal proposal = desk.get(proposalId);
        List<Problem> problems = new ArrayList<>(leadOnly(proposal, actor));
        problems.addAll(ContentRules.check(content, programme(proposal)));
        problems.addAll(checkAnswers(proposalId, answers));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        requireWithApplicant(proposal);
        move(proposal, proposal.state(), ProposalState.RESUBMITTED);
        int next = proposal.version() + 1;
        proposals.insertVersion(proposalId, versionRow(next, content, actor));
        writeLines(proposalId, next, content);
        proposals.setVersion(proposalId, next);
        proposals.setLead(proposalId, actor.accountId());
        answers.forEach((no, answer) ->
                reviews.answer(proposalId, no, answer, actor.accountId(), clock.dateTime()));
        note(actor, proposal, "proposal.resubmit", ProposalState.RESUBMITTED, null, content);
        return Outcome.done();
    }

    @Override
    public void expire(String proposalId) {
        Proposal proposal = desk.get(proposalId);
        requireWithApplicant(proposal);
        move(proposal, proposal.state(), ProposalState.EXPIRED);
        note(Actor.SYSTEM, proposal, "proposal.expire", ProposalState.EXPIRED, null, null);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> authors(String proposalId) {
        return authors(desk.get(proposalId));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> hands(String proposalId) {
        return hands(desk.get(proposalId));
    }

    private void write(String proposalId, ProposalVersion version, Ruling ruling, Integer quorum, Actor actor) {
        BoardSitting sitting = ruling.sitting();
        reviews.insertDecision(proposalId, new DecisionRow(version.no(), ruling.verdict(), version.authority(),
                ruling.comment(), actor.accountId(), clock.dateTime(), sitting == null ? null : sitting.present(), quorum,
                sitting == null ? null : sitting.votesFor(), sitting == null ? null : sitting.votesAgainst()));
        if (sitting != null) {
            for (int i = 0; i < sitting.left().size(); i++) {
                reviews.insertLeaver(proposalId, version.no(), i + 1, sitting.left().get(i));
            }
        }
    }

    /** Members that have to stay for a decision of the authority in charge; {@code null} if it is no board. */
    private Integer quorum(Proposal proposal, ProposalVersion version) {
        return programme(proposal).approvalLimits().stream()
                .filter(limit -> limit.authority().equals(version.authority()))
                .map(ApprovalLimit::quorum)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Verdict> openVerdicts(String proposalId) {
        Proposal proposal = desk.get(proposalId);
        return DecisionRules.open(newest(proposal).outcome(), proposal.revisionLoops(),
                programme(proposal).review().revisionLoops());
    }

    @Override
    public void openGrant(String proposalId) {
        Proposal proposal = desk.get(proposalId);
        ProposalContent content = newest(proposal).content();
        List<DecisionRow> decisions = reviews.decisions(proposalId);
        Actor approver = accounts.actor(decisions.get(decisions.size() - 1).decidedBy())
                .map(actor -> actor.as(Role.AP))
                .orElse(Actor.SYSTEM);
        String grantId = grants.open(
                new NewGrant(proposalId, proposal.programmeKey(), proposal.programmeVersion(),
                        proposal.organisationId(), proposal.leadAccountId(), content.title(), content.amount(),
                        content.durationMonths(), content.budget(), proposal.synthetic(), reviews.conditions(proposalId)),
                approver);
        move(proposal, proposal.state(), ProposalState.CONTRACTING);
        proposals.setGrant(proposalId, grantId);
        note(Actor.SYSTEM, proposal, "proposal.openGrant", ProposalState.CONTRACTING, null, null);
    }

    private List<Problem> checkAnswers(String proposalId, Map<Integer, String> answers) {
        List<Problem> problems = new ArrayList<>();
        Set<Integer> open = reviews.comments(proposalId).stream()
                .filter(comment -> comment.answer() == null)
                .map(ProposalComment::no)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!open.containsAll(answers.keySet())) {
            problems.add(Problem.at("answers", "proposals.problem.unknownComment"));
        }
        List<Integer> missing = open.stream()
                .filter(no -> answers.get(no) == null || answers.get(no).isBlank())
                .toList();
        if (!missing.isEmpty()) {
            problems.add(Problem.at("answers", "proposals.problem.answerMissing", missing));
        }
        return problems;
    }

    /** Handing in and taking back are the lead's; the coordinator prepares. */
    private static List<Problem> leadOnly(Proposal proposal, Actor actor) {
        return actor.holds(Role.GL, proposal.scope()) ? List.of() : List.of(Problem.at("decision", "proposals.problem.leadOnly"));
    }

    /** Who wrote a proposal has no part in judging it (SD1). */
    private List<Problem> notOwn(Proposal proposal, Actor actor) {
        return authors(proposal).contains(actor.accountId())
                ? List.of(Problem.of("proposals.problem.own").under("SD1"))
                : List.of();
    }

    private Set<String> authors(Proposal proposal) {
        Set<String> authors = new HashSet<>();
        authors.add(proposal.createdBy());
        desk.versions(proposal.id()).stream()
                .filter(ProposalVersion::submitted)
                .forEach(version -> authors.add(version.submittedBy()));
        return authors;
    }

    /** Everybody who has written, screened or reviewed it. */
    private Set<String> hands(Proposal proposal) {
        Set<String> hands = authors(proposal);
        if (proposal.screenedBy() != null) {
            hands.add(proposal.screenedBy());
        }
        reviews.ofProposal(proposal.id()).forEach(review -> hands.add(review.reviewerId()));
        return hands;
    }

    private List<Problem> checkReviewers(Proposal proposal, Collection<String> reviewerIds) {
        Set<String> eligible = eligibleReviewers(proposal.id()).stream()
                .map(Actor::accountId)
                .collect(Collectors.toSet());
        return reviewerIds.stream()
                .filter(id -> !eligible.contains(id))
                .map(id -> Problem.at("reviewers", "proposals.problem.conflict",
                        accounts.nameOf(id).map(name -> name.th()).orElse(id)).under("SD4"))
                .toList();
    }

    /** A reviewer must not belong to the applicant (SD4). */
    private boolean inConflict(Proposal proposal, String accountId) {
        LocalDate today = clock.today();
        return authors(proposal).contains(accountId)
                || accounts.postsBetween(accountId, today, today).stream().anyMatch(post ->
                        post.scopeKind() == ScopeKind.ORGANISATION
                                && post.scopeId().equals(proposal.organisationId()));
    }

    /** The reviewers of the newest version that was reviewed, without those who never answered. */
    private Set<String> reviewersBefore(Proposal proposal) {
        List<Review> done = reviews.ofProposal(proposal.id()).stream()
                .filter(review -> review.state() == Review.State.DONE)
                .toList();
        int last = done.stream().mapToInt(Review::version).max().orElseThrow();
        return done.stream()
                .filter(review -> review.version() == last)
                .map(Review::reviewerId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void assign(Proposal proposal, Collection<String> reviewerIds) {
        LocalDate today = clock.today();
        LocalDate due = today.plusDays(programme(proposal).timeLimits().review());
        reviewerIds.forEach(reviewer -> reviews.insert(new Review(Ids.next(), proposal.id(), proposal.version(), reviewer,
                Review.State.ASSIGNED, today, due, null, null, null, null)));
    }

    private void ask(Proposal proposal, Source source, String authorId, String text) {
        int no = reviews.comments(proposal.id()).size() + 1;
        reviews.insertComment(proposal.id(), no, proposal.version(), source, authorId, text);
    }

    private List<Review> present(Proposal proposal) {
        return reviews.ofProposal(proposal.id()).stream()
                .filter(review -> review.version() == proposal.version())
                .toList();
    }

    private List<Review> doneNow(Proposal proposal) {
        return present(proposal).stream()
                .filter(review -> review.state() == Review.State.DONE)
                .toList();
    }

    private ProposalVersion newest(Proposal proposal) {
        List<ProposalVersion> versions = desk.versions(proposal.id());
        return versions.get(versions.size() - 1);
    }

    private void write(Proposal proposal, ProposalContent content, Actor submitter) {
        proposals.updateVersion(proposal.id(), versionRow(proposal.version(), content, submitter));
        proposals.deleteLines(proposal.id(), proposal.version());
        writeLines(proposal.id(), proposal.version(), content);
    }

    private void writeLines(String proposalId, int versionNo, ProposalContent content) {
        for (int i = 0; i < content.budget().size(); i++) {
            proposals.insertLine(proposalId, versionNo, i + 1, content.budget().get(i));
        }
    }

    private VersionRow versionRow(int no, ProposalContent content, Actor submitter) {
        return new VersionRow(no, content.title().th(), content.title().en(), content.summary(), content.objectives(),
                content.durationMonths(), content.amount(), content.plannedStart(),
                submitter == null ? null : submitter.accountId(), submitter == null ? null : clock.dateTime(), null,
                null, false);
    }

    private ProgrammeDefinition programme(Proposal proposal) {
        return programmes.version(proposal.programmeKey(), proposal.programmeVersion());
    }

    /** The limit of an authority; where the programme knows no such authority, nothing is within its limit. */
    private static Money limit(ProgrammeDefinition programme, String authority) {
        return programme.approvalLimits().stream()
                .filter(limit -> limit.authority().equals(authority))
                .findFirst()
                .map(limit -> limit.upTo() == null ? NO_LIMIT : limit.upTo())
                .orElse(NOTHING);
    }

    private static int hundredths(BigDecimal points) {
        return points.movePointRight(2).intValueExact();
    }

    private void requireWithApplicant(Proposal proposal) {
        if (!proposal.state().isWithApplicant()) {
            throw new OptimisticLockingFailureException("proposal " + proposal.id() + " is " + proposal.state());
        }
    }

    private void move(Proposal proposal, ProposalState from, ProposalState to) {
        LocalDate since = from == to ? proposal.stateSince() : clock.today();
        if (proposals.move(proposal.id(), from, to, since) == 0) {
            throw new OptimisticLockingFailureException("proposal " + proposal.id() + " is no longer " + from);
        }
    }

    private void note(
            Actor actor, Proposal proposal, String command, ProposalState to, String reason, Object data) {
        audit.record(actor, AuditEvent.transition(proposal.id(), command, "proposal", proposal.id(), proposal.state(), to)
                .because(reason)
                .with(data));
    }
}
