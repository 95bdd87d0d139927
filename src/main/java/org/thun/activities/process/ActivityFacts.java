package org.thun.activities.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDossier;
import org.thun.activities.ActivityDossier.Budget;
import org.thun.activities.ActivityDossier.CentreAttendance;
import org.thun.activities.ActivityDossier.Cost;
import org.thun.activities.ActivityDossier.Decision;
import org.thun.activities.ActivityDossier.Head;
import org.thun.activities.ActivityDossier.Plan;
import org.thun.activities.ActivityDossier.Report;
import org.thun.activities.ActivityPlans;
import org.thun.activities.ActivityPreparation;
import org.thun.activities.ActivityPreparation.Item;
import org.thun.activities.ActivityPreparation.Preparation;
import org.thun.activities.Occurrence;
import org.thun.activities.PlanEffect;
import org.thun.activities.PlanIntent;
import org.thun.activities.RoundGap;
import org.thun.documents.Document;
import org.thun.documents.Documents;
import org.thun.documents.ObjectRef;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.programmes.Activity;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.DateRange;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Check;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;
import org.thun.tasks.TaskPage.Option;

/** What people have to know to decide about an occurrence, as sections of a fact sheet. */
@Component
class ActivityFacts {

    private final ActivityDelivery delivery;
    private final Grants grants;
    private final Programmes programmes;
    private final ActivityPlans plans;
    private final Documents documents;
    private final ActivityPreparation preparations;

    ActivityFacts(
            ActivityDelivery delivery,
            Grants grants,
            Programmes programmes,
            ActivityPlans plans,
            Documents documents,
            ActivityPreparation preparations) {
        this.delivery = delivery;
        this.grants = grants;
        this.programmes = programmes;
        this.plans = plans;
        this.documents = documents;
        this.preparations = preparations;
    }

    /** The activity and its place in the schedule. */
    Section activity(ActivityDossier file) {
        Occurrence occurrence = file.occurrence();
        Grant grant = grants.get(occurrence.grantId());
        Activity activity = activity(occurrence);
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("activities.activity", List.of(activity.code(), activity.title()),
                        grant.path() + "/plan/" + occurrence.id()),
                new Fact("activities.grant", grant.title(), grant.path()),
                Fact.of("activities.occurrence", occurrence.no()),
                Fact.of("activities.scheduled", occurrence.days()),
                Fact.of("activities.term", grant.term())));
        if (activity.instituteFee()) {
            facts.add(Fact.of("activities.feePayable", occurrence.days()));
        }
        return new Section("activities.facts.activity", facts, null, List.of());
    }

    /** The money of the activity, by head. */
    Section budget(ActivityDossier file) {
        ProgrammeDefinition definition = definition(file);
        Budget budget = delivery.budget(file.occurrence());
        List<List<Object>> rows = new ArrayList<>();
        for (Head head : budget.heads()) {
            rows.add(Table.row(head(definition, head.costHead()), head.agreed(), head.accepted(),
                    head.agreed().minus(head.accepted())));
        }
        return new Section("activities.facts.budget",
                List.of(
                        Fact.of("activities.agreedBudget", budget.agreed()),
                        Fact.of("activities.spokenFor", budget.spokenFor()),
                        Fact.of("activities.freeBudget", budget.free())),
                new Table(List.of("activities.costHead", "activities.agreedBudget", "activities.acceptedCost",
                        "activities.leftInHead"), rows),
                List.of());
    }

    /** The newest plan, with what changed since the one before. */
    List<Section> plan(ActivityDossier file) {
        Plan plan = file.newestPlan().orElseThrow();
        List<Section> sections = new ArrayList<>();
        Map<String, Object> now = fields(plan, definition(file));
        List<Fact> facts = new ArrayList<>();
        now.forEach((label, value) -> facts.add(Fact.of(label, value)));
        facts.add(Fact.of("activities.writtenBy", List.of(plan.authorName(), plan.writtenAt())));
        sections.add(new Section("activities.facts.plan", facts, null, List.of()));
        if (file.plans().size() > 1) {
            Plan before = file.plans().get(file.plans().size() - 2);
            sections.add(changes(fields(before, definition(file)), now));
        }
        return sections;
    }

    /** What is ready, what is not and why, and who is invited; empty where nothing has to be and nobody is. */
    List<Section> preparation(ActivityDossier file) {
        Preparation preparation = preparations.of(file.occurrence().id());
        Plan plan = file.newestPlan().orElseThrow();
        List<Section> sections = new ArrayList<>();
        if (plan.intent() != PlanIntent.HOLD) {
            return sections;
        }
        if (!preparation.items().isEmpty()) {
            List<List<Object>> rows = new ArrayList<>();
            preparation.items().forEach(item ->
                    rows.add(Table.row(item.text(), item.done(), item.tickedBy(), item.tickedAt())));
            sections.add(new Section("activities.preparation",
                    preparation.open().isEmpty()
                            ? List.of()
                            : List.of(Fact.of("activities.openChecks", plan.openChecks())),
                    new Table(List.of("activities.check", "activities.check.ready", "activities.check.by",
                            "activities.check.at"), rows),
                    List.of()));
        }
        if (!preparation.invitations().isEmpty()) {
            List<List<Object>> rows = new ArrayList<>();
            preparation.invitations().forEach(invitation ->
                    rows.add(Table.row(invitation.centre(), invitation.invited(), invitation.accepted())));
            sections.add(new Section("activities.invitations",
                    List.of(Fact.of("activities.invited", preparation.invited()),
                            Fact.of("activities.invitationsAccepted", preparation.accepted()),
                            Fact.of("activities.participantsExpected", plan.participants())),
                    new Table(List.of("activities.centre", "activities.invited", "activities.invitationsAccepted"), rows),
                    List.of()));
        }
        return sections;
    }

    /** The rules a plan is judged by. */
    Section planChecks(ActivityDossier file) {
        Plan plan = file.newestPlan().orElseThrow();
        List<Check> checks = new ArrayList<>();
        Occurrence occurrence = file.occurrence();
        if (plan.intent() == PlanIntent.POSTPONE) {
            PlanEffect effect = plans.effect(occurrence.id(), plan.postponeTo(),
                    plan.postponeTo() + occurrence.lastMonth() - occurrence.firstMonth());
            checks.add(new Check("BR-13", "activities.check.samePeriod", List.of(effect.before().periodNo()),
                    !effect.changesPeriod(), "activities.check.samePeriod.missing"));
            gaps(checks, effect.gaps());
        }
        if (plan.intent() == PlanIntent.HOLD) {
            ready(checks, file, plan);
            gaps(checks, plans.roundGaps(occurrence.grantId()).getOrDefault(occurrence.activityCode(), List.of()));
            Money free = delivery.budget(occurrence).free();
            checks.add(new Check(null, "activities.check.inSchedule", List.of(occurrence.days()),
                    occurrence.days().contains(plan.days().from()) && occurrence.days().contains(plan.days().to()),
                    "activities.check.inSchedule.missing"));
            fee(file).ifPresent(checks::add);
            checks.add(new Check("BR-01", "activities.check.inBudget", List.of(free),
                    plan.budget().compareTo(free) <= 0, null));
            checks.add(new Check("BR-32", "activities.check.officerLimit",
                    List.of(definition(file).approvalLimits().get(0).title()),
                    definition(file).approvalLimits().get(0).covers(plan.budget()),
                    "activities.check.officerLimit.missing"));
        }
        return Section.checks("activities.facts.checks", checks);
    }

    /** Whether all is ready, and whether enough people are invited for those expected to come. */
    private void ready(List<Check> checks, ActivityDossier file, Plan plan) {
        Preparation preparation = preparations.of(file.occurrence().id());
        if (!preparation.items().isEmpty()) {
            List<LocalizedText> open = preparation.open().stream().map(Item::text).toList();
            checks.add(new Check(null, "activities.check.prepared", List.of(open), open.isEmpty(),
                    "activities.check.prepared.missing"));
        }
        if (!preparation.invitations().isEmpty() && plan.participants() != null) {
            checks.add(new Check(null, "activities.check.invited",
                    List.of(preparation.invited(), plan.participants()), preparation.invited() >= plan.participants(),
                    "activities.check.invited.missing"));
        }
    }

    /** A warning for each pair of rounds that does not keep its distance. */
    private static void gaps(List<Check> checks, List<RoundGap> gaps) {
        gaps.forEach(gap -> checks.add(new Check(null, "activities.gap",
                List.of(gap.earlier(), gap.later(), gap.months(), gap.least(), gap.most()), false, null)));
    }

    /** What an institute fee has to keep to; nothing for other activities. */
    private Optional<Check> fee(ActivityDossier file) {
        Occurrence occurrence = file.occurrence();
        if (!activity(occurrence).instituteFee()) {
            return Optional.empty();
        }
        DateRange days = occurrence.heldDays() == null ? occurrence.plannedDays() : occurrence.heldDays();
        return Optional.of(new Check("BR-49", "activities.check.fee", List.of(occurrence.days()),
                occurrence.days().contains(days.from()) && occurrence.days().contains(days.to()),
                "activities.check.fee.missing"));
    }

    /** The newest report with its costs beside the plan, and what changed since the one before. */
    List<Section> report(ActivityDossier file, Actor actor) {
        Report report = file.newestReport().orElseThrow();
        ProgrammeDefinition definition = definition(file);
        List<Section> sections = new ArrayList<>();
        Map<String, Object> now = fields(report, definition);
        List<Fact> facts = new ArrayList<>();
        now.forEach((label, value) -> facts.add(Fact.of(label, value)));
        facts.add(files(file, actor));
        facts.add(Fact.of("activities.writtenBy", List.of(report.authorName(), report.writtenAt())));
        sections.add(new Section("activities.facts.report", facts, null, List.of()));
        List<List<Object>> costs = new ArrayList<>();
        for (Cost cost : report.costs()) {
            costs.add(Table.row(cost.line(), head(definition, cost.costHead()), cost.amount(), cost.largestCash()));
        }
        sections.add(new Section("activities.facts.costs",
                List.of(
                        Fact.of("activities.plannedBudget", file.occurrence().plannedBudget()),
                        Fact.of("activities.reportedCost", report.total())),
                new Table(List.of("activities.costLine", "activities.costHead", "activities.amount",
                        "activities.largestCash"), costs), List.of()));
        if (file.reports().size() > 1) {
            sections.add(changes(fields(file.reports().get(file.reports().size() - 2), definition), now));
        }
        return sections;
    }

    /** The files and pictures that prove it, with the way to them. */
    Fact files(ActivityDossier file, Actor actor) {
        Occurrence occurrence = file.occurrence();
        List<String> titles = documents
                .ofObject(new ObjectRef(ActivityDelivery.OBJECT_TYPE, occurrence.id()), actor).stream()
                .map(Document::title)
                .toList();
        return new Fact("activities.files", titles,
                grants.get(occurrence.grantId()).path() + "/plan/" + occurrence.id() + "#files");
    }

    /** The cost lines of the newest report, to choose from. */
    List<Option> costLines(ActivityDossier file) {
        ProgrammeDefinition definition = definition(file);
        return file.newestReport().orElseThrow().costs().stream()
                .map(cost -> {
                    LocalizedText head = head(definition, cost.costHead());
                    String form = cost.line() + ". %s " + cost.amount().formatted();
                    return new Option(Integer.toString(cost.line()), new LocalizedText(
                            form.formatted(head.th()), head.en() == null ? null : form.formatted(head.en())));
                })
                .toList();
    }

    /** The rules a report is judged by. */
    Section reportChecks(ActivityDossier file) {
        Report report = file.newestReport().orElseThrow();
        Occurrence occurrence = file.occurrence();
        Budget budget = delivery.budget(occurrence);
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(null, "activities.check.asPlanned", List.of(occurrence.plannedDays()),
                report.held().equals(occurrence.plannedDays()), "activities.check.asPlanned.missing"));
        checks.add(new Check("BR-01", "activities.check.inBudget", List.of(budget.free()),
                report.total().compareTo(budget.free()) <= 0, null));
        for (Head head : budget.heads()) {
            Money mine = Money.sum(report.costs().stream()
                    .filter(line -> line.costHead().equals(head.costHead()))
                    .map(Cost::amount)
                    .toList());
            Money after = head.accepted().plus(mine);
            checks.add(new Check("BR-10", "activities.check.inHead",
                    List.of(head(definition(file), head.costHead()), after, head.agreed()),
                    after.compareTo(head.agreed()) <= 0, "activities.check.inHead.missing"));
        }
        fee(file).ifPresent(checks::add);
        checks.add(new Check("BR-16", "activities.check.openPeriod", List.of(),
                report.correctionReason() == null, "activities.check.openPeriod.missing"));
        return Section.checks("activities.facts.checks", checks);
    }

    /** What was decided before, newest last; empty if nothing was. */
    List<Section> decisions(ActivityDossier file) {
        if (file.decisions().isEmpty()) {
            return List.of();
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Decision decision : file.decisions()) {
            rows.add(Table.row(decision.step(), decision.decision(), decision.accountName(), decision.at(),
                    decision.comments(), decision.voided()));
        }
        return List.of(Section.table("activities.facts.decisions", new Table(
                List.of("activities.step", "activities.decision", "activities.decidedBy", "activities.decidedAt",
                        "activities.comments", "activities.voided"), rows)));
    }

    List<Option> costHeads(ActivityDossier file) {
        return definition(file).costHeads().stream().map(head -> new Option(head.code(), head.text())).toList();
    }

    List<Option> centres(ActivityDossier file) {
        return definition(file).centres().stream().map(centre -> new Option(centre.code(), centre.name())).toList();
    }

    private Activity activity(Occurrence occurrence) {
        Grant grant = grants.get(occurrence.grantId());
        return definition(grant).activity(occurrence.activityCode()).orElseThrow();
    }

    private ProgrammeDefinition definition(ActivityDossier file) {
        return definition(grants.get(file.occurrence().grantId()));
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    private static LocalizedText head(ProgrammeDefinition definition, String code) {
        return definition.costHeads().stream()
                .filter(head -> head.code().equals(code))
                .map(CodeItem::text)
                .findFirst()
                .orElseGet(() -> new LocalizedText(code, null));
    }

    /** A centre and the people who came from it. */
    private static LocalizedText centre(ProgrammeDefinition definition, CentreAttendance attended) {
        LocalizedText name = definition.centre(attended.centreCode()).map(CentreDefinition::name).orElseThrow();
        return new LocalizedText(name.th() + " " + attended.people(),
                name.en() == null ? null : name.en() + " " + attended.people());
    }

    private static Section changes(Map<String, Object> before, Map<String, Object> now) {
        List<Fact> changed = new ArrayList<>();
        now.forEach((label, value) -> {
            if (!Objects.equals(before.get(label), value)) {
                changed.add(Fact.of(label, before.get(label)));
            }
        });
        return new Section("activities.facts.changes", changed, null, List.of());
    }

    private static Map<String, Object> fields(Plan plan, ProgrammeDefinition definition) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("activities.intent", plan.intent());
        if (plan.intent() == PlanIntent.HOLD) {
            fields.put("activities.plannedDays", plan.days());
            fields.put("activities.place", plan.place());
            fields.put("activities.centres", plan.centreCodes().stream()
                    .map(code -> definition.centre(code).map(CentreDefinition::name).orElseThrow())
                    .toList());
            fields.put("activities.plannedBudget", plan.budget());
            fields.put("activities.participantsExpected", plan.participants());
        }
        if (plan.postponeTo() != null) {
            fields.put("activities.postponeTo", plan.postponeTo());
        }
        fields.put("activities.note", plan.note());
        if (plan.targetImpact() != null) {
            fields.put("activities.targetImpact", plan.targetImpact());
        }
        return fields;
    }

    private static Map<String, Object> fields(Report report, ProgrammeDefinition definition) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("activities.heldDays", report.held());
        fields.put("activities.participants", report.participants());
        fields.put("activities.personDays", report.personDays());
        if (!report.centres().isEmpty()) {
            fields.put("activities.fromCentres", report.centres().stream()
                    .map(centre -> centre(definition, centre))
                    .toList());
            fields.put("activities.fromElsewhere", report.participants() - report.fromCentres());
        }
        if (report.listGround() != null) {
            fields.put("activities.listGround", report.listGround());
            fields.put("activities.listPurpose", report.listPurpose());
        }
        fields.put("activities.outputs", report.outputs());
        fields.put("activities.narrative", report.narrative());
        fields.put("activities.lessons", report.lessons());
        fields.put("activities.evidence", report.evidence());
        fields.put("activities.correctionReason", report.correctionReason());
        fields.put("activities.reportedCost", report.total());
        return fields;
    }
}
