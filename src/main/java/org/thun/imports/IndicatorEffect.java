package org.thun.imports;

import java.math.BigDecimal;
import org.thun.programmes.Indicator;

/**
 * What a file does to an indicator. Rows count once they are verified, not when they are entered (BR-17).
 *
 * @param indicator the indicator
 * @param now what it has reached today, or {@code null} if missing
 * @param added new records of the file that can count towards it
 * @param heldBack verified records that the file corrects: they do not count until they are verified again
 * @param afterEntry what it will be once the file is entered and nothing of it verified; {@code null} if missing
 * @param whenVerified what it will be when all of the file is verified; {@code null} if that cannot be said
 */
public record IndicatorEffect(
        Indicator indicator, BigDecimal now, long added, long heldBack, BigDecimal afterEntry, BigDecimal whenVerified) {}
