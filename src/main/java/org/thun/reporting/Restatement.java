package org.thun.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.thun.shared.LocalizedText;

/**
 * A figure of an accepted period that later records have changed. The frozen report stays as it is; the next reports say
 * what has changed, from what to what and why (BR-15).
 *
 * @param id its id
 * @param grantId the grant
 * @param periodNo the accepted period
 * @param asOf the day its report was frozen for
 * @param editionKey key of the edition whose figure it is
 * @param area name of the region or centre, or {@code null} for the whole grant
 * @param indicatorId the indicator
 * @param figure which of its figures
 * @param was the value so far, or {@code null} if there was none
 * @param is the value found, or {@code null} if there is none any more
 * @param foundOn when the difference was found
 * @param reason why, in the words of a person, or {@code null} while nobody has said
 */
public record Restatement(
        String id,
        String grantId,
        int periodNo,
        LocalDate asOf,
        String editionKey,
        LocalizedText area,
        String indicatorId,
        Figure figure,
        BigDecimal was,
        BigDecimal is,
        LocalDate foundOn,
        String reason) {

    /** Figures that a report states. */
    public enum Figure {
        /** What the whole grant has reached. */
        ACTUAL,
        BASELINE,
        TARGET,
        /** What an area has added. */
        COUNTED
    }

    /** Whether it is a figure of the whole grant. */
    public boolean national() {
        return editionKey.equals(Edition.NATIONAL.key());
    }
}
