package org.thun.activities.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.thun.activities.ActivityPreparation.Invite;
import org.thun.activities.ActivityPreparation.Prepare;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDigits;

/** The preparation as the page of an occurrence sends it: ticks, and three fields per centre. */
final class PreparationForm {

    private static final int MOST_PEOPLE = 1_000_000;

    private PreparationForm() {}

    /** A centre without numbers is not invited. */
    static Outcome<Prepare> read(MultiValueMap<String, String> form) {
        List<Problem> problems = new ArrayList<>();
        List<String> centres = all(form, "centre");
        List<String> invited = all(form, "invited");
        List<String> accepted = all(form, "accepted");
        List<Invite> invites = new ArrayList<>();
        for (int i = 0; i < centres.size(); i++) {
            String people = i < invited.size() ? invited.get(i) : "";
            String coming = i < accepted.size() ? accepted.get(i) : "";
            if (centres.get(i).isBlank() || people.isBlank() && coming.isBlank()) {
                continue;
            }
            invites.add(new Invite(centres.get(i), number(people, "invited-" + i, problems),
                    number(coming, "accepted-" + i, problems)));
        }
        return problems.isEmpty()
                ? Outcome.done(new Prepare(all(form, "check"), invites))
                : Outcome.refused(problems);
    }

    private static List<String> all(MultiValueMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of());
    }

    private static Integer number(String typed, String field, List<Problem> problems) {
        String plain = ThaiDigits.toWestern(typed).replace(",", "").strip();
        if (plain.isEmpty()) {
            return 0;
        }
        if (!plain.matches("[0-9]{1,7}") || Integer.parseInt(plain) > MOST_PEOPLE) {
            problems.add(Problem.at(field, "activities.problem.people", typed));
            return 0;
        }
        return Integer.valueOf(plain);
    }
}
