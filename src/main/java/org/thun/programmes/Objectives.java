package org.thun.programmes;

import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * What a programme is for.
 *
 * @param general the general objective
 * @param specific the specific objectives; may be empty
 */
public record Objectives(LocalizedText general, List<Objective> specific) {

    public Objectives {
        specific = List.copyOf(specific);
    }

    /**
     * One specific objective.
     *
     * @param id stable id ({@code OBJ1})
     * @param workPlan id of the work plan that serves it, or {@code null}
     * @param text the objective
     */
    public record Objective(String id, String workPlan, LocalizedText text) {}
}
