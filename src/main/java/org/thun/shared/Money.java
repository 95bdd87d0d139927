package org.thun.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Locale;

/**
 * An exact amount of baht, kept in satang (BR-45). May be negative: a balance can be overdrawn.
 *
 * @param satang hundredths of a baht
 */
public record Money(long satang) implements Comparable<Money>, Serializable {

    public static final Money ZERO = new Money(0);

    /** @throws IllegalArgumentException if the amount has parts smaller than a satang; nothing is ever rounded silently */
    public static Money of(BigDecimal baht) {
        try {
            return new Money(baht.movePointRight(2).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not an amount in baht and satang: " + baht.toPlainString(), e);
        }
    }

    public static Money ofBaht(long baht) {
        return new Money(Math.multiplyExact(baht, 100L));
    }

    /**
     * Reads what people type: Thai or Western digits, thousands separators, at most two decimals.
     *
     * @throws IllegalArgumentException if the text is not such an amount
     */
    @JsonCreator
    public static Money parse(String text) {
        String plain = ThaiDigits.toWestern(text.strip()).replace(",", "");
        if (!plain.matches("-?\\d{1,13}(\\.\\d{1,2})?")) {
            throw new IllegalArgumentException("not an amount in baht and satang: " + text);
        }
        return of(new BigDecimal(plain));
    }

    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    public BigDecimal toBaht() {
        return BigDecimal.valueOf(satang, 2);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(satang, other.satang));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(satang, other.satang));
    }

    public Money negate() {
        return new Money(Math.negateExact(satang));
    }

    /** That share of this amount, cut down to the satang; who shares out must give the rest to somebody (BR-02). */
    public Money percentRoundedDown(BigDecimal percent) {
        return of(toBaht().multiply(percent).movePointLeft(2).setScale(2, RoundingMode.DOWN));
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isNegative() {
        return satang < 0;
    }

    public boolean isPositive() {
        return satang > 0;
    }

    public boolean isZero() {
        return satang == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(satang, other.satang);
    }

    /** With thousands separators and two decimals, as people read it: {@code 1,234.50}. */
    public String formatted() {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(toBaht());
    }

    /** The plain decimal, as machines read it: {@code 1234.50}. */
    @Override
    @JsonValue
    public String toString() {
        return toBaht().toPlainString();
    }
}
