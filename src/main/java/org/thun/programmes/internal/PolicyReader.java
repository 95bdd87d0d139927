package org.thun.programmes.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.thun.programmes.AmendmentPolicy;
import org.thun.programmes.ApprovalLimit;
import org.thun.programmes.EvaluationPolicy;
import org.thun.programmes.EvaluationPolicy.PlannedEvaluation;
import org.thun.programmes.EvaluationPolicy.RatingScale;
import org.thun.programmes.GrantDuration;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.RegistryPolicy;
import org.thun.programmes.RegistryPolicy.SuspectPolicy;
import org.thun.programmes.ReportingPolicy;
import org.thun.programmes.ReportingPolicy.Escalation;
import org.thun.programmes.ReportingPolicy.EscalationStep;
import org.thun.programmes.ReportingPolicy.PeriodUnit;
import org.thun.programmes.ReportingPolicy.ReportingPeriod;
import org.thun.programmes.ReviewPolicy;
import org.thun.programmes.ScheduleRow;
import org.thun.programmes.StatusBands;
import org.thun.programmes.TimeLimits;
import org.thun.programmes.TranchePolicy;
import org.thun.programmes.TranchePolicy.LastTrancheCondition;
import org.thun.programmes.TranchePolicy.Tranche;
import org.thun.programmes.TranchePolicy.TrancheMode;
import org.thun.programmes.TranchePolicy.TrancheTrigger;
import org.thun.shared.Money;

/** Reads the rules of a programme: reporting, payment, review, approval, evaluation, time limits. */
final class PolicyReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Points of two records that cannot look more alike. */
    private static final int ALL_POINTS = 100;

    private final YamlSection root;
    private final GrantDuration duration;
    private List<ReportingPeriod> periods = List.of();

    PolicyReader(YamlSection root, GrantDuration duration) {
        this.root = root;
        this.duration = duration;
    }

    StatusBands statusBands() {
        YamlSection section = root.section("status_bands");
        StatusBands bands = new StatusBands(section.percent("green_from"), section.percent("amber_from"));
        if (bands.amberFrom().compareTo(bands.greenFrom()) >= 0) {
            section.reportAt("amber_from", "not_below", "amber_from", "green_from");
        }
        return bands;
    }

    ReportingPolicy reporting(List<ScheduleRow> schedule) {
        YamlSection section = root.section("reporting");
        boolean listed = section.has("periods");
        if (listed == section.has("every")) {
            section.report(section.line(), "periods_unclear");
        }
        PeriodUnit unit = section.choice("unit", PeriodUnit.class);
        Integer every = section.optionalPositive("every").orElse(null);
        if (listed) {
            if (unit == PeriodUnit.WEEK || !duration.fixed()) {
                section.reportAt("periods", "periods_need_months");
            }
            periods = listedPeriods(section);
        } else if (unit != PeriodUnit.WEEK && duration.fixed() && every != null) {
            periods = equalPeriods(unit == PeriodUnit.YEAR ? every * 12 : every);
        }
        if (unit == PeriodUnit.WEEK && !schedule.isEmpty()) {
            section.reportAt("unit", "schedule_needs_months");
        }
        int dueDays = section.integer("due_days");
        if (dueDays < 0) {
            section.reportAt("due_days", "negative", "due_days");
        }
        List<Integer> reminders = section.integers("reminder_days");
        for (int i = 1; i < reminders.size(); i++) {
            if (reminders.get(i) <= reminders.get(i - 1)) {
                section.reportAt("reminder_days", "not_rising", "reminder_days");
            }
        }
        List<Escalation> escalations = section.sections("escalations").stream()
                .map(item -> new Escalation(item.positive("days"), item.choice("step", EscalationStep.class)))
                .toList();
        return new ReportingPolicy(unit, every, periods, dueDays, reminders, escalations);
    }

    private List<ReportingPeriod> listedPeriods(YamlSection reporting) {
        List<ReportingPeriod> result = new ArrayList<>();
        int expected = 1;
        for (YamlSection section : reporting.sections("periods")) {
            int no = section.positive("no");
            if (no != result.size() + 1) {
                section.reportAt("no", "wrong_number", no, result.size() + 1);
            }
            List<Integer> months = section.integers("months");
            if (months.size() != 2 || months.get(0) < 1 || months.get(1) < months.get(0)) {
                section.reportAt("months", "not_a_pair", "months");
                continue;
            }
            int first = months.get(0);
            int last = months.get(1);
            if (first > expected) {
                section.reportAt("months", "periods_gap", expected, first - 1);
            } else if (first < expected) {
                section.reportAt("months", "periods_overlap", first, Math.min(last, expected - 1));
            }
            if (last > duration.maxMonths()) {
                section.reportAt("months", "month_outside", last, duration.maxMonths());
            }
            result.add(new ReportingPeriod(result.size() + 1, first, last));
            expected = last + 1;
        }
        if (expected <= duration.maxMonths()) {
            reporting.reportAt("periods", "periods_gap", expected, duration.maxMonths());
        }
        return result;
    }

    private List<ReportingPeriod> equalPeriods(int length) {
        List<ReportingPeriod> result = new ArrayList<>();
        for (int first = 1; first <= duration.maxMonths(); first += length) {
            int last = Math.min(first + length - 1, duration.maxMonths());
            result.add(new ReportingPeriod(result.size() + 1, first, last));
        }
        return result;
    }

    /** To be called after {@link #reporting}, whose periods the tranches name. */
    TranchePolicy tranches() {
        YamlSection section = root.section("tranches");
        TrancheMode mode = section.choice("mode", TrancheMode.class);
        List<Tranche> plan = new ArrayList<>();
        for (YamlSection item : section.sections("plan")) {
            plan.add(tranche(item, plan.size() + 1));
        }
        if (mode == TrancheMode.SINGLE ? plan.size() != 1 : plan.size() < 2) {
            section.reportAt("plan", "tranche_count");
        }
        BigDecimal sum = plan.stream().map(Tranche::sharePercent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(HUNDRED) != 0) {
            section.reportAt("plan", "shares_sum", sum.setScale(2, RoundingMode.HALF_UP).toPlainString());
        }
        BigDecimal advanceLimit = optionalPercent(section, "advance_limit_percent");
        if (mode == TrancheMode.INSTALMENTS && advanceLimit != null && !plan.isEmpty()
                && plan.get(0).sharePercent().compareTo(advanceLimit) > 0) {
            section.reportAt("plan", "advance_over_limit", plan.get(0).sharePercent(), advanceLimit);
        }
        return new TranchePolicy(
                mode,
                plan,
                advanceLimit,
                optionalPercent(section, "spent_last_percent"),
                optionalPercent(section, "spent_earlier_percent"),
                section.choices("last_requires", LastTrancheCondition.class),
                section.optionalMoney("audit_from").orElse(null),
                root.optionalSection("risk").flatMap(risk -> risk.optionalPositive("audit_from")).orElse(null),
                section.optionalMoney("amount_max").orElse(null),
                section.optionalPositive("fast_path_hours").orElse(null),
                section.optionalPositive("after_check_days").orElse(null),
                section.localizedList("conditions"));
    }

    private Tranche tranche(YamlSection section, int expectedNo) {
        int no = section.positive("no");
        if (no != expectedNo) {
            section.reportAt("no", "wrong_number", no, expectedNo);
        }
        BigDecimal share = section.percent("share");
        if (share.stripTrailingZeros().scale() > 2 || share.signum() == 0) {
            section.reportAt("share", "bad_share", share.toPlainString());
        }
        TrancheTrigger trigger = section.choice("when", TrancheTrigger.class);
        Optional<Integer> period = section.optionalPositive("period");
        if (period.isPresent() != (trigger == TrancheTrigger.PERIOD_ACCEPTED)) {
            section.report(section.line(), "tranche_period");
        }
        if (period.filter(p -> p > periods.size()).isPresent()) {
            section.reportAt("period", "unknown_reference", "reporting.periods", period.get(),
                    periods.isEmpty() ? "–" : "1–" + periods.size());
        }
        return new Tranche(no, share, trigger, period.orElse(null));
    }

    ReviewPolicy review() {
        return root.optionalSection("review").filter(section -> root.has("review")).map(section -> {
            ReviewPolicy policy = new ReviewPolicy(
                    section.positive("min_reviewers"),
                    section.percent("pass_from"),
                    section.percent("revise_from"),
                    section.percent("third_review_difference"),
                    section.positive("revision_loops"));
            if (policy.reviseFrom().compareTo(policy.passFrom()) > 0) {
                section.reportAt("revise_from", "not_below", "revise_from", "pass_from");
            }
            return policy;
        }).orElse(null);
    }

    List<ApprovalLimit> approvalLimits() {
        List<ApprovalLimit> limits = new ArrayList<>();
        List<YamlSection> sections = root.sections("approval_limits");
        for (YamlSection section : sections) {
            Money upTo = section.optionalMoney("up_to").orElse(null);
            boolean last = section == sections.get(sections.size() - 1);
            if (last == (upTo != null)) {
                section.report(section.line(), last ? "limits_end" : "limits_open");
            }
            Money before = limits.isEmpty() ? null : limits.get(limits.size() - 1).upTo();
            if (upTo != null && before != null && upTo.compareTo(before) <= 0) {
                section.reportAt("up_to", "not_rising", "up_to");
            }
            limits.add(new ApprovalLimit(upTo, section.text("authority"), section.ownText(),
                    section.optionalPositive("quorum").orElse(null)));
        }
        return limits;
    }

    EvaluationPolicy evaluation() {
        YamlSection section = root.section("evaluation");
        Names codes = new Names();
        List<PlannedEvaluation> planned = new ArrayList<>();
        for (YamlSection item : section.sections("planned")) {
            Integer month = item.optionalPositive("month").orElse(null);
            if (month != null && month > duration.maxMonths()) {
                item.reportAt("month", "month_outside", month, duration.maxMonths());
            }
            planned.add(new PlannedEvaluation(
                    codes.declare(item, "code"),
                    item.localized("title"),
                    month,
                    item.localizedList("methods"),
                    item.optionalLocalized("panel").orElse(null)));
        }
        YamlSection scale = section.section("scale");
        return new EvaluationPolicy(
                planned,
                section.positive("accept_working_days"),
                section.positive("fact_comment_days"),
                section.positive("management_answer_days"),
                section.positive("conflict_months"),
                section.positive("follow_on_months"),
                new RatingScale(
                        scale.text("code"),
                        scale.notEmpty("levels", DefinitionReader.codeItems(scale, "levels", new Names())),
                        scale.notEmpty("criteria", DefinitionReader.codeItems(scale, "criteria", new Names()))));
    }

    TimeLimits timeLimits() {
        YamlSection section = root.section("time_limits");
        return new TimeLimits(
                section.positive("screening"),
                section.positive("review"),
                section.positive("revision"),
                section.positive("proposal_expiry"),
                section.positive("decision"),
                section.positive("agreement"),
                section.positive("agreement_lapse"),
                section.positive("first_payment"),
                section.positive("activity_report"),
                section.positive("mentor_check"),
                section.positive("officer_check"),
                section.positive("correction"),
                section.positive("evaluation"),
                section.positive("payment"),
                section.positive("amendment"),
                section.positive("close_out"),
                section.positive("refund"),
                section.positive("last_payment"));
    }

    /** Versions that were stored before amendments existed do not have the section. */
    AmendmentPolicy amendments() {
        return root.optionalSection("amendments").map(section -> {
            Set<String> heads = root.sections("cost_heads").stream()
                    .flatMap(head -> head.optionalText("code").stream())
                    .collect(Collectors.toSet());
            AmendmentPolicy policy = new AmendmentPolicy(
                    optionalPercent(section, "notice_up_to_percent"),
                    optionalPercent(section, "minor_up_to_percent"),
                    knownHeads(section, "remuneration_heads", heads),
                    section.positive("extension_ask_days"),
                    section.positive("extension_max_months"),
                    section.positive("extension_term_parts"),
                    section.positive("extensions_without_board"),
                    section.positive("bank_pause_days"),
                    section.positive("termination_statement_days"),
                    // Versions stored before there was such a limit do not state it.
                    section.optionalPositive("activities_per_month").orElse(AmendmentPolicy.ACTIVITIES_PER_MONTH));
            if (policy.shiftsBudget() && policy.noticeUpToPercent().compareTo(policy.minorUpToPercent()) > 0) {
                section.reportAt("notice_up_to_percent", "not_below", "notice_up_to_percent", "minor_up_to_percent");
            }
            return policy;
        }).orElse(null);
    }

    private static Set<String> knownHeads(YamlSection section, String key, Set<String> heads) {
        Set<String> codes = section.scalars(key).stream().map(YamlSection.Scalar::value).collect(Collectors.toSet());
        codes.stream()
                .filter(code -> !heads.contains(code))
                .forEach(code -> section.reportAt(key, "unknown_reference", "cost_heads", code, heads));
        return codes;
    }

    RegistryPolicy registry() {
        YamlSection section = root.section("registry");
        RegistryPolicy policy = new RegistryPolicy(
                section.positive("stale_months"),
                section.positive("stale_months_organisation"),
                Set.copyOf(section.choices("sampled_registers", Register.class)),
                section.percent("sample_percent"),
                section.positive("sample_min"),
                section.positive("sample_max"),
                section.percent("sample_error_limit_percent"),
                section.positive("sample_days"),
                section.positive("sample_reminder_days"),
                section.positive("retention_years"),
                section.positive("export_people"),
                section.positive("small_count"),
                new SuspectPolicy(section.positive("suspect_score"), section.positive("suspect_namesakes"),
                        section.positive("suspect_key_holders")));
        if (policy.suspects().score() > ALL_POINTS) {
            section.reportAt("suspect_score", "not_below", "suspect_score", ALL_POINTS);
        }
        if (policy.suspects().namesakes() > policy.suspects().keyHolders()) {
            section.reportAt("suspect_namesakes", "not_below", "suspect_namesakes", "suspect_key_holders");
        }
        if (policy.sampleMin() > policy.sampleMax()) {
            section.reportAt("sample_min", "not_below", "sample_min", "sample_max");
        }
        if (policy.sampleReminderDays() >= policy.sampleDays()) {
            section.reportAt("sample_reminder_days", "not_below", "sample_reminder_days", "sample_days");
        }
        return policy;
    }

    private static BigDecimal optionalPercent(YamlSection section, String key) {
        return section.optionalDecimal(key).isPresent() ? section.percent(key) : null;
    }
}
