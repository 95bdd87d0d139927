package org.thun.registry.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.thun.programmes.IndicatorSource.Register;

/**
 * What tells a person or an organisation from others, folded for comparison.
 *
 * @param recordId the record
 * @param grantId its grant; records of different grants are never compared
 * @param register its register; neither are those of different registers
 * @param provinceCode province of its centre
 * @param first first name, or the name of an organisation, folded
 * @param surname surname, folded; empty for organisations
 * @param district district, folded; empty if not known
 * @param subdistrict sub-district, folded; empty if not known
 * @param sexCode sex, or {@code null}
 * @param birthYear year of birth (C.E.), or {@code null}
 * @param roundNo round of a course, or {@code null}
 * @param keyId key of the hash of the citizen number, or {@code null}
 * @param numberHash the hash, or {@code null}
 */
record Traits(
        String recordId,
        String grantId,
        Register register,
        String provinceCode,
        String first,
        String surname,
        String district,
        String subdistrict,
        String sexCode,
        Integer birthYear,
        Integer roundNo,
        String keyId,
        String numberHash) {

    /** Whether records of that register are compared at all. */
    static boolean told(Register register) {
        return RecordRules.personal(register) || register == Register.ORGANISATION;
    }

    boolean person() {
        return register != Register.ORGANISATION;
    }

    /** Keys under which the record is found by others. */
    List<Long> keys() {
        List<Long> keys = new ArrayList<>();
        if (!person()) {
            keys.add(key("organisation", skeleton(), provinceCode));
            return keys;
        }
        keys.add(key("place", skeleton(), provinceCode, subdistrict));
        if (birthYear != null) {
            keys.add(key("year", skeleton(), birthYear.toString()));
            if (!subdistrict.isEmpty()) {
                keys.add(key("slip", initial(), birthYear.toString(), provinceCode, subdistrict));
            }
        }
        return keys;
    }

    /** Keys under which it looks for others of that name wherever they are, a year older or younger included. */
    List<Long> nationalKeys() {
        return !person() || birthYear == null
                ? List.of()
                : List.of(key("year", skeleton(), String.valueOf(birthYear - 1)), key("year", skeleton(), birthYear.toString()),
                        key("year", skeleton(), String.valueOf(birthYear + 1)));
    }

    private String skeleton() {
        return NameFold.skeleton(first) + "/" + NameFold.skeleton(surname);
    }

    private String initial() {
        String skeleton = NameFold.skeleton(first);
        return skeleton.isEmpty() ? "" : skeleton.substring(0, 1);
    }

    /** Eight bytes of a digest: short for the index, and telling nobody the name. */
    private long key(String... parts) {
        String text = grantId + "|" + register + "|" + roundNo + "|" + String.join("|", parts);
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
