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
class CheckCloseOutTask implements TaskHandler<Decide> {

    private final ClosingDesk desk;
    private final ClosingFacts facts;

    CheckCloseOutTask(ClosingDesk desk, ClosingFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "check-close-out";
    }

    @Override
    public Class<Decide> commandType() {
        return Decide.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        return TaskPage.of(facts.toSend(desk.dossier(task.businessKey())));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, Decide decision, Actor actor) {
        return desk.check(task.businessKey(), decision, actor)
                .map(next -> Map.of("decision", decision.decision().name(), "settlement", next.name()));
    }
}
