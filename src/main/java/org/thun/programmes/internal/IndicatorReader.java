package org.thun.programmes.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thun.programmes.CodeItem;
import org.thun.programmes.GrantDuration;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.IndicatorKind;
import org.thun.programmes.Indicator.ValueSetting;
import org.thun.programmes.IndicatorSource;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.internal.YamlSection.Scalar;
import org.thun.shared.LocalizedText;

/** Reads indicators and their phases. */
final class IndicatorReader {

    /** A break-down by place that needs no code list. */
    private static final String DISTRICT = "district";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, List<CodeItem>> lists;
    private final GrantDuration duration;
    private final Names names = new Names();

    IndicatorReader(Map<String, List<CodeItem>> lists, GrantDuration duration) {
        this.lists = lists;
        this.duration = duration;
    }

    /** The ids read so far. */
    Names names() {
        return names;
    }

    Indicator read(YamlSection section) {
        String id = names.declare(section, "id");
        IndicatorKind kind = section.choice("kind", IndicatorKind.class);
        Setting baseline = setting(section, "baseline", ValueSetting.PER_GRANT, ValueSetting.PER_AREA);
        Setting target = target(section, kind, baseline);
        return new Indicator(
                id,
                section.localized("title"),
                kind,
                code(section, "unit", ProgrammeDefinition.UNITS),
                baseline.value(),
                baseline.setting(),
                target.value(),
                target.setting(),
                section.optionalDecimal("target_increase").orElse(null),
                section.optionalPositive("steps").orElse(null),
                section.optionalLocalized("denominator").orElse(null),
                section.optionalLocalized("evidence").orElse(null),
                alsoBy(section),
                source(section, id),
                phases(section, "phased_targets"));
    }

    private record Setting(BigDecimal value, ValueSetting setting) {}

    private static Setting target(YamlSection section, IndicatorKind kind, Setting baseline) {
        if (section.has("target_increase")) {
            if (section.has("target")) {
                section.reportAt("target_increase", "target_twice");
                setting(section, "target", ValueSetting.PER_GRANT);
            }
            return new Setting(null, ValueSetting.INCREASE);
        }
        Setting target = setting(section, "target", ValueSetting.PER_GRANT);
        if (target.value() != null && baseline.value() != null && target.value().compareTo(baseline.value()) < 0) {
            section.reportAt("target", "target_below_baseline", target.value(), baseline.value());
        }
        if (kind == IndicatorKind.PERCENTAGE && target.value() != null && target.value().compareTo(HUNDRED) > 0) {
            section.reportAt("target", "not_a_percentage", "target");
        }
        return target;
    }

    private static Setting setting(YamlSection section, String key, ValueSetting... words) {
        Optional<Scalar> scalar = section.scalar(key);
        if (scalar.isEmpty()) {
            section.text(key);
            return new Setting(BigDecimal.ONE, ValueSetting.FIXED);
        }
        String value = scalar.get().value();
        if (value.equals(YamlSection.nameOf(ValueSetting.UNDECIDED))) {
            return new Setting(null, ValueSetting.UNDECIDED);
        }
        for (ValueSetting word : words) {
            if (value.equals(YamlSection.nameOf(word))) {
                return new Setting(null, word);
            }
        }
        BigDecimal number = section.decimal(key);
        if (number.signum() < 0) {
            section.reportAt(key, "negative", key);
        }
        return new Setting(number, ValueSetting.FIXED);
    }

    private List<String> alsoBy(YamlSection section) {
        List<String> result = new ArrayList<>();
        for (Scalar scalar : section.scalars("also_by")) {
            if (!scalar.value().equals(DISTRICT) && !lists.containsKey(scalar.value())) {
                String known = String.join(", ", lists.keySet()) + ", " + DISTRICT;
                section.report(scalar.line(), "unknown_reference", "lists", scalar.value(), known);
            }
            result.add(scalar.value());
        }
        return result;
    }

    private IndicatorSource source(YamlSection indicator, String id) {
        Optional<YamlSection> given = indicator.optionalSection("source");
        if (given.isEmpty()) {
            indicator.report(indicator.line(), "no_source", id);
            return null;
        }
        YamlSection section = given.get();
        Optional<Register> register = section.optionalChoice("register", Register.class);
        Optional<LocalizedText> other = section.optionalLocalized("other");
        if (register.isPresent() == other.isPresent()) {
            section.report(section.line(), "source_unclear", id);
        }
        String role = null;
        if (register.filter(Register.PERSON::equals).isPresent()) {
            role = code(section, "role", ProgrammeDefinition.PERSON_ROLES);
        } else if (section.has("role")) {
            section.reportAt("role", "role_without_person");
            section.text("role");
        }
        return new IndicatorSource(register.orElse(null), role, other.orElse(null));
    }

    private String code(YamlSection section, String key, String list) {
        String code = section.text(key);
        List<CodeItem> items = lists.getOrDefault(list, List.of());
        if (section.has(key) && items.stream().noneMatch(item -> item.code().equals(code))) {
            String known = String.join(", ", items.stream().map(CodeItem::code).toList());
            section.reportAt(key, "unknown_reference", "lists." + list, code, known);
        }
        return code;
    }

    /** Phases must rise in month and percent, stay inside the grant and end at 100. */
    List<PhasePoint> phases(YamlSection parent, String key) {
        List<PhasePoint> points = new ArrayList<>();
        for (YamlSection section : parent.sections(key)) {
            PhasePoint point = new PhasePoint(section.positive("month"), section.percent("percent"));
            if (point.month() > duration.maxMonths()) {
                section.reportAt("month", "month_outside", point.month(), duration.maxMonths());
            }
            if (!points.isEmpty()) {
                PhasePoint last = points.get(points.size() - 1);
                if (point.month() <= last.month() || point.percent().compareTo(last.percent()) <= 0) {
                    section.report(section.line(), "phases_not_rising", point.month());
                }
            }
            points.add(point);
        }
        if (!points.isEmpty() && points.get(points.size() - 1).percent().compareTo(HUNDRED) != 0) {
            parent.reportAt(key, "phases_end");
        }
        return points;
    }
}
