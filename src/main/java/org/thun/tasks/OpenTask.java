package org.thun.tasks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.shared.LocalizedText;

/**
 * A task that waits for somebody.
 *
 * @param taskId id of the task
 * @param runId process run it belongs to
 * @param processKey process; its name is the text {@code process.<processKey>}
 * @param elementId step; its name is the text {@code task.<elementId>}
 * @param formKey form that completes it
 * @param roles roles that may do it
 * @param businessKey id of the domain object the process serves
 * @param caseId case file it belongs to
 * @param caseLabel number or short name of that case
 * @param scope where it belongs
 * @param subject what it is about
 * @param dueOn day by which it should be done
 * @param createdAt since when it waits
 * @param assigneeId who has taken it or must do it, or {@code null}
 */
public record OpenTask(
        String taskId,
        String runId,
        String processKey,
        String elementId,
        String formKey,
        List<Role> roles,
        String businessKey,
        String caseId,
        String caseLabel,
        Scope scope,
        LocalizedText subject,
        LocalDate dueOn,
        LocalDateTime createdAt,
        String assigneeId) {}
