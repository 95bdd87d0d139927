package org.thun.programmes.web;

import java.util.ArrayList;
import java.util.List;
import org.thun.programmes.EvaluationPolicy;
import org.thun.programmes.FormKind;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.RegistryPolicy;
import org.thun.programmes.ReviewPolicy;
import org.thun.programmes.TimeLimits;
import org.thun.programmes.TranchePolicy;

/**
 * The numbers of a definition as labelled lines.
 *
 * @param money thresholds of payment
 * @param review rules of review; empty where the definition states none
 * @param evaluation rules for evaluators
 * @param timeLimits days of the steps
 * @param registry rules of the registers
 * @param documents codes of the documents
 */
record RulesSheet(
        List<Line> money,
        List<Line> review,
        List<Line> evaluation,
        List<Line> timeLimits,
        List<Line> registry,
        List<Document> documents) {

    /**
     * A number with its label.
     *
     * @param messageKey key of the label
     * @param value the number; {@code null} where the definition is silent
     * @param rule business rule, or {@code null}
     */
    record Line(String messageKey, Object value, String rule) {}

    record Document(FormKind kind, String code) {}

    static RulesSheet of(ProgrammeDefinition definition) {
        List<Document> documents = new ArrayList<>();
        for (FormKind kind : FormKind.values()) {
            documents.add(new Document(kind, definition.formCode(kind)));
        }
        return new RulesSheet(
                money(definition),
                definition.review() == null ? List.of() : review(definition.review()),
                evaluation(definition.evaluation()),
                timeLimits(definition.timeLimits()),
                registry(definition.registry()),
                documents);
    }

    private static List<Line> money(ProgrammeDefinition definition) {
        TranchePolicy policy = definition.tranches();
        return List.of(
                line("amount_max", policy.amountMax(), null),
                line("advance_limit", policy.advanceLimitPercent(), "BR-03"),
                line("spent_last", policy.spentLastPercent(), "BR-04"),
                line("spent_earlier", policy.spentEarlierPercent(), "BR-04"),
                line("audit_from", policy.auditFrom(), "BR-47"),
                line("audit_risk_from", policy.auditRiskFrom(), "BR-47"),
                line("cash_limit", definition.cashLimit(), "BR-12"));
    }

    private static List<Line> review(ReviewPolicy policy) {
        return List.of(
                line("min_reviewers", policy.minReviewers(), "BR-30"),
                line("pass_from", policy.passFrom(), "BR-30"),
                line("revise_from", policy.reviseFrom(), "BR-30"),
                line("third_review", policy.thirdReviewDifference(), "BR-30"),
                line("revision_loops", policy.revisionLoops(), "BR-31"));
    }

    private static List<Line> evaluation(EvaluationPolicy policy) {
        return List.of(
                line("accept_working_days", policy.acceptWorkingDays(), "BR-26"),
                line("fact_comment_days", policy.factCommentDays(), "BR-28"),
                line("management_answer_days", policy.managementAnswerDays(), "BR-29"),
                line("conflict_months", policy.conflictMonths(), "SD3"),
                line("follow_on_months", policy.followOnMonths(), "SD3"));
    }

    private static List<Line> timeLimits(TimeLimits limits) {
        return List.of(
                line("screening", limits.screening(), null),
                line("review", limits.review(), null),
                line("revision", limits.revision(), null),
                line("proposal_expiry", limits.proposalExpiry(), null),
                line("decision", limits.decision(), null),
                line("agreement", limits.agreement(), null),
                line("agreement_lapse", limits.agreementLapse(), null),
                line("first_payment", limits.firstPayment(), null),
                line("activity_report", limits.activityReport(), null),
                line("mentor_check", limits.mentorCheck(), null),
                line("officer_check", limits.officerCheck(), null),
                line("correction", limits.correction(), null),
                line("evaluation", limits.evaluation(), null),
                line("payment", limits.payment(), null),
                line("amendment", limits.amendment(), null),
                line("close_out", limits.closeOut(), null),
                line("refund", limits.refund(), null),
                line("last_payment", limits.lastPayment(), null));
    }

    private static List<Line> registry(RegistryPolicy policy) {
        return List.of(
                line("stale_months", policy.staleMonths(), "BR-18"),
                line("stale_months_organisation", policy.staleMonthsOrganisation(), "BR-18"),
                line("sample_percent", policy.samplePercent(), "BR-22"),
                line("sample_min", policy.sampleMin(), "BR-22"),
                line("sample_max", policy.sampleMax(), "BR-22"),
                line("sample_error_limit", policy.sampleErrorLimitPercent(), "BR-22"),
                line("sample_days", policy.sampleDays(), "BR-22"),
                line("sample_reminder_days", policy.sampleReminderDays(), "BR-22"),
                line("retention_years", policy.retentionYears(), "BR-38"),
                line("export_people", policy.exportPeople(), "BR-39"),
                line("small_count", policy.smallCount(), "BR-39"),
                line("suspect_score", policy.suspects().score(), "BR-19"),
                line("suspect_namesakes", policy.suspects().namesakes(), "BR-19"),
                line("suspect_key_holders", policy.suspects().keyHolders(), "BR-19"));
    }

    private static Line line(String name, Object value, String rule) {
        return new Line("programmes.number." + name, value, rule);
    }
}
