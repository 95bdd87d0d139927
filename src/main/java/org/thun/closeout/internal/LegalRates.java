package org.thun.closeout.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The legal rate of interest on late payment by day, from the configuration ({@code thun.legal-interest}). */
@Component
class LegalRates {

    private final List<Rate> rates;

    @Autowired
    LegalRates(Environment environment) {
        this(Binder.get(environment).bind("thun.legal-interest", Bindable.listOf(Rate.class)).orElse(List.of()));
    }

    private LegalRates(List<Rate> rates) {
        this.rates = rates.stream().sorted(Comparator.comparing(Rate::from).reversed()).toList();
    }

    static LegalRates of(Rate... rates) {
        return new LegalRates(List.of(rates));
    }

    /** Percent a year on that day; empty if the configuration says nothing, and then nothing may be computed. */
    Optional<BigDecimal> on(LocalDate day) {
        return rates.stream().filter(rate -> !rate.from().isAfter(day)).map(Rate::percent).findFirst();
    }

    /** A rate and its first day. */
    record Rate(LocalDate from, BigDecimal percent) {}
}
