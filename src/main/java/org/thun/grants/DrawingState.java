package org.thun.grants;

import java.util.List;
import org.thun.grants.CaseStory.RunSteps;
import org.thun.web.Formats;

/** Where a run stands, as the drawing on a page of its case asks for it. */
public record DrawingState(List<DrawingStep> steps) {

    /** A step with its times as they are shown. */
    public record DrawingStep(String elementId, String since, String until, boolean failed) {}

    public static DrawingState of(RunSteps run, Formats formats) {
        return new DrawingState(run.steps().stream()
                .map(step -> new DrawingStep(step.elementId(), formats.dateTime(step.since()),
                        step.until() == null ? null : formats.dateTime(step.until()), step.failed()))
                .toList());
    }
}
