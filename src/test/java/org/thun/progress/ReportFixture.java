package org.thun.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.tasks.FieldValues;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;

/** The way of a period report through its tasks. */
@Component
public class ReportFixture {

    private final GrantFixture people;
    private final PeriodReports reports;
    private final TaskDesk desk;

    ReportFixture(GrantFixture people, PeriodReports reports, TaskDesk desk) {
        this.people = people;
        this.reports = reports;
        this.desk = desk;
    }

    public PeriodReport report(Grant grant, int no) {
        return reports.find(grant.id(), no).orElseThrow();
    }

    public List<OpenTask> tasks(Grant grant, int no) {
        String id = report(grant, no).id();
        return desk.ofCase(grant.id()).stream().filter(task -> task.businessKey().equals(id)).toList();
    }

    public List<String> steps(Grant grant, int no) {
        return tasks(grant, no).stream().map(OpenTask::elementId).sorted().toList();
    }

    public OpenTask task(Grant grant, int no, String elementId) {
        return tasks(grant, no).stream()
                .filter(task -> task.elementId().equals(elementId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + elementId + " among " + steps(grant, no)));
    }

    public Completion submit(Grant grant, int no, String elementId, Actor actor, Map<String, Object> data) {
        return desk.complete(task(grant, no, elementId).taskId(), data, actor);
    }

    public void complete(Grant grant, int no, String elementId, Actor actor, Map<String, Object> data) {
        Completion completion = submit(grant, no, elementId, actor, data);
        if (!(completion instanceof Completion.Completed)) {
            throw new AssertionError(elementId + ": " + completion);
        }
    }

    /** What the form begins with, filled in so far that only the amounts in hand are missing. */
    public Map<String, Object> begun(Grant grant, int no, Actor actor) {
        var page = desk.view(task(grant, no, "task_draftPeriodReport").taskId(), actor).orElseThrow().page();
        Map<String, Object> form = FieldValues.of(page.values(), Locale.forLanguageTag("th"));
        form.put("standing", "ON_PLAN");
        form.put("summary", "ดำเนินการตามแผน");
        form.put("nextPlan", "ดำเนินการต่อ");
        form.put("nextForecast", "0");
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Object line : (List<?>) page.values().get("activities")) {
            lines.add(Map.of("activityCode", ((Map<?, ?>) line).get("activityCode"), "percent", 50, "result", "เกิดผลตามแผน"));
        }
        form.put("activities", lines);
        return form;
    }

    /** A form with those amounts in hand. */
    public Map<String, Object> written(Grant grant, int no, Actor actor, String cash, String bank) {
        Map<String, Object> form = begun(grant, no, actor);
        form.put("cash", cash);
        form.put("bank", bank);
        return form;
    }

    /** Brings a report from nothing to acceptance, by people who each do one step. */
    public void accept(Grant grant, int no, String bank) {
        Actor coordinator = people.ofGrantee(Role.GC);
        complete(grant, no, "task_draftPeriodReport", coordinator, written(grant, no, coordinator, "0", bank));
        complete(grant, no, "task_submitPeriodReport", people.ofGrantee(Role.GL), Map.of("decision", "APPROVE"));
        complete(grant, no, "task_checkPeriodReport", people.ofProgramme(Role.MT),
                Map.of("decision", "APPROVE", "opinion", "LIKELY"));
        complete(grant, no, "task_acceptPeriodReport", people.ofProgramme(Role.PO), Map.of("decision", "APPROVE"));
    }
}
