package org.thun.amendments.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.activities.Occurrence;
import org.thun.amendments.Amendment.Origin;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.MassAmendment;
import org.thun.amendments.MassAmendment.Area;
import org.thun.amendments.MassAmendment.Relief;
import org.thun.amendments.MassAmendment.Standstill;
import org.thun.amendments.Part;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.shared.Problem;

/** What one decision for many grants asks of each of them, and whether that grant can take it now. */
@Component
class MassJudge {

    private final Situations situations;
    private final PartRules rules;
    private final Weighing weighing;

    MassJudge(Situations situations, PartRules rules, Weighing weighing) {
        this.situations = situations;
        this.rules = rules;
        this.weighing = weighing;
    }

    /**
     * @param now the grant as it is
     * @param parts what it would be given
     * @param against what stands against that; empty if it can take it
     * @param weight class of it, or {@code null} if there are no parts
     */
    record Judged(Situation now, List<Part> parts, List<Problem> against, AmendmentClass weight) {}

    Judged of(MassAmendment mass, Grant grant) {
        Situation now = situations.withoutFigures(grant);
        List<Part> parts = parts(now, mass.relief(), mass.wave());
        return new Judged(now, parts, against(now, mass, parts), now.policy() == null ? null : weighing.of(now, parts));
    }

    /** The centres of a programme that lie in an area. */
    static List<CentreDefinition> centres(ProgrammeDefinition definition, Area area) {
        return definition.centres().stream()
                .filter(centre -> area.whole() || area.regions().contains(centre.region())
                        || area.provinces().contains(centre.provinceCode()))
                .toList();
    }

    private static List<Part> parts(Situation now, Relief relief, int wave) {
        if (relief.standstill() != null) {
            return List.of(relief.standstill() == Standstill.SUSPEND && wave == 1
                    ? new Part.Suspension()
                    : new Part.Resumption(relief.suspends() || relief.addDays()));
        }
        List<Part> parts = new ArrayList<>();
        if (relief.addMonths() != null) {
            parts.add(new Part.Time(relief.addMonths(), false));
        }
        if (relief.moveMonths() != null) {
            for (Occurrence occurrence : now.ahead()) {
                if (putOff(now, relief, occurrence)) {
                    parts.add(new Part.PlanMove(occurrence.id(), occurrence.firstMonth() + relief.moveMonths(),
                            occurrence.lastMonth() + relief.moveMonths()));
                }
            }
        }
        if (relief.dueDays() != null && !now.dueBetween(relief.from(), relief.to()).isEmpty()) {
            parts.add(new Part.DueDays(relief.from(), relief.to(), relief.dueDays()));
        }
        return parts;
    }

    private static boolean putOff(Situation now, Relief relief, Occurrence occurrence) {
        return (occurrence.mark() || relief.moveBars())
                && !occurrence.days().from().isBefore(relief.from())
                && !occurrence.days().from().isAfter(relief.to())
                && !now.definition().isInstituteFee(occurrence.activityCode());
    }

    private List<Problem> against(Situation now, MassAmendment mass, List<Part> parts) {
        if (parts.isEmpty()) {
            return List.of(Problem.of("amendments.mass.problem.nothing"));
        }
        List<Problem> problems = new ArrayList<>();
        parts.stream()
                .map(Part::kind)
                .distinct()
                .forEach(kind -> rules.notOffered(kind, now, Origin.MASS, Actor.SYSTEM).ifPresent(problems::add));
        if (problems.isEmpty()) {
            problems.addAll(rules.against(now, parts, mass.reason()));
            boolean longer = parts.stream().anyMatch(part -> part.kind() == AmendmentKind.TIME);
            if (longer && mass.resolutionNo() == null && now.extensions() >= now.policy().extensionsWithoutBoard()) {
                problems.add(Problem.of("amendments.problem.resolution").under("BR-34"));
            }
        }
        return problems.stream().distinct().toList();
    }
}
