package org.thun.imports.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thun.imports.internal.ImportMapper.PartRow;

/**
 * Seals the rows of files while they lie in the database, since citizen numbers may stand in them: with a key derived from
 * that of the registry's identities, so that a copy of the database alone tells nothing. Without such a key citizen numbers
 * are not taken at all, and rows are kept as they are. A former key still opens what it has sealed.
 */
@Component
class PartSeal {

    private static final byte OPEN = 0;
    private static final byte SEALED = 1;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

    PartSeal(@Value("${thun.identity.key:}") String current, @Value("${thun.identity.former-keys:}") List<String> former) {
        Stream.concat(Stream.of(current), former.stream())
                .map(String::strip)
                .filter(key -> key.indexOf(':') > 0)
                .forEach(key -> keys.putIfAbsent(key.substring(0, key.indexOf(':')), derived(key)));
    }

    /** Rows as they are kept. */
    byte[] write(List<RawRow> rows) {
        return seal(PartCodec.write(rows));
    }

    /** Rows that have been kept. */
    List<RawRow> read(PartRow part) {
        return PartCodec.read(open(part.content()));
    }

    byte[] seal(byte[] content) {
        if (keys.isEmpty()) {
            return ByteBuffer.allocate(content.length + 1).put(OPEN).put(content).array();
        }
        Map.Entry<String, SecretKeySpec> key = keys.entrySet().iterator().next();
        byte[] id = key.getKey().getBytes(StandardCharsets.UTF_8);
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key.getValue(), iv, content);
        return ByteBuffer.allocate(2 + id.length + IV_BYTES + sealed.length)
                .put(SEALED).put((byte) id.length).put(id).put(iv).put(sealed).array();
    }

    /** @throws IllegalStateException if its key is not known any more */
    byte[] open(byte[] kept) {
        ByteBuffer buffer = ByteBuffer.wrap(kept);
        if (buffer.get() == OPEN) {
            return rest(buffer);
        }
        byte[] id = new byte[buffer.get()];
        buffer.get(id);
        byte[] iv = new byte[IV_BYTES];
        buffer.get(iv);
        SecretKeySpec key = keys.get(new String(id, StandardCharsets.UTF_8));
        if (key == null) {
            throw new IllegalStateException("the rows of an import are sealed with an identity key that is not set any more: "
                    + "put it into THUN_IDENTITY_FORMER_KEYS");
        }
        return cipher(Cipher.DECRYPT_MODE, key, iv, rest(buffer));
    }

    private static byte[] rest(ByteBuffer buffer) {
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return rest;
    }

    private static byte[] cipher(int mode, SecretKeySpec key, byte[] iv, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the rows of an import cannot be sealed or opened", e);
        }
    }

    /** A key of its own, so that neither use tells anything of the other. */
    private static SecretKeySpec derived(String key) {
        try {
            return new SecretKeySpec(MessageDigest.getInstance("SHA-256")
                    .digest(("rows of imports\n" + key).getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
