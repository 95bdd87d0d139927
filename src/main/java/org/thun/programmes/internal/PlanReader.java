package org.thun.programmes.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thun.programmes.Activity;
import org.thun.programmes.ActivityTarget;
import org.thun.programmes.CodeItem;
import org.thun.programmes.Cohort;
import org.thun.programmes.GrantDuration;
import org.thun.programmes.Objectives;
import org.thun.programmes.Objectives.Objective;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.ScheduleRow;
import org.thun.programmes.ScheduleRow.Bar;
import org.thun.programmes.TranchePolicy;
import org.thun.programmes.TranchePolicy.TrancheTrigger;
import org.thun.programmes.WorkPlan;
import org.thun.programmes.internal.YamlSection.Scalar;
import org.thun.shared.LocalizedText;

/** Reads objectives, work plans with their activities, and the schedule. */
final class PlanReader {

    private final Map<String, List<CodeItem>> lists;
    private final Names indicators;
    private final GrantDuration duration;
    private final Names workPlanIds = new Names();
    private final Names activityCodes = new Names();
    private final Map<String, YamlSection> instituteFees = new LinkedHashMap<>();

    PlanReader(Map<String, List<CodeItem>> lists, Names indicators, GrantDuration duration) {
        this.lists = lists;
        this.indicators = indicators;
        this.duration = duration;
    }

    List<WorkPlan> workPlans(YamlSection root) {
        return root.notEmpty("work_plans", root.sections("work_plans").stream().map(this::workPlan).toList());
    }

    private WorkPlan workPlan(YamlSection section) {
        return new WorkPlan(
                workPlanIds.declare(section, "id"),
                section.localized("title"),
                section.sections("activities").stream().map(this::activity).toList());
    }

    /** To be called after {@link #workPlans}, whose ids the objectives name. */
    Objectives objectives(YamlSection root) {
        YamlSection section = root.section("objectives");
        Names ids = new Names();
        List<Objective> specific = new ArrayList<>();
        for (YamlSection item : section.sections("specific")) {
            Optional<String> workPlan = item.optionalText("work_plan");
            workPlan.ifPresent(id -> reference(item, "work_plan", id, "work_plans", workPlanIds));
            specific.add(new Objective(ids.declare(item, "id"), workPlan.orElse(null), item.ownText()));
        }
        return new Objectives(section.localized("general"), specific);
    }

    List<Cohort> cohorts(YamlSection root) {
        List<Cohort> result = new ArrayList<>();
        for (YamlSection section : root.sections("cohorts")) {
            int year = section.positive("year");
            if (year > Math.ceil(duration.maxMonths() / 12.0)) {
                section.reportAt("year", "month_outside", year * 12, duration.maxMonths());
            }
            List<LocalizedText> areas = section.localizedList("areas");
            int count = section.optionalInteger("area_count").orElse(areas.size());
            if (count < areas.size()) {
                section.reportAt("area_count", "negative", "area_count");
            }
            result.add(new Cohort(year, count, areas, section.optionalLocalized("focus").orElse(null)));
        }
        return result;
    }

    private Activity activity(YamlSection section) {
        String code = activityCodes.declare(section, "code");
        List<String> linked = new ArrayList<>();
        for (Scalar id : section.scalars("indicators")) {
            if (!indicators.contains(id.value())) {
                section.report(id.line(), "unknown_reference", "indicators", id.value(), indicators.listed());
            }
            linked.add(id.value());
        }
        boolean instituteFee = section.flag("institute_fee");
        if (instituteFee) {
            instituteFees.put(code, section);
        }
        Optional<YamlSection> rounds = section.optionalSection("rounds");
        List<Integer> gap = rounds.map(r -> monthPair(r, "gap_months")).orElse(List.of());
        return new Activity(
                code,
                section.optionalText("alt_code").orElse(null),
                section.localized("title"),
                section.optionalLocalized("scope").orElse(null),
                section.sections("targets").stream().map(this::target).toList(),
                linked,
                rounds.map(r -> r.positive("count")).orElse(null),
                rounds.flatMap(r -> r.optionalLocalized("length")).orElse(null),
                gap.isEmpty() ? null : gap.get(0),
                gap.isEmpty() ? null : gap.get(1),
                section.localizedList("parts"),
                instituteFee,
                checklist(section),
                section.localizedList("notes"));
    }

    /** What has to be ready before it is held; {@code null} if the definition leaves that to the default. */
    private List<String> checklist(YamlSection section) {
        if (!section.has("checklist")) {
            return null;
        }
        List<CodeItem> items = lists.getOrDefault(ProgrammeDefinition.PREPARATION, List.of());
        List<String> known = items.stream().map(CodeItem::code).toList();
        List<String> codes = new ArrayList<>();
        for (Scalar code : section.scalars("checklist")) {
            if (!known.contains(code.value())) {
                section.report(code.line(), "unknown_reference", "lists.preparation", code.value(),
                        String.join(", ", known));
            }
            codes.add(code.value());
        }
        return codes;
    }

    private ActivityTarget target(YamlSection section) {
        String unit = section.text("unit");
        List<CodeItem> units = lists.getOrDefault(ProgrammeDefinition.UNITS, List.of());
        if (section.has("unit") && units.stream().noneMatch(item -> item.code().equals(unit))) {
            String known = String.join(", ", units.stream().map(CodeItem::code).toList());
            section.reportAt("unit", "unknown_reference", "lists.unit", unit, known);
        }
        Optional<String> indicator = section.optionalText("indicator");
        indicator.ifPresent(id -> reference(section, "indicator", id, "indicators", indicators));
        return new ActivityTarget(section.decimal("value"), unit, indicator.orElse(null));
    }

    /** To be called after {@link #workPlans}, whose activities the rows name. */
    List<ScheduleRow> schedule(YamlSection root) {
        Names rows = new Names();
        List<ScheduleRow> result = new ArrayList<>();
        for (YamlSection section : root.sections("schedule")) {
            String activity = rows.declare(section, "activity");
            reference(section, "activity", activity, "work_plans.activities", activityCodes);
            List<Integer> marks = section.integers("marks");
            marks.forEach(month -> inside(section, "marks", month));
            rising(section, "marks", marks);
            List<Bar> bars = section.sections("bars").stream().map(this::bar).toList();
            for (int i = 1; i < bars.size(); i++) {
                if (bars.get(i - 1).openEnd() || bars.get(i).from() <= bars.get(i - 1).to()) {
                    section.reportAt("bars", "not_rising", "bars");
                }
            }
            boolean continuous = section.flag("continuous");
            if (marks.isEmpty() && bars.isEmpty() && !continuous || continuous && !bars.isEmpty()) {
                section.report(section.line(), "row_unclear", activity);
            }
            result.add(new ScheduleRow(activity, marks, bars, continuous, section.localizedList("conflicts")));
        }
        return result;
    }

    /** An institute fee needs a month in which it falls due and a tranche after close-out that can pay it (BR-49). */
    void checkInstituteFees(List<ScheduleRow> schedule, TranchePolicy tranches) {
        boolean paidAtCloseOut = tranches.tranches().stream()
                .anyMatch(tranche -> tranche.trigger() == TrancheTrigger.CLOSE_OUT_ACCEPTED);
        instituteFees.forEach((code, section) -> {
            boolean marked = schedule.stream()
                    .anyMatch(row -> row.activity().equals(code) && row.bars().isEmpty() && !row.continuous());
            if (!marked) {
                section.reportAt("institute_fee", "fee_without_month", code);
            }
            if (!paidAtCloseOut) {
                section.reportAt("institute_fee", "fee_without_close_out", code);
            }
        });
    }

    private Bar bar(YamlSection section) {
        int from = section.positive("from");
        inside(section, "from", from);
        Optional<Integer> to = section.optionalPositive("to");
        if (to.isPresent() == section.flag("open_end")) {
            section.report(section.line(), "bar_end");
        }
        to.ifPresent(month -> {
            inside(section, "to", month);
            if (month < from) {
                section.reportAt("to", "bar_backwards", from, month);
            }
        });
        return new Bar(from, to.orElse(null));
    }

    private void inside(YamlSection section, String key, int month) {
        if (month < 1 || month > duration.maxMonths()) {
            section.reportAt(key, "month_outside", month, duration.maxMonths());
        }
    }

    private static void rising(YamlSection section, String key, List<Integer> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) <= numbers.get(i - 1)) {
                section.reportAt(key, "not_rising", key);
            }
        }
    }

    private static List<Integer> monthPair(YamlSection section, String key) {
        List<Integer> pair = section.integers(key);
        if (pair.isEmpty()) {
            return pair;
        }
        if (pair.size() != 2 || pair.get(0) < 1 || pair.get(1) < pair.get(0)) {
            section.reportAt(key, "not_a_pair", key);
            return List.of();
        }
        return pair;
    }

    private static void reference(YamlSection section, String key, String name, String where, Names known) {
        if (!known.contains(name)) {
            section.reportAt(key, "unknown_reference", where, name, known.listed());
        }
    }
}
