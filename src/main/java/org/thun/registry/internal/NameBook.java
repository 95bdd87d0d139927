package org.thun.registry.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thun.registry.internal.NameMapper.PlaceRow;

/** Keeps names and places as they are looked for, in the transaction of whatever changes a record. */
@Component
class NameBook {

    private static final int PART = 1_000;

    private final NameMapper names;
    private final BulkRows bulk;

    NameBook(NameMapper names, BulkRows bulk) {
        this.names = names;
        this.bulk = bulk;
    }

    /** A key of a record, ready for the table. */
    record NameRow(String recordId, int wordNo, String registerCode, String centreCode, NameKey key) {

        static List<NameRow> of(RecordRow row) {
            List<NameRow> rows = new ArrayList<>();
            for (NameKey key : NameKey.of(row)) {
                rows.add(new NameRow(row.id(), rows.size() + 1, row.registerCode().name(), row.centreCode(), key));
            }
            return rows;
        }
    }

    /** Keeps the names and places of new records. */
    void keep(List<RecordRow> rows) {
        bulk.insertNames(rows.stream().flatMap(row -> NameRow.of(row).stream()).toList());
        keepPlaces(rows);
    }

    /** The same for records that say something else now. */
    void renew(List<RecordRow> rows) {
        if (!rows.isEmpty()) {
            names.forget(rows.stream().map(RecordRow::id).toList());
            keep(rows);
        }
    }

    /** Nobody finds these records by a name any more. */
    void forget(Collection<String> recordIds) {
        names.forget(recordIds);
    }

    /** The next records of a grant; gives the last of them, or {@code null} at the end. */
    String renewNext(String grantId, String after) {
        List<RecordRow> rows = names.next(grantId, after, PART);
        renew(rows);
        return rows.size() < PART ? null : rows.get(rows.size() - 1).id();
    }

    private void keepPlaces(List<RecordRow> rows) {
        // In one order, so that two who enter the same places at once wait for each other and do not lock each other out.
        Set<PlaceRow> wanted = rows.stream().map(NameBook::place).filter(Objects::nonNull).collect(Collectors.toCollection(
                () -> new TreeSet<>(Comparator.comparing(PlaceRow::toString))));
        Set<PlaceRow> known = new HashSet<>();
        wanted.stream()
                .map(place -> new PlaceRow(place.grantId(), place.registerCode(), place.centreCode(), "", ""))
                .distinct()
                .forEach(each -> known.addAll(names.places(each.grantId(), each.registerCode(), each.centreCode())));
        wanted.removeAll(known);
        if (!wanted.isEmpty()) {
            names.addPlaces(wanted);
        }
    }

    private static PlaceRow place(RecordRow row) {
        String subdistrict = RecordRules.personal(row.registerCode()) ? null : row.subdistrict();
        return row.district() == null && subdistrict == null
                ? null
                : new PlaceRow(row.grantId(), row.registerCode().name(), row.centreCode(),
                        Objects.requireNonNullElse(row.district(), ""), Objects.requireNonNullElse(subdistrict, ""));
    }
}
