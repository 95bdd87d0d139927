package org.thun.workflow;

import java.time.LocalDateTime;
import java.util.List;

/** The deployed process and decision models, for administrators. */
public interface ProcessModels {

    List<Model> all();

    /** The BPMN XML of one version. */
    String xml(String definitionId);

    /**
     * One version of a model.
     *
     * @param definitionId id of this version
     * @param key id of the process in its model
     * @param name its name
     * @param version counted from 1
     * @param deployedAt when it came into force
     * @param openRuns how many runs follow this version now
     */
    record Model(String definitionId, String key, String name, int version, LocalDateTime deployedAt, long openRuns) {}
}
