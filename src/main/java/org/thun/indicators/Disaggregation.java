package org.thun.indicators;

import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * A count broken down by what the records say.
 *
 * @param list name of the code list, or {@code district}
 * @param title what the break-down is called
 * @param slices one per code, in the order of the list; those of a district by name
 * @param unstated records that do not say
 * @param total all records; the sum of the slices and of those that do not say
 */
public record Disaggregation(String list, LocalizedText title, List<Slice> slices, long unstated, long total) {

    public Disaggregation {
        slices = List.copyOf(slices);
    }

    /**
     * A part.
     *
     * @param code code in the list, or the district in words
     * @param name what people read
     * @param counted records that count
     */
    public record Slice(String code, LocalizedText name, long counted) {}
}
