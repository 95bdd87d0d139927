package org.thun.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.testing.ThunTest;
import org.thun.workflow.Incidents;
import org.thun.workflow.Incidents.Incident;
import org.thun.workflow.ProcessDiagrams;
import org.thun.workflow.Processes;

@ThunTest
class EngineTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Processes processes;

    @Autowired
    ProcessDiagrams diagrams;

    @Autowired
    Incidents incidents;

    @Autowired
    AuditTrail trail;

    @Autowired
    GrantFixture fixture;

    @ParameterizedTest
    @ValueSource(strings = {
        "${accountDesk.nameOf('x')}", "${dataSource.connection}", "${environment.getProperty('THUN_DB_PASSWORD')}",
        "${grantDesk}", "${systemProperties['user.home']}"
    })
    void letsModelsReachNoBeanButDelegatesAndListeners(String expression) {
        try (TestModels deployed = new TestModels(models, service("test-reaches", expression))) {
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("test-reaches"))
                    .hasMessageContaining("Unknown property used in expression");
        }
    }

    @Test
    void letsModelsReachEveryDelegate() {
        DelegateBeans beans = new DelegateBeans(context);
        String[] delegates = context.getBeanNamesForType(JavaDelegate.class);
        assertThat(delegates).isNotEmpty().allSatisfy(name -> assertThat(beans.get(name)).isInstanceOf(JavaDelegate.class));
        assertThat(beans.get("accountDesk")).isNull();
        assertThat(beans).isEmpty();
    }

    @Test
    void turnsWorkThatKeepsFailingIntoAnIncidentThatARetryHeals() {
        String caseId = Ids.next();
        Actor administrator = fixture.person(Role.SA, ScopeKind.ALL, "*");
        try (TestModels deployed = new TestModels(models, service("test-fails", "${mended ? 'done' : missing.part}"))) {
            String run = start("test-fails", caseId, Map.of("mended", false));
            int tries = tryUntilGivenUp(run);
            assertThat(tries).as("PT1M,PT10M,PT1H").isEqualTo(4);

            Incident incident = incidentOf(run);
            assertThat(incident.elementId()).isEqualTo("service_work");
            assertThat(incident.elementName()).isEqualTo("ทำงาน");
            assertThat(incident.caseId()).isEqualTo(caseId);
            assertThat(incident.subject().en()).isEqualTo("Test");
            assertThat(incident.message()).contains("missing");
            assertThat(diagrams.steps(run)).anyMatch(ProcessDiagrams.Step::failed);

            runtime.setVariable(run, "mended", true);
            assertThat(incidents.retry(administrator, incident.id()).isDone()).isTrue();
            assertThat(incidents.open()).noneMatch(open -> open.runId().equals(run));
            Job job = management.createJobQuery().processInstanceId(run).executable().singleResult();
            assertThat(job).as("due at once, not when the last delay is over").isNotNull();
            management.executeJob(job.getId());
            assertThat(processes.run(run).orElseThrow().isOpen()).isFalse();
            assertThat(trail.stream(caseId)).extracting(AuditEntry::command).contains("incident.retry");

            assertThat(incidents.retry(administrator, incident.id()).problems())
                    .as("retried twice")
                    .hasSize(1);
        }
    }

    @Test
    void comesBackToTheListIfTheRetryFailsToo() {
        Actor administrator = fixture.person(Role.SA, ScopeKind.ALL, "*");
        try (TestModels deployed = new TestModels(models, service("test-fails", "${missing.part}"))) {
            String run = start("test-fails", Ids.next(), Map.of());
            tryUntilGivenUp(run);
            incidents.retry(administrator, incidentOf(run).id());
            assertThat(tryUntilGivenUp(run)).isEqualTo(1);
            assertThat(incidentOf(run)).isNotNull();
        }
    }

    @Test
    void letsOnlyAdministratorsRetry() {
        Actor officer = fixture.ofProgramme(Role.PO);
        assertThatThrownBy(() -> incidents.retry(officer, "any")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void reachesOneWaitingProcessByMessageAndEndsItForAReason() {
        BpmnModelInstance waits = Bpmn.createExecutableProcess("test-hears")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .intermediateCatchEvent("catch_first").message("message_first")
                .intermediateCatchEvent("catch_second").message("message_second")
                .endEvent()
                .done();
        try (TestModels deployed = new TestModels(models, waits)) {
            String key = Ids.next();
            String run = transaction.execute(status ->
                    processes.start("test-hears", key, key, new LocalizedText("ทดสอบ", "Test"), Map.of()));
            assertThat(tell("message_second", key)).isFalse();
            assertThat(tell("message_first", Ids.next())).isFalse();
            assertThat(tell("message_first", key)).isTrue();
            transaction.executeWithoutResult(status -> processes.cancel(key, "ไม่ต้องการแล้ว"));
            assertThat(processes.run(run).orElseThrow().endReason()).isEqualTo("ไม่ต้องการแล้ว");
            assertThat(processes.openRuns(key)).isEmpty();
            assertThat(runtime.createProcessInstanceQuery().processInstanceId(run).count()).isZero();
        }
    }

    private boolean tell(String message, String businessKey) {
        return Boolean.TRUE.equals(transaction.execute(status -> processes.tell(message, businessKey, Map.of())));
    }

    private String start(String process, String caseId, Map<String, Object> variables) {
        return transaction.execute(status ->
                processes.start(process, Ids.next(), caseId, new LocalizedText("ทดสอบ", "Test"), variables));
    }

    /** Runs the job as the executor would, without waiting for the delays between; gives how often it was tried. */
    private int tryUntilGivenUp(String run) {
        int tries = 0;
        for (List<Job> jobs = waiting(run); !jobs.isEmpty(); jobs = waiting(run)) {
            String id = jobs.get(0).getId();
            assertThatThrownBy(() -> management.executeJob(id)).isNotNull();
            tries++;
        }
        return tries;
    }

    private List<Job> waiting(String run) {
        return management.createJobQuery().processInstanceId(run).withRetriesLeft().list();
    }

    private Incident incidentOf(String run) {
        return incidents.open().stream().filter(open -> open.runId().equals(run)).findFirst().orElseThrow();
    }

    private static BpmnModelInstance service(String key, String expression) {
        boolean async = key.equals("test-fails");
        return Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("service_work").name("ทำงาน").camundaAsyncBefore(async).camundaExpression(expression)
                .endEvent()
                .done();
    }
}
