package org.thun.closeout.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.closeout.ClosingDesk;
import org.thun.closeout.ClosingDesk.Decide;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

@Component
class CloseGrantTask implements TaskHandler<Decide> {

    private final ClosingDesk desk;
    private final ClosingFacts facts;

    CloseGrantTask(ClosingDesk desk, ClosingFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "close-grant";
    }

    @Override
    public Class<Decide> commandType() {
        return Decide.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.toClose(desk.dossier(task.businessKey())));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, Decide decision, Actor actor) {
        return desk.close(task.businessKey(), decision, actor)
                .map(done -> Map.of("decision", decision.decision().name()));
    }
}
