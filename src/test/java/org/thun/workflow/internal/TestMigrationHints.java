package org.thun.workflow.internal;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.workflow.MigrationHints;

/** What the room of a process that only tests deploy knows of its earlier models. */
@Component
class TestMigrationHints implements MigrationHints {

    static final String PROCESS = "test-moves";

    @Override
    public String processKey() {
        return PROCESS;
    }

    @Override
    public Map<String, String> renamed() {
        return Map.of("wait_named", "wait_renamed");
    }

    @Override
    public Map<String, Object> missingVariables() {
        return Map.of("asked", "no");
    }
}
