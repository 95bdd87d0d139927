package org.thun.notifications.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.amendments.AmendmentInForce;
import org.thun.disbursement.TrancheSettled;
import org.thun.grants.AgreementEffective;
import org.thun.notifications.NoticeKind;
import org.thun.notifications.internal.NoticeMapper.EventRow;
import org.thun.progress.PeriodDossier.Verdict;
import org.thun.progress.ReportDecided;
import org.thun.progress.ReportReminded;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.tasks.TaskGone;
import org.thun.tasks.TaskWaiting;

/**
 * Notes what has happened in the transaction in which it happens: what is rolled back is never told, and what is committed is
 * told even if the application falls over right after. The same event is noted once.
 */
@Component
class NoticeOutbox {

    private final NoticeMapper notices;
    private final BusinessClock clock;

    NoticeOutbox(NoticeMapper notices, BusinessClock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskWaiting task) {
        insert("task-" + task.taskId(), NoticeKind.TASK, task.caseId(), task.taskId(), 0, 0);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskGone task) {
        notices.settled(task.taskId(), clock.dateTime());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReportReminded reminder) {
        note("reminder-" + reminder.reportId() + "/" + reminder.offsetDays(),
                reminder.offsetDays() > 0 ? NoticeKind.OVERDUE : NoticeKind.REMINDER, reminder.grantId(),
                reminder.reportId(), reminder.periodNo(), reminder.offsetDays());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReportDecided decided) {
        note("decision-" + decided.reportId() + "/" + decided.decisionNo(),
                decided.verdict() == Verdict.RETURN ? NoticeKind.RETURNED : NoticeKind.DECISION, decided.grantId(),
                decided.reportId(), decided.periodNo(), decided.decisionNo());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TrancheSettled settled) {
        note("tranche-" + settled.grantId() + "/" + settled.trancheNo(), NoticeKind.PAYMENT, settled.grantId(),
                settled.grantId(), settled.trancheNo(), 0);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AgreementEffective agreement) {
        note("agreement-" + agreement.grantId(), NoticeKind.AGREEMENT, agreement.grantId(), agreement.grantId(), 1, 0);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AmendmentInForce amendment) {
        note("amendment-" + amendment.amendmentId(), NoticeKind.AGREEMENT, amendment.grantId(), amendment.amendmentId(),
                amendment.no(), 0);
    }

    private void note(String key, NoticeKind kind, String caseId, String objectId, int number, int detail) {
        if (notices.noted(key) == 0) {
            insert(key, kind, caseId, objectId, number, detail);
        }
    }

    private void insert(String key, NoticeKind kind, String caseId, String objectId, int number, int detail) {
        notices.note(new EventRow(Ids.next(), key, kind, caseId, objectId, number, detail, "NEW", clock.dateTime()));
    }
}
