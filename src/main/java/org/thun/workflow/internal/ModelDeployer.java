package org.thun.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys processes, decisions and forms at start-up under stable names ({@code processes/x.bpmn}), whatever directory the
 * application runs from. Only resources whose content changed get a new version; running cases stay on theirs.
 */
@Component
class ModelDeployer implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

    private final RepositoryService models;
    private final ResourcePatternResolver resources;

    ModelDeployer(RepositoryService models, ResourcePatternResolver resources) {
        this.models = models;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DeploymentBuilder deployment =
                models.createDeployment().name("thun").source("thun").enableDuplicateFiltering(true);
        try {
            int found = add(deployment, "processes", "bpmn") + add(deployment, "processes", "dmn")
                    + add(deployment, "forms", "form");
            if (found == 0) {
                LOG.warn("No process models on the class path: nothing can be started");
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the process models", e);
        }
        var deployed = deployment.deployWithResult().getDeployedProcessDefinitions();
        LOG.info("Process models with a new version: {}", deployed == null ? 0 : deployed.size());
    }

    private int add(DeploymentBuilder deployment, String folder, String type) throws IOException {
        Resource[] found = resources.getResources("classpath*:" + folder + "/*." + type);
        Arrays.sort(found, Comparator.comparing(Resource::getFilename));
        for (Resource resource : found) {
            try (InputStream content = resource.getInputStream()) {
                deployment.addInputStream(folder + "/" + resource.getFilename(), content);
            }
        }
        return found.length;
    }
}
