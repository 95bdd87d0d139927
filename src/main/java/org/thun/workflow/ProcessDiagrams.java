package org.thun.workflow;

import java.time.LocalDateTime;
import java.util.List;

/** Where a run stands, drawn on its own model: the version it runs on, not the newest. */
public interface ProcessDiagrams {

    /** The BPMN XML of the model that run follows. */
    String xml(String runId);

    /** The steps of that run: those it stands at and those behind it. */
    List<Step> steps(String runId);

    /**
     * One step of a run.
     *
     * @param elementId id of the element in the model
     * @param name its name in the model, or {@code null}
     * @param type kind of element ({@code userTask}, {@code intermediateTimer}, …)
     * @param since when the run came there
     * @param until when it left, or {@code null} while it stands there
     * @param failed whether work there has failed and waits for help
     */
    record Step(String elementId, String name, String type, LocalDateTime since, LocalDateTime until, boolean failed) {}
}
