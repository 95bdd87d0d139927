package org.thun.registry;

/** What somebody decides about two records that look alike. Either can be taken back by deciding the other. */
public enum DuplicateVerdict {
    /** The same person or organisation: counts once in a province and once for the nation (BR-20). */
    SAME,
    /** Two different ones; remembered, so that nobody is asked again. */
    DIFFERENT
}
