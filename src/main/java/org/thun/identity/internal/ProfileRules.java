package org.thun.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/** How people are named and reached. */
final class ProfileRules {

    private static final int LONGEST = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+");

    private ProfileRules() {}

    static List<Problem> check(String nameTh, String nameEn, String email) {
        List<Problem> problems = new ArrayList<>();
        if (nameTh == null || nameTh.isBlank()) {
            problems.add(Problem.at("nameTh", "identity.problem.name"));
        } else if (nameTh.strip().length() > LONGEST) {
            problems.add(Problem.at("nameTh", "identity.problem.long", LONGEST));
        }
        if (nameEn != null && nameEn.strip().length() > LONGEST) {
            problems.add(Problem.at("nameEn", "identity.problem.long", LONGEST));
        }
        if (email != null && !email.isBlank()
                && (email.strip().length() > LONGEST || !EMAIL.matcher(email.strip()).matches())) {
            problems.add(Problem.at("email", "identity.problem.email"));
        }
        return problems;
    }

    static LocalizedText name(String nameTh, String nameEn) {
        return new LocalizedText(nameTh.strip(), nameEn == null ? null : blankToNull(nameEn));
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
