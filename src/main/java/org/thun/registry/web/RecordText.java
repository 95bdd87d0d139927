package org.thun.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.HeldRole;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordVersion;
import org.thun.registry.RegisterLists;
import org.thun.shared.LocalizedText;
import org.thun.shared.ThaiDates;

/** What a record says, in the words of its programme. */
final class RecordText {

    private RecordText() {}

    /**
     * One line of a record.
     *
     * @param labelKey key of its name
     * @param value what stands there, or {@code null}
     */
    record Line(String labelKey, Object value) {}

    /**
     * What a correction changed.
     *
     * @param labelKey key of the line's name
     * @param before what stood there
     * @param after what stands there now
     */
    record Change(String labelKey, Object before, Object after) {}

    /**
     * A version and what it changed.
     *
     * @param version the version
     * @param changes lines that differ from the version before; empty for the first
     */
    record Correction(RecordVersion version, List<Change> changes) {}

    static List<Line> lines(RecordFacts facts, ProgrammeDefinition definition) {
        Register register = facts.register();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("registry.field.centreCode", centre(definition, facts.centreCode())));
        lines.add(new Line("registry.field.name." + register, facts.fullName()));
        add(lines, "registry.field.nameEn", facts.nameEn());
        add(lines, "registry.field.categoryCode." + register,
                label(definition, RegisterLists.categoryList(definition, register), facts.categoryCode()));
        add(lines, "registry.field.roles", facts.roles().isEmpty() ? null : roles(facts, definition));
        add(lines, "registry.field.channelCode",
                label(definition, RegisterLists.channelList(definition, register), facts.channelCode()));
        add(lines, "registry.field.roundNo", facts.roundNo());
        add(lines, "registry.field.datedOn." + register, facts.datedOn());
        add(lines, "registry.field.link", facts.link());
        add(lines, "registry.field.sexCode", label(definition, RegisterLists.SEX, facts.sexCode()));
        add(lines, "registry.field.birthYear", facts.birthYear() == null
                ? null
                : String.valueOf(ThaiDates.buddhistYear(LocalDate.of(facts.birthYear(), 1, 1))));
        add(lines, "registry.field.subdistrict", facts.subdistrict());
        add(lines, "registry.field.district", facts.district());
        add(lines, "registry.field.source", facts.source());
        if (facts.ground() != null) {
            lines.add(new Line("registry.field.ground", facts.ground()));
            add(lines, "registry.field.consentedOn", facts.consentedOn());
            lines.add(new Line("registry.field.purposeTold", facts.purposeTold()));
        }
        add(lines, "registry.field.note", facts.note());
        return lines;
    }

    /** Versions with their changes, newest first as they come. */
    static List<Correction> corrections(List<RecordVersion> versions, ProgrammeDefinition definition) {
        List<Correction> corrections = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            corrections.add(new Correction(versions.get(i), i + 1 == versions.size()
                    ? List.of()
                    : changes(lines(versions.get(i + 1).facts(), definition), lines(versions.get(i).facts(), definition))));
        }
        return corrections;
    }

    static LocalizedText centre(ProgrammeDefinition definition, String code) {
        return definition.centre(code).map(CentreDefinition::name).orElseGet(() -> new LocalizedText(code, null));
    }

    /** What kind of record it is within its register: roles, type, category, theme or round; {@code null} if none. */
    static List<Object> kinds(RecordFacts facts, ProgrammeDefinition definition) {
        if (facts.register() == Register.PERSON) {
            return facts.roles().stream()
                    .<Object>map(held -> definition.label(ProgrammeDefinition.PERSON_ROLES, held.role()))
                    .toList();
        }
        LocalizedText category =
                label(definition, RegisterLists.categoryList(definition, facts.register()), facts.categoryCode());
        return category == null ? List.of() : List.of(category);
    }

    private static List<Change> changes(List<Line> before, List<Line> after) {
        return keys(after, before).stream()
                .map(key -> new Change(key, valueOf(before, key), valueOf(after, key)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /** The names of the lines of either, those of the first in front. */
    static List<String> keys(List<Line> first, List<Line> second) {
        List<String> keys = new ArrayList<>(first.stream().map(Line::labelKey).toList());
        second.stream().map(Line::labelKey).filter(key -> !keys.contains(key)).forEach(keys::add);
        return keys;
    }

    /** What stands in a line, or {@code null}. */
    static Object valueOf(List<Line> lines, String key) {
        return lines.stream()
                .filter(line -> line.labelKey().equals(key))
                .map(Line::value)
                .findFirst()
                .orElse(null);
    }

    private static List<LocalizedText> roles(RecordFacts facts, ProgrammeDefinition definition) {
        return facts.roles().stream().map(held -> role(held, definition)).toList();
    }

    private static LocalizedText role(HeldRole held, ProgrammeDefinition definition) {
        LocalizedText role = definition.label(ProgrammeDefinition.PERSON_ROLES, held.role());
        LocalizedText detail = label(definition, RegisterLists.detailList(definition, held.role()), held.detail());
        return detail == null
                ? role
                : new LocalizedText(role.th() + " (" + detail.th() + ")",
                        role.en() == null || detail.en() == null ? null : role.en() + " (" + detail.en() + ")");
    }

    private static LocalizedText label(ProgrammeDefinition definition, String list, String code) {
        return list == null || code == null ? null : definition.label(list, code);
    }

    private static void add(List<Line> lines, String labelKey, Object value) {
        if (value != null) {
            lines.add(new Line(labelKey, value));
        }
    }
}
