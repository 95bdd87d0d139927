package org.thun.registry.internal;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.thun.registry.SuspicionReason;

/**
 * How much speaks for two records being about the same person or organisation.
 *
 * @param score points from 0 to 100
 * @param certain whether the citizen number says so (BR-19)
 * @param reasons what speaks for it and against it
 */
record Likeness(int score, boolean certain, Set<SuspicionReason> reasons) {

    private static final int ALL = 100;
    private static final int NAME = 60;
    /** Below, a name is another name: letters that tell มานะ from มานี weigh more than the rest. */
    private static final double LEAST_ALIKE = 0.8;

    /**
     * Compares two records; empty if they do not look alike.
     *
     * @param least points from which on they do
     */
    static Optional<Likeness> between(Traits one, Traits other, int least) {
        if (!one.grantId().equals(other.grantId()) || one.register() != other.register()
                || !Objects.equals(one.roundNo(), other.roundNo())) {
            return Optional.empty();
        }
        if (one.numberHash() != null && one.numberHash().equals(other.numberHash())) {
            return Optional.of(new Likeness(ALL, true, EnumSet.of(SuspicionReason.SAME_NUMBER, province(one, other))));
        }
        // Two numbers that differ are two people, whatever their names.
        if (one.keyId() != null && one.keyId().equals(other.keyId())) {
            return Optional.empty();
        }
        Set<SuspicionReason> reasons = EnumSet.noneOf(SuspicionReason.class);
        double name = name(one, other);
        if (name == 0) {
            return Optional.empty();
        }
        reasons.add(name == 1 ? SuspicionReason.SAME_NAME : SuspicionReason.SIMILAR_NAME);
        int points = (int) Math.round(NAME * name);
        points += one.person() ? person(one, other, reasons) : organisation(one, other, reasons);
        return points < least
                ? Optional.empty()
                : Optional.of(new Likeness(Math.min(points, ALL - 1), false, reasons));
    }

    private static double name(Traits one, Traits other) {
        double first = NameFold.likeness(one.first(), other.first());
        double surname = one.person() ? NameFold.likeness(one.surname(), other.surname()) : first;
        return first < LEAST_ALIKE || surname < LEAST_ALIKE ? 0 : (first + surname) / 2;
    }

    private static int person(Traits one, Traits other, Set<SuspicionReason> reasons) {
        int points = place(one, other, reasons, 20, 12, elsewhere(one, other) ? 3 : 6);
        if (one.birthYear() == null || other.birthYear() == null) {
            points += 5;
        } else if (one.birthYear().equals(other.birthYear())) {
            reasons.add(SuspicionReason.SAME_BIRTH_YEAR);
            points += 20;
        } else if (Math.abs(one.birthYear() - other.birthYear()) == 1) {
            reasons.add(SuspicionReason.NEAR_BIRTH_YEAR);
            points += 12;
        } else {
            points -= 30;
        }
        if (one.sexCode() != null && other.sexCode() != null && !one.sexCode().equals(other.sexCode())) {
            reasons.add(SuspicionReason.OTHER_SEX);
            points -= 10;
        }
        return points;
    }

    /** Villages far apart share names: an organisation of another sub-district that is known is another one. */
    private static int organisation(Traits one, Traits other, Set<SuspicionReason> reasons) {
        return place(one, other, reasons, 40, 30, elsewhere(one, other) ? 5 : 20);
    }

    private static boolean elsewhere(Traits one, Traits other) {
        return differ(one.subdistrict(), other.subdistrict()) || differ(one.district(), other.district());
    }

    private static int place(Traits one, Traits other, Set<SuspicionReason> reasons, int sameSubdistrict, int sameDistrict,
            int sameProvince) {
        reasons.add(province(one, other));
        if (reasons.contains(SuspicionReason.OTHER_PROVINCE)) {
            return 0;
        }
        if (same(one.subdistrict(), other.subdistrict()) && !differ(one.district(), other.district())) {
            reasons.add(SuspicionReason.SAME_SUBDISTRICT);
            return sameSubdistrict;
        }
        if (same(one.district(), other.district()) && !differ(one.subdistrict(), other.subdistrict())) {
            reasons.add(SuspicionReason.SAME_DISTRICT);
            return sameDistrict;
        }
        return sameProvince;
    }

    private static SuspicionReason province(Traits one, Traits other) {
        return one.provinceCode().equals(other.provinceCode())
                ? SuspicionReason.SAME_PROVINCE
                : SuspicionReason.OTHER_PROVINCE;
    }

    private static boolean same(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }
}
