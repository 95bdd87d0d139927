package org.thun.tasks;

import java.time.LocalDate;
import java.util.Set;
import org.thun.identity.Scope;
import org.thun.shared.LocalizedText;

/**
 * What the inbox has to know of a task.
 *
 * @param caseId id of the case file (a grant or a proposal) to which it belongs
 * @param casePath where that case file is shown, such as {@code /grants/01h…}
 * @param caseLabel its number or short name, for lists
 * @param scope where it belongs: decides who of the candidate roles sees it
 * @param subject what it is about
 * @param dueOn day by which it should be done
 * @param assigneeId the one person who must do it, or {@code null} if anybody of the roles may
 * @param excludedIds people who may not do it although their role would allow it (separation of duties)
 */
public record TaskContext(
        String caseId,
        String casePath,
        String caseLabel,
        Scope scope,
        LocalizedText subject,
        LocalDate dueOn,
        String assigneeId,
        Set<String> excludedIds) {

    public TaskContext {
        excludedIds = Set.copyOf(excludedIds);
    }
}
