package org.thun.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.shared.BusinessClock;
import org.thun.workflow.ProcessDiagrams;
import org.thun.workflow.ProcessModels;

@Service
@Transactional(readOnly = true)
class EngineDiagrams implements ProcessDiagrams, ProcessModels {

    private final RepositoryService models;
    private final HistoryService history;
    private final RuntimeService runtime;

    EngineDiagrams(RepositoryService models, HistoryService history, RuntimeService runtime) {
        this.models = models;
        this.history = history;
        this.runtime = runtime;
    }

    @Override
    public String xml(String runOrDefinitionId) {
        HistoricProcessInstance run = history.createHistoricProcessInstanceQuery()
                .processInstanceId(runOrDefinitionId)
                .singleResult();
        String definitionId = run == null ? runOrDefinitionId : run.getProcessDefinitionId();
        try (InputStream xml = models.getProcessModel(definitionId)) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("model of " + runOrDefinitionId, e);
        }
    }

    @Override
    public List<Step> steps(String runId) {
        Set<String> failed = runtime.createIncidentQuery().processInstanceId(runId).list().stream()
                .map(Incident::getActivityId)
                .collect(Collectors.toSet());
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(runId)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(step -> new Step(step.getActivityId(), step.getActivityName(), step.getActivityType(),
                        local(step.getStartTime()), local(step.getEndTime()),
                        step.getEndTime() == null && failed.contains(step.getActivityId())))
                .toList();
    }

    @Override
    public List<Model> all() {
        return models.createProcessDefinitionQuery()
                .orderByProcessDefinitionKey()
                .asc()
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(this::model)
                .toList();
    }

    private Model model(ProcessDefinition definition) {
        Date deployed = models.createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult()
                .getDeploymentTime();
        long open = runtime.createProcessInstanceQuery()
                .processDefinitionId(definition.getId())
                .count();
        return new Model(definition.getId(), definition.getKey(), definition.getName(), definition.getVersion(),
                local(deployed), open);
    }

    static LocalDateTime local(Date date) {
        return date == null ? null : LocalDateTime.ofInstant(date.toInstant(), BusinessClock.ZONE);
    }
}
