package org.thun.amendments.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.thun.amendments.MassAmendment;
import org.thun.amendments.MassAmendment.Area;
import org.thun.amendments.MassAmendment.Relief;
import org.thun.amendments.MassAmendment.Standstill;
import org.thun.amendments.MassAmendments.Order;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

/** What was typed into the form of a decision for many grants. */
record MassForm(
        String where,
        List<String> regions,
        List<String> provinces,
        String from,
        String to,
        String addMonths,
        String moveMonths,
        String moveBars,
        String dueDays,
        String standstill,
        String resumeOn,
        String addDays,
        String reason,
        String letter) {

    static final String WHOLE = "WHOLE";
    static final String SOME = "SOME";

    MassForm {
        regions = regions == null ? List.of() : List.copyOf(regions);
        provinces = provinces == null ? List.of() : List.copyOf(provinces);
    }

    static MassForm empty() {
        return new MassForm(WHOLE, List.of(), List.of(), null, null, null, null, null, null, null, null, null, null, null);
    }

    /** @param day writes a day as people read it */
    static MassForm of(MassAmendment mass, Function<LocalDate, String> day) {
        Relief relief = mass.relief();
        return new MassForm(mass.area().whole() ? WHOLE : SOME, mass.area().regions(), mass.area().provinces(),
                written(relief.from(), day), written(relief.to(), day), number(relief.addMonths()),
                number(relief.moveMonths()), Boolean.toString(relief.moveBars()), number(relief.dueDays()),
                relief.standstill() == null ? null : relief.standstill().name(), written(relief.resumeOn(), day),
                Boolean.toString(relief.addDays()), mass.reason(), mass.letter());
    }

    Outcome<Order> read() {
        List<Problem> problems = new ArrayList<>();
        boolean some = SOME.equals(where);
        if (some && regions.isEmpty() && provinces.isEmpty()) {
            problems.add(Problem.at("area", "amendments.mass.problem.noArea"));
        }
        Standstill stands = "SUSPEND".equals(standstill)
                ? Standstill.SUSPEND
                : "RESUME".equals(standstill) ? Standstill.RESUME : null;
        Order order = new Order(some ? new Area(regions, provinces) : Area.WHOLE,
                new Relief(PartForm.day(from, "from", problems), PartForm.day(to, "to", problems),
                        PartForm.integer(addMonths, "addMonths", problems),
                        PartForm.integer(moveMonths, "moveMonths", problems), "true".equals(moveBars),
                        PartForm.integer(dueDays, "dueDays", problems), stands,
                        PartForm.day(resumeOn, "resumeOn", problems), "true".equals(addDays)),
                reason, letter);
        return problems.isEmpty() ? Outcome.done(order) : Outcome.refused(problems);
    }

    private static String written(LocalDate date, Function<LocalDate, String> day) {
        return date == null ? null : day.apply(date);
    }

    private static String number(Integer number) {
        return number == null ? null : number.toString();
    }
}
