package org.thun.registry.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people do to names without meaning to: a letter too many, one left out, another in its place, two swapped. */
final class Slips {

    private static final String THAI = "กคงจชซดตทนบปพฟมยรวสฮอ";
    private static final String LATIN = "bcdfkmnprstw";

    /** Fewer consonants than this are found as whole words only: as beginnings they would find everybody. */
    private static final int LONG_ENOUGH = 5;

    private Slips() {}

    /** Where skeletons stand that are one slip away from that one, or that one with its words written together or apart. */
    static List<KeyRange> around(byte[] skeleton) {
        Map<String, KeyRange> ranges = new LinkedHashMap<>();
        byte[] letters = NameKey.of(skeleton[0] < 0 ? THAI : LATIN).skeleton();
        for (int at = 0; at < skeleton.length; at++) {
            add(ranges, changed(skeleton, at, 1));
            if (at + 1 < skeleton.length) {
                add(ranges, changed(skeleton, at, 2, skeleton[at + 1], skeleton[at]));
            }
            if (at > 0) {
                add(ranges, changed(skeleton, at, 0, NameKey.BETWEEN));
            }
            for (byte letter : letters) {
                add(ranges, changed(skeleton, at, 0, letter));
                if (skeleton[at] != NameKey.BETWEEN) {
                    add(ranges, changed(skeleton, at, 1, letter));
                }
            }
        }
        for (byte letter : letters) {
            add(ranges, changed(skeleton, skeleton.length, 0, letter));
        }
        return List.copyOf(ranges.values());
    }

    /** The whole of what was typed against the beginning of a name that does it best: how many slips lie between. */
    static int between(byte[] typed, byte[] name) {
        int[] beforeLast = new int[name.length + 1];
        int[] last = new int[name.length + 1];
        int[] row = new int[name.length + 1];
        for (int j = 0; j <= name.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= typed.length; i++) {
            row[0] = i;
            for (int j = 1; j <= name.length; j++) {
                int exchange = typed[i - 1] == name[j - 1] ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + exchange);
                if (i > 1 && j > 1 && typed[i - 1] == name[j - 2] && typed[i - 2] == name[j - 1]) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        int fewest = Integer.MAX_VALUE;
        for (int slips : last) {
            fewest = Math.min(fewest, slips);
        }
        return fewest;
    }

    private static byte[] changed(byte[] skeleton, int at, int left, byte... instead) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream(skeleton.length + 1);
        changed.write(skeleton, 0, at);
        changed.writeBytes(instead);
        changed.write(skeleton, at + left, skeleton.length - at - left);
        return changed.toByteArray();
    }

    private static void add(Map<String, KeyRange> ranges, byte[] skeleton) {
        if (skeleton.length > 0 && skeleton[0] != NameKey.BETWEEN) {
            ranges.putIfAbsent(new String(skeleton, StandardCharsets.ISO_8859_1),
                    skeleton.length < LONG_ENOUGH ? KeyRange.word(skeleton) : KeyRange.beginning(skeleton));
        }
    }
}
