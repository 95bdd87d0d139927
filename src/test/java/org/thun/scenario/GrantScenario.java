package org.thun.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.audit.AuditTrail;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.Tranche;
import org.thun.disbursement.TrancheState;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Role;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.Measurement;
import org.thun.parties.Organisations;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReports;
import org.thun.shared.Money;
import org.thun.tasks.FactSheet.Check;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk.TaskView;
import org.thun.tasks.TaskPage.Option;
import org.thun.workflow.Processes;
import org.thun.workflow.TrainingClock;

/** What the people of a grant of the reference programme do and write, step by step, whatever their grant lives through. */
abstract class GrantScenario {

    static final String PROGRAMME = "ldi-pracharath-2";
    static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");

    @Autowired
    TrainingClock clock;

    @Autowired
    Company people;

    @Autowired
    Grants grants;

    @Autowired
    ActivityPlans plans;

    @Autowired
    PeriodReports periods;

    @Autowired
    Disbursements disbursements;

    @Autowired
    IndicatorQueries indicators;

    @Autowired
    Organisations organisations;

    @Autowired
    Processes processes;

    @Autowired
    AuditTrail audit;

    @Autowired
    EvidenceOfLife evidence;

    String grantId;

    /** What an occurrence is planned for, and costs. */
    abstract Money planned(Occurrence occurrence);

    /** Does what can be done today of the activities' tasks, one after another until nothing moves. */
    void doActivities() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (OpenTask task : people.openTasks(grantId)) {
                moved |= doActivityTask(task, clock.today());
            }
        }
    }

    private boolean doActivityTask(OpenTask task, LocalDate today) {
        switch (task.elementId()) {
            case "task_planActivity" -> people.complete(task, activityPlan(task));
            case "task_approveActivity", "task_approveActivityByBoard", "task_checkActivityReport",
                    "task_acceptActivityReport" ->
                people.complete(task, Map.of("decision", "APPROVE"));
            case "task_reportActivity" -> {
                Occurrence occurrence = occurrence(task);
                if (!today.isAfter(occurrence.plannedDays().to()) || occurrence.id().equals(fee().id())) {
                    return false;
                }
                people.complete(task, activityReport(occurrence));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The institute fee, which waits for the close-out documents. */
    Occurrence fee() {
        return plans.ofGrant(grantId).stream()
                .filter(occurrence -> occurrence.activityCode().equals("4.4"))
                .findFirst()
                .orElseThrow();
    }

    Map<String, Object> activityPlan(OpenTask task) {
        Occurrence occurrence = occurrence(task);
        LocalDate first = occurrence.days().from().plusDays(2);
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("intent", "HOLD");
        plan.put("firstDay", first.toString());
        plan.put("lastDay", (occurrence.mark() ? first.plusDays(1) : occurrence.days().to()).toString());
        plan.put("place", "เชียงใหม่");
        plan.put("centres", List.of());
        plan.put("budget", planned(occurrence).toString());
        plan.put("participants", 40);
        plan.put("openChecks", "เตรียมต่อก่อนวันจัด");
        return plan;
    }

    Map<String, Object> activityReport(Occurrence occurrence) {
        String head = grants.budget(grantId).stream()
                .filter(line -> line.activityCode().equals(occurrence.activityCode()))
                .map(BudgetLine::costHead)
                .findFirst()
                .orElseThrow();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("firstDay", occurrence.plannedDays().from().toString());
        report.put("lastDay", occurrence.plannedDays().to().toString());
        report.put("participants", 38);
        report.put("outputs", "ครบตามแผน");
        report.put("narrative", "แลกเปลี่ยนเรียนรู้");
        report.put("costs", List.of(Map.of("costHead", head, "amount", occurrence.plannedBudget().toString())));
        report.put("evidence", "ใบลงทะเบียน ใบเสร็จ");
        return report;
    }

    void reportPeriod() {
        people.complete(Role.GC, grantId, "task_draftPeriodReport", periodReport());
        people.complete(Role.GL, grantId, "task_submitPeriodReport", Map.of("decision", "APPROVE"));
        acceptPeriod();
    }

    void acceptPeriod() {
        people.complete(Role.MT, grantId, "task_checkPeriodReport", Map.of("decision", "APPROVE", "opinion", "LIKELY"));
        people.complete(Role.PO, grantId, "task_acceptPeriodReport", Map.of("decision", "APPROVE"));
    }

    Map<String, Object> periodReport() {
        Map<String, Object> begun =
                people.view(Role.GC, grantId, "task_draftPeriodReport").page().values();
        Money carried = (Money) begun.get("carriedForward");
        Money received = (Money) begun.get("received");
        Money interest = Money.parse("12.34");
        Money spent = Money.ZERO;
        List<Map<String, Object>> expenses = new ArrayList<>();
        for (Map<String, Object> line : rows(begun.get("expenses"))) {
            spent = spent.plus((Money) line.get("amount"));
            expenses.add(Map.of("activityCode", line.get("activityCode"), "costHead", line.get("costHead"), "amount",
                    line.get("amount").toString()));
        }
        List<Map<String, Object>> narrative = new ArrayList<>();
        for (Map<String, Object> line : rows(begun.get("activities"))) {
            narrative.add(Map.of("activityCode", line.get("activityCode"), "percent", 90, "result", "ตามแผน"));
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("standing", "ON_PLAN");
        report.put("summary", "ตามแผน");
        report.put("activities", narrative);
        report.put("nextPlan", "ตามแผนเดิม");
        report.put("carriedForward", carried.toString());
        report.put("received", received.toString());
        report.put("interest", interest.toString());
        report.put("otherIncome", "0");
        report.put("expenses", expenses);
        report.put("cash", "0");
        report.put("bank", carried.plus(received).plus(interest).minus(spent));
        report.put("nextForecast", grant().amount().toString());
        return report;
    }

    void requestTranche() {
        people.completeBegun(Role.GF, grantId, "task_requestTranche", begun -> {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("choice", "ASK");
            request.put("amount", begun.get("amount"));
            request.put("purpose", "กิจกรรมงวดถัดไป");
            request.put("nextActivities", "ตามแผน");
            return request;
        });
        people.complete(Role.GL, grantId, "task_signTrancheRequest", Map.of("decision", "SIGN"));
    }

    Map<String, Object> passed() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("decision", "PASS");
        form.put("amount", people.view(Role.PO, grantId, "task_checkTrancheGates").page().values().get("amount"));
        return form;
    }

    void pay(int trancheNo) {
        people.complete(Role.PO, grantId, "task_checkTrancheGates", passed());
        people.complete(Role.FM, grantId, "task_makeVoucher",
                Map.of("voucherNo", "ฎ." + trancheNo, "voucherOn", clock.today().toString()));
        assertThat(people.tasksOf(Role.FM, grantId, "task_approvePayment")).as("SD2").isEmpty();
        people.complete(Role.FA, grantId, "task_approvePayment", Map.of("decision", "APPROVE"));
        people.complete(Role.AP, grantId, "task_approvePaymentSecondKey",
                Map.of("decision", "APPROVE", "resolutionNo", "1/" + trancheNo));
        people.complete(Role.FM, grantId, "task_recordPayment",
                Map.of("result", "PAID", "bankReference", "TR-" + trancheNo, "paidOn", clock.today().toString()));
        people.completeBegun(Role.GF, grantId, "task_confirmReceipt", begun -> Map.of(
                "receiptNo", "ร." + trancheNo, "receiptedOn", clock.today().toString(), "amount", tranche(trancheNo).paid()));
        assertThat(tranche(trancheNo).state()).isEqualTo(TrancheState.RECEIPTED);
    }

    void evaluate() {
        TaskView assignment = people.view(Role.EM, grantId, "task_assignEvaluator");
        people.complete(Role.EM, grantId, "task_assignEvaluator",
                Map.of("evaluatorId", options(assignment, "evaluators").get(0)));
        people.complete(Role.EV, grantId, "task_declareConflict",
                Map.of("conflict", "NONE", "answer", "ACCEPT", "words", "ไม่มี", "signed", true));
        TaskView assessment = people.view(Role.EV, grantId, "task_fileAssessment");
        people.complete(Role.EV, grantId, "task_fileAssessment", assessment(assessment));
        people.complete(Role.GL, grantId, "task_commentFacts", Map.of("comments", List.of(Map.of("text", "จำนวนผู้ร่วมคือ 38"))));
        Map<String, Object> finished = assessment(assessment);
        finished.put("answers", List.of(Map.of("no", 1, "answer", "แก้ไขแล้ว")));
        people.complete(Role.EV, grantId, "task_finaliseAssessment", finished);
        people.complete(Role.EM, grantId, "task_approveAssessment", Map.of("decision", "APPROVE"));
        people.complete(Role.GL, grantId, "task_answerRecommendations", Map.of("answers", List.of(Map.of(
                "no", 1, "answer", "ACCEPT", "reason", "เห็นด้วย", "dueOn", clock.today().plusDays(60).toString()))));
    }

    Map<String, Object> assessment(TaskView view) {
        List<Map<String, Object>> ratings = new ArrayList<>();
        List<String> levels = options(view, "levels");
        for (String criterion : options(view, "criteria")) {
            ratings.add(Map.of("criterion", criterion, "level", levels.get(levels.size() - 1), "reason", "มีหลักฐาน"));
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("method", "ทบทวนเอกสาร สัมภาษณ์");
        form.put("findings", "กลไกเข้มแข็ง");
        form.put("ratings", ratings);
        form.put("overallLevel", levels.get(levels.size() - 1));
        form.put("overallReason", "ผลงานดี");
        form.put("recommendations", List.of(Map.of("text", "ขยายผล", "importance", "NORMAL", "dueOn",
                clock.today().plusDays(90).toString())));
        return form;
    }

    // ---- looking things up ----

    Grant grant() {
        return grants.get(grantId);
    }

    PeriodReport period(int no) {
        return periods.find(grantId, no).orElseThrow();
    }

    Tranche tranche(int no) {
        return disbursements.tranche(grantId, no).orElseThrow();
    }

    List<String> unmet(int trancheNo) {
        return disbursements.gates(grantId, trancheNo).checks().stream()
                .filter(check -> !check.met())
                .map(Check::rule)
                .toList();
    }

    Measurement measured(String indicator) {
        return indicators.measure(grant(), clock.today()).stream()
                .filter(measurement -> measurement.indicator().id().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    Occurrence occurrence(OpenTask task) {
        return plans.ofGrant(grantId).stream()
                .filter(occurrence -> occurrence.id().equals(task.businessKey()))
                .findFirst()
                .orElseThrow();
    }

    static List<String> options(TaskView view, String key) {
        return view.page().options().get(key).stream().map(Option::value).toList();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
