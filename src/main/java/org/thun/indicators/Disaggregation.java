package org.thun.indicators;

import java.math.BigDecimal;
import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * A count broken down by what the records say, or an entered value by what those who entered it say.
 *
 * @param list name of the code list, or {@code district}
 * @param title what the break-down is called
 * @param slices one per code, in the order of the list; those of a district by name
 * @param unstated what nobody says
 * @param total all; the sum of the slices and of what nobody says
 */
public record Disaggregation(String list, LocalizedText title, List<Slice> slices, AreaValue unstated, AreaValue total) {

    public Disaggregation {
        slices = List.copyOf(slices);
    }

    /**
     * A part.
     *
     * @param code code in the list, or the district in words
     * @param name what people read
     * @param part what it comes to
     */
    public record Slice(String code, LocalizedText name, AreaValue part) {

        /** Records that were counted. */
        public static Slice of(String code, LocalizedText name, long counted) {
            return new Slice(code, name, AreaValue.counted(counted));
        }

        /** Records that count. */
        public long counted() {
            return part.amount().longValueExact();
        }
    }

    /** Records that were counted by what they say. */
    public static Disaggregation of(String list, LocalizedText title, List<Slice> slices, long total) {
        BigDecimal said = slices.stream().map(slice -> slice.part().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Disaggregation(list, title, slices,
                AreaValue.counted(BigDecimal.valueOf(total).subtract(said).longValueExact()), AreaValue.counted(total));
    }
}
