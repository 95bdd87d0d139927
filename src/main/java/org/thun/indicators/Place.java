package org.thun.indicators;

/**
 * What part of a grant a figure is of.
 *
 * @param kind what sort of part
 * @param code code of the region, province or centre in the programme definition; empty for the whole
 */
public record Place(Kind kind, String code) {

    /** The whole grant. */
    public static final Place WHOLE = new Place(Kind.WHOLE, "");

    public Place {
        if (kind == Kind.WHOLE != code.isEmpty()) {
            throw new IllegalArgumentException(kind + " of code '" + code + "'");
        }
    }

    /** Sorts of parts. */
    public enum Kind {
        WHOLE,
        REGION,
        PROVINCE,
        CENTRE
    }

    public static Place region(String code) {
        return new Place(Kind.REGION, code);
    }

    public static Place province(String code) {
        return new Place(Kind.PROVINCE, code);
    }

    public static Place centre(String code) {
        return new Place(Kind.CENTRE, code);
    }

    public boolean isWhole() {
        return kind == Kind.WHOLE;
    }
}
