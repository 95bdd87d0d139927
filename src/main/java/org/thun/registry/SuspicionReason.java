package org.thun.registry;

/** What speaks for two records being about the same person or organisation, or against it. */
public enum SuspicionReason {
    /** The same citizen number: certain (BR-19). */
    SAME_NUMBER,
    /** The names read the same, titles, tone marks and same-sounding letters aside. */
    SAME_NAME,
    /** The names differ by a letter or two. */
    SIMILAR_NAME,
    SAME_BIRTH_YEAR,
    /** The years of birth are one apart: years are often told by the year of the animal, or at registration. */
    NEAR_BIRTH_YEAR,
    SAME_SUBDISTRICT,
    SAME_DISTRICT,
    SAME_PROVINCE,
    /** Of different provinces: both may count the person, the nation counts one (BR-20). */
    OTHER_PROVINCE,
    /** The sex is not the same: speaks against it, unless one was mistyped. */
    OTHER_SEX
}
