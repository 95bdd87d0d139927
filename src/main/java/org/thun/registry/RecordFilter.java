package org.thun.registry;

import org.thun.programmes.IndicatorSource.Register;

/**
 * Which records a list shows; parts that are {@code null} do not narrow it.
 *
 * @param register the register
 * @param grantId the grant
 * @param centreCode the centre
 * @param state where the records stand
 * @param facet role, type, category or theme, as in {@link CountFilter}
 * @param text a name or the beginning of one, as far as somebody remembers it, or a number ({@code PER-1024}); names are
 *     looked for in one register
 * @param place province, district or, where it says nothing about a person, sub-district, in words; needs a grant
 * @param gap what the records do not say
 */
public record RecordFilter(
        Register register,
        String grantId,
        String centreCode,
        RecordState state,
        String facet,
        String text,
        String place,
        RecordGap gap) {

    /** Records wherever they are, whatever they say or do not. */
    public RecordFilter(
            Register register, String grantId, String centreCode, RecordState state, String facet, String text) {
        this(register, grantId, centreCode, state, facet, text, null, null);
    }
}
