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
 * @param text beginning of the name or the surname, or a number ({@code PER-1024})
 */
public record RecordFilter(
        Register register, String grantId, String centreCode, RecordState state, String facet, String text) {}
