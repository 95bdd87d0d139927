package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.indicators.MeasuredEntry;
import org.thun.indicators.MeasuredEntry.EntrySlice;
import org.thun.indicators.MeasuredEntry.Purpose;
import org.thun.indicators.MeasuredEntry.Signed;
import org.thun.indicators.MeasuredEntry.State;
import org.thun.indicators.Place;
import org.thun.shared.DateRange;

/** An entered value as it is kept. */
record EntryRow(
        String id,
        String grantId,
        String indicatorId,
        Purpose purpose,
        Place.Kind placeKind,
        String placeCode,
        LocalDate fromOn,
        LocalDate toOn,
        BigDecimal amount,
        BigDecimal ofAmount,
        String evidenceNote,
        State state,
        String correctsId,
        String enteredBy,
        String enteredByName,
        LocalDateTime enteredAt,
        String checkedBy,
        String checkedByName,
        LocalDateTime checkedAt,
        String approvedBy,
        String approvedByName,
        LocalDateTime approvedAt,
        String returnedReason,
        String returnedByName,
        LocalDateTime replacedAt,
        String frozenIn) {

    Place place() {
        return new Place(placeKind, placeCode);
    }

    DateRange days() {
        return new DateRange(fromOn, toOn);
    }

    MeasuredEntry with(List<EntrySlice> slices) {
        return new MeasuredEntry(id, grantId, indicatorId, purpose, place(), days(), plain(amount), plain(ofAmount),
                evidenceNote, slices, state, correctsId, new Signed(enteredByName, enteredAt),
                checkedAt == null ? null : new Signed(checkedByName, checkedAt),
                approvedAt == null ? null : new Signed(approvedByName, approvedAt),
                returnedReason == null ? null : returnedByName + ": " + returnedReason, replacedAt, frozenIn != null);
    }

    static BigDecimal plain(BigDecimal value) {
        return value == null ? null : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
