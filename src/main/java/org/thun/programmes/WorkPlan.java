package org.thun.programmes;

import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * A work plan of a programme.
 *
 * @param id stable id ({@code WP1})
 * @param title what it is called
 * @param activities its activities, in the order of the proposal; may be empty
 */
public record WorkPlan(String id, LocalizedText title, List<Activity> activities) {

    public WorkPlan {
        activities = List.copyOf(activities);
    }
}
