package org.thun.workflow.internal;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.workflow.Incidents;

@Service
@Transactional
class EngineIncidents implements Incidents {

    private final RuntimeService runtime;
    private final ManagementService management;

    EngineIncidents(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Incident> open() {
        return runtime.createIncidentQuery().orderByIncidentTimestamp().desc().list().stream()
                .map(this::toIncident)
                .toList();
    }

    @Override
    public void retry(String incidentId) {
        var incident = runtime.createIncidentQuery().incidentId(incidentId).singleResult();
        if (incident != null) {
            management.setJobRetries(incident.getConfiguration(), 1);
        }
    }

    private Incident toIncident(org.camunda.bpm.engine.runtime.Incident incident) {
        var process = runtime.createProcessInstanceQuery()
                .processInstanceId(incident.getProcessInstanceId())
                .singleResult();
        return new Incident(incident.getId(), incident.getProcessInstanceId(),
                UserTasks.processKey(incident.getProcessDefinitionId()), incident.getActivityId(),
                process == null ? null : process.getBusinessKey(),
                EngineDiagrams.local(incident.getIncidentTimestamp()), incident.getIncidentMessage());
    }
}
