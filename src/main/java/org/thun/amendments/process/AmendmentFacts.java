package org.thun.amendments.process;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.amendments.Amendment;
import org.thun.amendments.Amendment.Decision;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentDesk.Effect;
import org.thun.grants.Grants;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Check;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;

/** What everybody who works on an amendment is shown: what is asked for, what stands against it, what it would do. */
@Component
class AmendmentFacts {

    private final AmendmentDesk desk;
    private final Grants grants;

    AmendmentFacts(AmendmentDesk desk, Grants grants) {
        this.desk = desk;
        this.grants = grants;
    }

    FactSheet of(String amendmentId) {
        Amendment amendment = desk.get(amendmentId);
        Effect effect = desk.effect(grants.get(amendment.grantId()), amendment);
        List<Section> sections = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("amendments.request", Problem.of("amendments.number", amendment.no()), amendment.path()));
        facts.add(Fact.of("amendments.kinds", amendment.changes().stream().map(part -> part.kind()).distinct().toList()));
        facts.add(Fact.of("amendments.reason", amendment.reason()));
        facts.add(Fact.of("amendments.letter", amendment.letter()));
        facts.add(Fact.of("amendments.wantedOn", amendment.wantedOn()));
        facts.add(Fact.of("amendments.draftedBy", amendment.draftedByName()));
        if (amendment.sentBy() != null) {
            facts.add(Fact.of("amendments.sentBy", amendment.sentByName()));
            facts.add(Fact.of("amendments.sentOn", amendment.sentOn()));
        }
        if (amendment.call() != null) {
            facts.add(Fact.of("amendments.calledOn", amendment.call().on()));
            facts.add(Fact.of("amendments.spokeWith", amendment.call().spokeWith()));
        }
        if (amendment.stuck() != null) {
            facts.add(Fact.of("amendments.stuck", amendment.stuck()));
        }
        sections.add(Section.facts("amendments.request", facts.toArray(Fact[]::new)));
        if (!amendment.state().ended() && !effect.against().isEmpty()) {
            sections.add(Section.checks("amendments.against", effect.against().stream()
                    .map(problem -> new Check(problem.rule(), problem.messageKey(), problem.args(), false, null))
                    .toList()));
        }
        sections.addAll(effect.facts().sections());
        if (!amendment.decisions().isEmpty()) {
            sections.add(Section.table("amendments.decisions", new Table(
                    List.of("amendments.step", "amendments.decision", "amendments.comments", "amendments.by",
                            "amendments.at"),
                    amendment.decisions().stream().map(AmendmentFacts::row).toList())));
        }
        return new FactSheet(sections);
    }

    private static List<Object> row(Decision decision) {
        return Table.row(decision.step(), decision.voided() ? Problem.of("amendments.voided") : decision.decision(),
                decision.comments(), decision.accountName(), decision.at());
    }
}
