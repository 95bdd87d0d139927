package org.thun.activities.process;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.thun.activities.ActivityDelivery.Decide;
import org.thun.activities.ActivityDossier;
import org.thun.shared.BusinessClock;

/** What the model asks for after a decision. */
final class Decisions {

    private Decisions() {}

    static Map<String, Object> of(Decide decision) {
        return Map.of("decision", decision.decision().name());
    }

    /** The report is late from the beginning of the day after it is due. */
    static Map<String, Object> reportTimer(ActivityDossier file) {
        return Map.of("reportLateFrom", file.occurrence().dueOn().plusDays(1).atStartOfDay(BusinessClock.ZONE)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
