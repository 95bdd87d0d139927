package org.thun.progress.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.thun.documents.Documents;
import org.thun.documents.ObjectRef;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.programmes.Activity;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.progress.ExpenseLine;
import org.thun.progress.MoneyPage;
import org.thun.progress.PeriodDossier;
import org.thun.progress.PeriodDossier.ActivityProgress;
import org.thun.progress.PeriodDossier.Adjustment;
import org.thun.progress.PeriodDossier.Call;
import org.thun.progress.PeriodDossier.Condition;
import org.thun.progress.PeriodDossier.Decision;
import org.thun.progress.PeriodDossier.Escalated;
import org.thun.progress.PeriodDossier.Version;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReporting;
import org.thun.progress.PeriodReporting.Groundwork;
import org.thun.progress.PeriodReports;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Check;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;
import org.thun.tasks.TaskPage.Option;

/** What people have to know to write, check and decide a period report, as sections of a fact sheet. */
@Component
class PeriodFacts {

    private final PeriodReports reports;
    private final PeriodReporting reporting;
    private final IndicatorQueries indicators;
    private final Documents documents;
    private final Grants grants;
    private final Programmes programmes;

    PeriodFacts(
            PeriodReports reports,
            PeriodReporting reporting,
            IndicatorQueries indicators,
            Documents documents,
            Grants grants,
            Programmes programmes) {
        this.reports = reports;
        this.reporting = reporting;
        this.indicators = indicators;
        this.documents = documents;
        this.grants = grants;
        this.programmes = programmes;
    }

    /** Everything needed to judge the newest version. */
    FactSheet toJudge(PeriodDossier file, Actor actor) {
        List<Section> sections = new ArrayList<>();
        sections.add(checks(file, actor));
        sections.add(period(file));
        sections.addAll(changes(file));
        sections.add(narrative(file));
        sections.add(progress(file));
        sections.add(money(file));
        sections.add(expenses(file));
        sections.addAll(adjustments(file));
        sections.add(indicators(file));
        sections.addAll(decisions(file));
        return new FactSheet(sections);
    }

    /** The conditions of an acceptance, with what has become of them. */
    FactSheet toConfirm(PeriodDossier file) {
        List<List<Object>> rows = new ArrayList<>();
        for (Condition condition : file.acceptance().conditions()) {
            rows.add(Table.row(condition.no(), condition.text(), condition.dueOn(), condition.metOn(), condition.metBy(),
                    condition.note()));
        }
        return FactSheet.of(
                Section.table("progress.facts.conditions", new Table(
                        List.of("progress.conditionNo", "progress.condition", "progress.conditionDue", "progress.metOn",
                                "progress.by", "progress.note"), rows)),
                period(file));
    }

    /** Everything needed to write the next version. */
    FactSheet toWrite(PeriodDossier file) {
        List<Section> sections = new ArrayList<>();
        sections.addAll(decisions(file));
        sections.add(period(file));
        sections.add(expenses(file));
        sections.add(indicators(file));
        return new FactSheet(sections);
    }

    /** Everything needed to ask for a report that stays away. */
    FactSheet toCall(PeriodDossier file) {
        List<Section> sections = new ArrayList<>();
        sections.add(period(file));
        if (!file.calls().isEmpty()) {
            List<List<Object>> rows = new ArrayList<>();
            for (Call call : file.calls()) {
                rows.add(Table.row(call.calledOn(), call.spokeWith(), call.outcome(), call.promisedOn(),
                        call.accountName()));
            }
            sections.add(Section.table("progress.facts.calls", new Table(
                    List.of("progress.calledOn", "progress.spokeWith", "progress.outcome", "progress.promisedOn",
                            "progress.by"), rows)));
        }
        if (!file.escalations().isEmpty()) {
            List<List<Object>> rows = new ArrayList<>();
            for (Escalated decided : file.escalations()) {
                rows.add(Table.row(decided.step(), decided.decision(), decided.until(), decided.reason(),
                        decided.accountName(), decided.at()));
            }
            sections.add(Section.table("progress.facts.escalations", new Table(
                    List.of("progress.step", "progress.decision", "progress.waitUntil", "progress.reason", "progress.by",
                            "progress.decidedAt"), rows)));
        }
        return new FactSheet(sections);
    }

    List<Option> activities(PeriodDossier file) {
        return definition(file).activities().stream()
                .map(activity -> new Option(activity.code(), named(activity)))
                .toList();
    }

    List<Option> costHeads(PeriodDossier file) {
        return definition(file).costHeads().stream().map(head -> new Option(head.code(), head.text())).toList();
    }

    private Section period(PeriodDossier file) {
        PeriodReport report = file.report();
        Grant grant = grants.get(report.grantId());
        return Section.facts("progress.facts.period",
                new Fact("progress.report", report.no(), grant.path() + "/reports/" + report.no()),
                new Fact("progress.grant", grant.title(), grant.path()),
                Fact.of("progress.days", report.days()),
                Fact.of("progress.dueOn", report.dueOn()),
                Fact.of("progress.firstSubmittedOn", report.firstSubmittedOn()),
                Fact.of("progress.overdueSince", file.overdueSince()),
                Fact.of("progress.version", report.version()),
                Fact.of("progress.mentorOpinion", report.mentorOpinion()));
    }

    /** The rules a report is judged by. */
    private Section checks(PeriodDossier file, Actor actor) {
        MoneyPage money = file.newest().orElseThrow().money();
        Groundwork known = reporting.groundwork(file.report().id());
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("BR-07", "progress.check.balanced", List.of(money.difference()), money.balanced(),
                "progress.check.balanced.missing"));
        checks.add(new Check("BR-07", "progress.check.received", List.of(known.received(), money.received()),
                known.received().equals(money.received()), "progress.check.received.missing"));
        checks.add(new Check(null, "progress.check.expense", List.of(known.acceptedTotal(), money.expense()),
                same(known.accepted(), file.newest().orElseThrow().expenses()), "progress.check.expense.missing"));
        int files = documents.ofObject(new ObjectRef(PeriodReporting.OBJECT_TYPE, file.report().id()), actor).size();
        checks.add(new Check(null, "progress.check.files", List.of(files), files > 0, "progress.check.files.missing"));
        boolean inOrder = reports.ofGrant(file.report().grantId()).stream()
                .allMatch(earlier -> earlier.no() >= file.report().no() || earlier.accepted());
        checks.add(new Check("BR-04", "progress.check.inOrder", List.of(), inOrder, "progress.check.inOrder.missing"));
        checks.add(new Check("BR-13", "progress.check.inTime", List.of(file.report().dueOn()),
                file.report().firstSubmittedOn() == null
                        || !file.report().firstSubmittedOn().isAfter(file.report().dueOn()),
                "progress.check.inTime.missing"));
        return Section.checks("progress.facts.checks", checks);
    }

    private Section narrative(PeriodDossier file) {
        Version version = file.newest().orElseThrow();
        return Section.facts("progress.facts.narrative",
                Fact.of("progress.standing", version.standing()),
                Fact.of("progress.summary", version.summary()),
                Fact.of("progress.nextPlan", version.nextPlan()),
                Fact.of("progress.nextForecast", version.nextForecast()),
                Fact.of("progress.writtenBy", List.of(version.authorName(), version.writtenAt())));
    }

    private Section progress(PeriodDossier file) {
        ProgrammeDefinition definition = definition(file);
        List<List<Object>> rows = new ArrayList<>();
        for (ActivityProgress line : file.newest().orElseThrow().activities()) {
            rows.add(Table.row(activity(definition, line.activityCode()), line.percent(), line.result(),
                    line.problem()));
        }
        return Section.table("progress.facts.activities", new Table(
                List.of("progress.activity", "progress.percent", "progress.result", "progress.problemText"), rows));
    }

    private static Section money(PeriodDossier file) {
        MoneyPage money = file.newest().orElseThrow().money();
        return Section.facts("progress.facts.money",
                Fact.of("progress.carriedForward", money.carriedForward()),
                Fact.of("progress.received", money.received()),
                Fact.of("progress.interest", money.interest()),
                Fact.of("progress.otherIncome", money.otherIncome()),
                Fact.of("progress.expense", money.expense()),
                Fact.of("progress.refunded", money.refunded()),
                Fact.of("progress.balance", money.balance()),
                Fact.of("progress.cash", money.cash()),
                Fact.of("progress.bank", money.bank()),
                Fact.of("progress.difference", money.difference()));
    }

    /** What the newest version puts right of frozen periods. */
    private List<Section> adjustments(PeriodDossier file) {
        List<Adjustment> lines = file.newest().orElseThrow().adjustments();
        if (lines.isEmpty()) {
            return List.of();
        }
        ProgrammeDefinition definition = definition(file);
        List<List<Object>> rows = new ArrayList<>();
        for (Adjustment line : lines) {
            rows.add(Table.row(line.ofPeriod(), activity(definition, line.activityCode()),
                    head(definition, line.costHead()), line.amount(), line.reason()));
        }
        return List.of(Section.table("progress.facts.adjustments", new Table(
                List.of("progress.ofPeriod", "progress.activity", "progress.costHead", "progress.amount",
                        "progress.reason"), rows)));
    }

    private static LocalizedText head(ProgrammeDefinition definition, String code) {
        return definition.costHeads().stream().filter(head -> head.code().equals(code)).findFirst().orElseThrow().text();
    }

    /** What the report states beside what accepted activity reports state and what the agreement allows. */
    private Section expenses(PeriodDossier file) {
        ProgrammeDefinition definition = definition(file);
        Map<String, Money> stated = totals(file.newest().map(Version::expenses).orElse(List.of()));
        Map<String, Money> accepted = totals(reporting.groundwork(file.report().id()).accepted());
        Map<String, Money> agreed = new LinkedHashMap<>();
        for (BudgetLine line : grants.budget(file.report().grantId())) {
            agreed.merge(line.activityCode() + " " + line.costHead(), line.amount(), Money::plus);
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Activity activity : definition.activities()) {
            for (CodeItem head : definition.costHeads()) {
                String cell = activity.code() + " " + head.code();
                if (stated.containsKey(cell) || accepted.containsKey(cell)) {
                    rows.add(Table.row(named(activity), head.text(), agreed.get(cell), accepted.get(cell),
                            stated.get(cell)));
                }
            }
        }
        return Section.table("progress.facts.expenses", new Table(
                List.of("progress.activity", "progress.costHead", "progress.agreed", "progress.accepted",
                        "progress.stated"), rows));
    }

    private Section indicators(PeriodDossier file) {
        Grant grant = grants.get(file.report().grantId());
        List<List<Object>> rows = new ArrayList<>();
        for (Measurement figure : indicators.measure(grant, file.report().days().to())) {
            rows.add(Table.row(figure.indicator().title(), figure.baseline(), figure.target(), figure.phasedTarget(),
                    figure.actual(), figure.percentOfTarget(), figure.status()));
        }
        return new Section("progress.facts.indicators",
                List.of(Fact.of("progress.asOf", file.report().days().to())),
                new Table(List.of("progress.indicator", "progress.baseline", "progress.target",
                        "progress.phasedTarget", "progress.actual", "progress.percentOfTarget", "progress.status"),
                        rows),
                List.of());
    }

    private static List<Section> decisions(PeriodDossier file) {
        if (file.decisions().isEmpty()) {
            return List.of();
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Decision decision : file.decisions()) {
            rows.add(Table.row(decision.versionNo(), decision.step(), decision.decision(), decision.opinion(),
                    decision.accountName(), decision.at(), decision.comments(), decision.voided()));
        }
        return List.of(Section.table("progress.facts.decisions", new Table(
                List.of("progress.version", "progress.step", "progress.decision", "progress.mentorOpinion",
                        "progress.by", "progress.decidedAt", "progress.comments", "progress.voided"), rows)));
    }

    /** The values before of what the newest version changed. */
    private static List<Section> changes(PeriodDossier file) {
        if (file.versions().size() < 2) {
            return List.of();
        }
        Map<String, Object> before = fields(file.versions().get(file.versions().size() - 2));
        List<Fact> changed = new ArrayList<>();
        fields(file.newest().orElseThrow()).forEach((label, value) -> {
            if (!Objects.equals(before.get(label), value)) {
                changed.add(Fact.of(label, before.get(label)));
            }
        });
        return List.of(new Section("progress.facts.changes", changed, null, List.of()));
    }

    private static Map<String, Object> fields(Version version) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("progress.standing", version.standing());
        fields.put("progress.summary", version.summary());
        fields.put("progress.nextPlan", version.nextPlan());
        fields.put("progress.nextForecast", version.nextForecast());
        fields.put("progress.received", version.money().received());
        fields.put("progress.interest", version.money().interest());
        fields.put("progress.otherIncome", version.money().otherIncome());
        fields.put("progress.expense", version.money().expense());
        fields.put("progress.cash", version.money().cash());
        fields.put("progress.bank", version.money().bank());
        return fields;
    }

    private static boolean same(List<ExpenseLine> one, List<ExpenseLine> other) {
        return totals(one).equals(totals(other));
    }

    private static Map<String, Money> totals(List<ExpenseLine> lines) {
        Map<String, Money> totals = new LinkedHashMap<>();
        lines.forEach(line -> totals.merge(line.activityCode() + " " + line.costHead(), line.amount(), Money::plus));
        return totals;
    }

    private ProgrammeDefinition definition(PeriodDossier file) {
        Grant grant = grants.get(file.report().grantId());
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    private static LocalizedText activity(ProgrammeDefinition definition, String code) {
        return named(definition.activity(code).orElseThrow());
    }

    private static LocalizedText named(Activity activity) {
        LocalizedText title = activity.title();
        return new LocalizedText(activity.code() + " " + title.th(),
                title.en() == null ? null : activity.code() + " " + title.en());
    }
}
