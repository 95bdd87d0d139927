package org.thun.progress.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.workflow.MigrationHints;

/** In the first model reminders waited for the officer's call; the present one asks whether they go on by themselves. */
@Component
class PeriodReportMigration implements MigrationHints {

    @Override
    public String processKey() {
        return "period-report";
    }

    @Override
    public Map<String, Object> missingVariables() {
        return Map.of("noticesRun", false);
    }
}
