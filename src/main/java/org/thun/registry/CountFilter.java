package org.thun.registry;

import org.thun.programmes.IndicatorSource.Register;

/**
 * Which records are counted.
 *
 * @param register the register
 * @param facet role of a person, type of an organisation, category of a knowledge item or theme of a campaign;
 *     {@code null} for all. A person with three roles counts once under each (BR-21) and once without a facet
 */
public record CountFilter(Register register, String facet) {

    public static CountFilter of(Register register) {
        return new CountFilter(register, null);
    }
}
