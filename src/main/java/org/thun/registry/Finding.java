package org.thun.registry;

/** What a verifier found when a sampled record was compared with its evidence. */
public enum Finding {
    RIGHT,
    WRONG
}
