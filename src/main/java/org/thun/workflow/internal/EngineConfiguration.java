package org.thun.workflow.internal;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** What we set in the engine beyond its properties: restricted expressions and the listeners that feed inbox and case file. */
@Component
@DependsOnDatabaseInitialization
class EngineConfiguration implements ProcessEnginePlugin {

    private final ApplicationContext context;
    private final EngineListeners listeners;

    EngineConfiguration(ApplicationContext context, EngineListeners listeners) {
        this.context = context;
        this.listeners = listeners;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new SpringExpressionManager(context, new DelegateBeans(context)));
        List<BpmnParseListener> parsers = engine.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        parsers.add(listeners);
        engine.setCustomPostBPMNParseListeners(parsers);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        // Nothing to do once the engine's parts are made.
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        // Nothing to do once the engine stands.
    }
}
