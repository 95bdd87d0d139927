package org.thun.programmes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * One version of a programme as its YAML file states it, defaults filled in and every reference checked. Immutable; the
 * same object may be shared by all threads. The format is described in {@code docs/programme-definition.md}.
 *
 * @param key stable name of the programme in addresses and tables ({@code ldi-pracharath-2})
 * @param title what the programme is called
 * @param predecessor the programme it continues, or {@code null}
 * @param funder who gives the money, or {@code null} where the programme does not name one
 * @param grantee who receives it, or {@code null} where each grant of the programme has its own grantee
 * @param partners who works with the grantee
 * @param duration how long a grant of the programme runs
 * @param fiscalNote what is known about fiscal years and the start, in words, or {@code null}
 * @param objectives what the programme is for
 * @param cohorts yearly groups of areas; empty for most programmes
 * @param workPlans the work plans with their activities, in the order of the proposal
 * @param schedule the month table; at most one row per activity
 * @param indicators what is measured, in the order of the proposal
 * @param phasedTargets share of the way from baseline to target to be reached by the end of a month, rising to 100;
 *     an indicator may have its own; empty where the programme sets no phases
 * @param statusBands limits of green and amber (BR-24)
 * @param regions the regions that group the centres
 * @param centres the centres that do the work; empty where there are none
 * @param reporting when reports are due and who is reminded (BR-13)
 * @param tranches how the grant is paid (BR-02 to BR-06)
 * @param review how proposals are judged (BR-30, BR-31)
 * @param approvalLimits who may approve which amount, rising; the last has no upper limit (BR-32)
 * @param evaluation evaluations and the rules for evaluators (BR-26 to BR-29)
 * @param timeLimits days given for the steps of the work
 * @param registry rules of the registers (BR-18, BR-22)
 * @param costHeads heads of the budget and of the finance report
 * @param cashLimit largest cash payment per slip (BR-12)
 * @param formCodes the codes by which people know the documents (ส.1, ง.1 …)
 * @param monitoring the frame of monitoring and evaluation, or {@code null}
 * @param lists code lists by name ({@code unit}, {@code person_role}, {@code knowledge_category} …)
 * @param listTitles what each code list is called: the name of a break-down
 * @param warnings what the reader must know although the definition is usable: recorded conflicts, notes, assumptions
 * @param amendments how agreements are changed, or {@code null} where the version does not say: then nothing is
 */
public record ProgrammeDefinition(
        String key,
        LocalizedText title,
        Predecessor predecessor,
        ProgrammeParty funder,
        ProgrammeParty grantee,
        List<ProgrammeParty> partners,
        GrantDuration duration,
        LocalizedText fiscalNote,
        Objectives objectives,
        List<Cohort> cohorts,
        List<WorkPlan> workPlans,
        List<ScheduleRow> schedule,
        List<Indicator> indicators,
        List<PhasePoint> phasedTargets,
        StatusBands statusBands,
        List<CodeItem> regions,
        List<CentreDefinition> centres,
        ReportingPolicy reporting,
        TranchePolicy tranches,
        ReviewPolicy review,
        List<ApprovalLimit> approvalLimits,
        EvaluationPolicy evaluation,
        TimeLimits timeLimits,
        RegistryPolicy registry,
        List<CodeItem> costHeads,
        Money cashLimit,
        Map<FormKind, String> formCodes,
        MonitoringFrame monitoring,
        Map<String, List<CodeItem>> lists,
        Map<String, LocalizedText> listTitles,
        List<DefinitionWarning> warnings,
        AmendmentPolicy amendments) {

    /** Name of the code list of units of count. */
    public static final String UNITS = "unit";

    /** Name of the code list of the roles under which people are registered. */
    public static final String PERSON_ROLES = "person_role";

    /** Name of the code list of what is made ready before an activity is held. */
    public static final String PREPARATION = "preparation";

    public ProgrammeDefinition {
        partners = List.copyOf(partners);
        cohorts = List.copyOf(cohorts);
        workPlans = List.copyOf(workPlans);
        schedule = List.copyOf(schedule);
        indicators = List.copyOf(indicators);
        phasedTargets = List.copyOf(phasedTargets);
        regions = List.copyOf(regions);
        centres = List.copyOf(centres);
        approvalLimits = List.copyOf(approvalLimits);
        costHeads = List.copyOf(costHeads);
        formCodes = Map.copyOf(formCodes);
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
        listTitles = Map.copyOf(listTitles);
        warnings = List.copyOf(warnings);
    }

    /** All activities, in the order of their work plans. */
    public List<Activity> activities() {
        return workPlans.stream().flatMap(plan -> plan.activities().stream()).toList();
    }

    /** The activity with that text code. */
    public Optional<Activity> activity(String code) {
        return activities().stream().filter(activity -> activity.code().equals(code)).findFirst();
    }

    /**
     * What has to be ready before a piece of an activity is held: what its activity names, else the whole list for what is
     * held on days. Work that goes on and institute fees need nothing unless their activity says so.
     *
     * @param mark whether the piece is held on days, else a part of a bar
     */
    public List<CodeItem> preparationOf(Activity activity, boolean mark) {
        List<CodeItem> items = list(PREPARATION);
        if (activity.checklist() != null) {
            return items.stream().filter(item -> activity.checklist().contains(item.code())).toList();
        }
        return mark && !activity.instituteFee() ? items : List.of();
    }

    /** Whether that activity is an institute fee (BR-49). */
    public boolean isInstituteFee(String activityCode) {
        return activity(activityCode).filter(Activity::instituteFee).isPresent();
    }

    /** The row of the month table that belongs to an activity, by its text code; some activities have none. */
    public Optional<ScheduleRow> scheduleOf(String activityCode) {
        return schedule.stream().filter(row -> row.activity().equals(activityCode)).findFirst();
    }

    public Optional<Indicator> indicator(String id) {
        return indicators.stream().filter(indicator -> indicator.id().equals(id)).findFirst();
    }

    public Optional<CentreDefinition> centre(String code) {
        return centres.stream().filter(centre -> centre.code().equals(code)).findFirst();
    }

    /** The phases that hold for an indicator: its own, else those of the programme. */
    public List<PhasePoint> phasesOf(Indicator indicator) {
        return indicator.phases().isEmpty() ? phasedTargets : indicator.phases();
    }

    /** A code list by name; empty if the programme has no such list. */
    public List<CodeItem> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /** What a code list is called; its name if the programme has no such list. */
    public LocalizedText listTitle(String name) {
        return listTitles.getOrDefault(name, new LocalizedText(name, null));
    }

    /** What a code of a list is called; the code itself if the list no longer has it. */
    public LocalizedText label(String listName, String code) {
        return list(listName).stream()
                .filter(item -> item.code().equals(code))
                .map(CodeItem::text)
                .findFirst()
                .orElseGet(() -> new LocalizedText(code, null));
    }

    /** The name of a region of the centres. */
    public LocalizedText region(String code) {
        return regions.stream()
                .filter(region -> region.code().equals(code))
                .map(CodeItem::text)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no region " + code + " in " + key));
    }

    /** Who approves an amount: the first limit that reaches it (BR-32). */
    public ApprovalLimit approvalFor(Money amount) {
        return approvalLimits.stream()
                .filter(limit -> limit.covers(amount))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("approval limits of " + key + " have no open end"));
    }

    /** The code by which people know a document. */
    public String formCode(FormKind kind) {
        return formCodes.get(kind);
    }
}
