package org.thun.proposals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.proposals.Proposals.NewProposal;
import org.thun.shared.LocalizedText;
import org.thun.tasks.TaskDesk.Completion;

/** Proposals led through their process as people would, for tests that run the whole application. */
@Component
public class ProposalFixture {

    private final Proposals proposals;
    private final GrantFixture people;

    ProposalFixture(Proposals proposals, GrantFixture people) {
        this.proposals = proposals;
        this.people = people;
    }

    /** A draft begun by a new lead of the grantee. */
    public String begun() {
        return begunBy(people.ofGrantee(Role.GL));
    }

    public String begunBy(Actor actor) {
        return proposals.begin(new NewProposal(GrantFixture.PROGRAMME, people.grantee(),
                new LocalizedText("ข้อเสนอทดสอบ", "Test proposal"), true), actor).orElseThrow();
    }

    /** What the form of the draft submits, with a budget that sums to 250,000 baht. */
    public Map<String, Object> form(String decision) {
        Map<String, Object> form = new HashMap<>();
        form.put("titleTh", "ข้อเสนอทดสอบ");
        form.put("titleEn", "Test proposal");
        form.put("summary", "หลักการ");
        form.put("objectives", "วัตถุประสงค์");
        form.put("durationMonths", 18);
        form.put("amount", "250,000.00");
        form.put("plannedStart", "15/5/2559");
        form.put("budget", List.of(line("1.1", "100000"), line("1.2", "๑๕๐,๐๐๐")));
        form.put("decision", decision);
        return form;
    }

    public Map<String, Object> line(String activity, String amount) {
        return new HashMap<>(Map.of(
                "activity", activity, "costHead", people.programme().costHeads().get(0).code(), "amount", amount));
    }

    /** A proposal that waits at the programme officer. */
    public String submitted() {
        String id = begun();
        people.complete(id, "task_draftProposal", people.ofGrantee(Role.GL), form("SUBMIT"));
        return id;
    }

    /** A proposal before that many reviewers. */
    public UnderReview underReview(int reviewers) {
        String id = submitted();
        List<Actor> named = new ArrayList<>();
        for (int i = 0; i < reviewers; i++) {
            named.add(people.ofProgramme(Role.PR));
        }
        people.complete(id, "task_screenProposal", people.ofProgramme(Role.PO),
                Map.of("decision", "PASS", "reviewers", named.stream().map(Actor::accountId).toList()));
        return new UnderReview(id, named);
    }

    /** A proposal whose two reviewers gave those scores. */
    public UnderReview reviewed(int first, int second) {
        UnderReview proposal = underReview(2);
        review(proposal.id(), proposal.reviewers().get(0), first);
        review(proposal.id(), proposal.reviewers().get(1), second);
        return proposal;
    }

    /** Takes a proposal that was begun elsewhere through submission and reviews to its approval. */
    public void approve(String id) {
        people.complete(id, "task_draftProposal", people.ofGrantee(Role.GL), form("SUBMIT"));
        List<Actor> reviewers = List.of(people.ofProgramme(Role.PR), people.ofProgramme(Role.PR));
        people.complete(id, "task_screenProposal", people.ofProgramme(Role.PO),
                Map.of("decision", "PASS", "reviewers", reviewers.stream().map(Actor::accountId).toList()));
        reviewers.forEach(reviewer -> review(id, reviewer, 80));
        decide(id, "APPROVE", null);
    }

    /** A proposal that passed its reviews and was approved: its agreement waits to be prepared. */
    public String approved() {
        String id = reviewed(80, 85).id();
        decide(id, "APPROVE", null);
        return id;
    }

    public void review(String proposalId, Actor reviewer, int score) {
        Completion completion = people.submitAs(proposalId, "task_reviewProposal", reviewer,
                Map.of("score", score, "recommendation", "APPROVE", "comment", "ความเห็นของ " + reviewer.username()));
        if (!(completion instanceof Completion.Completed)) {
            throw new AssertionError("review: " + completion);
        }
    }

    public void decide(String proposalId, String decision, String comment) {
        Map<String, Object> form = new HashMap<>(Map.of("decision", decision));
        form.put("comment", comment);
        form.put("membersPresent", 7);
        form.put("votesFor", 7);
        people.complete(proposalId, "task_decideProposal", people.ofProgramme(Role.AP), form);
    }

    /** The form of the revision, with an answer to every open comment. */
    public Map<String, Object> revision(String proposalId) {
        Map<String, Object> form = form("RESUBMIT");
        form.put("answers", proposals.comments(proposalId).stream()
                .filter(comment -> comment.answer() == null)
                .map(comment -> Map.<String, Object>of("no", comment.no(), "answer", "แก้ไขแล้ว"))
                .toList());
        return form;
    }

    /**
     * A proposal with its reviewers.
     *
     * @param id the proposal
     * @param reviewers the reviewers in the order of their assignment
     */
    public record UnderReview(String id, List<Actor> reviewers) {}
}
