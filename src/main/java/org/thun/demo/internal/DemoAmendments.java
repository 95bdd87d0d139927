package org.thun.demo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentDesk.Description;
import org.thun.amendments.MassAmendment.Area;
import org.thun.amendments.MassAmendment.Relief;
import org.thun.amendments.MassAmendments;
import org.thun.amendments.MassAmendments.Order;
import org.thun.amendments.Part;
import org.thun.grants.AgreementTerm;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.tasks.TaskDesk.Completion;

/** Changes of agreements that wait for visitors: one in draft, one to check, one for many grants to decide. */
@Component
@Profile("demo")
class DemoAmendments {

    private static final Map<String, Object> SEND = Map.of("decision", "SEND");
    private static final List<String> FLOODED = List.of("80", "84", "90", "92", "93", "94", "95", "96");
    private static final int LATER_MONTH = 15;
    private static final int DAYS_LATER = 30;

    private final AmendmentDesk amendments;
    private final MassAmendments masses;
    private final TaskDesk tasks;
    private final DemoPeople people;

    DemoAmendments(AmendmentDesk amendments, MassAmendments masses, TaskDesk tasks, DemoPeople people) {
        this.amendments = amendments;
        this.masses = masses;
        this.tasks = tasks;
        this.people = people;
    }

    /** Leaves them waiting, unless that was done before. */
    void leaveToDo(Grant grant, LocalDate today) {
        Actor lead = people.actor(DemoPerson.GL);
        if (!amendments.ofGrant(grant, lead).isEmpty()) {
            return;
        }
        draft(grant, new Part.Term(AgreementTerm.Kind.SCOPE, "พื้นที่นำร่อง", "เพิ่มตำบลนำร่องในจังหวัดที่น้ำลดแล้ว"),
                "ตำบลเดิมยังเข้าไม่ได้หลังน้ำท่วม", people.actor(DemoPerson.GC));
        String sent = draft(grant, new Part.PlanAdd("1.1", LATER_MONTH, LATER_MONTH),
                "ผู้เข้าอบรมรอบก่อนมาไม่ครบเพราะน้ำท่วม ขอจัดเพิ่มอีกหนึ่งครั้ง", lead);
        send(grant.id(), sent, lead);
        forMany(grant, today);
    }

    private String draft(Grant grant, Part part, String reason, Actor drafter) {
        String id = amendments.begin(grant, part, drafter).orElseThrow();
        amendments.describe(grant, id, new Description(reason, null, null), drafter).orElseThrow();
        return id;
    }

    /** The flood of January 2017 in the south. */
    private void forMany(Grant grant, LocalDate today) {
        Actor officer = people.actor(DemoPerson.PO);
        String id = masses.begin(grant.programmeKey(), new Order(new Area(List.of(), FLOODED),
                new Relief(today, today.plusYears(1), null, null, false, DAYS_LATER, null, null, false),
                "น้ำท่วมภาคใต้ เดือนมกราคม 2560 ศูนย์ในจังหวัดที่ประสบภัยส่งหลักฐานไม่ทัน", "ปภ. ประกาศเขตภัยพิบัติ"), officer)
                .orElseThrow();
        send(id, id, officer);
    }

    private void send(String caseId, String businessKey, Actor sender) {
        OpenTask task = tasks.ofCase(caseId).stream()
                .filter(open -> open.businessKey().equals(businessKey))
                .findFirst()
                .orElseThrow();
        Completion completion = tasks.complete(task.taskId(), SEND, sender);
        if (!(completion instanceof Completion.Completed)) {
            throw new IllegalStateException("the demonstration's amendment was not sent: " + completion);
        }
    }
}
