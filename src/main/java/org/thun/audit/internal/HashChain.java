package org.thun.audit.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.thun.audit.AuditEntry;

/** How entries are chained: each hash covers the whole entry and the hash before it. */
final class HashChain {

    /** What the first entry of a chain points to. */
    static final String BEGINNING = "0".repeat(64);

    /** Databases may cut fractions of seconds, so they are not part of what is hashed. */
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private HashChain() {}

    static String hashOf(AuditEntry entry) {
        StringBuilder text = new StringBuilder(400);
        for (Object part : parts(entry)) {
            // Lengths in front of the parts: "ab","c" and "a","bc" must not give the same text.
            String value = part == null ? "" : part.toString();
            text.append(part == null ? "-" : value.length()).append(':').append(value).append('|');
        }
        return sha256(text.toString());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<Object> parts(AuditEntry e) {
        List<Object> parts = new ArrayList<>(Arrays.asList(e.streamId(), e.streamSeq(),
                TO_THE_SECOND.format(e.atTime()), e.accountId(), e.accountName(), e.roleCode(), e.command(), e.objectType(), e.objectId(), e.fromState(), e.toState(),
                e.reason(), e.dataHash(), e.prevHash()));
        // Only where somebody acted for somebody: entries from before there were deputies keep their hashes.
        if (e.forAccountId() != null || e.forAccountName() != null) {
            parts.add(e.forAccountId());
            parts.add(e.forAccountName());
        }
        return parts;
    }
}
