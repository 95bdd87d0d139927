package org.thun.workflow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.workflow.Processes;

/** A process of which the newest version has lost the step at which one of two runs stands. */
@Component
class MovingModels {

    private final RepositoryService models;
    private final Processes processes;
    private final TransactionTemplate transaction;
    private final List<String> deployments = new ArrayList<>();

    MovingModels(RepositoryService models, Processes processes, TransactionTemplate transaction) {
        this.models = models;
        this.processes = processes;
        this.transaction = transaction;
    }

    /** Id of the older version. */
    String deployTwoVersions(String key) {
        String old = deploy(key, "wait_sent", "wait_checkedAgain");
        start(key, "ทุนที่รออยู่");
        String behind = start(key, "ทุนที่ตรวจซ้ำ");
        transaction.execute(status -> processes.tell("message_wait_sent", behind, Map.of()));
        deploy(key, "wait_sent");
        return old;
    }

    /** Takes the models away again, with what still runs on them. */
    void remove() {
        deployments.forEach(id -> models.deleteDeployment(id, true));
        deployments.clear();
    }

    private String start(String key, String subject) {
        String businessKey = Ids.next();
        transaction.execute(status -> processes.start(key, businessKey, Ids.next(),
                new LocalizedText(subject, "Test grant"), Map.of()));
        return businessKey;
    }

    private String deploy(String key, String... steps) {
        AbstractFlowNodeBuilder<?, ?> model =
                Bpmn.createExecutableProcess(key).name("ทดสอบการย้าย").camundaHistoryTimeToLive(1).startEvent();
        for (String step : steps) {
            model = model.intermediateCatchEvent(step).name("รอ " + step).message("message_" + step);
        }
        var deployed = models.createDeployment().addModelInstance(key + ".bpmn", model.endEvent().done())
                .deployWithResult();
        deployments.add(deployed.getId());
        return deployed.getDeployedProcessDefinitions().get(0).getId();
    }
}
