package org.thun.imports;

/**
 * Rows of a file by what they are to the registers.
 *
 * @param fresh rows that become new records
 * @param changed rows that correct a record
 * @param unchanged rows that say what they said before
 * @param duplicate rows that stand in the file twice
 * @param refused rows that cannot be entered as they are
 */
public record RowCounts(int fresh, int changed, int unchanged, int duplicate, int refused) {

    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    /** How many of that kind. */
    public int of(RowKind kind) {
        return switch (kind) {
            case NEW -> fresh;
            case CHANGED -> changed;
            case UNCHANGED -> unchanged;
            case DUPLICATE -> duplicate;
            case REFUSED -> refused;
        };
    }

    public int total() {
        return fresh + changed + unchanged + duplicate + refused;
    }

    public RowCounts plus(RowCounts more) {
        return new RowCounts(fresh + more.fresh, changed + more.changed, unchanged + more.unchanged,
                duplicate + more.duplicate, refused + more.refused);
    }
}
