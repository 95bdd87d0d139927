package org.thun.imports.internal;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thun.imports.ImportState;
import org.thun.shared.BusinessClock;
import org.thun.workflow.DailyWork;

/** Files hold data of people: their rows are not kept longer than they are needed to fetch what was refused. */
@Component
class ForgottenRows implements DailyWork {

    private final ImportMapper imports;
    private final BusinessClock clock;
    private final int keepDays;

    ForgottenRows(ImportMapper imports, BusinessClock clock, @Value("${thun.imports.keep-days}") int keepDays) {
        this.imports = imports;
        this.clock = clock;
        this.keepDays = keepDays;
    }

    @Override
    public void on(LocalDate day) {
        for (String id : imports.forgettable(day.minusDays(keepDays))) {
            imports.deleteParts(id);
            imports.deleteRows(id);
            imports.purged(id);
            if (!imports.get(id).orElseThrow().state().isOver()) {
                // Nobody came back to it; without its rows nothing more can be done with it.
                imports.finish(id, ImportState.CANCELLED, clock.dateTime());
            }
        }
    }
}
