package org.thun.proposals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.grants.BudgetLine;
import org.thun.grants.GrantFixture;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.proposals.ProposalContent;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.testing.ThunTest;

@ThunTest
class ContentRulesTests {

    @Autowired
    GrantFixture fixture;

    private ProgrammeDefinition programme;
    private String head;

    @BeforeEach
    void readProgramme() {
        programme = fixture.programme();
        head = programme.costHeads().get(0).code();
    }

    @Test
    void findsNothingAgainstACompleteProposal() {
        assertThat(ContentRules.check(content(18, "300", line("1.1", "100"), line("1.2", "200")), programme)).isEmpty();
    }

    @Test
    @DisplayName("BR-01: tolerance 0, also for one satang too much")
    void refusesABudgetOffByASatang() {
        assertThat(ContentRules.check(content(18, "300", line("1.1", "100"), line("1.2", "200.01")), programme))
                .extracting(Problem::rule)
                .containsExactly("BR-01");
    }

    @Test
    void refusesALengthTheProgrammeDoesNotRun() {
        assertThat(ContentRules.check(content(12, "100", line("1.1", "100")), programme))
                .extracting(Problem::field)
                .containsExactly("durationMonths");
    }

    @Test
    void namesTheFieldOfEachFault() {
        List<BudgetLine> lines = new ArrayList<>(List.of(
                new BudgetLine("9.9", head, Money.ofBaht(50)),
                new BudgetLine("1.1", "nothing", Money.ofBaht(50)),
                new BudgetLine("1.2", head, Money.ofBaht(-50)),
                new BudgetLine("1.2", head, Money.ofBaht(50))));
        ProposalContent content = new ProposalContent(
                new LocalizedText("ก", null), null, " ", 18, Money.ofBaht(100), null, lines);
        assertThat(ContentRules.check(content, programme)).extracting(Problem::field).containsExactlyInAnyOrder(
                "summary", "objectives", "plannedStart", "budget[0].activity", "budget[1].costHead", "budget[2].amount",
                "budget[3].costHead");
    }

    @Test
    void asksForEverythingThatIsMissing() {
        ProposalContent empty = new ProposalContent(new LocalizedText("ก", null), null, null, null, null, null, List.of());
        assertThat(ContentRules.check(empty, programme)).extracting(Problem::field).containsExactlyInAnyOrder(
                "summary", "objectives", "plannedStart", "durationMonths", "amount", "budget");
    }

    private ProposalContent content(int months, String amount, BudgetLine... lines) {
        return new ProposalContent(new LocalizedText("ก", "A"), "หลักการ", "วัตถุประสงค์", months, Money.parse(amount),
                LocalDate.of(2016, 5, 1), List.of(lines));
    }

    private BudgetLine line(String activity, String amount) {
        return new BudgetLine(activity, head, Money.parse(amount));
    }
}
