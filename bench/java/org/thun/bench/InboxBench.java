package org.thun.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.thun.bench.Bench.Result;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;

/**
 * The inbox page of a restricted user (an officer of forty grants) over HTTP while 50,000 tasks are open, against the
 * engine's own task query with the same filter (role and those grants), one page and its count.
 */
final class InboxBench {

    private static final int OPEN_TASKS = Integer.getInteger("bench.inbox.tasks", 50_000);
    private static final int MINE = 40;
    private static final int PAGE = 25;
    private static final int CASES = 500;
    /** As long as the second compiler still finds something: both sides take turns all the while. */
    private static final int WARM_UP = 6000;
    private static final int RUNS = 1000;

    List<Result> run() throws Exception {
        try (RunningThun thun = new RunningThun();
                BareEngine bare = new BareEngine("agreement.bpmn")) {
            GrantFixture fixture = thun.bean(GrantFixture.class);
            List<String> grants = fill(thun, fixture, bare);
            Actor officer = fixture.person(Role.PO, ScopeKind.GRANT, grants.get(0));
            for (String grant : grants.subList(1, MINE)) {
                fixture.appoint(officer, Role.PO, ScopeKind.GRANT, grant);
            }
            Browser browser = new Browser(thun.address(), officer.username(), GrantFixture.PASSWORD);
            String[] mine = grants.subList(0, MINE).toArray(String[]::new);
            measure(browser, bare, mine, WARM_UP);
            return measure(browser, bare, mine, RUNS);
        }
    }

    private static List<Result> measure(Browser browser, BareEngine bare, String[] mine, int runs) throws Exception {
        Timings measured = new Timings(runs);
        Timings baseline = new Timings(runs);
        TaskService tasks = bare.engine().getTaskService();
        for (int i = 0; i < runs; i++) {
            baseline.measure(() -> query(tasks, mine));
            measured.measure(() -> {
                if (!browser.get("/").contains("/tasks/")) {
                    throw new IllegalStateException("an empty inbox is not what we measure");
                }
            });
        }
        return List.of(new Result("inbox page, 40 of " + OPEN_TASKS + " open tasks", "engine's task query and count", "p95",
                measured.micros(0.95), baseline.micros(0.95), 1.0));
    }

    private static void query(TaskService tasks, String[] mine) {
        TaskQuery query = tasks.createTaskQuery()
                .taskCandidateGroup("PO")
                .processInstanceBusinessKeyIn(mine)
                .orderByDueDate()
                .asc();
        if (query.listPage(0, PAGE).size() != PAGE || query.count() != MINE) {
            throw new IllegalStateException("the baseline must find the same tasks");
        }
    }

    /** Opens the same cases in both, under the same business keys, and multiplies them. */
    private static List<String> fill(RunningThun thun, GrantFixture fixture, BareEngine bare) throws Exception {
        Actor lead = fixture.ofGrantee(Role.GL);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String id = fixture.openedBy(lead, "1000000").id();
            bare.engine()
                    .getRuntimeService()
                    .startProcessInstanceByKey("agreement", id, Map.of("lapseAt", "2099-01-01T00:00:00"));
            ids.add(id);
        }
        int copies = OPEN_TASKS / CASES - 1;
        try (Multiplier ours = new Multiplier(thun.schema(), copies);
                Multiplier theirs = new Multiplier(bare.schema(), copies)) {
            ours.inbox();
            ours.engine();
            theirs.engine();
            ours.analyse("inbox_task", "inbox_audience");
            theirs.analyse("ACT_RU_TASK", "ACT_RU_EXECUTION", "ACT_RU_IDENTITYLINK");
        }
        if (bare.engine().getTaskService().createTaskQuery().count() != OPEN_TASKS) {
            throw new IllegalStateException("the baseline must have the same tasks");
        }
        return ids;
    }
}
