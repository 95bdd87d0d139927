package org.thun.programmes.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CentreDefinition.CentreKind;
import org.thun.programmes.CodeItem;
import org.thun.programmes.DefinitionWarning;
import org.thun.programmes.FormKind;
import org.thun.programmes.GrantDuration;
import org.thun.programmes.Indicator;
import org.thun.programmes.MonitoringFrame;
import org.thun.programmes.PhasePoint;
import org.thun.programmes.Predecessor;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.ProgrammeParty;
import org.thun.programmes.ReportingPolicy;
import org.thun.programmes.ScheduleRow;
import org.thun.programmes.TranchePolicy;
import org.thun.programmes.WorkPlan;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/** Turns the sections of a file into a definition; faults are noted in the sections on the way. */
final class DefinitionReader {

    private static final int LONGEST_GRANT = 120;

    private final YamlSection root;

    DefinitionReader(YamlSection root) {
        this.root = root;
    }

    ProgrammeDefinition read() {
        YamlSection head = root.section("programme");
        Names parties = new Names();
        ProgrammeParty funder = head.optionalSection("funder").map(section -> party(section, parties)).orElse(null);
        ProgrammeParty grantee = head.optionalSection("grantee").map(section -> party(section, parties)).orElse(null);
        List<ProgrammeParty> partners =
                head.sections("partners").stream().map(section -> party(section, parties)).toList();
        GrantDuration duration = duration(head.section("duration"));

        Map<String, LocalizedText> listTitles = new LinkedHashMap<>();
        Map<String, List<CodeItem>> lists = lists(listTitles);
        IndicatorReader indicatorReader = new IndicatorReader(lists, duration);
        List<Indicator> indicators = root.sections("indicators").stream().map(indicatorReader::read).toList();
        List<PhasePoint> phases = indicatorReader.phases(root, "phased_targets");

        PlanReader plan = new PlanReader(lists, indicatorReader.names(), duration);
        List<WorkPlan> workPlans = plan.workPlans(root);
        List<ScheduleRow> schedule = plan.schedule(root);

        Names regionNames = new Names();
        List<CodeItem> regions = codeItems(root, "regions", regionNames);
        PolicyReader policies = new PolicyReader(root, duration);
        ReportingPolicy reporting = policies.reporting(schedule);
        TranchePolicy tranches = policies.tranches();
        plan.checkInstituteFees(schedule, tranches);

        List<DefinitionWarning> warnings = new ArrayList<>();
        root.sections("notes").forEach(note -> warnings.add(new DefinitionWarning(
                note.optionalText("subject").orElse(null), Problem.of("programmes.warning.note", note.ownText()))));
        warnings.addAll(PlanWarnings.of(workPlans, schedule, indicators));

        return new ProgrammeDefinition(
                key(head),
                head.localized("title"),
                head.optionalSection("predecessor").map(DefinitionReader::predecessor).orElse(null),
                funder,
                grantee,
                partners,
                duration,
                head.optionalLocalized("fiscal_note").orElse(null),
                plan.objectives(root),
                plan.cohorts(root),
                workPlans,
                schedule,
                indicators,
                phases,
                policies.statusBands(),
                regions,
                centres(regionNames),
                reporting,
                tranches,
                policies.review(),
                policies.approvalLimits(),
                policies.evaluation(),
                policies.timeLimits(),
                policies.registry(),
                root.notEmpty("cost_heads", codeItems(root, "cost_heads", new Names())),
                root.optionalMoney("cash_limit").orElse(null),
                formCodes(),
                root.optionalSection("monitoring").map(DefinitionReader::monitoring).orElse(null),
                lists,
                listTitles,
                warnings,
                policies.amendments());
    }

    private static String key(YamlSection head) {
        String key = head.text("key");
        if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*") || key.length() > 60) {
            head.reportAt("key", "bad_key", key);
        }
        return key;
    }

    private static Predecessor predecessor(YamlSection section) {
        return new Predecessor(section.text("key"), section.optionalLocalized("note").orElse(null));
    }

    private static ProgrammeParty party(YamlSection section, Names names) {
        return new ProgrammeParty(
                names.declare(section, "code"),
                section.optionalText("abbreviation").orElse(null),
                section.scalars("aliases").stream().map(YamlSection.Scalar::value).toList(),
                section.ownText(),
                section.optionalPositive("units").orElse(null),
                section.optionalLocalized("area").orElse(null));
    }

    private static GrantDuration duration(YamlSection section) {
        if (section.has("months")) {
            return checked(section, "months", new GrantDuration(section.positive("months"), section.positive("months")));
        }
        int min = section.positive("min_months");
        int max = section.positive("max_months");
        return checked(section, "max_months", new GrantDuration(min, max));
    }

    private static GrantDuration checked(YamlSection section, String key, GrantDuration duration) {
        if (duration.maxMonths() > LONGEST_GRANT || duration.minMonths() > duration.maxMonths()) {
            section.reportAt(key, "bad_duration", LONGEST_GRANT);
            return new GrantDuration(1, LONGEST_GRANT);
        }
        return duration;
    }

    /** Reads all code lists and adds their titles to {@code titles}. */
    private Map<String, List<CodeItem>> lists(Map<String, LocalizedText> titles) {
        YamlSection section = root.section("lists");
        Map<String, List<CodeItem>> lists = new LinkedHashMap<>();
        for (String name : section.keys()) {
            YamlSection list = section.section(name);
            titles.put(name, list.ownText());
            lists.put(name, list.notEmpty("items", codeItems(list, "items", new Names())));
        }
        return lists;
    }

    static List<CodeItem> codeItems(YamlSection parent, String key, Names names) {
        return parent.sections(key).stream()
                .map(item -> new CodeItem(
                        names.declare(item, "code"),
                        item.ownText(),
                        item.optionalInteger("from").orElse(null),
                        item.optionalInteger("to").orElse(null)))
                .toList();
    }

    private List<CentreDefinition> centres(Names regions) {
        Names codes = new Names();
        List<CentreDefinition> result = new ArrayList<>();
        for (YamlSection section : root.sections("centres")) {
            String region = section.text("region");
            if (!regions.contains(region)) {
                section.reportAt("region", "unknown_reference", "regions", region, regions.listed());
            }
            String province = section.text("province");
            if (!province.matches("\\d{2}")) {
                section.reportAt("province", "bad_province", province);
            }
            CentreKind kind = section.choice("kind", CentreKind.class);
            result.add(new CentreDefinition(codes.declare(section, "code"), section.ownText(), kind, region, province));
        }
        return result;
    }

    private Map<FormKind, String> formCodes() {
        YamlSection section = root.section("form_codes");
        Map<FormKind, String> codes = new EnumMap<>(FormKind.class);
        for (FormKind kind : FormKind.values()) {
            codes.put(kind, section.text(YamlSection.nameOf(kind)));
        }
        return codes;
    }

    private static MonitoringFrame monitoring(YamlSection section) {
        return new MonitoringFrame(
                section.localizedList("aims"),
                section.localizedList("issues"),
                section.localizedList("target_groups"),
                section.localizedList("methods"));
    }
}
