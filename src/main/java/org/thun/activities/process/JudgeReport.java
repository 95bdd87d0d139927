package org.thun.activities.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDelivery.Decide;
import org.thun.activities.ActivityDelivery.Route;
import org.thun.activities.ActivityDossier;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

/** The two steps at which a report is passed or sent back: same facts, same answer, other people. */
abstract class JudgeReport implements TaskHandler<Decide> {

    private final ActivityDelivery delivery;
    private final ActivityFacts facts;

    JudgeReport(ActivityDelivery delivery, ActivityFacts facts) {
        this.delivery = delivery;
        this.facts = facts;
    }

    abstract Outcome<Route> judge(ActivityDelivery desk, String occurrenceId, Decide decision, Actor actor);

    @Override
    public Class<Decide> commandType() {
        return Decide.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        ActivityDossier file = delivery.dossier(task.businessKey());
        List<FactSheet.Section> sections = new ArrayList<>(facts.report(file));
        sections.add(facts.reportChecks(file));
        sections.addAll(facts.plan(file));
        sections.add(facts.activity(file));
        sections.addAll(facts.decisions(file));
        return TaskPage.of(new FactSheet(sections));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, Decide decision, Actor actor) {
        return judge(delivery, task.businessKey(), decision, actor).map(next -> {
            Map<String, Object> variables = new HashMap<>(Decisions.of(decision));
            if (next == Route.RETURN) {
                variables.putAll(Decisions.reportTimer(delivery.dossier(task.businessKey())));
            }
            return variables;
        });
    }
}
