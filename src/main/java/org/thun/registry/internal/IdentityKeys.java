package org.thun.registry.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thun.registry.CitizenNumber;

/**
 * The keys under which citizen numbers are hashed. A key is written {@code <id>:<secret>}; the id is kept with each hash,
 * so that a number hashed under a former key is still recognised after the key has been changed.
 */
@Component
class IdentityKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;
    private static final int LONGEST_ID = 20;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

    IdentityKeys(
            @Value("${thun.identity.key:}") String current, @Value("${thun.identity.former-keys:}") List<String> former) {
        Stream.concat(Stream.of(current), former.stream())
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .forEach(this::add);
        if (current.isBlank() && !keys.isEmpty()) {
            throw new IllegalStateException("thun.identity.former-keys is set, but THUN_IDENTITY_KEY is not");
        }
    }

    /** A number as it may be kept. */
    record Hash(String keyId, String hash) {}

    /** Whether citizen numbers can be kept at all. */
    boolean present() {
        return !keys.isEmpty();
    }

    /** The hash under the current key, to be kept. */
    Hash hash(CitizenNumber number) {
        return hashes(number).get(0);
    }

    /** The hash under every key there is, the current one first, to be looked for. */
    List<Hash> hashes(CitizenNumber number) {
        return keys.entrySet().stream().map(key -> new Hash(key.getKey(), hmac(key.getValue(), number))).toList();
    }

    private void add(String key) {
        int colon = key.indexOf(':');
        String secret = key.substring(colon + 1);
        if (colon < 1 || colon > LONGEST_ID || secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException("an identity key is written <id>:<secret>, the id of at most " + LONGEST_ID
                    + " and the secret of at least " + SHORTEST_SECRET + " characters");
        }
        String id = key.substring(0, colon);
        if (keys.put(id, new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM)) != null) {
            throw new IllegalStateException("two identity keys have the id " + id);
        }
    }

    private static String hmac(SecretKeySpec key, CitizenNumber number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(number.digits().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
