package org.thun.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.grants.GrantFixture;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.workflow.TrainingClock;

/** Evaluations at a chosen step, and what people write in their forms. */
@Component
public class EvaluationFixture {

    /** Month of the reference programme's first evaluation. */
    private static final int FIRST_EVALUATION_MONTH = 9;

    private final GrantFixture grants;
    private final Grants door;
    private final EvaluationDesk desk;
    private final Evaluations evaluations;
    private final TrainingClock clock;

    EvaluationFixture(
            GrantFixture grants, Grants door, EvaluationDesk desk, Evaluations evaluations, TrainingClock clock) {
        this.grants = grants;
        this.door = door;
        this.desk = desk;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /** A grant whose first evaluation waits for an evaluator. */
    public Case opened() {
        Grant grant = grants.effective("1000000.00", clock.today().minusMonths(FIRST_EVALUATION_MONTH - 1L));
        clock.moveTo(clock.today().plusDays(1));
        Actor manager = grants.ofProgramme(Role.EM);
        Evaluation first = evaluations.ofGrant(grant, manager).get(0);
        return new Case(door.get(grant.id()), first.id(), manager, grants.ofProgramme(Role.EV),
                grants.ofGrantee(Role.GL));
    }

    /** An evaluation whose evaluator has accepted. */
    public Case accepted() {
        Case one = opened();
        assign(one, one.evaluator());
        grants.complete(one.grant().id(), "task_declareConflict", one.evaluator(), noConflict());
        return one;
    }

    /** An evaluation whose assessment the grantee may comment on. */
    public Case filed(Map<String, Object> assessment) {
        Case one = accepted();
        grants.complete(one.grant().id(), "task_fileAssessment", one.evaluator(), assessment);
        return one;
    }

    /** An evaluation with a final assessment. */
    public Case approved(Map<String, Object> assessment) {
        Case one = filed(assessment);
        grants.complete(one.grant().id(), "task_commentFacts", one.lead(), Map.of());
        grants.complete(one.grant().id(), "task_finaliseAssessment", one.evaluator(), assessment);
        grants.complete(one.grant().id(), "task_approveAssessment", one.manager(), Map.of("decision", "APPROVE"));
        return one;
    }

    public void assign(Case one, Actor evaluator) {
        grants.complete(one.grant().id(), "task_assignEvaluator", one.manager(),
                Map.of("evaluatorId", evaluator.accountId()));
    }

    public Evaluation state(Case one) {
        return desk.get(one.id());
    }

    public Map<String, Object> noConflict() {
        return Map.of("conflict", "NONE", "answer", "ACCEPT", "signed", true);
    }

    /** A complete assessment, with these recommendations. */
    @SafeVarargs
    public final Map<String, Object> assessment(Map<String, Object>... recommendations) {
        Map<String, Object> form = new HashMap<>();
        List<Map<String, Object>> ratings = new ArrayList<>();
        grants.programme().evaluation().scale().criteria().forEach(criterion ->
                ratings.add(Map.of("criterion", criterion.code(), "level", "4", "reason", "เพราะเห็นหลักฐาน")));
        form.put("method", "สัมภาษณ์และศึกษาเอกสาร");
        form.put("findings", "งานเป็นไปตามแผน");
        form.put("ratings", ratings);
        form.put("overallLevel", "5");
        form.put("overallReason", "ผลลัพธ์เด่นกว่าคะแนนรายข้อ");
        form.put("recommendations", List.of(recommendations));
        return form;
    }

    public Map<String, Object> recommendation(Importance importance, LocalDate dueOn) {
        return Map.of("text", "ปรับปรุงฐานข้อมูล", "importance", importance.name(), "dueOn", dueOn.toString());
    }

    /**
     * An evaluation with the people around it.
     *
     * @param grant the grant
     * @param id the evaluation
     * @param manager evaluation manager of the programme
     * @param evaluator somebody free of conflict
     * @param lead a lead of the grantee
     */
    public record Case(Grant grant, String id, Actor manager, Actor evaluator, Actor lead) {}
}
