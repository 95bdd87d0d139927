package org.thun.programmes.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thun.programmes.CodeItem;
import org.thun.programmes.GrantDuration;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.Cumulation;
import org.thun.programmes.Indicator.Direction;
import org.thun.programmes.Indicator.IndicatorKind;
import org.thun.programmes.Indicator.ValueSetting;
import org.thun.programmes.IndicatorSource;
import org.thun.programmes.IndicatorSource.AcceptedSum;
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
        Direction direction = section.optionalChoice("direction", Direction.class).orElse(Direction.HIGHER);
        Setting baseline = setting(section, "baseline", ValueSetting.PER_GRANT, ValueSetting.PER_AREA);
        Setting target = target(section, baseline, direction);
        List<LocalizedText> levels = section.localizedList("levels");
        Integer stated = section.optionalPositive("steps").orElse(null);
        Integer steps = stated == null && !levels.isEmpty() ? Integer.valueOf(levels.size()) : stated;
        IndicatorSource source = source(section, id);
        IndicatorSource below = section.optionalSection("denominator_source").map(this::records).orElse(null);
        checkScale(section, kind, target.value(), steps);
        checkLevels(section, kind, steps, levels);
        checkSource(section, kind, source, below);
        checkBaseline(section, kind, baseline.setting());
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
                steps,
                section.optionalLocalized("denominator").orElse(null),
                section.optionalLocalized("evidence").orElse(null),
                alsoBy(section),
                source,
                phases(section, "phased_targets"),
                cumulation(section, kind, source),
                direction,
                levels,
                below);
    }

    /** Steps and indices end somewhere, and so do their targets; a share needs something to be a share of. */
    private static void checkScale(YamlSection section, IndicatorKind kind, BigDecimal target, Integer steps) {
        if (kind == IndicatorKind.MILESTONE_LADDER && steps != null && target != null
                && target.compareTo(BigDecimal.valueOf(steps)) > 0) {
            section.reportAt("target", "target_beyond_ladder", target, steps);
        }
        boolean hundred = kind == IndicatorKind.PERCENTAGE || kind == IndicatorKind.INDEX;
        if (hundred && target != null && target.compareTo(HUNDRED) > 0) {
            section.reportAt("target", "not_a_percentage", "target");
        }
        if (kind.isRatio() && !section.has("denominator")) {
            section.report(section.line("kind"), "no_denominator", YamlSection.nameOf(kind));
        }
        if (!kind.isRatio() && section.has("denominator")) {
            section.reportAt("denominator", "denominator_unfit", YamlSection.nameOf(kind));
        }
    }

    private static void checkLevels(YamlSection section, IndicatorKind kind, Integer steps, List<LocalizedText> levels) {
        boolean ladder = kind == IndicatorKind.MILESTONE_LADDER;
        if (ladder && steps == null) {
            section.report(section.line("kind"), "ladder_without_steps");
        }
        if (!ladder && steps != null) {
            section.reportAt(levels.isEmpty() ? "steps" : "levels", "steps_without_ladder");
        }
        if (steps != null && !levels.isEmpty() && steps != levels.size()) {
            section.reportAt("levels", "levels_not_steps", levels.size(), steps);
        }
    }

    /** Registers hold records, which can be counted and compared in number, but carry no amounts, scores or steps. */
    private static void checkSource(YamlSection section, IndicatorKind kind, IndicatorSource source, IndicatorSource below) {
        if (source == null) {
            return;
        }
        boolean records = source.register() != null;
        boolean countable = kind == IndicatorKind.UNIQUE_COUNT || kind == IndicatorKind.COUNT
                || kind == IndicatorKind.PERCENTAGE;
        if (records && !countable || source.accepted() != null && kind != IndicatorKind.MONEY) {
            section.reportAt("source", "source_unfit", YamlSection.nameOf(kind));
        }
        boolean share = records && kind == IndicatorKind.PERCENTAGE;
        if (share && below == null) {
            section.reportAt("source", "denominator_source_missing");
        }
        if (!share && below != null) {
            section.reportAt("denominator_source", "denominator_source_unfit");
        }
    }

    /** Baselines of areas are measured like values; of what is counted up from a baseline that would be counted twice. */
    private static void checkBaseline(YamlSection section, IndicatorKind kind, ValueSetting baseline) {
        if (baseline == ValueSetting.PER_AREA && kind != IndicatorKind.INDEX && kind != IndicatorKind.MILESTONE_LADDER) {
            section.reportAt("baseline", "baseline_per_area_unfit", YamlSection.nameOf(kind));
        }
    }

    private static Cumulation cumulation(YamlSection section, IndicatorKind kind, IndicatorSource source) {
        Optional<Cumulation> stated = section.optionalChoice("cumulation", Cumulation.class);
        Cumulation usual = kind.usualCumulation();
        boolean fixed = usual == Cumulation.LATEST || source != null && source.register() != null;
        if (fixed && stated.filter(mode -> mode != usual).isPresent()) {
            section.reportAt("cumulation", "cumulation_unfit", YamlSection.nameOf(usual));
        }
        return stated.orElse(usual);
    }

    private record Setting(BigDecimal value, ValueSetting setting) {}

    private static Setting target(YamlSection section, Setting baseline, Direction direction) {
        if (section.has("target_increase")) {
            if (section.has("target")) {
                section.reportAt("target_increase", "target_twice");
                setting(section, "target", ValueSetting.PER_GRANT);
            }
            return new Setting(null, ValueSetting.INCREASE);
        }
        Setting target = setting(section, "target", ValueSetting.PER_GRANT);
        if (target.value() != null && baseline.value() != null) {
            int rises = target.value().compareTo(baseline.value());
            if (direction == Direction.HIGHER ? rises < 0 : rises > 0) {
                section.reportAt("target",
                        direction == Direction.HIGHER ? "target_below_baseline" : "target_above_baseline",
                        target.value(), baseline.value());
            }
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
        Optional<LocalizedText> other = section.optionalLocalized("other");
        Optional<AcceptedSum> accepted = section.optionalChoice("accepted_report", AcceptedSum.class);
        IndicatorSource records = records(section);
        if ((records.register() == null ? 0 : 1) + (other.isPresent() ? 1 : 0) + (accepted.isPresent() ? 1 : 0) != 1) {
            section.report(section.line(), "source_unclear", id);
        }
        return new IndicatorSource(records.register(), records.role(), other.orElse(null), accepted.orElse(null));
    }

    private IndicatorSource records(YamlSection section) {
        Optional<Register> register = section.optionalChoice("register", Register.class);
        String role = null;
        if (register.filter(Register.PERSON::equals).isPresent()) {
            role = code(section, "role", ProgrammeDefinition.PERSON_ROLES);
        } else if (section.has("role")) {
            section.reportAt("role", "role_without_person");
            section.text("role");
        }
        return new IndicatorSource(register.orElse(null), role, null);
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
