package org.thun.registry;

/** Why the data of a person may be kept at all (BR-39). */
public enum LawfulGround {
    /** The person has agreed; the day of the agreement is recorded. */
    CONSENT,
    /** Part of a task carried out in the public interest. */
    PUBLIC_TASK,
    /** A legitimate interest that the person's own does not outweigh. */
    LEGITIMATE_INTEREST,
    /** Research or statistics with safeguards. */
    RESEARCH
}
