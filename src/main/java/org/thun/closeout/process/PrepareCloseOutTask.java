package org.thun.closeout.process;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.closeout.CloseOutDossier;
import org.thun.closeout.CloseOutDossier.Version;
import org.thun.closeout.ClosingDesk;
import org.thun.closeout.ClosingDesk.PrepareCloseOut;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskHandler;
import org.thun.tasks.TaskPage;

@Component
class PrepareCloseOutTask implements TaskHandler<PrepareCloseOut> {

    private final ClosingDesk desk;
    private final ClosingFacts facts;

    PrepareCloseOutTask(ClosingDesk desk, ClosingFacts facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "prepare-close-out";
    }

    @Override
    public Class<PrepareCloseOut> commandType() {
        return PrepareCloseOut.class;
    }

    @Override
    public TaskPage page(OpenTask task, Actor actor) {
        CloseOutDossier file = desk.dossier(task.businessKey());
        return TaskPage.of(facts.toPrepare(file), file.newest().map(PrepareCloseOutTask::written).orElse(Map.of()));
    }

    @Override
    public Outcome<Map<String, Object>> complete(OpenTask task, PrepareCloseOut documents, Actor actor) {
        return desk.prepare(task.businessKey(), documents, actor).map(done -> Map.of());
    }

    private static Map<String, Object> written(Version version) {
        Map<String, Object> values = new HashMap<>();
        values.put("finalReport", version.finalReport());
        values.put("lessons", version.lessons());
        values.put("noAssets", version.assets().isEmpty());
        values.put("auditor", version.auditor());
        values.put("auditNote", version.auditNote());
        values.put("assets", version.assets().stream()
                .map(asset -> Map.of("name", asset.name(), "quantity", asset.quantity(), "amount", asset.amount(),
                        "keeper", asset.keeper()))
                .toList());
        return values;
    }
}
