package org.thun.workflow.internal;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Scope;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.workflow.Incidents;

@Service
@Transactional
class EngineIncidents implements Incidents {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService models;
    private final CaseProcessMapper runs;
    private final AuditTrail trail;
    private final BusinessClock clock;

    EngineIncidents(
            RuntimeService runtime,
            ManagementService management,
            RepositoryService models,
            CaseProcessMapper runs,
            AuditTrail trail,
            BusinessClock clock) {
        this.runtime = runtime;
        this.management = management;
        this.models = models;
        this.runs = runs;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Incident> open() {
        return runtime.createIncidentQuery().orderByIncidentTimestamp().desc().list().stream()
                // What failed in a called process is reported once more by the caller.
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                .map(this::toIncident)
                .toList();
    }

    @Override
    public Outcome<Void> retry(Actor actor, String incidentId) {
        Actor administrator = actor.as(actor.roleFor(Action.EDIT, ObjectKind.ADMINISTRATION, Scope.GLOBAL)
                .orElseThrow(() -> new AccessDeniedException("incidents")));
        var incident = runtime.createIncidentQuery().incidentId(incidentId).singleResult();
        if (incident == null
                || management.createJobQuery().jobId(incident.getConfiguration()).count() == 0) {
            return Outcome.refused(Problem.of("workflow.incident.problem.gone"));
        }
        String runId = incident.getProcessInstanceId();
        String stream = runs.find(runId).map(CaseProcessMapper.Row::caseId).orElse("incidents");
        trail.record(administrator, AuditEvent.of(stream, "incident.retry", "processRun", runId)
                .because(incident.getActivityId()));
        // The last failure has put the work off once more; whoever asks for a retry wants it now.
        management.setJobRetries(1)
                .jobId(incident.getConfiguration())
                .dueDate(Date.from(clock.now()))
                .execute();
        return Outcome.done();
    }

    private Incident toIncident(org.camunda.bpm.engine.runtime.Incident incident) {
        Optional<CaseProcessMapper.Row> run = runs.find(incident.getProcessInstanceId());
        var process = runtime.createProcessInstanceQuery()
                .processInstanceId(incident.getProcessInstanceId())
                .singleResult();
        return new Incident(incident.getId(), incident.getProcessInstanceId(),
                UserTasks.processKey(incident.getProcessDefinitionId()), incident.getActivityId(),
                nameOf(incident.getProcessDefinitionId(), incident.getActivityId()),
                process == null ? null : process.getBusinessKey(),
                run.map(CaseProcessMapper.Row::caseId).orElse(null),
                run.map(row -> row.toRun().subject()).orElse(null),
                EngineDiagrams.local(incident.getIncidentTimestamp()), incident.getIncidentMessage());
    }

    private String nameOf(String definitionId, String elementId) {
        ModelElementInstance element = models.getBpmnModelInstance(definitionId).getModelElementById(elementId);
        return element instanceof FlowElement flow ? flow.getName() : null;
    }
}
