package org.thun.activities.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityPlans;
import org.thun.activities.MentorVisit;
import org.thun.activities.MentorVisits;
import org.thun.activities.MentorVisits.RecordVisit;
import org.thun.activities.Occurrence;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.FactSheet.Fact;
import org.thun.tasks.FactSheet.Section;
import org.thun.tasks.FactSheet.Table;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

@Component
class RecordVisitTask implements TaskHandler<RecordVisit> {

    private final MentorVisits visits;
    private final ActivityPlans plans;
    private final Grants grants;

    RecordVisitTask(MentorVisits visits, ActivityPlans plans, Grants grants) {
        this.visits = visits;
        this.plans = plans;
        this.grants = grants;
    }

    @Override
    public String formKey() {
        return "record-visit";
    }

    @Override
    public Class<RecordVisit> commandType() {
        return RecordVisit.class;
    }

    /** What is late and what was found before, to ask about on the way. */
    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        MentorVisit visit = visits.visit(task.businessKey());
        Grant grant = grants.get(visit.grantId());
        List<String> late = plans.ofGrant(grant.id()).stream()
                .filter(Occurrence::isLate)
                .map(Occurrence::label)
                .toList();
        List<Section> sections = new ArrayList<>();
        sections.add(Section.facts("activities.visit",
                new Fact("activities.grant", grant.title(), grant.path()),
                Fact.of("activities.visit.dueOn", visit.dueOn()),
                new Fact("activities.panel.late", late, grant.path() + "/plan")));
        sections.add(before(visits.ofGrant(grant.id())));
        return TaskPage.of(new FactSheet(sections));
    }

    static Section before(List<MentorVisit> all) {
        List<List<Object>> rows = new ArrayList<>();
        for (MentorVisit visit : all) {
            if (visit.note() != null) {
                rows.add(Table.row(visit.no(), visit.note().visitedOn(), visit.note().risk().score(),
                        visit.note().opinion(), visit.note().problems(), visit.note().authorName()));
            }
        }
        return Section.table("activities.visit.before", new Table(
                List.of("activities.visit.no", "activities.visit.visitedOn", "activities.visit.score",
                        "activities.visit.opinion", "activities.visit.problems", "activities.writtenBy"), rows));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, RecordVisit visit, Actor actor) {
        return visits.record(task.businessKey(), visit, actor).map(score -> Map.of("riskScore", score));
    }
}
