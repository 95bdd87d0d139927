package org.thun.amendments.process;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.amendments.MassAmendment;
import org.thun.amendments.MassAmendments;
import org.thun.amendments.MassAmendments.Line;
import org.thun.amendments.MassAmendments.LineState;
import org.thun.amendments.MassAmendments.Said;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;

/** What everybody who works on a decision for many grants is shown: what it gives, and what it does to each grant. */
@Component
class MassFacts {

    private final MassAmendments masses;

    MassFacts(MassAmendments masses) {
        this.masses = masses;
    }

    FactSheet of(String id) {
        MassAmendment mass = masses.get(id);
        List<Line> lines = masses.lines(mass).stream().filter(line -> line.state() != LineState.LEFT_OUT).toList();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("amendments.mass.one", Problem.of("amendments.mass.number", mass.no()), mass.path()));
        Said said = masses.say(mass);
        facts.add(Fact.of("amendments.mass.area", said.places().isEmpty()
                ? Problem.of("amendments.mass.area.whole")
                : said.places()));
        facts.add(Fact.of("amendments.mass.relief", said.relief()));
        facts.add(Fact.of("amendments.reason", mass.reason()));
        facts.add(Fact.of("amendments.letter", mass.letter()));
        facts.add(Fact.of("amendments.draftedBy", mass.drafted().name()));
        if (mass.weight() != null) {
            facts.add(Fact.of("amendments.class", mass.weight()));
        }
        if (mass.comments() != null) {
            facts.add(Fact.of("amendments.comments", mass.comments()));
        }
        facts.add(Fact.of("amendments.mass.taking", lines.stream().filter(Line::takes).count()));
        facts.add(Fact.of("amendments.mass.notTaking", lines.stream().filter(line -> !line.takes()).count()));
        return FactSheet.of(Section.facts("amendments.mass.one", facts.toArray(Fact[]::new)),
                Section.table("amendments.mass.grants", new Table(
                        List.of("amendments.mass.grant", "amendments.effect", "amendments.state"),
                        lines.stream().map(MassFacts::row).toList())));
    }

    private static List<Object> row(Line line) {
        Object state = line.takes() ? line.state() : line.because() == null ? line.against() : line.because();
        return Table.row(line.grant().number(), line.effects(), state);
    }
}
