package org.thun.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.IndicatorKind;

/**
 * What a part of a grant has contributed to an indicator, or what the value of the part is.
 *
 * @param value what is shown of the part: what was counted or added up, a share, a step or a score; {@code null} if there is
 *     nothing below the line to divide by
 * @param amount what was counted or added up; above the line of a share
 * @param of what stands below the line, or {@code null} where there is no line
 */
public record AreaValue(BigDecimal value, BigDecimal amount, BigDecimal of) {

    /** Decimals that are kept of a quotient; cut, so that no limit reads as reached that is not. */
    private static final int SCALE = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Records that were counted. */
    public static AreaValue counted(long records) {
        BigDecimal count = BigDecimal.valueOf(records);
        return new AreaValue(count, count, null);
    }

    /**
     * The smallest number of people or cases that the value tells of: above the line, below it, or what lies between; 0 if it
     * tells of none. Sums of which averages are made, amounts, steps and scores are no numbers of people.
     */
    public long people(Indicator indicator) {
        Stream<BigDecimal> numbers = switch (indicator.kind()) {
            case UNIQUE_COUNT, COUNT -> Stream.of(amount);
            case PERCENTAGE -> of == null ? Stream.of(amount) : Stream.of(amount, of, of.subtract(amount).abs());
            case AVERAGE -> Stream.of(of == null ? BigDecimal.ZERO : of);
            case MILESTONE_LADDER, INDEX, MONEY, MONEY_IN_KIND -> Stream.of();
        };
        return numbers.filter(number -> number.signum() > 0).mapToLong(BigDecimal::longValue).min().orElse(0);
    }

    /** The value that an amount stands for; without anything below the line there is none. */
    public static AreaValue worth(Indicator indicator, BigDecimal amount, BigDecimal of) {
        if (!indicator.kind().isRatio()) {
            return new AreaValue(amount, amount, null);
        }
        if (of == null || of.signum() == 0) {
            return new AreaValue(null, amount, BigDecimal.ZERO);
        }
        BigDecimal part = indicator.kind() == IndicatorKind.PERCENTAGE ? amount.multiply(HUNDRED) : amount;
        return new AreaValue(plain(part.divide(of, SCALE, RoundingMode.DOWN)), amount, of);
    }

    /**
     * What several areas come to together: sums add up, shares are shares of the sums, scores have a plain mean, steps have
     * nothing in common.
     *
     * @return {@code null} if there is nothing to say of them together
     */
    public static AreaValue together(Indicator indicator, Collection<AreaValue> areas) {
        if (areas.isEmpty() || indicator.kind() == IndicatorKind.MILESTONE_LADDER) {
            return null;
        }
        BigDecimal amount = areas.stream().map(AreaValue::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (indicator.kind() == IndicatorKind.INDEX) {
            BigDecimal mean = mean(areas.stream().map(AreaValue::amount).toList());
            return new AreaValue(mean, mean, null);
        }
        BigDecimal of = areas.stream().map(AreaValue::of).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        return worth(indicator, amount, of);
    }

    /** The plain mean of one or more values, cut to four decimals. */
    public static BigDecimal mean(List<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return plain(sum.divide(BigDecimal.valueOf(values.size()), SCALE, RoundingMode.DOWN));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
