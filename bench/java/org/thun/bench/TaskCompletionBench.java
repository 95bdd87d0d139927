package org.thun.bench;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.thun.bench.Bench.Result;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;

/**
 * Completing a task over HTTP as a browser does it (session, security, form binding, rules, domain rows, audit chain, inbox,
 * engine) against {@code taskService.complete} of the same task of the same model in a bare engine.
 */
final class TaskCompletionBench {

    private static final int WARM_UP = 2000;
    private static final int RUNS = 400;
    private static final String STEP = "task_prepareAgreement";

    List<Result> run() throws Exception {
        try (RunningThun thun = new RunningThun();
                BareEngine bare = new BareEngine("agreement.bpmn")) {
            GrantFixture fixture = thun.bean(GrantFixture.class);
            Queue<String> ours = new ArrayDeque<>();
            Map<String, Object> variables = null;
            Actor lead = fixture.ofGrantee(Role.GL);
            for (int i = 0; i < WARM_UP + RUNS; i++) {
                Grant grant = fixture.openedBy(lead, "1000000");
                ours.add(fixture.task(grant.id(), STEP).taskId());
                if (variables == null) {
                    variables = variablesOf(thun, grant);
                }
            }
            Queue<String> theirs = bareTasks(bare, variables);
            Actor officer = fixture.ofProgramme(Role.PO);
            Browser browser = new Browser(thun.address(), officer.username(), GrantFixture.PASSWORD);
            complete(browser, bare, ours, theirs, WARM_UP);
            return complete(browser, bare, ours, theirs, RUNS);
        }
    }

    private static List<Result> complete(
            Browser browser, BareEngine bare, Queue<String> ours, Queue<String> theirs, int runs) throws Exception {
        Timings measured = new Timings(runs);
        Timings baseline = new Timings(runs);
        TaskService tasks = bare.engine().getTaskService();
        for (int i = 0; i < runs; i++) {
            String ourTask = ours.remove();
            String theirTask = theirs.remove();
            String form = "{\"number\":\"B-" + ourTask + "\",\"effectiveOn\":\"2016-05-01\",\"conditionsMet\":[]}";
            baseline.measure(() -> tasks.complete(theirTask));
            measured.measure(() -> browser.postJson("/tasks/" + ourTask + "/complete", form));
        }
        return List.of(new Result("complete a task over HTTP", "bare `taskService.complete`", "median",
                measured.micros(0.5), baseline.micros(0.5), 2.0));
    }

    private static Map<String, Object> variablesOf(RunningThun thun, Grant grant) {
        RuntimeService runtime = thun.bean(RuntimeService.class);
        return runtime.getVariables(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(grant.id())
                .singleResult()
                .getId());
    }

    private static Queue<String> bareTasks(BareEngine bare, Map<String, Object> variables) {
        Queue<String> tasks = new ArrayDeque<>();
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            String run = bare.engine()
                    .getRuntimeService()
                    .startProcessInstanceByKey("agreement", "bench-" + i, variables)
                    .getId();
            Task task = bare.engine().getTaskService().createTaskQuery().processInstanceId(run).singleResult();
            tasks.add(task.getId());
        }
        return tasks;
    }
}
