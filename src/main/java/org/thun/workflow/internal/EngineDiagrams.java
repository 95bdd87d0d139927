package org.thun.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
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
    private final ManagementService management;

    EngineDiagrams(
            RepositoryService models, HistoryService history, RuntimeService runtime, ManagementService management) {
        this.models = models;
        this.history = history;
        this.runtime = runtime;
        this.management = management;
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
        List<Step> steps = history.createHistoricActivityInstanceQuery()
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
                .collect(Collectors.toCollection(ArrayList::new));
        Set<String> open = steps.stream()
                .filter(step -> step.until() == null)
                .map(Step::elementId)
                .collect(Collectors.toSet());
        steps.addAll(waitingToBegin(runId, failed).filter(step -> !open.contains(step.elementId())).toList());
        return steps;
    }

    /** Asynchronous steps begin, for the history, when their job has run; until then the run stands before them. */
    private Stream<Step> waitingToBegin(String runId, Set<String> failed) {
        return management.createJobQuery().processInstanceId(runId).messages().list().stream()
                .map(job -> {
                    String elementId = management.createJobDefinitionQuery()
                            .jobDefinitionId(job.getJobDefinitionId())
                            .singleResult()
                            .getActivityId();
                    FlowElement element = models.getBpmnModelInstance(job.getProcessDefinitionId())
                            .getModelElementById(elementId);
                    return new Step(elementId, element.getName(), element.getElementType().getTypeName(),
                            local(job.getCreateTime()), null, failed.contains(elementId));
                });
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
