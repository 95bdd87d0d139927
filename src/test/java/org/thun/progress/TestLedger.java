package org.thun.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.thun.shared.DateRange;
import org.thun.shared.Money;

/** Payments that a test states, beside those of the real ledger (there are none for its grants). */
@Component
public class TestLedger implements MoneyReceived {

    private record Entry(String grantId, LocalDate day, Money amount) {}

    private final List<Entry> paid = new CopyOnWriteArrayList<>();

    public void pay(String grantId, LocalDate day, String amount) {
        paid.add(new Entry(grantId, day, Money.parse(amount)));
    }

    @Override
    public Money received(String grantId, LocalDate from, LocalDate to) {
        return Money.sum(paid.stream()
                .filter(entry -> entry.grantId().equals(grantId) && new DateRange(from, to).contains(entry.day()))
                .map(Entry::amount)
                .toList());
    }

    @Override
    public Money refunded(String grantId, LocalDate from, LocalDate to) {
        return Money.ZERO;
    }
}
