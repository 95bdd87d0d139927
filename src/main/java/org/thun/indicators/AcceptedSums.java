package org.thun.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.programmes.IndicatorSource.AcceptedSum;

/**
 * Lines of the money pages of accepted period reports, which indicators of money add up. Implemented by a module that knows
 * the period reports; without one such indicators have no data.
 */
public interface AcceptedSums {

    /**
     * One accepted figure.
     *
     * @param periodNo number of the period report
     * @param from first day of the period
     * @param to last day of the period
     * @param amount baht
     * @param acceptedAt when the report was accepted
     */
    record AcceptedFigure(int periodNo, LocalDate from, LocalDate to, BigDecimal amount, LocalDateTime acceptedAt) {}

    /** The figures of one line from all accepted reports of a grant, by number of the period. */
    List<AcceptedFigure> of(String grantId, AcceptedSum line);
}
