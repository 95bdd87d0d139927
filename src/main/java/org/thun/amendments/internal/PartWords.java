package org.thun.amendments.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.activities.Occurrence;
import org.thun.amendments.MassAmendment.Relief;
import org.thun.amendments.Part;
import org.thun.grants.AgreementTerm;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.programmes.CentreDefinition;
import org.thun.progress.PeriodReport;
import org.thun.shared.Problem;

/** Changes in a line each, as lists and letters say them. Texts of the bundle with what fills them in. */
@Component
class PartWords {

    private final Accounts accounts;

    PartWords(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What is asked for; says the same before and after it is in force. */
    Problem of(Situation now, Part part) {
        if (part instanceof Part.Time time) {
            return Problem.of("amendments.words.TIME", known(time.months()));
        } else if (part instanceof Part.Shift shift) {
            return Problem.of("amendments.words.BUDGET", known(shift.amount()), Preview.activity(now, shift.fromActivity()),
                    Preview.head(now, shift.fromHead()), Preview.activity(now, shift.toActivity()),
                    Preview.head(now, shift.toHead()));
        } else if (part instanceof Part.Target target) {
            return Problem.of("amendments.words.TARGET", now.definition().indicators().stream()
                    .filter(indicator -> indicator.id().equals(target.indicatorId()))
                    .<Object>map(indicator -> indicator.title())
                    .findFirst()
                    .orElse(target.indicatorId()), known(target.baseline()), known(target.target()));
        } else if (part instanceof Part.PlanMove move) {
            return Problem.of("amendments.words.ACTIVITY_MOVE", occurrence(now, move.occurrenceId()),
                    Preview.months(move.firstMonth(), move.lastMonth()));
        } else if (part instanceof Part.PlanAdd add) {
            return Problem.of("amendments.words.ACTIVITY_ADD", Preview.activity(now, add.activityCode()),
                    Preview.months(add.firstMonth(), add.lastMonth()));
        } else if (part instanceof Part.PlanCancel cancel) {
            return Problem.of("amendments.words.ACTIVITY_CANCEL", occurrence(now, cancel.occurrenceId()));
        } else if (part instanceof Part.Tranches asked) {
            return Problem.of("amendments.words.TRANCHES", asked.lines().stream().map(PartWords::tranche).toList());
        } else if (part instanceof Part.DueDays due) {
            return Problem.of("amendments.words.DUE_DAYS", due.from(), due.to(), due.days());
        } else if (part instanceof Part.Term term) {
            Object subject = term.about() == AgreementTerm.Kind.PARTNER
                    ? now.definition().centre(term.subject()).<Object>map(CentreDefinition::name).orElse(term.subject())
                    : term.subject();
            return Problem.of("amendments.words." + term.kind(), subject, term.body());
        } else if (part instanceof Part.People people) {
            return Problem.of("amendments.words.PEOPLE", Problem.of(roleOf(people)),
                    people.leavingId() == null ? "–" : accounts.nameOf(people.leavingId()).<Object>map(n -> n).orElse("–"),
                    people.joining() == null
                            ? "–"
                            : accounts.actorByUsername(people.joining()).<Object>map(Actor::name).orElse(people.joining()));
        } else if (part instanceof Part.Bank bank) {
            return Problem.of("amendments.words.BANK", bank.bankName(), Preview.masked(bank.accountNumber()));
        } else if (part instanceof Part.Resumption resumption) {
            return Problem.of(resumption.addDays() ? "amendments.words.RESUMPTION.days" : "amendments.words.RESUMPTION");
        } else if (part instanceof Part.Termination termination) {
            return Problem.of("amendments.words.TERMINATION", termination.reason());
        }
        return Problem.of("amendments.words." + part.kind());
    }

    /** What the changes would do to a grant, before and after. */
    List<Problem> effects(Situation now, List<Part> parts) {
        List<Problem> effects = new ArrayList<>();
        Amended after = Amended.of(now, parts);
        if (!after.endsOn().equals(now.current().endsOn())) {
            effects.add(Problem.of("amendments.effect.line.end", now.current().endsOn(), after.endsOn()));
        }
        for (Part part : parts) {
            if (part instanceof Part.PlanMove move) {
                now.occurrence(move.occurrenceId()).ifPresent(occurrence -> effects.add(Problem.of(
                        "amendments.effect.line.move", occurrence.label(),
                        Preview.months(occurrence.firstMonth(), occurrence.lastMonth()),
                        Preview.months(move.firstMonth(), move.lastMonth()))));
            } else if (part instanceof Part.DueDays due) {
                for (PeriodReport report : now.dueBetween(due.from(), due.to())) {
                    LocalDate then = report.dueOn().plusDays(due.days());
                    effects.add(Problem.of("amendments.effect.line.due", report.no(), report.dueOn(), then));
                }
            } else if (part instanceof Part.Suspension) {
                effects.add(Problem.of("amendments.effect.line.suspended", now.tranches().stream()
                        .filter(tranche -> !tranche.state().isPaid() && !tranche.state().isSettled())
                        .count()));
            } else if (part instanceof Part.Resumption) {
                effects.add(Problem.of("amendments.effect.line.resumed", now.stoodStill()));
            }
        }
        return effects;
    }

    /** What a decision for many grants gives each of them. */
    static List<Problem> of(Relief relief) {
        List<Problem> words = new ArrayList<>();
        if (relief.standstill() != null) {
            boolean days = !relief.suspends() && relief.addDays();
            words.add(Problem.of("amendments.words." + (relief.suspends() ? "SUSPENSION" : "RESUMPTION") + (days ? ".days" : "")));
        }
        if (relief.resumeOn() != null) {
            words.add(Problem.of("amendments.mass.words.resumeOn", relief.resumeOn()));
        }
        if (relief.addMonths() != null) {
            words.add(Problem.of("amendments.words.TIME", relief.addMonths()));
        }
        if (relief.moveMonths() != null) {
            words.add(Problem.of(relief.moveBars() ? "amendments.mass.words.moveAll" : "amendments.mass.words.move",
                    relief.from(), relief.to(), relief.moveMonths()));
        }
        if (relief.dueDays() != null) {
            words.add(Problem.of("amendments.words.DUE_DAYS", relief.from(), relief.to(), relief.dueDays()));
        }
        return words;
    }

    private static Problem tranche(Part.TrancheLine line) {
        Object size = line.amount() != null ? line.amount() : line.sharePercent();
        String key = line.amount() != null ? "amount" : line.sharePercent() != null ? "share" : "rest";
        return Problem.of("amendments.words.tranche." + key, line.no(), known(size));
    }

    private static Object occurrence(Situation now, String id) {
        return now.occurrence(id).<Object>map(occurrence -> named(now, occurrence)).orElse("–");
    }

    private static Object named(Situation now, Occurrence occurrence) {
        return Preview.nameOf(now, occurrence);
    }

    private static String roleOf(Part.People people) {
        return (people.role() == null ? Role.GL : people.role()).messageKey();
    }

    private static Object known(Object value) {
        return value == null ? "–" : value;
    }
}
