package org.thun.activities.process;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.activities.MentorVisit;
import org.thun.activities.MentorVisits;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.tasks.TaskContext;
import org.thun.tasks.TaskSource;

/** What the task of {@code mentor-visit} is about. */
@Component
class VisitTasks implements TaskSource {

    private final MentorVisits visits;
    private final Grants grants;

    VisitTasks(MentorVisits visits, Grants grants) {
        this.visits = visits;
        this.grants = grants;
    }

    @Override
    public String processKey() {
        return "mentor-visit";
    }

    @Override
    public TaskContext contextOf(String elementId, String businessKey) {
        MentorVisit visit = visits.visit(businessKey);
        Grant grant = grants.get(visit.grantId());
        return new TaskContext(grant.id(), grant.path(), grant.number(), grant.scope(),
                grant.title(), visit.dueOn(), null, Set.of());
    }
}
