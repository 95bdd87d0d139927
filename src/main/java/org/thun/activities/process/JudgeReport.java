package org.thun.activities.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thun.activities.ActivityDelivery;
import org.thun.activities.ActivityDelivery.Route;
import org.thun.activities.ActivityDossier;
import org.thun.activities.ActivityDossier.Verdict;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.FactSheet;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;
import org.thun.tasks.TaskPage.Option;

/** The two steps at which a report is passed or sent back: same facts, same answer, other people. */
abstract class JudgeReport<C extends Record> implements TaskHandler<C> {

    private final ActivityDelivery delivery;
    private final ActivityFacts facts;

    JudgeReport(ActivityDelivery delivery, ActivityFacts facts) {
        this.delivery = delivery;
        this.facts = facts;
    }

    abstract Outcome<Route> judge(ActivityDelivery desk, String occurrenceId, C decision, Actor actor);

    abstract Verdict verdict(C decision);

    /** Choices of the form's lists. */
    Map<String, List<Option>> options(ActivityDossier file) {
        return Map.of();
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        ActivityDossier file = delivery.dossier(task.businessKey());
        List<FactSheet.Section> sections = new ArrayList<>(facts.report(file, actor));
        sections.add(facts.reportChecks(file));
        sections.addAll(facts.plan(file));
        sections.add(facts.activity(file));
        sections.addAll(facts.decisions(file));
        return new TaskPage(new FactSheet(sections), Map.of(), options(file));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, C decision, Actor actor) {
        return judge(delivery, task.businessKey(), decision, actor).map(next -> {
            Map<String, Object> variables = new HashMap<>(Map.of("decision", verdict(decision).name()));
            if (next == Route.RETURN) {
                variables.putAll(Decisions.reportTimer(delivery.dossier(task.businessKey())));
            }
            return variables;
        });
    }
}
