package org.thun.grants.web;

import java.time.LocalDate;
import java.util.List;
import org.thun.grants.CaseStory.Waiting;
import org.thun.grants.Grant;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * A grant as lists and the head of its case file show it.
 *
 * @param grant the grant
 * @param programme title of its programme
 * @param amount the whole grant, or {@code null} for people who do not read the agreement
 * @param month month of the grant it is now, or {@code null} before it runs; not beyond the last one
 * @param percentOfTime how much of the term has passed, or {@code null} before it runs
 * @param waiting whom the case waits for
 */
record GrantRowView(
        Grant grant,
        LocalizedText programme,
        Money amount,
        Integer month,
        Integer percentOfTime,
        List<Waiting> waiting) {

    private static final int WHOLE = 100;

    static GrantRowView of(
            Grant grant, LocalizedText programme, Money amount, LocalDate today, List<Waiting> waiting) {
        if (grant.effectiveFrom() == null || today.isBefore(grant.effectiveFrom())) {
            return new GrantRowView(grant, programme, amount, null, null, waiting);
        }
        LocalDate day = today.isAfter(grant.endsOn()) ? grant.endsOn() : today;
        long passed = day.toEpochDay() - grant.effectiveFrom().toEpochDay() + 1;
        long all = grant.endsOn().toEpochDay() - grant.effectiveFrom().toEpochDay() + 1;
        return new GrantRowView(
                grant, programme, amount, grant.months().monthOf(day), (int) (passed * WHOLE / all), waiting);
    }
}
