package org.thun.reporting;

import java.util.Optional;
import org.thun.shared.LocalizedText;

/**
 * For whom a monitoring report is cut: the whole grant, one region or one centre. All editions come from the same figures
 * and the same templates.
 *
 * @param kind how wide it is
 * @param code code of the region or centre by the programme, or {@code null} for the whole grant
 * @param name what people call that area, or {@code null} for the whole grant
 */
public record Edition(Kind kind, String code, LocalizedText name) {

    /** The whole grant. */
    public static final Edition NATIONAL = new Edition(Kind.NATIONAL, null, null);

    /** How wide an edition is. */
    public enum Kind {
        NATIONAL,
        REGION,
        CENTRE
    }

    public Edition {
        if ((kind == Kind.NATIONAL) != (code == null)) {
            throw new IllegalArgumentException(kind + " with the code " + code);
        }
    }

    /** Whether this is the edition of the whole grant. */
    public boolean national() {
        return kind == Kind.NATIONAL;
    }

    /** Its name in addresses: {@code national}, {@code region-north}, {@code centre-TH-50}. */
    public String key() {
        return key(kind, code);
    }

    /** The key of an edition whose name is not at hand. */
    public static String key(Kind kind, String code) {
        return switch (kind) {
            case NATIONAL -> "national";
            case REGION -> "region-" + code;
            case CENTRE -> "centre-" + code;
        };
    }

    /** The code of the centre if that is the key of a centre's edition. */
    public static Optional<String> centreOf(String key) {
        return key.startsWith("centre-") ? Optional.of(key.substring("centre-".length())) : Optional.empty();
    }
}
