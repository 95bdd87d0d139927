package org.thun.workflow.internal;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Scope;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.workflow.ProcessMigrations;

@Service
class MigrationOffice implements ProcessMigrations, InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationOffice.class);
    private static final int LONGEST_REASON = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunMover mover;
    private final MigrationMapper migrations;
    private final CaseProcessMapper cases;
    private final RepositoryService models;
    private final RuntimeService runtime;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final LoneWorker worker = new LoneWorker("process-migration");

    private volatile boolean stopping;

    MigrationOffice(
            RunMover mover,
            MigrationMapper migrations,
            CaseProcessMapper cases,
            RepositoryService models,
            RuntimeService runtime,
            AuditTrail trail,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.mover = mover;
        this.migrations = migrations;
        this.cases = cases;
        this.models = models;
        this.runtime = runtime;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> migrations.endAll(State.INTERRUPTED, clock.dateTime()));
    }

    /** Without interrupting a transaction; what is left stays where it is. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        if (!worker.stop(PATIENCE)) {
            LOG.warn("A move of runs is still under way while the application stops");
        }
    }

    @Override
    public synchronized Outcome<String> tryOut(Actor actor, String definitionId) {
        Actor administrator = administrator(actor);
        ProcessDefinition from = definition(definitionId).orElse(null);
        if (from == null || newest(from.getKey()).getId().equals(definitionId)) {
            return Outcome.refused(Problem.of("workflow.migration.problem.newest"));
        }
        if (runsOn(definitionId).isEmpty()) {
            return Outcome.refused(Problem.of("workflow.migration.problem.nothingRuns"));
        }
        return begin(administrator, from, newest(from.getKey()), true, null);
    }

    @Override
    public synchronized Outcome<String> move(Actor actor, String trialId, String reason) {
        Actor administrator = administrator(actor);
        MigrationMapper.Row trial = migrations.find(trialId).filter(row -> row.trial() && row.state() == State.DONE)
                .orElse(null);
        if (trial == null) {
            return Outcome.refused(Problem.of("workflow.migration.problem.untried"));
        }
        if (reason == null || reason.isBlank()) {
            return Outcome.refused(Problem.at("reason", "workflow.migration.problem.reason"));
        }
        if (reason.length() > LONGEST_REASON) {
            return Outcome.refused(Problem.at("reason", "workflow.migration.problem.longReason", LONGEST_REASON));
        }
        ProcessDefinition from = definition(trial.fromId()).orElse(null);
        if (from == null || !newest(trial.processKey()).getId().equals(trial.toId())) {
            return Outcome.refused(Problem.of("workflow.migration.problem.outdated"));
        }
        return begin(administrator, from, newest(trial.processKey()), false, reason.strip());
    }

    private Outcome<String> begin(
            Actor administrator, ProcessDefinition from, ProcessDefinition to, boolean trial, String reason) {
        if (worker.busy()) {
            return Outcome.refused(Problem.of("workflow.migration.problem.running"));
        }
        MigrationPlan plan = null;
        String fault = null;
        try {
            plan = mover.plan(from.getKey(), from.getId(), to.getId());
        } catch (MigrationPlanValidationException e) {
            fault = e.getMessage();
        }
        List<String> waiting = plan == null ? List.of() : runsOn(from.getId());
        MigrationMapper.Row row = new MigrationMapper.Row(Ids.next(), from.getKey(), from.getId(), from.getVersion(),
                to.getId(), to.getVersion(), trial, plan == null ? State.INVALID : State.RUNNING, reason,
                plan == null ? "" : String.join(" ", mover.lost(plan)), fault, waiting.size(),
                administrator.accountId(), administrator.name().th(), clock.dateTime(),
                plan == null ? clock.dateTime() : null);
        transaction.executeWithoutResult(status -> {
            migrations.insert(row);
            trail.record(administrator, event(row.id(), trial ? "process.tryMigration" : "process.beginMigration",
                    "processMigration", row.id(), row));
        });
        if (plan != null) {
            MigrationPlan valid = plan;
            worker.begin(() -> work(administrator, row, valid, waiting));
        }
        return Outcome.done(row.id());
    }

    private void work(Actor administrator, MigrationMapper.Row row, MigrationPlan plan, List<String> waiting) {
        State end = State.INTERRUPTED;
        try {
            for (String runId : waiting) {
                if (stopping) {
                    return;
                }
                work(administrator, row, plan, runId);
            }
            end = State.DONE;
        } catch (RuntimeException e) {
            LOG.error("The move of {} from version {} to {} stopped", row.processKey(), row.fromVersion(), row.toVersion(),
                    e);
        } finally {
            State ended = end;
            transaction.executeWithoutResult(status -> migrations.end(row.id(), ended, clock.dateTime()));
        }
    }

    /** A run that moves and what is written about it are one transaction; of one that stays it is written alone. */
    private void work(Actor administrator, MigrationMapper.Row row, MigrationPlan plan, String runId) {
        if (row.trial()) {
            note(row.id(), runId, mover.tryOut(runId, plan));
            return;
        }
        RunMover.Result result = mover.move(runId, plan, () -> trail.record(administrator,
                event(streamOf(runId, row), "process.migrate", "processRun", runId, row)));
        note(row.id(), runId, result);
    }

    private void note(String migrationId, String runId, RunMover.Result result) {
        transaction.executeWithoutResult(status -> migrations.insertRun(migrationId, runId, result.verdict(),
                String.join(" ", result.standsAt()), String.join(" ", result.lostAt()), result.detail()));
    }

    private String streamOf(String runId, MigrationMapper.Row row) {
        return cases.find(runId).map(CaseProcessMapper.Row::caseId).orElse(row.id());
    }

    private static AuditEvent event(
            String stream, String command, String objectType, String objectId, MigrationMapper.Row row) {
        return new AuditEvent(stream, command, objectType, objectId, "v" + row.fromVersion(), "v" + row.toVersion(),
                row.reason(), null);
    }

    @Override
    public Optional<Migration> find(Actor actor, String migrationId) {
        administrator(actor);
        return migrations.find(migrationId).map(row -> {
            Map<String, String> names = names(row.fromId());
            return migration(row, names, migrations.runs(row.id()).stream().map(run -> run(run, names)).toList());
        });
    }

    @Override
    public List<Migration> ofProcess(Actor actor, String processKey) {
        administrator(actor);
        return migrations.ofProcess(processKey).stream().map(row -> migration(row, Map.of(), List.of())).toList();
    }

    @Override
    public void await(Duration atMost) {
        worker.await(atMost);
    }

    private static Migration migration(MigrationMapper.Row row, Map<String, String> names, List<Run> runs) {
        return new Migration(row.id(), row.processKey(), row.fromId(), row.fromVersion(), row.toId(), row.toVersion(),
                row.trial(), row.state(), row.reason(), places(row.lostSteps(), names), row.fault(), row.runCount(),
                row.accountName(), row.startedAt(), row.endedAt(), runs);
    }

    private static Run run(MigrationMapper.RunRow row, Map<String, String> names) {
        return new Run(row.runId(), row.caseId(),
                row.subjectTh() == null ? null : new LocalizedText(row.subjectTh(), row.subjectEn()), row.verdict(),
                places(row.standsAt(), names), places(row.lostAt(), names), row.detail());
    }

    private static List<Place> places(String ids, Map<String, String> names) {
        return Arrays.stream(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(id -> new Place(id, names.get(id)))
                .toList();
    }

    /** Names of the steps of a version; empty if it is no longer deployed. */
    private Map<String, String> names(String definitionId) {
        Map<String, String> names = new HashMap<>();
        definition(definitionId).ifPresent(definition -> {
            Collection<FlowNode> nodes = models.getBpmnModelInstance(definitionId).getModelElementsByType(FlowNode.class);
            nodes.forEach(node -> names.put(node.getId(), node.getName()));
        });
        return names;
    }

    private Optional<ProcessDefinition> definition(String definitionId) {
        return Optional.ofNullable(
                models.createProcessDefinitionQuery().processDefinitionId(definitionId).singleResult());
    }

    private ProcessDefinition newest(String processKey) {
        return models.createProcessDefinitionQuery().processDefinitionKey(processKey).latestVersion().singleResult();
    }

    private List<String> runsOn(String definitionId) {
        return runtime.createProcessInstanceQuery().processDefinitionId(definitionId).orderByProcessInstanceId().asc().list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private static Actor administrator(Actor actor) {
        return actor.as(actor.roleFor(Action.EDIT, ObjectKind.ADMINISTRATION, Scope.GLOBAL)
                .orElseThrow(() -> new AccessDeniedException("process migrations")));
    }
}
