package org.thun.demo.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.thun.activities.ActivityPlans;
import org.thun.activities.Occurrence;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.Tranche;
import org.thun.grants.BudgetLine;
import org.thun.grants.Grants;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.Money;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk.TaskView;
import org.thun.tasks.TaskPage.Option;

/** What the people of the demonstration write into the forms, and how many days they take for it. */
@Component
@Profile("demo")
class DemoAnswers {

    /** Centres that send people to what is held on days. */
    private static final int INVITED_CENTRES = 4;

    /** What is spent of a plan, in percent: less than budgeted, as is usual. */
    private static final BigDecimal SPENT = BigDecimal.valueOf(82);

    private static final String ACTIVITY_REPORT = "report-activity";
    private static final String SYNTHETIC = " (ข้อมูลสังเคราะห์)";

    private final Map<String, Answer> answers = new HashMap<>();
    private final ActivityPlans plans;
    private final Grants grants;
    private final Programmes programmes;
    private final Disbursements disbursements;

    /**
     * How a form is answered.
     *
     * @param days days it takes
     * @param form the values
     */
    record Answer(int days, Form form) {}

    /** Fills a form. */
    interface Form {
        Map<String, Object> apply(DemoCase story, TaskView view, LocalDate today);
    }

    DemoAnswers(ActivityPlans plans, Grants grants, Programmes programmes, Disbursements disbursements) {
        this.plans = plans;
        this.grants = grants;
        this.programmes = programmes;
        this.disbursements = disbursements;
        proposals();
        agreement();
        activities();
        periodReports();
        payments();
        evaluation();
    }

    Answer to(String formKey) {
        return answers.get(formKey);
    }

    /** The day on which a task is done; a day that never comes for one that is left to visitors. */
    LocalDate dayOf(OpenTask task, DemoCase story) {
        Answer answer = answers.get(task.formKey());
        if (answer == null || story.leaves(task)) {
            return LocalDate.MAX;
        }
        LocalDate day = task.createdAt().toLocalDate().plusDays(answer.days() + story.slowness());
        if (task.formKey().equals(ACTIVITY_REPORT)) {
            LocalDate held = occurrence(task).plannedDays().to().plusDays(1 + story.slowness());
            return day.isBefore(held) ? held : day;
        }
        return day;
    }

    private void answer(String formKey, int days, Form form) {
        answers.put(formKey, new Answer(days, form));
    }

    private void proposals() {
        answer("draft-proposal", 8, (story, view, today) -> proposal(story));
        answer("screen-proposal", 5, (story, view, today) -> Map.of(
                "decision", "PASS", "reviewers", options(view, "reviewerChoices"), "comments", List.of()));
        answer("review-proposal", 9, (story, view, today) -> Map.of(
                "score", 78 + view.task().taskId().length() % 7, "recommendation", "APPROVE",
                "comment", "แผนชัดเจน งบประมาณสมเหตุผล" + SYNTHETIC));
        answer("decide-proposal", 8, (story, view, today) -> Map.of(
                "decision", "APPROVE", "conditions", List.of(), "comment", "เห็นชอบตามเสนอ" + SYNTHETIC,
                "membersPresent", 12, "votesFor", 11));
    }

    private Map<String, Object> proposal(DemoCase story) {
        ProgrammeDefinition programme = programmes.current(DemoStory.PROGRAMME).orElseThrow();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (BudgetLine line : DemoBudget.of(programme, story.amount())) {
            lines.add(Map.of("activity", line.activityCode(), "costHead", line.costHead(), "amount", line.amount()));
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("titleTh", story.title().th());
        form.put("titleEn", story.title().en());
        form.put("summary", "ต่อยอดเครือข่ายภาคีในจังหวัด" + SYNTHETIC);
        form.put("objectives", "ชุมชนเข้มแข็งและมีข้อมูลของตนเอง" + SYNTHETIC);
        form.put("durationMonths", programme.duration().maxMonths());
        form.put("plannedStart", story.effectiveOn());
        form.put("amount", story.amount());
        form.put("budget", lines);
        form.put("decision", "SUBMIT");
        return form;
    }

    private void agreement() {
        answer("prepare-agreement", 4, (story, view, today) -> Map.of(
                "number", "59-" + view.task().caseId().substring(20).toUpperCase(),
                "effectiveOn", story.effectiveOn(),
                "conditionsMet", options(view, "conditions")));
        answer("sign-agreement-grantee", 3, (story, view, today) -> Map.of("decision", "SIGN"));
        answer("sign-agreement-funder", 4, (story, view, today) -> Map.of("decision", "SIGN"));
    }

    private void activities() {
        answer("plan-activity", 2, (story, view, today) -> plan(view));
        answer("approve-activity", 3, DemoAnswers::approved);
        answer(ACTIVITY_REPORT, 5, (story, view, today) -> report(view));
        answer("check-activity-report", 3, DemoAnswers::approved);
        answer("accept-activity-report", 3, DemoAnswers::approved);
        answer("record-visit", 2, (story, view, today) -> visit(today));
    }

    private static Map<String, Object> visit(LocalDate today) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("visitedOn", today);
        form.put("informants", "ผู้ประสานงานและตัวแทนศูนย์ 3 แห่ง" + SYNTHETIC);
        form.put("progress", "กิจกรรมเดินตามแผน ศูนย์เริ่มใช้ฐานข้อมูลเอง" + SYNTHETIC);
        form.put("problems", "ใบเสร็จจากศูนย์มาช้า" + SYNTHETIC);
        form.put("structure", 1);
        form.put("skills", 1);
        form.put("results", 1);
        form.put("moneySystem", 1);
        form.put("spending", 1);
        form.put("evidence", 2);
        form.put("opinion", "LIKELY_TO_SUCCEED");
        return form;
    }

    private Map<String, Object> plan(TaskView view) {
        OpenTask task = view.task();
        Occurrence occurrence = occurrence(task);
        LocalDate first = occurrence.days().from().plusDays(occurrence.mark() ? 14 : 7);
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("intent", "HOLD");
        form.put("firstDay", first);
        form.put("lastDay", occurrence.mark() ? first.plusDays(1) : occurrence.days().to());
        form.put("place", "ศูนย์ประสานภาคี" + SYNTHETIC);
        form.put("centres", List.of());
        form.put("budget", share(task));
        form.put("participants", occurrence.mark() ? 40 : 82);
        form.put("note", "ตามแผนปฏิบัติการ" + SYNTHETIC);
        List<Option> checks = view.page().options().get("checkChoices");
        form.put("checks", checks.stream().map(Option::value).toList());
        if (!checks.isEmpty()) {
            form.put("invitations", view.page().options().get("centreChoices").stream()
                    .limit(INVITED_CENTRES)
                    .map(centre -> Map.of("centre", centre.value(), "invited", 10, "accepted", 9))
                    .toList());
        }
        return form;
    }

    private Map<String, Object> report(TaskView view) {
        Occurrence occurrence = occurrence(view.task());
        Money spent = occurrence.plannedBudget().percentRoundedDown(SPENT);
        Money half = spent.percentRoundedDown(BigDecimal.valueOf(60));
        List<String> heads = heads(view.task(), occurrence.activityCode());
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("firstDay", occurrence.plannedDays().from());
        form.put("lastDay", occurrence.plannedDays().to());
        form.put("participants", occurrence.mark() ? 40 : 78);
        form.put("centres", view.page().values().get("centres"));
        if (occurrence.mark()) {
            form.put("attendance", List.of(
                    Map.of("day", occurrence.plannedDays().from(), "people", 40),
                    Map.of("day", occurrence.plannedDays().to(), "people", 37)));
            form.put("listGround", "CONSENT");
            form.put("listPurpose", "ยืนยันผู้เข้าร่วม" + SYNTHETIC);
            form.put("lessons", "จัดให้จบก่อนบ่ายสามเพราะหลายศูนย์เดินทางไกล" + SYNTHETIC);
        }
        form.put("outputs", "ดำเนินการครบตามแผน" + SYNTHETIC);
        form.put("narrative", "ผู้เข้าร่วมแลกเปลี่ยนเรียนรู้และตกลงแผนงานร่วมกัน" + SYNTHETIC);
        form.put("costs", List.of(
                Map.of("costHead", heads.get(0), "amount", half),
                Map.of("costHead", heads.get(1), "amount", spent.minus(half))));
        form.put("evidence", "ใบลงทะเบียนและใบเสร็จรับเงินอยู่ที่สำนักงานโครงการ" + SYNTHETIC);
        return form;
    }

    private void periodReports() {
        answer("draft-period-report", 30, (story, view, today) -> periodReport(view));
        answer("submit-period-report", 4, DemoAnswers::approved);
        answer("check-period-report", 7, (story, view, today) -> Map.of(
                "decision", "APPROVE", "opinion", "LIKELY", "comments", "ผลงานเป็นไปตามแผน" + SYNTHETIC));
        answer("accept-period-report", 7, DemoAnswers::approved);
        answer("call-grantee", 2, (story, view, today) -> Map.of(
                "calledOn", today, "spokeWith", "ผู้ประสานงานโครงการ", "outcome", "จะส่งรายงานภายในสัปดาห์หน้า" + SYNTHETIC));
    }

    private static Map<String, Object> periodReport(TaskView view) {
        Map<String, Object> begun = view.page().values();
        Money spent = Money.ZERO;
        for (Map<String, Object> line : rows(begun.get("expenses"))) {
            spent = spent.plus((Money) line.get("amount"));
        }
        Money received = (Money) begun.get("received");
        Money interest = received.percentRoundedDown(new BigDecimal("0.12"));
        List<Map<String, Object>> narrative = new ArrayList<>();
        for (Map<String, Object> line : rows(begun.get("activities"))) {
            narrative.add(Map.of("activityCode", line.get("activityCode"), "percent", 90, "result", "เป็นไปตามแผน" + SYNTHETIC));
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("standing", "ON_PLAN");
        form.put("summary", "งานของงวดนี้เป็นไปตามแผน ศูนย์ประสานภาคีส่งข้อมูลต่อเนื่อง" + SYNTHETIC);
        form.put("activities", narrative);
        form.put("nextPlan", "ดำเนินกิจกรรมตามแผนเดิม" + SYNTHETIC);
        form.put("carriedForward", begun.get("carriedForward"));
        form.put("received", received);
        form.put("interest", interest);
        form.put("otherIncome", Money.ZERO);
        form.put("expenses", begun.get("expenses"));
        form.put("cash", Money.ZERO);
        form.put("bank", ((Money) begun.get("carriedForward")).plus(received).plus(interest).minus(spent));
        form.put("nextForecast", spent);
        return form;
    }

    private void payments() {
        answer("request-tranche", 4, (story, view, today) -> {
            Map<String, Object> form = new LinkedHashMap<>();
            form.put("choice", "ASK");
            form.put("amount", view.page().values().get("amount"));
            form.put("purpose", "ดำเนินกิจกรรมของงวดถัดไป" + SYNTHETIC);
            form.put("nextActivities", "ตามแผนปฏิบัติการ" + SYNTHETIC);
            return form;
        });
        answer("sign-tranche-request", 3, (story, view, today) -> Map.of("decision", "SIGN"));
        answer("check-tranche-gates", 5, (story, view, today) -> {
            Map<String, Object> form = new LinkedHashMap<>();
            form.put("decision", "PASS");
            form.put("amount", view.page().values().get("amount"));
            return form;
        });
        answer("make-voucher", 3, (story, view, today) -> Map.of(
                "voucherNo", "ฎ." + view.task().taskId().substring(0, 8), "voucherOn", today));
        answer("approve-payment", 2, DemoAnswers::approved);
        answer("approve-payment-second-key", 2, (story, view, today) -> Map.of(
                "decision", "APPROVE", "resolutionNo", "มติที่ " + today));
        answer("record-payment", 1, (story, view, today) -> Map.of(
                "result", "PAID", "bankReference", "TR" + view.task().taskId().substring(0, 8), "paidOn", today));
        answer("confirm-receipt", 3, (story, view, today) -> Map.of(
                "receiptNo", "ร." + view.task().taskId().substring(0, 8), "receiptedOn", today,
                "amount", paid(view.task())));
    }

    private Money paid(OpenTask task) {
        return disbursements.tranches(task.caseId()).stream()
                .filter(tranche -> tranche.state().isPaid() && tranche.receiptNo() == null)
                .map(Tranche::paid)
                .findFirst()
                .orElseThrow();
    }

    private void evaluation() {
        answer("assign-evaluator", 3, (story, view, today) ->
                Map.of("evaluatorId", options(view, "evaluators").get(0)));
        answer("declare-conflict", 3, (story, view, today) -> Map.of(
                "conflict", "NONE", "answer", "ACCEPT", "words", "ไม่มีส่วนได้เสียกับโครงการนี้" + SYNTHETIC, "signed", true));
    }

    private static Map<String, Object> approved(DemoCase story, TaskView view, LocalDate today) {
        return Map.of("decision", "APPROVE");
    }

    private Occurrence occurrence(OpenTask task) {
        return plans.ofGrant(task.caseId()).stream()
                .filter(occurrence -> occurrence.id().equals(task.businessKey()))
                .findFirst()
                .orElseThrow();
    }

    /** The activity's budget, shared evenly over its occurrences. */
    private Money share(OpenTask task) {
        String code = occurrence(task).activityCode();
        Money budget = Money.sum(grants.budget(task.caseId()).stream()
                .filter(line -> line.activityCode().equals(code))
                .map(BudgetLine::amount)
                .toList());
        long occurrences = plans.ofGrant(task.caseId()).stream()
                .filter(occurrence -> occurrence.activityCode().equals(code))
                .count();
        return new Money(budget.satang() / occurrences);
    }

    private List<String> heads(OpenTask task, String activityCode) {
        return grants.budget(task.caseId()).stream()
                .filter(line -> line.activityCode().equals(activityCode))
                .map(BudgetLine::costHead)
                .toList();
    }

    private static List<String> options(TaskView view, String key) {
        return view.page().options().getOrDefault(key, List.of()).stream().map(Option::value).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
