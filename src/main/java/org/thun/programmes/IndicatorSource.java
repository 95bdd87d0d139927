package org.thun.programmes;

import org.thun.shared.LocalizedText;

/**
 * Where the values of an indicator come from: one of the three.
 *
 * @param register the register whose verified records count, or {@code null}
 * @param role code in the list {@link ProgrammeDefinition#PERSON_ROLES}: counts people in this role only; required for
 *     {@link Register#PERSON}, {@code null} elsewhere
 * @param other what the values are taken from, in words, where people enter them and others approve; else {@code null}
 * @param accepted the line of the accepted finance reports that is added up, or {@code null}
 */
public record IndicatorSource(Register register, String role, LocalizedText other, AcceptedSum accepted) {

    /** Records of a register, or values that are entered. */
    public IndicatorSource(Register register, String role, LocalizedText other) {
        this(register, role, other, null);
    }

    /** Lines of the money page of accepted period reports. */
    public enum AcceptedSum {
        RECEIVED,
        INTEREST,
        OTHER_INCOME,
        EXPENSE
    }

    /** The registers whose verified records can be counted. */
    public enum Register {
        ORGANISATION,
        PERSON,
        KNOWLEDGE,
        CAMPAIGN_ISSUE,
        COURSE_COMPLETION
    }
}
