package org.thun.activities;

import java.util.List;
import org.thun.shared.DateRange;
import org.thun.shared.Money;

/**
 * The accepted report of one occurrence.
 *
 * @param occurrenceId the occurrence
 * @param activityCode activity of the programme definition
 * @param held days on which it took place
 * @param participants people who took part
 * @param outputs what came of it, in words
 * @param costs what it cost, by head
 * @param lockedInPeriod the accepted period report that holds it, or {@code null} while none does
 */
public record AcceptedReport(
        String occurrenceId,
        String activityCode,
        DateRange held,
        Integer participants,
        String outputs,
        List<CostLine> costs,
        Integer lockedInPeriod) {

    public AcceptedReport {
        costs = List.copyOf(costs);
    }

    public Money total() {
        return Money.sum(costs.stream().map(CostLine::amount).toList());
    }
}
