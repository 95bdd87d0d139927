package org.thun.workflow.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.workflow.MigrationHints;
import org.thun.workflow.ProcessMigrations.Verdict;
import org.thun.workflow.TaskLifecycle;
import org.thun.workflow.TaskLifecycle.CreatedTask;

/** Moves one run to another version of its model, or finds out why it cannot, in a transaction of its own. */
@Component
class RunMover {

    private static final int ATTEMPTS = 3;

    private final RuntimeService runtime;
    private final RepositoryService models;
    private final TaskService tasks;
    private final ObjectProvider<MigrationHints> hints;
    private final ObjectProvider<TaskLifecycle> inbox;
    private final TransactionTemplate transaction;

    RunMover(
            RuntimeService runtime,
            RepositoryService models,
            TaskService tasks,
            ObjectProvider<MigrationHints> hints,
            ObjectProvider<TaskLifecycle> inbox,
            PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.models = models;
        this.tasks = tasks;
        this.hints = hints;
        this.inbox = inbox;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What came of one run; steps are element ids. */
    record Result(Verdict verdict, Collection<String> standsAt, Collection<String> lostAt, String detail) {}

    /**
     * Which step of one version is which of the other: those of equal id, and those that a room names.
     *
     * @throws org.camunda.bpm.engine.migration.MigrationPlanValidationException if the engine does not accept that
     */
    MigrationPlan plan(String processKey, String fromId, String toId) {
        BpmnModelInstance before = models.getBpmnModelInstance(fromId);
        BpmnModelInstance after = models.getBpmnModelInstance(toId);
        MigrationPlanBuilder plan = runtime.createMigrationPlan(fromId, toId).mapEqualActivities();
        for (Map.Entry<String, String> renamed : renamed(processKey).entrySet()) {
            boolean applies = before.getModelElementById(renamed.getKey()) != null
                    && after.getModelElementById(renamed.getKey()) == null
                    && after.getModelElementById(renamed.getValue()) != null;
            if (applies) {
                plan = plan.mapActivities(renamed.getKey(), renamed.getValue());
            }
        }
        return plan.build();
    }

    /** Steps of the old version at which a run can stand and that have no place in the new one. */
    List<String> lost(MigrationPlan plan) {
        Set<String> mapped = mapped(plan);
        return models.getBpmnModelInstance(plan.getSourceProcessDefinitionId())
                .getModelElementsByType(FlowNode.class)
                .stream()
                .filter(RunMover::holds)
                .map(FlowNode::getId)
                .filter(id -> !mapped.contains(id))
                .toList();
    }

    private static Set<String> mapped(MigrationPlan plan) {
        return plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
    }

    private static boolean holds(FlowNode node) {
        return node instanceof UserTask || node instanceof ReceiveTask || node instanceof SubProcess
                || node instanceof CatchEvent && !(node instanceof StartEvent);
    }

    /** Moves the run and takes it back: what stands against it is found out by doing it. */
    Result tryOut(String runId, MigrationPlan plan) {
        return attempt(runId, plan, Verdict.MOVABLE, () -> {});
    }

    /** Moves the run; {@code afterwards} happens in the same transaction. */
    Result move(String runId, MigrationPlan plan, Runnable afterwards) {
        return attempt(runId, plan, Verdict.MOVED, afterwards);
    }

    private Result attempt(String runId, MigrationPlan plan, Verdict moved, Runnable afterwards) {
        Collection<String> standsAt = List.of();
        for (int attempt = 1; ; attempt++) {
            try {
                standsAt = standsAt(runId);
                Set<String> lost = new LinkedHashSet<>(standsAt);
                lost.removeAll(mapped(plan));
                if (!lost.isEmpty()) {
                    return new Result(Verdict.NO_PLACE, standsAt, lost, null);
                }
                return inTransaction(runId, plan, moved, standsAt, afterwards);
            } catch (MigratingProcessInstanceValidationException e) {
                return refused(standsAt, e.getValidationReport());
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    return new Result(Verdict.BUSY, standsAt, List.of(), e.getMessage());
                }
            } catch (ProcessEngineException | IllegalStateException e) {
                return new Result(Verdict.REFUSED, standsAt, List.of(), e.getMessage());
            }
        }
    }

    private Result inTransaction(
            String runId, MigrationPlan plan, Verdict moved, Collection<String> standsAt, Runnable afterwards) {
        return transaction.execute(status -> {
            ProcessInstance run = runtime.createProcessInstanceQuery()
                    .processInstanceId(runId)
                    .processDefinitionId(plan.getSourceProcessDefinitionId())
                    .singleResult();
            if (run == null) {
                return new Result(Verdict.ENDED, List.of(), List.of(), null);
            }
            Map<String, Object> missing = missingVariables(UserTasks.processKey(plan.getSourceProcessDefinitionId()));
            missing.keySet().removeAll(runtime.getVariables(runId).keySet());
            runtime.setVariables(runId, missing);
            runtime.newMigration(plan).processInstanceIds(runId).execute();
            tellTheInbox(run, plan.getTargetProcessDefinitionId());
            afterwards.run();
            if (moved == Verdict.MOVABLE) {
                status.setRollbackOnly();
            }
            return new Result(moved, standsAt, List.of(), null);
        });
    }

    private void tellTheInbox(ProcessInstance run, String definitionId) {
        BpmnModelInstance model = models.getBpmnModelInstance(definitionId);
        for (Task task : tasks.createTaskQuery().processInstanceId(run.getId()).list()) {
            UserTask step = model.getModelElementById(task.getTaskDefinitionKey());
            inbox.getObject().moved(new CreatedTask(task.getId(), run.getId(), UserTasks.processKey(definitionId),
                    task.getTaskDefinitionKey(), step.getCamundaFormRef(), run.getBusinessKey(),
                    new TreeSet<>(step.getCamundaCandidateGroupsList())));
        }
    }

    private Collection<String> standsAt(String runId) {
        Set<String> steps = new LinkedHashSet<>();
        ActivityInstance tree = runtime.getActivityInstance(runId);
        if (tree != null) {
            collect(tree, steps);
        }
        return steps;
    }

    private static void collect(ActivityInstance instance, Set<String> steps) {
        for (ActivityInstance child : instance.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length + child.getChildTransitionInstances().length == 0) {
                steps.add(child.getActivityId());
            }
            collect(child, steps);
        }
        for (TransitionInstance waiting : instance.getChildTransitionInstances()) {
            steps.add(waiting.getActivityId());
        }
    }

    private static Result refused(Collection<String> standsAt, MigratingProcessInstanceValidationReport report) {
        Set<String> lost = new LinkedHashSet<>();
        List<String> words = new ArrayList<>(report.getFailures());
        boolean otherwise = !words.isEmpty();
        for (MigratingActivityInstanceValidationReport step : report.getActivityInstanceReports()) {
            words.addAll(step.getFailures());
            otherwise |= !note(step.getSourceScopeId(), step.getMigrationInstruction(), lost);
        }
        for (MigratingTransitionInstanceValidationReport step : report.getTransitionInstanceReports()) {
            words.addAll(step.getFailures());
            otherwise |= !note(step.getSourceScopeId(), step.getMigrationInstruction(), lost);
        }
        return new Result(otherwise ? Verdict.REFUSED : Verdict.NO_PLACE, standsAt, lost,
                words.stream().distinct().collect(Collectors.joining("; ")));
    }

    private static boolean note(String step, MigrationInstruction instruction, Set<String> lost) {
        return instruction == null && lost.add(step) || lost.contains(step);
    }

    private Map<String, String> renamed(String processKey) {
        Map<String, String> renamed = new LinkedHashMap<>();
        hintsOf(processKey).forEach(hint -> renamed.putAll(hint.renamed()));
        return renamed;
    }

    private Map<String, Object> missingVariables(String processKey) {
        Map<String, Object> missing = new HashMap<>();
        hintsOf(processKey).forEach(hint -> missing.putAll(hint.missingVariables()));
        return missing;
    }

    private Stream<MigrationHints> hintsOf(String processKey) {
        return hints.stream().filter(hint -> hint.processKey().equals(processKey));
    }
}
