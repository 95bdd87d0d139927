package org.thun.workflow.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Small models for tests of the engine's own ways, deployed beside the real ones and taken away again. */
final class TestModels implements AutoCloseable {

    private final RepositoryService models;
    private final Deployment deployment;

    TestModels(RepositoryService models, BpmnModelInstance... made) {
        this.models = models;
        DeploymentBuilder builder = models.createDeployment().name("test");
        for (int i = 0; i < made.length; i++) {
            builder.addInputStream("test-" + i + ".bpmn", new ByteArrayInputStream(
                    Bpmn.convertToString(made[i]).getBytes(StandardCharsets.UTF_8)));
        }
        this.deployment = builder.deploy();
    }

    /** Also ends what still runs on them. */
    @Override
    public void close() {
        models.deleteDeployment(deployment.getId(), true);
    }
}
