package org.thun.proposals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.proposals.Proposal;
import org.thun.proposals.ProposalFixture;
import org.thun.proposals.ProposalFixture.UnderReview;
import org.thun.proposals.ProposalState;
import org.thun.proposals.Proposals;
import org.thun.proposals.Proposals.ProposalFilter;
import org.thun.testing.ThunTest;

@ThunTest
class ProposalMapperTests {

    @Autowired
    ProposalFixture fixture;

    @Autowired
    GrantFixture people;

    @Autowired
    Proposals proposals;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void findsWhatEachKindOfPostMaySee() {
        String draft = fixture.begun();
        UnderReview reviewed = fixture.underReview(2);
        String approved = fixture.approved();
        assertSees(people.ofGrantee(Role.GF), draft, reviewed.id(), approved);
        assertSees(people.ofProgramme(Role.PO), reviewed.id(), approved);
        assertSees(people.person(Role.AU, ScopeKind.ALL, "*"), reviewed.id(), approved);
        assertSees(people.ofProgramme(Role.FR), approved);
        assertSees(reviewed.reviewers().get(0), reviewed.id());
        assertSees(people.ofProgramme(Role.PR));
        assertSees(people.person(Role.PO, ScopeKind.PROGRAMME, "other"));
        assertSees(people.person(Role.GL, ScopeKind.ORGANISATION, "other"));
        for (Actor officer : List.of(people.ofProgramme(Role.PO), people.ofProgramme(Role.FR))) {
            assertThat(proposals.find(draft, officer)).isEmpty();
        }
    }

    @Test
    void findsWordsInTitleNumberAndApplicant() {
        Proposal proposal = proposals.get(fixture.submitted());
        Actor officer = people.ofProgramme(Role.PO);
        for (String words : List.of(proposal.number(), "TEST prop", "ข้อเสนอทดสอบ", proposal.applicant().th())) {
            assertThat(proposals.list(officer, new ProposalFilter(null, ProposalState.SCREENING, words), 0, 1000).proposals())
                    .as(words)
                    .extracting(Proposal::id)
                    .contains(proposal.id());
        }
        assertThat(proposals.list(officer, new ProposalFilter("other", null, null), 0, 10).total()).isZero();
    }

    @Test
    void keepsEveryVersionAsItWas() {
        String id = fixture.submitted();
        people.complete(id, "task_screenProposal", people.ofProgramme(Role.PO),
                Map.of("decision", "RETURN", "comments", List.of(Map.of("text", "ปรับงบ"))));
        Map<String, Object> form = fixture.revision(id);
        form.put("amount", "0.03");
        form.put("budget", List.of(fixture.line("1.1", "0.01"), fixture.line("1.2", "0.02")));
        people.complete(id, "task_reviseProposal", people.ofGrantee(Role.GL), form);

        assertThat(jdbc.queryForList("SELECT amount FROM proposal_version WHERE proposal_id = ? ORDER BY version_no",
                        BigDecimal.class, id))
                .containsExactly(new BigDecimal("250000.00"), new BigDecimal("0.03"));
        assertThat(jdbc.queryForObject(
                        "SELECT SUM(amount) FROM proposal_budget_line WHERE proposal_id = ? AND version_no = 1",
                        BigDecimal.class, id))
                .isEqualByComparingTo("250000.00");
    }

    private void assertSees(Actor actor, String... expected) {
        List<String> mine = proposals.list(actor, ProposalFilter.ALL, 0, 10_000).proposals().stream()
                .map(Proposal::id)
                .toList();
        if (expected.length == 0) {
            assertThat(mine).as("%s", actor.posts()).isEmpty();
        }
        assertThat(mine).as("%s", actor.posts()).contains(expected);
        for (String id : expected) {
            assertThat(proposals.find(id, actor)).as("%s", actor.posts()).isPresent();
        }
    }
}
