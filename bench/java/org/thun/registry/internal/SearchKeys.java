package org.thun.registry.internal;

import java.util.HexFormat;
import java.util.List;
import org.thun.programmes.IndicatorSource.Register;

/** The keys under which a name is found, for rows that come in past the doors. */
public final class SearchKeys {

    private SearchKeys() {}

    /** A key in hexadecimal digits. */
    public record Hex(String skeleton, String sound) {}

    public static List<Hex> of(Register register, String name, String surname) {
        return NameKey.of(register, name, surname, null).stream()
                .map(key -> new Hex(HexFormat.of().formatHex(key.skeleton()), HexFormat.of().formatHex(key.sound())))
                .toList();
    }
}
