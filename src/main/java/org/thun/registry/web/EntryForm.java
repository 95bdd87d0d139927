package org.thun.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.HeldRole;
import org.thun.registry.LawfulGround;
import org.thun.registry.RecordFacts;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;
import org.thun.shared.ThaiDigits;

/**
 * What somebody has typed about a record, exactly as typed, so that a refused form comes back with nothing lost.
 *
 * @param typed values by field
 */
record EntryForm(MultiValueMap<String, String> typed) {

    /** What was read from a form, and what could not be read. */
    record Reading(RecordFacts facts, List<Problem> problems) {}

    /** The form of a record that exists. */
    static EntryForm of(RecordFacts facts) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.setAll(Stream.of(
                        Map.entry("id", facts.id()),
                        Map.entry("grantId", facts.grantId()),
                        Map.entry("centreCode", facts.centreCode()),
                        Map.entry("name", text(facts.name())),
                        Map.entry("surname", text(facts.surname())),
                        Map.entry("nameEn", text(facts.nameEn())),
                        Map.entry("district", text(facts.district())),
                        Map.entry("subdistrict", text(facts.subdistrict())),
                        Map.entry("categoryCode", text(facts.categoryCode())),
                        Map.entry("channelCode", text(facts.channelCode())),
                        Map.entry("link", text(facts.link())),
                        Map.entry("sexCode", text(facts.sexCode())),
                        Map.entry("birthYear", typedYear(facts.birthYear())),
                        Map.entry("roundNo", text(facts.roundNo())),
                        Map.entry("datedOn", typedDate(facts.datedOn())),
                        Map.entry("source", text(facts.source())),
                        Map.entry("ground", text(facts.ground())),
                        Map.entry("consentedOn", typedDate(facts.consentedOn())),
                        Map.entry("purposeTold", facts.purposeTold() ? "true" : ""),
                        Map.entry("note", text(facts.note())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        for (HeldRole held : facts.roles()) {
            typed.add("roles", held.role());
            typed.add("detail." + held.role(), text(held.detail()));
        }
        return new EntryForm(typed);
    }

    /** A form with nothing typed yet but where the record belongs. */
    static EntryForm empty(String id, String grantId, String centreCode) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.add("id", id);
        typed.add("grantId", grantId);
        typed.add("centreCode", centreCode);
        return new EntryForm(typed);
    }

    /** What stands in a field; empty if nothing. */
    public String value(String field) {
        String value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    /** Whether a box is ticked or an entry chosen. */
    public boolean chosen(String field, String code) {
        return typed.getOrDefault(field, List.of()).contains(code);
    }

    /** Reads what was typed; dates and years in either era, digits in either script. */
    Reading read(Register register) {
        List<Problem> problems = new ArrayList<>();
        List<HeldRole> roles = typed.getOrDefault("roles", List.of()).stream()
                .map(role -> new HeldRole(role, entered("detail." + role)))
                .toList();
        RecordFacts facts = new RecordFacts(value("id"), register, value("grantId"), value("centreCode"),
                entered("name"), entered("surname"), entered("nameEn"), entered("district"), entered("subdistrict"),
                entered("categoryCode"), entered("channelCode"), entered("link"), entered("sexCode"),
                birthYear(problems), register == Register.PERSON ? roles : List.of(),
                number("roundNo", problems), date("datedOn", problems), entered("source"), ground(problems),
                date("consentedOn", problems), chosen("purposeTold", "true"), entered("note"),
                entered("citizenNumber"));
        return new Reading(facts, problems);
    }

    private String entered(String field) {
        String value = value(field).strip();
        return value.isEmpty() ? null : value;
    }

    private LocalDate date(String field, List<Problem> problems) {
        String text = entered(field);
        if (text == null) {
            return null;
        }
        try {
            return ThaiDates.parse(text);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at(field, "registry.problem.date"));
            return null;
        }
    }

    private Integer number(String field, List<Problem> problems) {
        String text = entered(field);
        if (text == null) {
            return null;
        }
        String plain = ThaiDigits.toWestern(text);
        if (!plain.matches("\\d{1,6}")) {
            problems.add(Problem.at(field, "registry.problem.number"));
            return null;
        }
        return Integer.valueOf(plain);
    }

    private Integer birthYear(List<Problem> problems) {
        Integer year = number("birthYear", problems);
        return year == null || year < 1000 || year > 9999 ? year : Integer.valueOf(ThaiDates.parse("1/1/" + year).getYear());
    }

    private LawfulGround ground(List<Problem> problems) {
        String code = entered("ground");
        if (code == null) {
            return null;
        }
        try {
            return LawfulGround.valueOf(code);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at("ground", "registry.problem.code", code));
            return null;
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String typedYear(Integer year) {
        return year == null ? "" : String.valueOf(ThaiDates.buddhistYear(LocalDate.of(year, 1, 1)));
    }

    /** In the form people type: 1/5/2559. */
    private static String typedDate(LocalDate day) {
        return day == null
                ? ""
                : day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + ThaiDates.buddhistYear(day);
    }
}
