package org.thun.tasks.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.shared.LocalizedText;
import org.thun.tasks.OpenTask;

/** One row of {@code inbox_task}. */
record InboxRow(
        String taskId,
        String runId,
        String processKey,
        String elementId,
        String formKey,
        String roleCodes,
        String businessKey,
        String caseId,
        String programmeKey,
        String orgId,
        String grantId,
        String centreCode,
        String caseLabel,
        String subjectTh,
        String subjectEn,
        LocalDate dueOn,
        LocalDateTime createdAt,
        String assigneeId) {

    List<Role> roles() {
        return Arrays.stream(roleCodes.split(",")).map(Role::valueOf).toList();
    }

    InboxRow unassigned() {
        return new InboxRow(taskId, runId, processKey, elementId, formKey, roleCodes, businessKey, caseId, programmeKey,
                orgId, grantId, centreCode, caseLabel, subjectTh, subjectEn, dueOn, createdAt, null);
    }

    OpenTask toTask() {
        return new OpenTask(taskId, runId, processKey, elementId, formKey, roles(), businessKey, caseId, caseLabel,
                new Scope(programmeKey, orgId, grantId, centreCode), new LocalizedText(subjectTh, subjectEn), dueOn,
                createdAt, assigneeId);
    }
}
