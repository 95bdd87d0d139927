package org.thun.activities;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.Grants;
import org.thun.grants.Grants.NewGrant;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.programmes.Programmes;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;

/** Running grants with money on several activities, and the way of an activity through its tasks. */
@Component
public class ActivityFixture {

    /** Budget of each grant made here: 2,000,000 baht. */
    public static final List<BudgetLine> BUDGET = List.of(
            new BudgetLine("1.1", "services", Money.parse("400000")),
            new BudgetLine("1.1", "materials", Money.parse("100000")),
            new BudgetLine("2.4", "services", Money.parse("200000")),
            new BudgetLine("4.1", "utilities", Money.parse("300000")),
            new BudgetLine("4.2", "remuneration", Money.parse("700000")),
            new BudgetLine("4.3", "services", Money.parse("200000")),
            new BudgetLine("4.4", "remuneration", Money.parse("100000")));

    private final GrantFixture people;
    private final Grants grants;
    private final Programmes programmes;
    private final ActivityPlans plans;
    private final TaskDesk desk;
    private final TransactionTemplate transaction;

    ActivityFixture(
            GrantFixture people,
            Grants grants,
            Programmes programmes,
            ActivityPlans plans,
            TaskDesk desk,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.grants = grants;
        this.programmes = programmes;
        this.plans = plans;
        this.desk = desk;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A grant that runs since that day. */
    public Grant running(LocalDate from) {
        Actor lead = people.ofGrantee(Role.GL);
        Money amount = Money.sum(BUDGET.stream().map(BudgetLine::amount).toList());
        NewGrant grant = new NewGrant(Ids.next(), GrantFixture.PROGRAMME,
                programmes.currentVersionNo(GrantFixture.PROGRAMME).orElseThrow(), people.grantee(), lead.accountId(),
                new LocalizedText("ทุนทดสอบกิจกรรม", "Activity test grant"), amount, 18, BUDGET, true);
        String id = transaction.execute(status -> grants.open(grant, Actor.SYSTEM));
        people.complete(id, "task_prepareAgreement", people.ofProgramme(Role.PO),
                Map.of("number", "ก." + id, "effectiveOn", from.toString(), "conditionsMet", List.of()));
        people.complete(id, "task_signAgreementGrantee", people.ofGrantee(Role.GL), Map.of("decision", "SIGN"));
        people.complete(id, "task_signAgreementFunder", people.ofProgramme(Role.AP), Map.of("decision", "SIGN"));
        return grants.get(id);
    }

    public Occurrence occurrence(Grant grant, String activity, int no) {
        return plans.ofGrant(grant.id()).stream()
                .filter(occurrence -> occurrence.activityCode().equals(activity) && occurrence.no() == no)
                .findFirst()
                .orElseThrow();
    }

    /** The open task of an occurrence. */
    public OpenTask task(Occurrence occurrence, String elementId) {
        return tasks(occurrence).stream()
                .filter(task -> task.elementId().equals(elementId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + elementId + " among "
                        + tasks(occurrence).stream().map(OpenTask::elementId).toList()));
    }

    public List<OpenTask> tasks(Occurrence occurrence) {
        return desk.ofCase(occurrence.grantId()).stream()
                .filter(task -> task.businessKey().equals(occurrence.id()))
                .toList();
    }

    public Completion submit(Occurrence occurrence, String elementId, Actor actor, Map<String, Object> data) {
        return desk.complete(task(occurrence, elementId).taskId(), data, actor);
    }

    public void complete(Occurrence occurrence, String elementId, Actor actor, Map<String, Object> data) {
        Completion completion = submit(occurrence, elementId, actor, data);
        if (!(completion instanceof Completion.Completed)) {
            throw new AssertionError(elementId + ": " + completion);
        }
    }

    public static Map<String, Object> plan(LocalDate first, LocalDate last, String budget) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("intent", "HOLD");
        plan.put("firstDay", first.toString());
        plan.put("lastDay", last.toString());
        plan.put("place", "กรุงเทพมหานคร");
        plan.put("budget", budget);
        plan.put("participants", 40);
        plan.put("openChecks", "เตรียมต่อก่อนวันจัด");
        return plan;
    }

    public static Map<String, Object> report(LocalDate first, LocalDate last, String costHead, String amount) {
        Map<String, Object> report = new HashMap<>();
        report.put("firstDay", first.toString());
        report.put("lastDay", last.toString());
        report.put("participants", 38);
        report.put("outputs", "ผู้ผ่านหลักสูตร 38 คน");
        report.put("narrative", "จัดตามแผน");
        report.put("evidence", "บัญชีรายชื่อ แฟ้ม 1");
        report.put("costs", List.of(Map.of("costHead", costHead, "amount", amount)));
        return report;
    }

    /** Brings an occurrence from its plan to its accepted report, by people who each do one step. */
    public void deliver(Occurrence occurrence, LocalDate first, LocalDate last, String costHead, String amount) {
        plan(occurrence, first, last, amount);
        complete(occurrence, "task_reportActivity", people.ofGrantee(Role.GC), report(first, last, costHead, amount));
        complete(occurrence, "task_checkActivityReport", people.ofProgramme(Role.MT), Map.of("decision", "APPROVE"));
        complete(occurrence, "task_acceptActivityReport", people.ofProgramme(Role.PO), Map.of("decision", "APPROVE"));
    }

    /** Brings an occurrence to its approved plan. */
    public void plan(Occurrence occurrence, LocalDate first, LocalDate last, String budget) {
        complete(occurrence, "task_planActivity", people.ofGrantee(Role.GC), plan(first, last, budget));
        complete(occurrence, "task_approveActivity", people.ofProgramme(Role.PO), Map.of("decision", "APPROVE"));
        if (tasks(occurrence).stream().anyMatch(task -> task.elementId().equals("task_approveActivityByBoard"))) {
            complete(occurrence, "task_approveActivityByBoard", people.ofProgramme(Role.AP),
                    Map.of("decision", "APPROVE"));
        }
    }
}
