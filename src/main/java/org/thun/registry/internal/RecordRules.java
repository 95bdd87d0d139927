package org.thun.registry.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.thun.grants.Grant;
import org.thun.programmes.CodeItem;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.HeldRole;
import org.thun.registry.LawfulGround;
import org.thun.registry.RecordFacts;
import org.thun.registry.RegisterLists;
import org.thun.shared.Problem;

/** What must be true of a record before it may be kept. Fields of the problems are the names of the facts. */
final class RecordRules {

    private static final int OLDEST_BIRTH_YEAR = 1900;
    private static final int MOST_ROUNDS = 99;

    private final RecordFacts facts;
    private final Grant grant;
    private final ProgrammeDefinition definition;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();

    private RecordRules(RecordFacts facts, Grant grant, ProgrammeDefinition definition, LocalDate today) {
        this.facts = facts;
        this.grant = grant;
        this.definition = definition;
        this.today = today;
    }

    /** All that is wrong with a record, field by field; empty if nothing is. */
    static List<Problem> problems(RecordFacts facts, Grant grant, ProgrammeDefinition definition, LocalDate today) {
        RecordRules rules = new RecordRules(facts, grant, definition, today);
        rules.checkAll();
        return rules.problems;
    }

    /** Whether a register holds data of natural persons. */
    static boolean personal(Register register) {
        return register == Register.PERSON || register == Register.COURSE_COMPLETION;
    }

    private void checkAll() {
        text("name", facts.name(), 200, true);
        text("surname", facts.surname(), 100, personal(facts.register()));
        text("nameEn", facts.nameEn(), 200, false);
        text("district", facts.district(), 100, false);
        text("subdistrict", facts.subdistrict(), 100, false);
        text("source", facts.source(), 300, false);
        text("note", facts.note(), 1000, false);
        checkDate();
        checkLink();
        code("categoryCode", facts.categoryCode(), RegisterLists.categoryList(definition, facts.register()));
        code("channelCode", facts.channelCode(), RegisterLists.channelList(definition, facts.register()));
        if (facts.register() == Register.COURSE_COMPLETION) {
            checkRound();
        }
        if (facts.register() == Register.PERSON) {
            checkRoles();
        }
        if (personal(facts.register())) {
            checkPerson();
        }
    }

    private void checkDate() {
        LocalDate day = facts.datedOn();
        if (day == null) {
            problems.add(required("datedOn"));
        } else if (day.isAfter(today)) {
            problems.add(Problem.at("datedOn", "registry.problem.future"));
        } else if (!grant.term().contains(day)) {
            problems.add(Problem.at("datedOn", "registry.problem.outsideTerm", grant.term().from(), grant.term().to())
                    .under("BR-17"));
        }
    }

    private void checkLink() {
        if (facts.link() == null) {
            return;
        }
        text("link", facts.link(), 500, false);
        try {
            URI address = new URI(facts.link());
            if (address.getHost() == null || !Set.of("http", "https").contains(address.getScheme())) {
                problems.add(Problem.at("link", "registry.problem.link"));
            }
        } catch (URISyntaxException e) {
            problems.add(Problem.at("link", "registry.problem.link"));
        }
    }

    private void checkRound() {
        if (facts.roundNo() == null) {
            problems.add(required("roundNo"));
        } else if (facts.roundNo() < 1 || facts.roundNo() > MOST_ROUNDS) {
            problems.add(Problem.at("roundNo", "registry.problem.round", MOST_ROUNDS));
        }
    }

    private void checkRoles() {
        if (facts.roles().isEmpty()) {
            problems.add(Problem.at("roles", "registry.problem.roles.required").under("BR-21"));
        }
        Set<String> seen = new HashSet<>();
        for (HeldRole held : facts.roles()) {
            if (!has(definition.list(ProgrammeDefinition.PERSON_ROLES), held.role()) || !seen.add(held.role())) {
                problems.add(Problem.at("roles", "registry.problem.code", String.valueOf(held.role())));
            } else if (held.detail() != null
                    && !has(RegisterLists.items(definition, RegisterLists.detailList(definition, held.role())),
                            held.detail())) {
                problems.add(Problem.at("roles", "registry.problem.code", held.detail()));
            }
        }
    }

    private void checkPerson() {
        if (facts.sexCode() != null && !has(definition.list(RegisterLists.SEX), facts.sexCode())) {
            problems.add(Problem.at("sexCode", "registry.problem.code", facts.sexCode()));
        }
        if (facts.birthYear() != null
                && (facts.birthYear() < OLDEST_BIRTH_YEAR || facts.birthYear() > today.getYear())) {
            problems.add(Problem.at("birthYear", "registry.problem.birthYear"));
        }
        if (facts.ground() == null) {
            problems.add(Problem.at("ground", "registry.problem.ground").under("BR-39"));
        }
        if (!facts.purposeTold()) {
            problems.add(Problem.at("purposeTold", "registry.problem.purpose").under("BR-39"));
        }
        if (facts.ground() == LawfulGround.CONSENT && facts.consentedOn() == null) {
            problems.add(Problem.at("consentedOn", "registry.problem.consent").under("BR-39"));
        }
        if (facts.consentedOn() != null && facts.consentedOn().isAfter(today)) {
            problems.add(Problem.at("consentedOn", "registry.problem.future"));
        }
    }

    private void text(String field, String value, int longest, boolean required) {
        if (value == null) {
            if (required) {
                problems.add(required(field));
            }
        } else if (value.length() > longest) {
            problems.add(Problem.at(field, "registry.problem.tooLong", longest));
        }
    }

    /** A code must come from its list; where the programme has no such list there is nothing to choose. */
    private void code(String field, String value, String listName) {
        if (listName == null) {
            if (value != null) {
                problems.add(Problem.at(field, "registry.problem.code", value));
            }
        } else if (value == null) {
            problems.add(required(field));
        } else if (!has(definition.list(listName), value)) {
            problems.add(Problem.at(field, "registry.problem.code", value));
        }
    }

    /** Says which field it is, because a list of problems shows the text alone. */
    private static Problem required(String field) {
        return Problem.at(field, "registry.problem.required." + field);
    }

    private static boolean has(List<CodeItem> items, String code) {
        return items.stream().anyMatch(item -> item.code().equals(code));
    }
}
