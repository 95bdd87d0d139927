package org.thun.programmes;

import org.thun.shared.LocalizedText;

/**
 * Which records count towards an indicator.
 *
 * @param register the register, or {@code null} where no register of the product holds such records yet
 * @param role code in the list {@link ProgrammeDefinition#PERSON_ROLES}: counts people in this role only; required for
 *     {@link Register#PERSON}, {@code null} elsewhere
 * @param other where the figure would come from, in words, if there is no register for it; else {@code null}
 */
public record IndicatorSource(Register register, String role, LocalizedText other) {

    /** The registers whose verified records can be counted. */
    public enum Register {
        ORGANISATION,
        PERSON,
        KNOWLEDGE,
        CAMPAIGN_ISSUE,
        COURSE_COMPLETION
    }
}
